import { shortHash } from "../../essay/text-hash.ts";

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

/**
 * @param search the query of an address
 * @returns what it says was cited; `undefined` where it says nothing of the kind
 */
export function readCitedWords(search: string): CitedWords | undefined {
  const [, edition, hash] =
    /^(\d+(?:\.\d+)*)(?:-([0-9a-z]{6}))?$/u.exec(new URLSearchParams(search).get(PARAMETER) ?? "") ?? [];
  return edition === undefined ? undefined : { edition, ...(hash !== undefined && { hash }) };
}
