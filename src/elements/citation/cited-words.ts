import { shortHash } from "../../essay/text-hash.ts";
import { ELLIPSIS } from "./text-directives.ts";

/** The parameter of an address that was cited. */
const PARAMETER = "v";

/** What was cited: an edition, and which words stood there. */
export interface CitedWords {
  readonly edition: string;
  /** `shortHash` of the words of the paragraph or note; absent where the address names an edition alone. */
  readonly hash?: string;
}

/**
 * @param address of a paragraph or a note
 * @param words all its words
 * @returns the address with the edition and the hash of the words: `?v=1.1.0-k3x9a2`
 */
export function withCitedWords(address: string, edition: string, words: string): string {
  const url = new URL(address);
  url.searchParams.set(PARAMETER, `${edition}-${shortHash(words)}`);
  return url.href;
}

/** The name of an edition that is none is repeated so far. */
const LONGEST_NAME = 24;

/**
 * @param search the query of an address
 * @returns what it says was cited, whether or not there has been such an edition; `undefined` where it says nothing
 */
export function readCitedWords(search: string): CitedWords | undefined {
  const cited = new URLSearchParams(search).get(PARAMETER);
  if (!cited) return undefined;
  const [, edition, hash = ""] = /^(\d+(?:\.\d+)*)(?:-(.*))?$/su.exec(cited) ?? [];
  if (edition !== undefined) return { edition, ...(/^[0-9a-z]{6}$/u.test(hash) && { hash }) };
  return { edition: cited.length > LONGEST_NAME ? `${cited.slice(0, LONGEST_NAME)}${ELLIPSIS}` : cited };
}
