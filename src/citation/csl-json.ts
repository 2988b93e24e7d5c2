import type { CslDate, Name } from "../essay/bibliographic.ts";
import { cslDate } from "./names.ts";
import type { CitationRecord } from "./record.ts";

/** A record as CSL-JSON 1.0.2. */
export interface CslRecord {
  readonly id: string;
  readonly type: "webpage" | "chapter";
  readonly title: string;
  readonly "container-title"?: string;
  readonly author: readonly Name[];
  readonly publisher: string;
  readonly issued: CslDate;
  readonly edition?: string;
  readonly version?: string;
  readonly URL: string;
  readonly language: string;
  readonly note: string;
  readonly "original-author"?: readonly Name[];
  readonly "original-title": string;
  readonly "original-date"?: CslDate;
}

/**
 * Converts a record to CSL-JSON: the whole as a `webpage`, a section as a `chapter`. A chapter has a field for the
 * edition, a web page one for the version.
 */
export function cslRecord(record: CitationRecord): CslRecord {
  const { basis } = record;
  return {
    id: record.key,
    type: record.work ? "chapter" : "webpage",
    title: record.title,
    ...(record.work && { "container-title": record.work.title }),
    author: [{ literal: record.author }],
    publisher: record.publisher,
    issued: cslDate(record.date),
    [record.work ? "edition" : "version"]: record.version,
    URL: record.url,
    language: record.language,
    note: record.nature,
    ...(basis.author && { "original-author": basis.author }),
    "original-title": basis.title,
    ...(basis.issued && { "original-date": basis.issued }),
  };
}

/** @returns the file `….csl.json`: an array, as every tool that imports CSL-JSON reads it */
export const toCslJson = (record: CitationRecord): string => `${JSON.stringify([cslRecord(record)], null, 2)}\n`;
