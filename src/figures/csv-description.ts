import type { FigureTable } from "../essay/figures.ts";
import type { Localised } from "../essay/language.ts";
import type { Licence } from "../essay/model.ts";

/** What is said of the data of a figure. */
export interface DescribedData {
  readonly table: FigureTable;
  /** Name of the file, beside its description. */
  readonly file: string;
  readonly title: Localised;
  /** Where the data come from. */
  readonly source: Localised;
  /** Of whose work they are a part, in which edition. */
  readonly credit: string;
  /** Where that work is. */
  readonly address: string;
  readonly licence: Licence | undefined;
}

/**
 * @returns what CSV has no room for, as W3C's Metadata Vocabulary for Tabular Data has it: what the data are, where they
 *   come from, of which work they are a part, and what may be done with them
 */
export function describeData({ table, file, title, source, credit, address, licence }: DescribedData): object {
  return {
    "@context": "http://www.w3.org/ns/csvw",
    url: file,
    "dc:title": inLanguages(title),
    "dc:source": inLanguages(source),
    "dc:isPartOf": { "@id": address },
    "dc:bibliographicCitation": credit,
    ...(licence && { "dc:rights": inLanguages(licence.name) }),
    ...(licence?.url !== undefined && { "dc:license": { "@id": licence.url } }),
    tableSchema: { columns: table.columns.map((name) => ({ name, titles: name })) },
  };
}

const inLanguages = (words: Localised) =>
  Object.entries(words).flatMap(([language, value]) => (value ? [{ "@value": value, "@language": language }] : []));
