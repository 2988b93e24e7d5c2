import { normalise } from "./tokenise.ts";

/** A number as readers cite a paragraph, or as an address has it, and nothing else. */
const NAMED = /^(?:¶|¶¶|par(?:a(?:graph)?)?\.?|#?p\.?|段落|第)?(?<number>\d{1,4}[a-z]?)(?:段落|段|段落目)?$/u;

/** @returns the number of the paragraph that a query asks for: `30` of `¶30`, `p30`, `第30段落` and `30` */
export const paragraphInQuery = (query: string): string | undefined => NAMED.exec(normalise(query))?.groups?.["number"];

/**
 * @returns whether a query says that it means a paragraph, as `¶30` and `p30` do: `30` and `第30` may as well stand in the
 *   text
 */
export const namesParagraph = (query: string): boolean =>
  paragraphInQuery(query) !== undefined && /[¶段p]/u.test(normalise(query));

/** @returns what a section is indexed by for each of its paragraphs; no word of a text is like it */
export const paragraphPiece = (number: string): string => `¶${number}`;
