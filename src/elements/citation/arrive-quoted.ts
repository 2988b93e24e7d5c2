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
import type { LinkQuote } from "./quote-of-link.ts";
import styles from "./quoted-words.css?inline";

adoptStyles(styles);

/** Sections that are looked through for the words, of those that the index names; the likeliest come first. */
const SECTIONS = 60;
/** Key under which a page leaves to the next where the reader was sent from. */
const SENT_FROM = "quoted-from";

/**
 * Looks for the words that the link to this page quotes (`?quote=`, `#:~:text=`): in its target, on the page, in the whole
 * text, and then in earlier editions. Where they are in this edition they are lit; where that is not the target, goes there
 * and says so. Where they are in none of its texts, names the edition that had them.
 *
 * @param step aborted with the reader's first step: from then on nothing moves of itself
 * @throws where the strings cannot be loaded
 */
export async function checkQuote({ quotes, isDirective }: LinkQuote, step: AbortSignal): Promise<void> {
  const [quote] = quotes;
  if (!queryForQuote(quote)) return;
  if (isDirective && quotes.some(isOnPage)) return;
  const units = [...document.querySelectorAll<HTMLElement>(`main :is(${UNITS})`)];
  const target = addressedElement();
  const [language, ...others] = await textsHere();
  const strings = await loadStrings("citation", language);
  const tell = (about: HTMLElement | null, text: string, href?: string) => say(about, text, { href, language });
  const sentFrom = takeSentFrom();
  if (target && !target.matches(".retired-anchor") && containsQuote(textOf(target).value, quote)) {
    const name = nameOf(target, strings);
    // A paragraph that was moved has kept its number.
    if (sentFrom !== undefined) tell(target, strings.quoteMoved(sentFrom === name ? "" : sentFrom, name));
    light(target, quote);
    return;
  }
  // The address names a place on another page: if that has the words, it is what is meant.
  const id = target?.id ?? idOfFragment(location.hash.replace(/:~:.*/su, ""));
  const named =
    target || !id ? undefined : await findFirst([language, ...others], (one) => findElsewhere(quote, id, one));
  if (named?.isNamed && named.address) {
    if (step.aborted) tell(target, strings.quoteMoved("", named.name), named.address);
    else location.replace(named.address);
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
      tell(target, message, `#${here.id}`);
      return;
    }
    location.replace(`#${here.id}`);
    tell(here, message);
    return;
  }
  const elsewhere = moved ?? named ?? (await findFirst([language, ...others], (one) => findElsewhere(quote, id, one)));
  if (elsewhere?.address) {
    if (step.aborted) {
      tell(target, strings.quoteMoved(from, elsewhere.name), elsewhere.address);
      return;
    }
    leaveSentFrom(from);
    location.replace(elsewhere.address);
    return;
  }
  const earlier = await findFirst([language, ...others], (one) => findEarlier(quote, target?.id, one));
  if (earlier?.edition) {
    const { anchor, edition, language: written } = earlier;
    const place = await placeInEdition(anchor, edition, written);
    tell(target, strings.quoteChanged(anchorName(anchor), edition), place?.address);
  } else tell(target, elsewhere && earlier ? strings.quoteUnknown : strings.quoteNotHere(from));
}

/**
 * @returns whether the words stand anywhere on the page, in what a browser looks through for a text directive: in that case
 *   it has shown them, or takes a limit of words for another than is meant here
 */
const isOnPage = (quote: string): boolean =>
  [visibleText(document.body).value, document.body.textContent].some((text) => containsQuote(text, quote));

/** @returns the languages of the texts that may have the words: the page's; on the first page, its reader's before the others */
async function textsHere(): Promise<[string, ...string[]]> {
  const { preferredText, textsOfFirstPage } = await import("../languages/mark-preferred.ts");
  const all = textsOfFirstPage().map(({ dataset }) => dataset["language"] ?? "");
  const preferred = preferredText()?.dataset["language"] ?? pageLanguage();
  return [preferred, ...all.filter((language) => language !== preferred)];
}

/** @returns what was found in the first of the languages that has it; else what was said of the last one */
async function findFirst<Found extends { readonly isFound: boolean }>(
  languages: readonly string[],
  find: (language: string) => Promise<Found | undefined>,
): Promise<Found | undefined> {
  let found: Found | undefined;
  for (const language of languages) {
    found = await find(language);
    if (found?.isFound) break;
  }
  return found;
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

/** Where in the text of this edition the words are; without an address, they are not there. */
interface Elsewhere {
  readonly isFound: boolean;
  /** Whether they are where the address names it. */
  readonly isNamed?: boolean;
  readonly address?: string;
  readonly name: string;
}

/** @returns where the retired anchor leads now, if the words are there */
async function findMoved(quote: string, target: HTMLElement | null): Promise<Elsewhere | undefined> {
  const link = target?.matches(".retired-anchor") ? target.querySelector("a") : null;
  if (!link) return undefined;
  try {
    if (!containsQuote(visibleText(await fetchPart(link)).value, quote)) return undefined;
    const url = new URL(link.href);
    url.searchParams.set("quote", quote);
    return { isFound: true, address: url.href, name: anchorName(idOfFragment(url.hash)) };
  } catch (error) {
    console.warn("The page to which the anchor has moved could not be loaded.", error);
    return undefined;
  }
}

/** @returns where in the text of this edition the words are, if they are; `undefined` where that cannot be found out */
async function findElsewhere(quote: string, id: string | undefined, language: string): Promise<Elsewhere | undefined> {
  try {
    const engine = new SearchEngine(address(basePath(), `pagefind/${language}/`), language);
    const { sections } = await engine.search(queryForQuote(quote), SECTIONS);
    const found = sections.flatMap(({ section, matches }) =>
      matches.filter(({ unit }) => containsQuote(unit.text, quote)).map(({ unit }) => ({ unit, route: section.route })),
    );
    // A paragraph that was moved has kept its anchor.
    const best = found.find(({ unit }) => unit.anchor === id) ?? found[0];
    if (!best) return { isFound: false, name: "" };
    const search = new URLSearchParams({ quote });
    return {
      isFound: true,
      isNamed: best.unit.anchor === id,
      address: `${address(basePath(), best.route)}?${search}#${best.unit.anchor}`,
      name: anchorName(best.unit.anchor),
    };
  } catch (error) {
    console.warn("The text could not be searched for the quoted words.", error);
    return undefined;
  }
}

/** The edition and the anchor that had the words, if any. */
interface Earlier {
  readonly isFound: boolean;
  readonly edition?: string;
  readonly anchor: string;
  readonly language: string;
}

/** @returns which edition had the words; `undefined` where that cannot be found out */
async function findEarlier(quote: string, id: string | undefined, language: string): Promise<Earlier | undefined> {
  try {
    const response = await fetch(address(basePath(), `cite/${language}/earlier-words.json`));
    if (!response.ok) throw new Error(`${response.url} answered ${response.status}.`);
    const all = Object.entries((await response.json()) as Record<string, EarlierWords[]>);
    const ofTarget = all.filter(([anchor]) => anchor === id);
    for (const [anchor, revisions] of [...ofTarget, ...all]) {
      const edition = revisions.find(({ text }) => containsQuote(text, quote))?.edition;
      if (edition) return { isFound: true, edition, anchor, language };
    }
    return { isFound: false, anchor: "", language };
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
