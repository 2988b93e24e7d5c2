/** What a setting is called, and what its default and each of its values are. */
type SettingLabels<Value extends string> = Readonly<Record<"name" | "default" | Value, string>>;

/** Strings of the reading scripts, loaded with them. */
export interface ReadingStrings {
  readonly close: string;
  readonly returnLabel: string;
  /** The section is named where another page than its own offers it. */
  readonly returnTo: (paragraph: string, section?: string) => string;
  readonly settings: string;
  /** By the setting's name; the panel of settings has a row for each. */
  readonly settingLabels: {
    readonly theme: SettingLabels<"light" | "sepia" | "dark">;
    readonly size: SettingLabels<"smaller" | "larger" | "largest">;
    readonly leading: SettingLabels<"tight" | "loose">;
    readonly font: SettingLabels<"gothic">;
    readonly writing: SettingLabels<"vertical">;
    readonly annotations: SettingLabels<"hidden">;
    readonly chrome: SettingLabels<"hidden">;
    readonly keys: SettingLabels<"off">;
  };
  /** What a setting does whose name does not say it, in a line. */
  readonly settingHelp: Readonly<Record<"chrome" | "keys", string>>;
  readonly reset: string;
  /** Opens the browser’s own dialog for printing. */
  readonly print: string;
  /** Keeping the language for offline; sizes are given with their unit. */
  readonly offline: {
    readonly name: string;
    readonly no: string;
    readonly yes: string;
    /** What would be kept. */
    readonly offer: (size: string) => string;
    readonly keeping: string;
    readonly kept: (edition: string, size: string) => string;
    readonly failed: string;
    /** While an edition newer than the one that is kept, or the same one with corrections, is being fetched. */
    readonly newEdition: (edition: string) => string;
    readonly renewing: string;
    /** On a page: what was kept is now this edition. */
    readonly renewed: (edition: string) => string;
  };
  /** The list of shortcuts: its title, what each key does, and how they are turned off. */
  readonly keys: Readonly<
    Record<
      | "title"
      | "next"
      | "previous"
      | "nextParagraph"
      | "previousParagraph"
      | "along"
      | "contents"
      | "search"
      | "help"
      | "close"
      | "about"
      | "turnOff"
      | "turnOn",
      string
    >
  >;
  /** A fragment that no page of this language has, by its name; `range` is that of all paragraphs. */
  readonly noParagraph: (number: string, range: string) => string;
  readonly noAnchor: (id: string) => string;
  readonly contents: string;
  /** Before the line that one who comes from elsewhere is shown. */
  readonly arrivalLabel: string;
  readonly fromBeginning: string;
}
