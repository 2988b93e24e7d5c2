import essay from "virtual:essay";
import type { Language } from "../../essay/language.ts";
import { MANIFEST_FILE, METADATA_FILE } from "../../search/engine.ts";
import { areSearchedWhole } from "../../search/size.ts";
import { searchSections } from "../../search/units.ts";

const known = new Map<Language, string>();

/**
 * @returns names of the files that every first search needs, for the script of the page: the manifest and, where
 *   it does not have the texts, Pagefind's metadata
 */
export function filesOfFirstSearch(language: Language): string {
  let files = known.get(language);
  if (files === undefined) {
    const text = essay.texts[language];
    const isWhole = !text || areSearchedWhole(searchSections(text, essay.annotations));
    files = isWhole ? MANIFEST_FILE : `${MANIFEST_FILE} ${METADATA_FILE}`;
    known.set(language, files);
  }
  return files;
}
