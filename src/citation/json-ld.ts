import type {
  Chapter,
  ContactPoint,
  Grant,
  Organization,
  Periodical,
  PropertyValue,
  PublicationIssue,
  PublicationVolume,
  ScholarlyArticle,
  WithContext,
} from "schema-dts";
import type { BibliographicItem, Name, PersonName } from "../essay/bibliographic.ts";
import { type Credit, orcidUrl } from "../essay/people.ts";
import { namedIdentifiers, pageRange } from "../essay/publication.ts";
import { familyOf, givenOf, isoDate, writeName } from "./names.ts";
import type { CitationRecord, RecordContainer } from "./record.ts";

/** What a page is in the vocabulary of schema.org. A key without a value is left out. */
export type JsonLdRecord = WithContext<ScholarlyArticle> | WithContext<Chapter>;

/** An object of which each key that may be without a value may be left out. */
type Present<Values> = { [Key in keyof Values as undefined extends Values[Key] ? never : Key]: Values[Key] } & {
  [Key in keyof Values as undefined extends Values[Key] ? Key : never]?: Exclude<Values[Key], undefined>;
};

/** @returns the object without the keys that have no value */
const present = <Values extends object>(values: Values): Present<Values> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<Values>;

/** @returns the record in the vocabulary of schema.org */
export function toJsonLd(record: CitationRecord): JsonLdRecord {
  const { work, licence } = record;
  const common = present({
    "@context": "https://schema.org",
    "@id": record.url,
    name: record.title,
    author: oneOrMore(record.authors.map(agent)),
    // The vocabulary has persons as editors only.
    editor: oneOrMore(record.editors.flatMap(person)),
    translator: oneOrMore(record.translators.map(agent)),
    contributor: oneOrMore(
      [...record.editors.filter(({ name }) => "literal" in name), ...record.contributors].map(agent),
    ),
    publisher: record.publisher
      ? {
          ...organization(record.publisher),
          ...present({ contactPoint: record.contact ? contactLd(record.contact) : undefined }),
        }
      : undefined,
    datePublished: record.date,
    dateModified: record.editionDate,
    version: record.version,
    inLanguage: record.language,
    license: licence?.url,
    copyrightNotice: licence && licence.url === undefined ? licence.name : undefined,
    creditText: record.nature,
    abstract: record.abstract ?? record.description,
    keywords: record.keywords.length > 0 ? [...record.keywords] : undefined,
  } as const);
  if (work)
    return {
      ...common,
      "@type": "Chapter",
      ...otherLanguages(record, (url) => ({ "@type": "Chapter", "@id": url })),
      isPartOf: { "@type": "ScholarlyArticle", "@id": work.url, name: work.title },
    };
  return {
    ...common,
    "@type": "ScholarlyArticle",
    headline: record.title,
    ...present({ image: record.image }),
    ...otherLanguages(record, (url) => ({ "@type": "ScholarlyArticle", "@id": url })),
    ...ofTheWhole(record),
  };
}

/**
 * The text of the first language is the work, those of the others are translations of it. Where the essay itself is a
 * translation, none is made from another.
 */
function otherLanguages<Text>(
  { essayKind, language, translations, original }: CitationRecord,
  text: (url: string) => Text,
): { readonly translationOfWork?: Text; readonly workTranslation?: readonly Text[] } {
  if (essayKind === "translation") return {};
  if (language !== original) return { translationOfWork: text(translations[original] ?? "") };
  const others = Object.values(translations);
  return others.length > 0 ? { workTranslation: others.map(text) } : {};
}

/** What an essay has once: whence it is, its names elsewhere, its place in a journal, who has paid for it. */
function ofTheWhole(record: CitationRecord) {
  const { identifiers, container, funding, parts, basis } = record;
  const named = namedIdentifiers(identifiers);
  const addresses = named.flatMap(({ url }) => url ?? []);
  const pages = container?.pages ? pageRange(container.pages) : undefined;
  return present({
    ...(basis && { [record.essayKind === "translation" ? "translationOfWork" : "isBasedOn"]: sourceLd(basis) }),
    hasPart: oneOrMore(parts.map(({ title, url }) => ({ "@type": "Chapter", "@id": url, name: title }) as const)),
    citation: oneOrMore(record.sources.map(sourceLd)),
    identifier: oneOrMore(
      named.map(
        ({ label, value, url }): PropertyValue =>
          present({ "@type": "PropertyValue", propertyID: label, value, url } as const),
      ),
    ),
    sameAs: oneOrMore(addresses),
    isPartOf: container && containerLd(container),
    pageStart: pages?.last ? pages.first : undefined,
    pageEnd: pages?.last,
    pagination: container?.pages,
    funding: oneOrMore(
      funding.map(
        ({ funder, award }): Grant =>
          present({ "@type": "Grant", identifier: award, funder: organization(funder) } as const),
      ),
    ),
  });
}

/** An issue is part of a volume, which is part of the journal; each only where it is known. */
function containerLd({
  title,
  issn,
  volume,
  issue,
}: RecordContainer): Periodical | PublicationVolume | PublicationIssue {
  const journal: Periodical = present({ "@type": "Periodical", name: title, issn: oneOrMore(issn) } as const);
  const inVolume: Periodical | PublicationVolume = volume
    ? { "@type": "PublicationVolume", volumeNumber: volume, isPartOf: journal }
    : journal;
  return issue ? { "@type": "PublicationIssue", issueNumber: issue, isPartOf: inVolume } : inVolume;
}

const organization = (name: string) => ({ "@type": "Organization", name }) as const satisfies Organization;

const contactLd = (contact: string): ContactPoint =>
  contact.includes("://") ? { "@type": "ContactPoint", url: contact } : { "@type": "ContactPoint", email: contact };

const agent = (credit: Credit) => ({ ...nameLd(credit.name), ...detailsOf(credit) });

const person = (credit: Credit) =>
  "literal" in credit.name ? [] : [{ ...personLd(credit.name), ...detailsOf(credit) }];

const detailsOf = ({ orcid, affiliation, email, url }: Credit) => ({
  ...(orcid && { "@id": orcidUrl(orcid) }),
  ...present({ identifier: orcid && orcidUrl(orcid), email, url }),
  ...(affiliation && { affiliation: organization(affiliation) }),
});

const nameLd = (name: Name) => ("literal" in name ? organization(name.literal) : personLd(name));

const personLd = (name: PersonName) =>
  present({
    "@type": "Person",
    name: writeName(name),
    familyName: familyOf(name),
    givenName: givenOf(name) || undefined,
    honorificSuffix: name.suffix,
  } as const);

const sourceLd = (item: BibliographicItem) =>
  present({
    "@type": (item.type in TYPES ? TYPES[item.type as keyof typeof TYPES] : undefined) ?? "CreativeWork",
    name: item.title,
    author: oneOrMore((item.author ?? []).map(nameLd)),
    datePublished: isoDate(item.issued) || undefined,
    url: item.URL,
    sameAs: item.DOI && `https://doi.org/${item.DOI}`,
  } as const);

/** One alone needs no list, none no key. */
const oneOrMore = <Value>(values: readonly Value[]): Value | readonly Value[] | undefined =>
  values.length > 1 ? values : values[0];

const TYPES = {
  article: "ScholarlyArticle",
  "article-journal": "ScholarlyArticle",
  "article-newspaper": "NewsArticle",
  book: "Book",
  chapter: "Chapter",
  report: "Report",
  webpage: "WebPage",
} as const satisfies Readonly<Record<string, string>>;

/** @returns JSON that is safe inside a `<script>` element: `<` is escaped */
export const embedJson = (value: object): string => JSON.stringify(value).replaceAll("<", "\\u003c");
