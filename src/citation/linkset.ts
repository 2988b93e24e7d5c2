import type { TypedLink } from "./links.ts";

/** Name of the file with a page's links, in the page's folder. */
export const LINKSET_FILE = "linkset.json";
export const LINKSET_TYPE = "application/linkset+json";

/** What a relation leads to, in a link set. */
type Targets = readonly {
  readonly href: string;
  readonly type?: string;
  readonly hreflang?: readonly string[];
}[];

/**
 * Writes the links of a page as a link set (RFC 9264), and those that lead back to it: each description says what it
 * describes, each item to which collection it belongs.
 *
 * @param page its address
 */
export function toLinkset(page: string, links: readonly TypedLink[]): string {
  const back = (rel: string, returning: string) =>
    links
      .filter((link) => link.rel === rel)
      .map(({ href }) => ({ anchor: href, [returning]: [{ href: page, type: "text/html" }] }));
  const linkset = [
    { anchor: page, ...targetsByRelation(links) },
    ...back("describedby", "describes"),
    ...back("item", "collection"),
  ];
  return `${JSON.stringify({ linkset })}\n`;
}

const targetsByRelation = (links: readonly TypedLink[]): Record<string, Targets> =>
  Object.fromEntries(
    [...Map.groupBy(links, ({ rel }) => rel)].map(([rel, some]) => [
      rel,
      some.map(({ href, type, hreflang }) => ({
        href,
        ...(type && { type }),
        ...(hreflang && { hreflang: [hreflang] }),
      })),
    ]),
  );
