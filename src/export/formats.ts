import type { Language } from "../essay/language.ts";
import { profileOf } from "../essay/language-profile.ts";
import type { Writing } from "./epub/xhtml.ts";

/** A book of the essay. */
export interface BookFormat {
  readonly writing: Writing;
  /** Address below the base path. */
  readonly route: string;
}

/** @returns the books of a language, the usual one first */
export function booksIn(essay: string, language: Language): BookFormat[] {
  const name = `${language}/${essay}`;
  return profileOf(language).writingModes.map((writing, index) => ({
    writing,
    route: index === 0 ? `${name}.epub` : `${name}-${writing}.epub`,
  }));
}
