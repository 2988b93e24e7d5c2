import type { SettingLabels, SettingName } from "../../elements/reading/settings.ts";

/** What the reading page says in the browser; apart from the other strings, so that a page loads no more than these. */
export interface ReadingStrings {
  readonly close: string;
  /** To where what is open in place stands with all that belongs to it. */
  readonly toList: Readonly<Record<"note" | "term", string>>;
  /** In the place of what could not be loaded. */
  readonly notLoaded: string;
  readonly returnLabel: string;
  readonly returnTo: (paragraph: string) => string;
  readonly settings: string;
  readonly settingLabels: { readonly [Name in SettingName]: SettingLabels<Name> };
  readonly reset: string;
}
