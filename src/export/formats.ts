import type { Language } from "../essay/language.ts";
import type { Writing } from "./epub/xhtml.ts";

/** A book of the essay. */
export interface BookFormat {
  readonly writing: Writing;
  /** Address below the base path. */
  readonly route: string;
}

/** Languages whose books are set in columns unless a reader takes the other one. */
const SET_VERTICALLY: readonly string[] = ["ja"];

/** @returns the books of a language, the usual one first */
export function booksIn(essay: string, language: Language): BookFormat[] {
  const name = `${language}/${essay}`;
  if (!SET_VERTICALLY.includes(new Intl.Locale(language).language))
    return [{ writing: "horizontal", route: `${name}.epub` }];
  return [
    { writing: "vertical", route: `${name}.epub` },
    { writing: "horizontal", route: `${name}-horizontal.epub` },
  ];
}
