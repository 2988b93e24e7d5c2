import type { BibliographicItem } from "../essay/bibliographic.ts";
import { isoDate, writeName } from "./names.ts";
import type { CitationRecord } from "./record.ts";

/** A value of JSON-LD. */
type JsonLd = string | readonly JsonLd[] | { readonly [key: string]: JsonLd };

/** @returns the record in the vocabulary of schema.org */
export function toJsonLd(record: CitationRecord): { readonly [key: string]: JsonLd } {
  const { work, parts } = record;
  return {
    "@context": "https://schema.org",
    "@type": work ? "Chapter" : "ScholarlyArticle",
    "@id": record.url,
    name: record.title,
    ...(!work && { headline: record.title }),
    author: { "@type": "Organization", name: record.author },
    datePublished: record.date,
    version: record.version,
    inLanguage: record.language,
    license: record.licence.url,
    creditText: record.nature,
    isBasedOn: sourceLd(record.basis),
    ...(work && { isPartOf: { "@type": "ScholarlyArticle", "@id": work.url, name: work.title } }),
    ...(parts.length > 0 && {
      hasPart: parts.map(({ title, url }) => ({ "@type": "Chapter", "@id": url, name: title })),
      citation: record.sources.map(sourceLd),
    }),
  };
}

function sourceLd(item: BibliographicItem): JsonLd {
  const date = isoDate(item.issued);
  return {
    "@type": TYPES[item.type] ?? "CreativeWork",
    name: item.title,
    ...(item.author && {
      author: item.author.map((name) => ({
        "@type": "literal" in name ? "Organization" : "Person",
        name: writeName(name, item.language),
      })),
    }),
    ...(date && { datePublished: date }),
    ...(item.URL && { url: item.URL }),
  };
}

const TYPES: Readonly<Record<string, string>> = {
  article: "ScholarlyArticle",
  "article-journal": "ScholarlyArticle",
  "article-newspaper": "NewsArticle",
  book: "Book",
  chapter: "Chapter",
  report: "Report",
  webpage: "WebPage",
};

/** @returns JSON that is safe inside a `<script>` element: `<` is escaped */
export const embedJson = (value: JsonLd): string => JSON.stringify(value).replaceAll("<", "\\u003c");
