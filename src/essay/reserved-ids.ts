import { parseParagraphId } from "./paragraph-ids.ts";

/** Slugs of the site's own pages. No author can use these or the ids below for an address of his own. */
export const RESERVED_SLUGS: readonly string[] = [
  "full",
  "notes",
  "sources",
  "glossary",
  "timeline",
  "figures",
  "editions",
  "formats",
  "search",
  "about",
  "404",
];

/** Ids of elements that pages have. */
const PAGE_IDS: ReadonlySet<string> = new Set([
  "after-essay",
  "annotations",
  "before-essay",
  "bibliography",
  "contents",
  "continue",
  "editor-notes",
  "main",
  "q",
  "search-hint",
]);

/** Prefixes of generated anchors, with what they are generated for. */
const PREFIXES: Readonly<Record<string, string>> = {
  "note-": "notes",
  "mark-": "marks of notes",
  "source-": "sources",
  "term-": "terms",
  "event-": "events",
  "figure-": "figures",
};

/**
 * Checks an explicit id: of a section, heading, quotation or element.
 *
 * @returns why the id is not free, as the predicate of a sentence; `undefined` where it is free
 */
export function reservedId(id: string): string | undefined {
  if (parseParagraphId(id) || /^p\d+[a-z]*$/u.test(id)) return "is the address of a paragraph";
  const prefix = Object.keys(PREFIXES).find((one) => id.startsWith(one));
  if (prefix) return `begins with “${prefix}”, as only the addresses of ${PREFIXES[prefix]} do`;
  if (RESERVED_SLUGS.includes(id)) return "is the address of one of the site's own pages";
  if (PAGE_IDS.has(id)) return "is the id of a part of the site's own pages";
  return undefined;
}
