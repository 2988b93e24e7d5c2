import { stringify } from "yaml";
import type { Name } from "../essay/bibliographic.ts";
import { type Credit, orcidUrl } from "../essay/people.ts";
import { namedIdentifiers } from "../essay/publication.ts";
import { toJsonLd } from "./json-ld.ts";
import { familyOf } from "./names.ts";
import type { CitationRecord, RecordLicence } from "./record.ts";

/**
 * @param record of the whole
 * @returns the file `CITATION.cff` (Citation File Format 1.2.0), by which repositories say how to cite what is in them
 */
export function toCitationFile(record: CitationRecord): string {
  const { container, identifiers, keywords } = record;
  const people = (credits: readonly Credit[]) => (credits.length > 0 ? credits.map(creditOf) : undefined);
  const authors = people(record.authors) ?? [{ name: record.title }];
  const [year = "", month] = record.date.split("-").map(Number);
  const named = namedIdentifiers(identifiers).filter(({ scheme }) => scheme !== "isbn");
  const file = {
    "cff-version": "1.2.0",
    message: record.nature ?? record.description,
    type: "dataset",
    title: record.title,
    abstract: record.abstract ?? record.description,
    authors,
    contact: record.contact ? [contactOf(record.publisher ?? record.title, record.contact)] : undefined,
    version: record.version,
    "date-released": record.editionDate.length === "2000-01-01".length ? record.editionDate : undefined,
    url: record.url,
    doi: identifiers.doi,
    identifiers:
      named.length > 0
        ? named.map(({ scheme, value, url }) => ({
            type: scheme === "doi" ? "doi" : "url",
            value: scheme === "doi" ? value : url,
          }))
        : undefined,
    keywords: keywords.length > 0 ? keywords : undefined,
    "license-url": record.licence?.url,
    "preferred-citation": {
      type: container ? "article" : "website",
      title: record.title,
      authors,
      editors: people(record.editors),
      translators: people(record.translators),
      publisher: record.publisher ? { name: record.publisher } : undefined,
      journal: container?.title,
      volume: container?.volume,
      issue: container?.issue,
      year,
      month,
      version: record.version,
      languages: [record.language],
      doi: identifiers.doi,
      url: record.url,
    },
  };
  return stringify(withoutAbsent(file), { lineWidth: 0 });
}

/** An entity of this format by which the editors can be reached. */
const contactOf = (name: string, contact: string) => ({
  name,
  [contact.includes("://") ? "website" : "email"]: contact,
});

/** A person or a body, as this format has them. */
function creditOf({ name, orcid, affiliation, email }: Credit) {
  if ("literal" in name) return { name: name.literal, orcid: orcid && orcidUrl(orcid), email };
  return { ...partsOf(name), orcid: orcid && orcidUrl(orcid), affiliation, email };
}

const partsOf = (name: Exclude<Name, { literal: string }>) => ({
  "family-names": name.family,
  "given-names": name.given,
  "name-particle": name["non-dropping-particle"] ?? name["dropping-particle"],
  "name-suffix": name.suffix,
});

const withoutAbsent = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/**
 * @param record of the whole
 * @param code the licence of what makes the pages
 * @returns the file `codemeta.json` (CodeMeta 3.0): the site as software, and the essay that it publishes
 */
export function toCodemeta(record: CitationRecord, code: RecordLicence | undefined): string {
  const { "@context": _context, ...essay } = toJsonLd(record);
  const file = {
    "@context": "https://w3id.org/codemeta/3.0",
    "@type": "SoftwareSourceCode",
    name: record.title,
    description: record.description,
    author: record.authors.map(({ name, orcid }) => ({
      "@type": "literal" in name ? "Organization" : "Person",
      "@id": orcid && orcidUrl(orcid),
      ...("literal" in name ? { name: name.literal } : { givenName: name.given, familyName: familyOf(name) }),
    })),
    version: record.version,
    datePublished: record.date,
    dateModified: record.editionDate,
    url: record.url,
    identifier: namedIdentifiers(record.identifiers)[0]?.url ?? record.url,
    keywords: record.keywords.length > 0 ? record.keywords : undefined,
    license: code?.url ?? record.licence?.url,
    inLanguage: record.language,
    referencePublication: essay,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
