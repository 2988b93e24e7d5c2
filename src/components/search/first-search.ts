import essay from "virtual:essay";
import type { Language } from "../../essay/language.ts";
import { ENTRY_TAG, PAGEFIND_FILES } from "../../search/manifest.ts";
import { areSearchedWhole } from "../../search/size.ts";
import { searchSections } from "../../search/units.ts";

const known = new Map<Language, string | undefined>();

/**
 * @returns names of the files that a first search of a long essay needs, for the script of the page; `undefined` where
 *   the manifest has the texts
 */
export function filesOfFirstSearch(language: Language): string | undefined {
  if (!known.has(language)) {
    const text = essay.texts[language];
    const isWhole = !text || areSearchedWhole(searchSections(text, essay.annotations));
    const { script, entry, metadata, program } = PAGEFIND_FILES;
    known.set(language, isWhole ? undefined : [script, `${entry}?ts=${ENTRY_TAG}`, metadata, program].join(" "));
  }
  return known.get(language);
}
