import type { Nodes, Text } from "mdast";
import { type CitedPlace, placeIn } from "../essay/cited-place.ts";
import { SKIP, visit } from "./visit.ts";

/** One work in a citation. */
export interface CitedWork {
  /** Id of `references.json`. */
  readonly id: string;
  /** Words before it: `see`. */
  readonly prefix: string | undefined;
  /** What follows the id, as it was written: `para. 9`. */
  readonly locator: string | undefined;
  readonly place: CitedPlace;
  /** Whether the sentence names the author already: `[-@lowe-1931]`. */
  readonly withoutAuthor: boolean;
}

/**
 * A citation in Pandoc's syntax, https://pandoc.org/MANUAL.html#citation-syntax: `[@nato-2022]`, `[@nato-2022, para. 9]`,
 * `[see @lowe-1931, ch. 2; -@nato-2022]`, and in running text `@lowe-1931` and `@lowe-1931 [p. 9]`.
 */
export interface Citation {
  readonly works: readonly CitedWork[];
  /** Whether the author is part of the sentence: `@lowe-1931 [p. 9]`. */
  readonly isNarrative: boolean;
  /** The text node in which it stands, for its position. */
  readonly node: Text;
  /** Offset of its first character in the node's value. */
  readonly offset: number;
  readonly length: number;
}

/** @returns whether there is a source with this id */
export type IsKnown = (id: string) => boolean;

/** A bracket with an id in it. One that begins with the id is a citation, whatever the id; see `isMeant`. */
const BRACKET = /\[(?<body>[^[\]]*?-?@[^[\]]+)\]/u;
const NARRATIVE = /(?<![\p{L}\p{N}@./_-])@(?<id>[a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?:\s\[(?<locator>[^[\]@]+)\])?/u;
const WORK = /^(?<prefix>[^@]*?)(?<hidden>-)?@(?<id>[^\s,;]+)(?:(?:,\s*|\s+)(?<locator>[\s\S]*))?$/u;

const IN_BRACKETS = new RegExp(BRACKET, "gu");
const IN_TEXT = new RegExp(
  `${BRACKET.source}|${NARRATIVE.source.replaceAll("<id>", "<narrative>").replaceAll("<locator>", "<place>")}`,
  "gu",
);

/**
 * @param isKnown tells a citation from words with an @ in them. A bracket that begins with the sign, `[@lowe]`, is one
 *   even of a source that there is not, so that a misspelt id is found.
 * @returns the citations below a note, in order
 */
export const findCitations = (tree: Nodes, isKnown: IsKnown = () => false): Citation[] =>
  citationsIn(tree, IN_BRACKETS, isKnown);

/** @returns the citations in what is no note, in order; there an author may be named in the sentence itself */
export const findTextCitations = (tree: Nodes, isKnown: IsKnown): Citation[] => citationsIn(tree, IN_TEXT, isKnown);

function citationsIn(tree: Nodes, pattern: RegExp, isKnown: IsKnown): Citation[] {
  const found: Citation[] = [];
  visit(tree, (node) => {
    // What is searched is a note itself, or a text whose notes are searched apart from it.
    if (node !== tree && node.type === "footnoteDefinition") return SKIP;
    if (node.type !== "text") return undefined;
    for (const match of node.value.matchAll(pattern)) {
      const { body, narrative, place } = match.groups ?? {};
      const works = body === undefined ? [workOf(narrative ?? "", place)] : worksIn(body);
      const isCitation = body === undefined ? isKnown(narrative ?? "") : isMeant(body, works, isKnown);
      if (!isCitation) continue;
      found.push({ works, isNarrative: body === undefined, node, offset: match.index, length: match[0].length });
    }
    return undefined;
  });
  return found;
}

const isMeant = (body: string, works: readonly CitedWork[], isKnown: IsKnown): boolean =>
  works.length > 0 && (/^-?@/u.test(body) || works.some(({ id }) => isKnown(id)));

/**
 * @returns the works of a bracket, parted by semicolons that a work follows: others belong to the words behind it; none
 *   where a part of it names no work
 */
function worksIn(body: string): CitedWork[] {
  const parts = body.split(/;(?=[^;]*@)/u).map((part) => WORK.exec(part.trim())?.groups);
  if (parts.some((part) => part === undefined)) return [];
  return parts.map((part) => workOf(part?.["id"] ?? "", part?.["locator"], part?.["prefix"], part?.["hidden"]));
}

const workOf = (id: string, locator?: string, prefix = "", hidden?: string): CitedWork => ({
  id,
  prefix: prefix.trim() || undefined,
  locator: locator?.trim() || undefined,
  place: placeIn(locator?.trim() ?? ""),
  withoutAuthor: hidden !== undefined,
});
