import { address, routes } from "../../essay/routes.ts";
import { shortHash } from "../../essay/text-hash.ts";
import { loadStrings } from "../../i18n/load.ts";
import { addressedElement } from "../page-address.ts";
import { pageLanguage } from "../page-language.ts";
import { basePath, nameOf, placeInEdition, say } from "./arrival-message.ts";
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
  const { edition } = cited;
  const message = strings.citedChanged(nameOf(target, strings), edition);
  const place = await placeInEdition(anchor, edition);
  if (!place || !bundle) {
    say(target, message);
    return;
  }
  const changes = `${address(basePath(), routes.changes(pageLanguage(), bundle))}#${anchor}`;
  say(
    target,
    message,
    changes,
    place.address ? { words: strings.readInEdition(edition), href: place.address } : undefined,
  );
}
