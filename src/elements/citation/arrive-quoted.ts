import type { EarlierWords } from "../../essay/retired-anchors.ts";
import { address } from "../../essay/routes.ts";
import { loadStrings } from "../../i18n/load.ts";
import { SearchEngine } from "../../search/engine.ts";
import { adoptStyles } from "../adopt-styles.ts";
import { fetchPart } from "../fetch-part.ts";
import { addressedElement, idOfFragment } from "../page-address.ts";
import { pageLanguage } from "../page-language.ts";
import { visibleText } from "../search/visible-text.ts";
import { anchorName, basePath, nameOf, placeInEdition, say, UNITS } from "./arrival-message.ts";
import { containsQuote, nearest, placeOfQuote, queryForQuote } from "./quote.ts";
import styles from "./quoted-words.css?inline";

adoptStyles(styles);

/** Sections that are looked through for the words, of those that the index names; the likeliest come first. */
const SECTIONS = 60;
/** Key under which a page leaves to the next where the reader was sent from. */
const SENT_FROM = "quoted-from";

/**
 * Looks for the words that the link to this page quotes (`?quote=`): in its target, on the page, in the whole text, and
 * then in earlier editions. Where they are in this edition they are lit; where that is not the target, goes there and says
 * so. Where they are in none of its texts, names the edition that had them.
 *
 * @param step aborted with the reader's first step: from then on nothing moves of itself
 * @throws where the strings cannot be loaded
 */
export async function checkQuote(step: AbortSignal): Promise<void> {
  const quote = new URLSearchParams(location.search).get("quote") ?? "";
  const units = [...document.querySelectorAll<HTMLElement>(`main :is(${UNITS})`)];
  if (!queryForQuote(quote) || units.length === 0) return;
  const target = addressedElement();
  const strings = await loadStrings("citation", pageLanguage());
  const sentFrom = takeSentFrom();
  if (target && !target.matches(".retired-anchor") && containsQuote(textOf(target).value, quote)) {
    const name = nameOf(target, strings);
    // A paragraph that was moved has kept its number.
    if (sentFrom !== undefined) say(target, strings.quoteMoved(sentFrom === name ? "" : sentFrom, name));
    light(target, quote);
    return;
  }
  const from = target ? nameOf(target, strings) : "";

  const moved = await findMoved(quote, target);
  const here = moved
    ? undefined
    : nearest(
        units,
        (unit) => containsQuote(textOf(unit).value, quote),
        (unit) => isBefore(target, unit),
      );
  if (here) {
    const message = strings.quoteMoved(from, nameOf(here, strings));
    light(here, quote);
    if (step.aborted) {
      say(target, message, `#${here.id}`);
      return;
    }
    location.replace(`#${here.id}`);
    say(here, message);
    return;
  }
  const elsewhere = moved ?? (await findElsewhere(quote, target?.id));
  if (elsewhere?.address) {
    if (step.aborted) {
      say(target, strings.quoteMoved(from, elsewhere.name), elsewhere.address);
      return;
    }
    leaveSentFrom(from);
    location.replace(elsewhere.address);
    return;
  }
  const earlier = await findEarlier(quote, target?.id);
  if (earlier?.edition) {
    const { anchor, edition } = earlier;
    const place = await placeInEdition(anchor, edition);
    say(target, strings.quoteChanged(anchorName(anchor), edition), place?.address);
  } else say(target, elsewhere && earlier ? strings.quoteUnknown : strings.quoteNotHere(from));
}

/** Of a note the words without what stands around them. */
const textOf = (unit: HTMLElement) => visibleText(unit.querySelector(".note-body") ?? unit);

/** Marks the words without a change to the page's text, where the browser can (CSS Custom Highlight API). */
function light(unit: HTMLElement, quote: string): void {
  if (!("highlights" in CSS)) return;
  const text = textOf(unit);
  const place = placeOfQuote(text.value, quote);
  if (place) CSS.highlights.set("quoted", new Highlight(text.range(place.start, place.end)));
}

const isBefore = (target: HTMLElement | null, unit: HTMLElement): boolean =>
  target !== null &&
  !unit.contains(target) &&
  Boolean(unit.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING);

/** @returns where the retired anchor leads now, if the words are there */
async function findMoved(
  quote: string,
  target: HTMLElement | null,
): Promise<{ readonly address: string; readonly name: string } | undefined> {
  const link = target?.matches(".retired-anchor") ? target.querySelector("a") : null;
  if (!link) return undefined;
  try {
    if (!containsQuote(visibleText(await fetchPart(link)).value, quote)) return undefined;
    const url = new URL(link.href);
    url.searchParams.set("quote", quote);
    return { address: url.href, name: anchorName(idOfFragment(url.hash)) };
  } catch (error) {
    console.warn("The page to which the anchor has moved could not be loaded.", error);
    return undefined;
  }
}

/** @returns where in the text of this edition the words are, if they are; `undefined` where that cannot be found out */
async function findElsewhere(
  quote: string,
  id: string | undefined,
): Promise<{ readonly address?: string; readonly name: string } | undefined> {
  try {
    const engine = new SearchEngine(address(basePath(), `pagefind/${pageLanguage()}/`), pageLanguage());
    const { sections } = await engine.search(queryForQuote(quote), SECTIONS);
    const found = sections.flatMap(({ section, matches }) =>
      matches.filter(({ unit }) => containsQuote(unit.text, quote)).map(({ unit }) => ({ unit, route: section.route })),
    );
    // A paragraph that was moved has kept its anchor.
    const best = found.find(({ unit }) => unit.anchor === id) ?? found[0];
    if (!best) return { name: "" };
    const search = new URLSearchParams({ quote });
    return {
      address: `${address(basePath(), best.route)}?${search}#${best.unit.anchor}`,
      name: anchorName(best.unit.anchor),
    };
  } catch (error) {
    console.warn("The text could not be searched for the quoted words.", error);
    return undefined;
  }
}

/** @returns the edition and the anchor that had the words, if any; `undefined` where that cannot be found out */
async function findEarlier(
  quote: string,
  id: string | undefined,
): Promise<{ readonly edition?: string; readonly anchor: string } | undefined> {
  try {
    const response = await fetch(address(basePath(), `cite/${pageLanguage()}/earlier-words.json`));
    if (!response.ok) throw new Error(`${response.url} answered ${response.status}.`);
    const all = Object.entries((await response.json()) as Record<string, EarlierWords[]>);
    const ofTarget = all.filter(([anchor]) => anchor === id);
    for (const [anchor, revisions] of [...ofTarget, ...all]) {
      const edition = revisions.find(({ text }) => containsQuote(text, quote))?.edition;
      if (edition) return { edition, anchor };
    }
    return { anchor: "" };
  } catch (error) {
    console.warn("The words of earlier editions could not be loaded.", error);
    return undefined;
  }
}

function leaveSentFrom(name: string): void {
  try {
    sessionStorage.setItem(SENT_FROM, name);
  } catch {
    // Then the reader is where the words are, without being told where they were.
  }
}

function takeSentFrom(): string | undefined {
  try {
    const name = sessionStorage.getItem(SENT_FROM) ?? undefined;
    sessionStorage.removeItem(SENT_FROM);
    return name;
  } catch {
    return undefined;
  }
}
