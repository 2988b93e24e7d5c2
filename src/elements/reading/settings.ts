import { SETTINGS_EVENT } from "./settings-event.ts";

/**
 * Reading settings and their values. A setting is a data attribute of the root element (`data-theme="sepia"`) that
 * stylesheets use; without it the default applies. They are saved in localStorage for all pages.
 */
export const SETTINGS = {
  /** By default the theme of the system. */
  theme: ["light", "sepia", "dark"],
  size: ["smaller", "larger", "largest"],
  leading: ["tight", "loose"],
  font: ["gothic"],
  writing: ["vertical"],
  /** Notes, figures and terms of the editors. */
  annotations: ["hidden"],
  chrome: ["hidden"],
  /** Single keys as shortcuts. */
  keys: ["off"],
} as const;

/** Values that the panel lists before the default. */
export const BELOW_DEFAULT: readonly string[] = ["smaller", "tight"];

export type SettingName = keyof typeof SETTINGS;
/** Labels of a setting, its default and its values. */
export type SettingLabels<Name extends SettingName> = Readonly<
  Record<"name" | "default" | (typeof SETTINGS)[Name][number], string>
>;
export type Settings = Partial<Record<SettingName, string>>;

/** Key in localStorage; the value is JSON. */
export const SETTINGS_KEY = "reading";

/** @returns the settings of this page */
export function currentSettings(): Settings {
  const { dataset } = document.documentElement;
  return Object.fromEntries(
    Object.keys(SETTINGS).flatMap((name) => (dataset[name] === undefined ? [] : [[name, dataset[name]]])),
  );
}

/**
 * Applies and saves a setting.
 *
 * @param value one of its values; `undefined` for the default
 */
export function changeSetting(name: SettingName, value: string | undefined): void {
  const { dataset } = document.documentElement;
  if (value) dataset[name] = value;
  else delete dataset[name];
  try {
    localStorage.setItem(SETTINGS_KEY, JSON.stringify(currentSettings()));
  } catch {
    // Without storage the setting applies to this page.
  }
  dispatchEvent(new CustomEvent(SETTINGS_EVENT));
}
