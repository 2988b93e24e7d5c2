import { FALLBACK_LANGUAGE, type Language } from "../essay/language.ts";
import { en } from "./en.ts";
import { languageName } from "./languages.ts";
import { fromMessages } from "./message.ts";
import type { Strings } from "./strings.ts";

/** @returns the English strings for a language that has none: they name it, and not English */
export function englishFor(language: Language): Strings {
  const name = languageName(language, FALLBACK_LANGUAGE);
  const named = {
    enter: `Read in ${name}`,
    inPreparation: `The ${name} text is in preparation.`,
    draftNotice: `The ${name} text of this section is not finished yet; it is shown in {1}.`,
    parallelIntroduction: `${name} and {1}, paragraph by paragraph. On a narrow screen the other text opens below each paragraph.`,
    parallelBack: `Read in ${name} only`,
  };
  return fromMessages(named, en, FALLBACK_LANGUAGE);
}
