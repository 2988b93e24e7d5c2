import { address, routes } from "../../essay/routes.ts";
import { shortHash } from "../../essay/text-hash.ts";
import { loadStrings } from "../../i18n/load.ts";
import { addressedElement } from "../page-address.ts";
import { pageLanguage } from "../page-language.ts";
import { basePath, editionNumbers, nameOf, placeInEdition, say } from "./arrival-message.ts";
import { targetAround } from "./citation-target.ts";
import { readCitedWords } from "./cited-words.ts";

/**
 * Tells who comes by a citation whether the words are still those that were cited, and leads to what changed; and who comes
 * by one of an edition that never was, that there is none.
 *
 * @throws where the strings cannot be loaded
 */
export async function checkCitedWords(): Promise<void> {
  const cited = readCitedWords(location.search);
  if (!cited) return;
  const { edition, hash } = cited;
  const target = addressedElement();
  const { anchor, words, bundle } = (target && targetAround(target)) ?? {};
  const isCited = anchor !== undefined && anchor === target?.id && words !== undefined;
  const [strings, editions] = await Promise.all([loadStrings("citation", pageLanguage()), editionNumbers()]);
  if (editions && !editions.includes(edition)) {
    const list = new Intl.ListFormat(pageLanguage()).format(editions);
    const all = address(basePath(), routes.editions(pageLanguage()));
    say(target, strings.noEdition(edition, list), { href: editions.length > 1 ? all : undefined });
    return;
  }
  if (!isCited) {
    // A page that was cited as a whole is that of its first paragraph.
    const first = location.hash ? undefined : document.querySelector("article [data-paragraph]")?.id;
    const place = first === undefined ? undefined : await placeInEdition(first, edition);
    if (place?.address) say(null, strings.readInEdition(edition), { href: place.address.replace(/#.*/u, "") });
    return;
  }
  if (hash !== undefined && shortHash(words) === hash) {
    say(target, strings.quoteUnchanged(edition));
    return;
  }
  const place = await placeInEdition(anchor, edition);
  // Which words stood there is not in the address.
  if (hash === undefined) {
    if (place?.address) say(target, strings.readInEdition(edition), { href: place.address });
    return;
  }
  const message = strings.citedChanged(nameOf(target, strings), edition);
  if (!place || !bundle) {
    say(target, message);
    return;
  }
  const changes = `${address(basePath(), routes.changes(pageLanguage(), bundle))}#${anchor}`;
  say(target, message, {
    href: changes,
    more: place.address ? { words: strings.readInEdition(edition), href: place.address } : undefined,
  });
}
