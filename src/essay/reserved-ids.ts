import { parseParagraphId } from "./paragraph-ids.ts";

/** Slugs of the site's own pages; of these and of the ids below no author may make an address of his own. */
export const RESERVED_SLUGS: readonly string[] = [
  "full",
  "notes",
  "glossary",
  "timeline",
  "editions",
  "search",
  "about",
];

/** Ids of the page's own parts. */
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

/** What an anchor begins with that the site makes from a label or an id of something other than a block. */
const PREFIXES: Readonly<Record<string, string>> = {
  "note-": "notes",
  "mark-": "marks of notes",
  "source-": "sources",
  "term-": "terms",
  "event-": "events",
  "figure-": "figures",
};

/**
 * The one rule for the ids that authors give: of sections, headings, quotations and elements.
 *
 * @returns why an id is not free, as the predicate of a sentence; `undefined` where it is
 */
export function reservedId(id: string): string | undefined {
  if (parseParagraphId(id) || /^p\d+[a-z]*$/u.test(id)) return "is the address of a paragraph";
  const prefix = Object.keys(PREFIXES).find((one) => id.startsWith(one));
  if (prefix) return `begins with “${prefix}”, as only the addresses of ${PREFIXES[prefix]} do`;
  if (RESERVED_SLUGS.includes(id)) return "is the address of one of the site's own pages";
  if (PAGE_IDS.has(id)) return "is the id of a part of the site's own pages";
  return undefined;
}
