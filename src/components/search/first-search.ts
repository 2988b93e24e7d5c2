import essay from "virtual:essay";
import type { Language } from "../../essay/language.ts";
import { ENTRY_TAG, MANIFEST_FILE, PAGEFIND_FILES } from "../../search/engine.ts";
import { areSearchedWhole } from "../../search/size.ts";
import { searchSections } from "../../search/units.ts";

const known = new Map<Language, string>();

/**
 * @returns names of the files that every first search needs, for the script of the page: the manifest where it has the
 *   texts, else those of Pagefind
 */
export function filesOfFirstSearch(language: Language): string {
  let files = known.get(language);
  if (files === undefined) {
    const text = essay.texts[language];
    const isWhole = !text || areSearchedWhole(searchSections(text, essay.annotations));
    const { script, entry, metadata, program } = PAGEFIND_FILES;
    files = isWhole ? MANIFEST_FILE : [script, `${entry}?ts=${ENTRY_TAG}`, metadata, program].join(" ");
    known.set(language, files);
  }
  return files;
}
