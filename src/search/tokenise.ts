import { IDEOGRAPH_OF_RADICAL } from "./radicals.ts";

/**
 * What the index and the query are made of, the same on both sides: a normal form of the text, and the characters and
 * pairs of characters in it. Runs unchanged in Node and in the browser.
 */

/** White space, and characters that are not seen: they never decide whether a text contains a phrase. */
const IGNORED = /[\s\u00AD\u180E\u200B-\u200F\u2060-\u2064\uFEFF]|\p{Variation_Selector}/u;

/**
 * A character with all that composes with it under NFKC: combining marks, half-width voicing marks, Hangul vowels
 * and finals.
 */
const CLUSTER = /[\s\S][\p{M}\uFF9E\uFF9F\u1160-\u11FF]*/gu;

/** A text in normal form, with the way back to the text as written. */
export interface NormalText {
  readonly text: string;
  /** For each UTF-16 unit of `text` the offset in the original of the cluster that it comes from. */
  readonly starts: readonly number[];
  /** For each UTF-16 unit of `text` the offset in the original after that cluster. */
  readonly ends: readonly number[];
}

/**
 * The form in which texts are compared: radicals as the ideographs that they look like, NFKC, lower case, without
 * white space and invisible characters. Voicing marks, hyphens, dashes, the long vowel mark and 々 keep their identity.
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

function normaliseCluster(cluster: string): string {
  const [first = ""] = cluster;
  const ideograph = IDEOGRAPH_OF_RADICAL.get(first) ?? first;
  const folded = `${ideograph}${cluster.slice(first.length)}`.normalize("NFKC").toLowerCase();
  return [...folded].filter((character) => !IGNORED.test(character)).join("");
}

/** Number of different tokens: three digits of base 36. Two pairs that share a token cost a look at a text, no more. */
const TOKENS = 36 ** 3;

/** A piece of the index's vocabulary. */
export interface Token {
  /** What stands in the index. */
  readonly value: string;
  /** The shard of the index that it stands in. */
  readonly shard: number;
}

/**
 * @param normal a text in normal form
 * @returns its distinct pairs of neighbouring characters
 */
export function pairs(normal: string): Set<string> {
  const characters = [...normal];
  return new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`));
}

/**
 * @param characters a pair of characters, or a single one
 * @param shards number of shards that the tokens are spread over, at least 1
 * @returns the token that stands for them; the same for the same characters, and rarely for others
 */
export function token(characters: string, shards: number): Token {
  const hash = fnv1a(characters);
  return { value: (hash % TOKENS).toString(36), shard: Math.floor(hash / TOKENS) % shards };
}

/** The 32-bit FNV-1a hash of a text's UTF-16 units. http://www.isthe.com/chongo/tech/comp/fnv/ */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let unit = 0; unit < text.length; unit += 1) hash = Math.imul(hash ^ text.charCodeAt(unit), 0x01000193);
  return hash >>> 0;
}
