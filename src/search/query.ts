import { normalise } from "./tokenise.ts";

/** One phrase of a query: a word, or what stands in quotation marks. */
export interface Phrase {
  /** As the reader wrote it, without the quotation marks. */
  readonly written: string;
  /** In normal form, never empty. */
  readonly normal: string;
  /** Whether only this form counts, where a language's words are otherwise found in all their forms. */
  readonly exact?: boolean;
}

/** A piece of a query as it was typed. */
interface QueryPart {
  readonly written: string;
  /** Whether it stood in quotation marks. */
  readonly quoted: boolean;
}

const CLOSING_QUOTE: Readonly<Record<string, string>> = { "「": "」", "『": "』", '"': '"', "“": "”", "＂": "＂" };

/**
 * Cuts a query into parts: at white space, but for what stands in quotation marks. A quotation mark counts as one
 * only where it begins a word and its partner ends one, so that a phrase copied out of the text is taken as it is.
 *
 * @param query as typed
 */
export function cutQuery(query: string): QueryPart[] {
  const parts: QueryPart[] = [];
  let rest = query.trim();
  while (rest) {
    const quoted = quotedPhrase(rest);
    const written = quoted ?? /^\S+/u.exec(rest)?.[0] ?? rest;
    rest = rest.slice(written.length + (quoted === undefined ? 0 : 2)).trimStart();
    parts.push({ written, quoted: quoted !== undefined });
  }
  return parts;
}

/**
 * Parses a query in a language without spaces between words, where every phrase is exact.
 *
 * @param query as typed
 * @returns the phrases in order, each once
 */
export function parseQuery(query: string): Phrase[] {
  const phrases: Phrase[] = [];
  for (const { written } of cutQuery(query)) {
    const normal = normalise(written);
    if (normal && !phrases.some((phrase) => phrase.normal === normal)) phrases.push({ written, normal });
  }
  return phrases;
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
