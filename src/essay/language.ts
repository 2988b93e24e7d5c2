/** A BCP 47 language tag, as `essay.yaml` lists it (`ja`, `en`). */
export type Language = string;

/** A value for each language of the essay. */
export type Localised<T = string> = Readonly<Record<Language, T>>;
