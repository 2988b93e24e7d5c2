import { normalise } from "./tokenise.ts";

/** A phrase of a query: a word, or quoted words. */
export interface Phrase {
  /** As typed, without quotation marks. */
  readonly written: string;
  /** In normal form, never empty. */
  readonly normal: string;
  /** Whether it matches exactly this form: it is not stemmed, and has no synonyms. */
  readonly exact?: boolean;
  /** Other phrases of which each counts as this one. */
  readonly synonyms?: readonly Phrase[];
  /** Of a phrase that may stand in a text without some of its numbers; it is found by these instead. */
  readonly gaps?: Gaps;
}

/** Where a phrase may have numbers or not. */
export interface Gaps {
  /** What stands between the numbers, and is in every text that has the phrase. */
  readonly parts: readonly string[];
  /** Finds the phrase in a text in normal form, with any of the numbers or without. */
  readonly pattern: RegExp;
}

/** A part of a query as typed. */
interface QueryPart {
  readonly written: string;
  /** Whether it was in quotation marks. */
  readonly quoted: boolean;
  /** Offset in the query at which it ends, its quotation mark included. */
  readonly end: number;
}

const CLOSING_QUOTE: Readonly<Record<string, string>> = {
  "「": "」",
  "『": "』",
  '"': '"',
  "“": "”",
  "„": "“",
  "«": "»",
  "＂": "＂",
};

/** What stands between white space. A number and its per-cent sign are one, which some write apart. */
const WORD = /^\S+(?:(?<=\p{N})\s+[%％‰]\S*)*/u;

/**
 * Splits a query at white space outside quotation marks. A quotation mark counts only at the beginning of a word, with
 * its partner at the end of one, so that a copied sentence is searched as it is.
 *
 * @param query as typed
 */
export function cutQuery(query: string): QueryPart[] {
  const parts: QueryPart[] = [];
  let rest = query.trimStart();
  while (rest) {
    const quoted = quotedPhrase(rest);
    const written = quoted ?? WORD.exec(rest)?.[0] ?? rest;
    rest = rest.slice(written.length + (quoted === undefined ? 0 : 2));
    parts.push({ written, quoted: quoted !== undefined, end: query.length - rest.length });
    rest = rest.trimStart();
  }
  return parts;
}

/** So much of a query stands in an address, in bytes as it is encoded: hosts refuse one that is longer than some 8,000. */
const LONGEST_IN_ADDRESS = 1500;

/** @returns the search part of an address that carries a query as typed, from its `?` */
export const queryInAddress = (query: string): string => `?q=${encoded(shortQuery(query.trim()))}`;

/** Half of a character, as a broken paste may leave it, cannot be encoded. */
const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());

/**
 * @param query as typed
 * @returns as much of it as an address can carry; what it finds is found by it too: its first phrases, or the beginning
 *   of its first
 */
export function shortQuery(query: string): string {
  const fits = (text: string) => encoded(text).length <= LONGEST_IN_ADDRESS;
  if (fits(query)) return query;
  const parts = cutQuery(query);
  const kept = parts.findLast(({ end }) => fits(query.slice(0, end)));
  if (kept) return query.slice(0, kept.end);
  const [first] = parts;
  const characters = [...(first?.written ?? "")];
  let [least, most] = [1, characters.length];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(`“${characters.slice(0, middle).join("")}”`)) least = middle;
    else most = middle - 1;
  }
  const beginning = characters.slice(0, least).join("");
  // Where words are spaced, half a word is none of the text.
  const words = beginning.replace(/\s+\S*$/u, "");
  return first?.quoted ? `“${words}”` : words;
}

/**
 * Parses a query in a language without word spaces, where no phrase is stemmed.
 *
 * @param query as typed
 * @returns the distinct phrases in order
 */
export function parseQuery(query: string): Phrase[] {
  const phrases: Phrase[] = [];
  for (const { written, quoted } of cutQuery(query)) {
    const normal = normalise(written);
    if (normal && !phrases.some((phrase) => phrase.normal === normal))
      phrases.push({ written, normal, ...(quoted && { exact: true }) });
  }
  return phrases;
}

/**
 * Leaves out words such as “with” that stand beside others: of two places with all others, one is no better for having them,
 * and a place that has nothing else was not asked for. In quotation marks a word is meant, as one in capitals is a name: `US`,
 * `WHO`.
 *
 * @param functionWords in lower case
 * @returns the phrases, without those that are function words; all where there is nothing else
 */
export function withoutFunctionWords(phrases: readonly Phrase[], functionWords?: ReadonlySet<string>): Phrase[] {
  const others = phrases.filter(({ written, exact }) => {
    const letters = written.normalize("NFKC").replaceAll(/[^\p{L}\p{M}]/gu, "");
    const isInCapitals = letters.length > 1 && letters !== letters.toLowerCase() && letters === letters.toUpperCase();
    return exact || isInCapitals || !functionWords?.has(letters.toLowerCase());
  });
  return others.length > 0 ? others : [...phrases];
}

function quotedPhrase(text: string): string | undefined {
  const close = CLOSING_QUOTE[text[0] ?? ""];
  if (!close) return undefined;
  for (let end = text.indexOf(close, 1); end > 0; end = text.indexOf(close, end + 1)) {
    const after = text[end + 1];
    if (end > 1 && (after === undefined || /\s/u.test(after))) return text.slice(1, end);
  }
  return undefined;
}
