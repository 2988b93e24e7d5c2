import { IDEOGRAPH_OF_RADICAL } from "./radicals.ts";

/** Normal form and tokens, used alike by index and query, in Node and in the browser. */

/** White space and invisible characters, which are ignored. */
const IGNORED = /[\s\u00AD\u180E\u200B-\u200F\u2060-\u2064\uFEFF]|\p{Variation_Selector}/u;

/**
 * A character with everything that NFKC composes with it: combining marks, half-width voicing marks, Hangul vowels and
 * finals.
 */
const CLUSTER = /[\s\S][\p{M}\uFF9E\uFF9F\u1160-\u11FF]*/gu;

/** A text in normal form, with a mapping to the original. */
interface NormalText {
  readonly text: string;
  /** For each UTF-16 unit, the offset of its cluster in the original. */
  readonly starts: readonly number[];
  /** For each UTF-16 unit, the offset after its cluster in the original. */
  readonly ends: readonly number[];
}

/**
 * Normalises a text for comparison: radicals become ideographs, then NFKC and lower case; white space and invisible
 * characters are removed. Voicing marks, hyphens, dashes, ー and 々 stay distinct.
 */
export function normaliseWithOffsets(original: string): NormalText {
  let text = "";
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of original.matchAll(CLUSTER)) {
    const normal = normaliseCluster(match[0]);
    text += normal;
    for (let unit = 0; unit < normal.length; unit += 1) {
      starts.push(match.index);
      ends.push(match.index + match[0].length);
    }
  }
  return { text, starts, ends };
}

/** @returns the text in normal form; see `normaliseWithOffsets` */
export const normalise = (original: string): string => normaliseWithOffsets(original).text;

/** Cache of normalised clusters: a text has few distinct ones. */
const normalForms = new Map<string, string>();

function normaliseCluster(cluster: string): string {
  const known = normalForms.get(cluster);
  if (known !== undefined) return known;
  const [first = ""] = cluster;
  const ideograph = IDEOGRAPH_OF_RADICAL.get(first) ?? first;
  const folded = `${ideograph}${cluster.slice(first.length)}`.normalize("NFKC").toLowerCase();
  const normal = [...folded].filter((character) => !IGNORED.test(character)).join("");
  normalForms.set(cluster, normal);
  return normal;
}

/** A token of the index. */
interface Token {
  /** Its value in the index. */
  readonly value: string;
  /** Its shard. */
  readonly shard: number;
}

/**
 * @param normal a text in normal form
 * @returns its distinct bigrams
 */
export function pairs(normal: string): Set<string> {
  const characters = [...normal];
  return new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`));
}

/** Size of the token space. */
export interface TokenSpace {
  /** Number of shards, at least 1. */
  readonly shards: number;
  /** Number of distinct tokens of a shard. */
  readonly tokens: number;
}

/**
 * How much of the beginning of a piece decides on its shard, in UTF-16 units: the shard of a word is known, and can be asked
 * for, before the reader has typed the word to its end.
 */
export const BEGINNING = 4;

/**
 * @param characters a bigram, a single character, or the stem of a word
 * @returns its token. Different characters may share one, which only means that a text is searched in vain.
 */
export function token(characters: string, { shards, tokens }: TokenSpace): Token {
  const value = (fnv1a(characters) % tokens).toString(36);
  return { value, shard: Math.floor(fnv1a(characters.slice(0, BEGINNING)) / tokens) % shards };
}

/** The 32-bit FNV-1a hash of a text's UTF-16 units. http://www.isthe.com/chongo/tech/comp/fnv/ */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let unit = 0; unit < text.length; unit += 1) hash = Math.imul(hash ^ text.charCodeAt(unit), 0x01000193);
  return hash >>> 0;
}
