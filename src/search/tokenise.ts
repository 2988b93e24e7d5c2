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
interface NormalText {
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

/** Clusters in normal form: a text has many characters and few different ones. */
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

/** A piece of the index's vocabulary. */
interface Token {
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

/** How the index's vocabulary is laid out. */
export interface TokenSpace {
  /** Number of shards that the tokens are spread over, at least 1. */
  readonly shards: number;
  /** Number of different tokens that a shard can hold. */
  readonly tokens: number;
}

/**
 * @param characters a pair of characters, or a single one
 * @returns the token that stands for them; the same for the same characters, and now and then for others: two pairs
 * that share a token cost a look at a text, no more
 */
export function token(characters: string, { shards, tokens }: TokenSpace): Token {
  const hash = fnv1a(characters);
  return { value: (hash % tokens).toString(36), shard: Math.floor(hash / tokens) % shards };
}

/** The 32-bit FNV-1a hash of a text's UTF-16 units. http://www.isthe.com/chongo/tech/comp/fnv/ */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let unit = 0; unit < text.length; unit += 1) hash = Math.imul(hash ^ text.charCodeAt(unit), 0x01000193);
  return hash >>> 0;
}
