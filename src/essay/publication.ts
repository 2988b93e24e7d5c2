import type { Localised } from "./language.ts";

/** The journal or collection that the essay is part of. */
export interface Container {
  readonly title: Localised;
  readonly issn?: readonly string[] | undefined;
  readonly volume?: string | undefined;
  readonly issue?: string | undefined;
  /** `101-118`, or an article's number. */
  readonly pages?: string | undefined;
}

/** Identifiers of the essay, without resolver addresses. */
export interface Identifiers {
  readonly doi?: string | undefined;
  readonly isbn?: string | undefined;
  readonly ark?: string | undefined;
  readonly handle?: string | undefined;
}

/** Dates of the essay: ISO 8601, as precise as they are known. */
export interface PublicationDates {
  readonly received?: string | undefined;
  readonly accepted?: string | undefined;
  readonly published?: string | undefined;
}

/** A funder and the number of the grant. */
export interface Funding {
  readonly funder: Localised;
  readonly award?: string | undefined;
}

/** Publication data of an essay; all of them are optional. */
export interface Publication {
  readonly publisher?: Localised | undefined;
  /** Where readers write to the editors: an address of e-mail or of a page. */
  readonly contact?: string | undefined;
  readonly container?: Container | undefined;
  readonly identifiers: Identifiers;
  readonly dates: PublicationDates;
  readonly funding: readonly Funding[];
}

/** @returns the address of a contact as a link */
export const contactLink = (contact: string): string => (contact.includes("://") ? contact : `mailto:${contact}`);

/** Resolver addresses; an ISBN has none. */
const RESOLVERS: Readonly<Partial<Record<keyof Identifiers, string>>> = {
  doi: "https://doi.org/",
  ark: "https://n2t.net/",
  handle: "https://hdl.handle.net/",
};

/** An identifier with the name of its scheme and its address, if it has one. */
interface NamedIdentifier {
  readonly scheme: keyof Identifiers;
  readonly label: string;
  readonly value: string;
  readonly url?: string;
}

const LABELS: Readonly<Record<keyof Identifiers, string>> = { doi: "DOI", isbn: "ISBN", ark: "ARK", handle: "Handle" };

/** @returns the identifiers of an essay, the most common scheme first */
export const namedIdentifiers = (identifiers: Identifiers): NamedIdentifier[] =>
  (["doi", "isbn", "ark", "handle"] as const).flatMap((scheme) => {
    const value = identifiers[scheme];
    if (value === undefined) return [];
    const resolver = RESOLVERS[scheme];
    return [{ scheme, label: LABELS[scheme], value, ...(resolver && { url: resolver + encodeURI(value) }) }];
  });

/** @returns first and last page of a range; `undefined` for a single page */
export function pageRange(pages: string): { first: string; last?: string } {
  const [first = "", last] = pages.split(/[-–]/u);
  return last ? { first, last } : { first };
}
