import { address, routes } from "../../essay/routes.ts";
import { shortHash } from "../../essay/text-hash.ts";
import { loadStrings } from "../../i18n/load.ts";
import { addressedElement } from "../page-address.ts";
import { pageLanguage } from "../page-language.ts";
import { basePath, nameOf, say, sectionInEdition } from "./arrival-message.ts";
import { targetAround } from "./citation-target.ts";
import { readCitedWords } from "./cited-words.ts";

/**
 * Tells who comes by a citation whether the words are still those that were cited, and leads to what changed.
 *
 * @throws where the strings cannot be loaded
 */
export async function checkCitedWords(): Promise<void> {
  const cited = readCitedWords(location.search);
  const target = addressedElement();
  const { anchor, words, bundle } = (target && targetAround(target)) ?? {};
  if (!cited || !target || anchor !== target.id || words === undefined) return;
  const strings = await loadStrings("citation", pageLanguage());
  if (shortHash(words) === cited.hash) {
    say(target, strings.quoteUnchanged(cited.edition));
    return;
  }
  const isKept = (await sectionInEdition(anchor, cited.edition)) !== undefined;
  const changes =
    isKept && bundle ? `${address(basePath(), routes.changes(pageLanguage(), bundle))}#${anchor}` : undefined;
  say(target, strings.quoteChanged(nameOf(target, strings), cited.edition), changes);
}
