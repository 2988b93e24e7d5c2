import type { Name } from "./bibliographic.ts";
import { inLanguage, type Language, type Localised, maybeInLanguage } from "./language.ts";

/** A person or organisation that contributed to the essay. */
export interface Contributor {
  /** The name by language; other languages use the first. */
  readonly name: Localised<Name>;
  /** ORCID iD, without the address around it: `0000-0002-1825-0097`. */
  readonly orcid?: string | undefined;
  readonly affiliation?: Localised | undefined;
  readonly email?: string | undefined;
  readonly url?: string | undefined;
  /** The contribution. */
  readonly role?: Localised | undefined;
  /** Of a translator, the target languages; absent for all. */
  readonly into?: readonly Language[] | undefined;
}

/** The contributors by role, in the order in which they are named. */
export interface People {
  readonly authors: readonly Contributor[];
  readonly editors: readonly Contributor[];
  readonly translators: readonly Contributor[];
  readonly contributors: readonly Contributor[];
}

/** A contributor in one language. */
export interface Credit {
  readonly name: Name;
  readonly orcid?: string | undefined;
  readonly affiliation?: string | undefined;
  readonly email?: string | undefined;
  readonly url?: string | undefined;
  readonly role?: string | undefined;
}

/** @returns the contributors in one language */
export const creditsIn = (contributors: readonly Contributor[], language: Language): Credit[] =>
  contributors.flatMap(({ name, orcid, affiliation, email, url, role }): Credit[] => {
    const own = inLanguage(name, language);
    if (!own) return [];
    const words = { affiliation: maybeInLanguage(affiliation, language), role: maybeInLanguage(role, language) };
    return [{ name: own, orcid, email, url, ...words }];
  });

/** @returns an organisation of which only the name is known */
export const body = (name: Localised): Contributor => ({
  name: Object.fromEntries(Object.entries(name).map(([language, literal]) => [language, { literal }])),
});

/** @returns the address of an ORCID iD */
export const orcidUrl = (id: string): string => `https://orcid.org/${id}`;
