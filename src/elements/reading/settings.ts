/**
 * How a reader wants pages to look. Each setting is an attribute of the root element, `data-theme="sepia"`, which the
 * stylesheet reads; an absent one stands for the default. The browser keeps them, for all pages.
 */
export const SETTINGS = {
  /** Absent: as the system prefers. */
  theme: ["light", "sepia", "dark"],
  size: ["smaller", "larger", "largest"],
  leading: ["tight", "loose"],
  font: ["gothic"],
  writing: ["vertical"],
  /** What the editors have set beside the essay: notes, figures, terms. */
  annotations: ["hidden"],
  chrome: ["hidden"],
} as const;

/** Values that are less than the default; a reader is shown them before it. */
export const BELOW_DEFAULT: readonly string[] = ["smaller", "tight"];

export type SettingName = keyof typeof SETTINGS;
/** What a setting is called, and what its default and each of its values are. */
export type SettingLabels<Name extends SettingName> = Readonly<
  Record<"name" | "default" | (typeof SETTINGS)[Name][number], string>
>;
export type Settings = Partial<Record<SettingName, string>>;

/** The screens that have room for notes beside the text, by how the text is set. */
export const MARGIN_NOTES_MEDIA = { horizontal: "(width >= 70rem)", vertical: "(height >= 50rem)" } as const;

/** Where the browser keeps the settings, as JSON. */
export const SETTINGS_KEY = "reading";

/** Dispatched on `window` after a setting has changed. */
export const SETTINGS_EVENT = "readingsettings";

/** @returns the settings in force on this page */
export function currentSettings(): Settings {
  const { dataset } = document.documentElement;
  return Object.fromEntries(
    Object.keys(SETTINGS).flatMap((name) => (dataset[name] === undefined ? [] : [[name, dataset[name]]])),
  );
}

/**
 * Applies one setting and remembers it.
 *
 * @param value one of the setting's values, or nothing for the default
 */
export function changeSetting(name: SettingName, value: string | undefined): void {
  const { dataset } = document.documentElement;
  if (value) dataset[name] = value;
  else delete dataset[name];
  try {
    localStorage.setItem(SETTINGS_KEY, JSON.stringify(currentSettings()));
  } catch {
    // A browser that keeps nothing still shows the page as chosen.
  }
  dispatchEvent(new CustomEvent(SETTINGS_EVENT));
}
