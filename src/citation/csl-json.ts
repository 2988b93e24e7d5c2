import type { CslDate, Name } from "../essay/bibliographic.ts";
import type { Credit } from "../essay/people.ts";
import { cslDate } from "./names.ts";
import { type CitationRecord, noteOf, publisherBeside } from "./record.ts";

/** A record as CSL-JSON 1.0.2. */
export interface CslRecord {
  readonly id: string;
  readonly type: "webpage" | "chapter" | "article-journal";
  readonly title: string;
  readonly "container-title"?: string;
  readonly author?: readonly Name[];
  readonly editor?: readonly Name[];
  readonly translator?: readonly Name[];
  readonly publisher?: string;
  readonly issued: CslDate;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly edition?: string;
  readonly version?: string;
  readonly DOI?: string;
  readonly ISBN?: string;
  readonly ISSN?: string;
  readonly URL: string;
  readonly abstract?: string;
  readonly keyword?: string;
  readonly language: string;
  /** What a style prints after the title of a kind of work that it has no name of. */
  readonly genre?: string;
  readonly note?: string;
  readonly "original-title"?: string;
  readonly "original-date"?: CslDate;
}

/**
 * The whole is an article of its journal, else a page of its own; a section is a chapter in it. The edition goes where its
 * type has a place for it.
 */
export function cslRecord(record: CitationRecord): CslRecord {
  const { basis, work, container, identifiers } = record;
  const article = work ? undefined : container;
  return {
    id: record.key,
    type: work ? "chapter" : article ? "article-journal" : "webpage",
    title: record.title,
    ...present({ "container-title": work?.title ?? article?.title }),
    ...people({ author: record.authors, editor: record.editors, translator: record.translators }),
    ...present({
      publisher: publisherBeside(record),
      volume: article?.volume,
      issue: article?.issue,
      page: article?.pages,
    }),
    issued: cslDate(record.date),
    [work ? "edition" : "version"]: record.version,
    ...present({
      DOI: work ? undefined : identifiers.doi,
      ISBN: identifiers.isbn,
      ISSN: article?.issn[0],
    }),
    URL: record.url,
    ...present({
      abstract: record.abstract,
      keyword: record.keywords.join(", "),
      genre: record.titleClause,
      note: noteOf(record),
    }),
    language: record.language,
    // Whose work it was stands in the note: of an original author Zotero would make an author of this text.
    ...(basis && {
      "original-title": basis.title,
      ...(basis.issued && { "original-date": basis.issued }),
    }),
  };
}

/** What is absent has no key: a program would print it as an empty field. */
export const present = <Key extends string>(
  values: Readonly<Record<Key, string | undefined>>,
): Partial<Record<Key, string>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value)) as Partial<Record<Key, string>>;

const people = <Key extends string>(lists: Readonly<Record<Key, readonly Credit[]>>): Partial<Record<Key, Name[]>> =>
  Object.fromEntries(
    Object.entries<readonly Credit[]>(lists).flatMap(([key, credits]) =>
      credits.length > 0 ? [[key, credits.map(({ name }) => name)]] : [],
    ),
  ) as Partial<Record<Key, Name[]>>;

/** @returns the file `….csl.json`: an array, as every tool that imports CSL-JSON reads it */
export const toCslJson = (record: CitationRecord): string => `${JSON.stringify([cslRecord(record)], null, 2)}\n`;
