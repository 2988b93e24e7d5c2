/** The name of a person, in the parts of CSL. */
export interface PersonName {
  readonly family: string;
  readonly given?: string | undefined;
  readonly "dropping-particle"?: string | undefined;
  readonly "non-dropping-particle"?: string | undefined;
  readonly suffix?: string | undefined;
}

/** A person, or a body whose name has no parts. */
export type Name = PersonName | { readonly literal: string };

/** A date as CSL-JSON writes it: year, month and day, as far as they are known. */
export interface CslDate {
  readonly "date-parts": readonly [readonly [number, ...number[]]];
}

/** A published work, in the part of CSL-JSON that this site uses. */
export interface BibliographicItem {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author?: readonly Name[] | undefined;
  readonly issued?: CslDate | undefined;
  readonly publisher?: string | undefined;
  readonly "container-title"?: string | undefined;
  readonly URL?: string | undefined;
  readonly DOI?: string | undefined;
  /** BCP 47 tag of the work's own language. */
  readonly language: string;
}
