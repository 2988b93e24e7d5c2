import type { Language } from "../essay/language.ts";

/**
 * @returns the language of the page as it was made. Its `lang` is that of the words that stand there now: a browser
 *   that translates the page changes it.
 */
export const pageLanguage = (): Language => document.documentElement.dataset["pageLanguage"] ?? "en";
