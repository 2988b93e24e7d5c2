import type { SettingLabels, SettingName } from "../../elements/reading/settings.ts";

/** What the reading page says in the browser; apart from the other strings, so that a page loads no more than these. */
export interface ReadingStrings {
  readonly close: string;
  readonly toNoteList: string;
  readonly returnLabel: string;
  readonly returnTo: (paragraph: string) => string;
  readonly settings: string;
  readonly settingLabels: { readonly [Name in SettingName]: SettingLabels<Name> };
  readonly reset: string;
}
