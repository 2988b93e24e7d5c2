import type { Language } from "../essay/language.ts";

/** @returns the original language of the page; browsers that translate pages change `lang` */
export const pageLanguage = (): Language =>
  document.documentElement.dataset["pageLanguage"] ?? document.documentElement.lang;
