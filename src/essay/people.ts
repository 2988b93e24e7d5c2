import type { Name } from "./bibliographic.ts";
import { inLanguage, type Language, type Localised, maybeInLanguage } from "./language.ts";

/** A person or a body that had a part in the essay. */
export interface Contributor {
  /** As each language writes it; languages that lack it use the first. */
  readonly name: Localised<Name>;
  /** ORCID iD, without the address around it: `0000-0002-1825-0097`. */
  readonly orcid?: string | undefined;
  readonly affiliation?: Localised | undefined;
  readonly email?: string | undefined;
  readonly url?: string | undefined;
  /** What a contributor has done. */
  readonly role?: Localised | undefined;
  /** Of a translator the languages whose text is theirs; absent where all are that are translated. */
  readonly into?: readonly Language[] | undefined;
}

/** Who had which part in the essay, each in the order in which they are named. */
export interface People {
  readonly authors: readonly Contributor[];
  readonly editors: readonly Contributor[];
  readonly translators: readonly Contributor[];
  readonly contributors: readonly Contributor[];
}

/** A contributor as one language names them. */
export interface Credit {
  readonly name: Name;
  readonly orcid?: string | undefined;
  readonly affiliation?: string | undefined;
  readonly email?: string | undefined;
  readonly url?: string | undefined;
  readonly role?: string | undefined;
}

/** @returns the contributors as a language names them */
export const creditsIn = (contributors: readonly Contributor[], language: Language): Credit[] =>
  contributors.flatMap(({ name, orcid, affiliation, email, url, role }): Credit[] => {
    const own = inLanguage(name, language);
    if (!own) return [];
    const words = { affiliation: maybeInLanguage(affiliation, language), role: maybeInLanguage(role, language) };
    return [{ name: own, orcid, email, url, ...words }];
  });

/** @returns a body of which no more is known than its name in each language */
export const body = (name: Localised): Contributor => ({
  name: Object.fromEntries(Object.entries(name).map(([language, literal]) => [language, { literal }])),
});

/** The address that an ORCID iD stands for. */
export const orcidUrl = (id: string): string => `https://orcid.org/${id}`;
