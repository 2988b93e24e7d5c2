import type { Localised } from "./language.ts";

/** The journal or the collection in which an essay appears. */
export interface Container {
  readonly title: Localised;
  readonly issn?: readonly string[] | undefined;
  readonly volume?: string | undefined;
  readonly issue?: string | undefined;
  /** `101-118`, or an article's number. */
  readonly pages?: string | undefined;
}

/** Names under which an essay is registered elsewhere, without the address around them. */
export interface Identifiers {
  readonly doi?: string | undefined;
  readonly isbn?: string | undefined;
  readonly ark?: string | undefined;
  readonly handle?: string | undefined;
}

/** When an essay came about: ISO 8601, as exact as it is known. */
export interface PublicationDates {
  readonly received?: string | undefined;
  readonly accepted?: string | undefined;
  readonly published?: string | undefined;
}

/** Who has paid for the work, and under which number. */
export interface Funding {
  readonly funder: Localised;
  readonly award?: string | undefined;
}

/** How, where and when an essay is published; all of it may be absent. */
export interface Publication {
  readonly publisher?: Localised | undefined;
  readonly container?: Container | undefined;
  readonly identifiers: Identifiers;
  readonly dates: PublicationDates;
  readonly funding: readonly Funding[];
}

/** Where each identifier leads; an ISBN has no address of its own. */
const RESOLVERS: Readonly<Partial<Record<keyof Identifiers, string>>> = {
  doi: "https://doi.org/",
  ark: "https://n2t.net/",
  handle: "https://hdl.handle.net/",
};

/** An identifier with the name of its scheme, and its address where it has one. */
export interface NamedIdentifier {
  readonly scheme: keyof Identifiers;
  readonly label: string;
  readonly value: string;
  readonly url?: string;
}

const LABELS: Readonly<Record<keyof Identifiers, string>> = { doi: "DOI", isbn: "ISBN", ark: "ARK", handle: "Handle" };

/** @returns the identifiers that there are, the most used first */
export const namedIdentifiers = (identifiers: Identifiers): NamedIdentifier[] =>
  (["doi", "isbn", "ark", "handle"] as const).flatMap((scheme) => {
    const value = identifiers[scheme];
    if (value === undefined) return [];
    const resolver = RESOLVERS[scheme];
    return [{ scheme, label: LABELS[scheme], value, ...(resolver && { url: resolver + encodeURI(value) }) }];
  });

/** @returns the first and the last of a range of pages; one alone where it is no range */
export function pageRange(pages: string): { first: string; last?: string } {
  const [first = "", last] = pages.split(/[-–]/u);
  return last ? { first, last } : { first };
}
