import type { FigureData, FigureTable } from "./figures.ts";
import type { Language, Localised } from "./language.ts";
import { once } from "./once.ts";

/** What the editors add to the essay: dated and sourced, and never needed to read the essay itself. */
export interface Annotations {
  /** In the order of the file; a page sorts them by its own language. */
  readonly glossary: readonly Term[];
  /** In order of time. */
  readonly timeline: readonly TimelineEvent[];
  /** In the order in which they stand in the text. */
  readonly figures: readonly FigureEntry[];
  /** Sets of words, of any language, of which each finds the others. */
  readonly synonyms: readonly (readonly string[])[];
}

/** A glossary entry. */
export interface Term {
  readonly id: string;
  /** `term-deterrence`: the fragment of its address on the page of the glossary. */
  readonly anchor: string;
  readonly term: Localised;
  /** In kana; Japanese terms are ordered and found by it. */
  readonly reading?: string | undefined;
  readonly definition: Localised;
  /** How the term is written in the text of each language. */
  readonly forms: Localised<readonly string[]>;
  /** Anchors of the paragraphs that use it, in each language, in reading order. */
  readonly uses: Localised<readonly string[]>;
}

/** An event of the timeline. */
export interface TimelineEvent {
  readonly id: string;
  /** `event-crimea-2014` */
  readonly anchor: string;
  /** ISO 8601, as precise as it is known: `2014`, `2014-09`, `2014-09-04`. */
  readonly date: string;
  /** ISO 8601, the last day of an event that lasted several days. */
  readonly end?: string | undefined;
  readonly text: Localised;
  /** Anchors of the paragraphs that mention it. */
  readonly paragraphs: readonly string[];
  /** Anchors of the editors' notes that mention it. */
  readonly notes: readonly string[];
  /** Ids of its sources in `references.json`. */
  readonly sources: readonly string[];
}

/** A figure in the text, drawn from its data. */
export interface FigureEntry {
  readonly id: string;
  /** `figure-membership` */
  readonly anchor: string;
  /** Position among the figures of the essay, from 1. */
  readonly number: number;
  /** The section in which it stands. */
  readonly section: string;
  /** Anchors of the paragraphs that it belongs to. */
  readonly paragraphs: readonly string[];
  readonly sources: readonly string[];
  readonly title: Localised;
  readonly caption: Localised;
  /** Where the data come from, as a sentence for readers. */
  readonly source: Localised;
  /** Text alternative of the drawing (WCAG 1.1.1). */
  readonly description: Localised;
  /** The validated data that the drawing is made from. */
  readonly data: FigureData;
  /** The cells of its CSV file, offered for download. */
  readonly table: FigureTable;
}

/** The annotations of one paragraph. */
export interface ParagraphAnnotations {
  readonly terms: readonly Term[];
  readonly events: readonly TimelineEvent[];
  readonly figures: readonly FigureEntry[];
}

/**
 * Indexes the annotations by paragraph. Every page that links paragraphs and annotations uses this index, so no link
 * exists in one direction only.
 *
 * @returns the annotations of each paragraph of a text, by the paragraph's anchor
 */
export function annotationsByParagraph(
  annotations: Annotations,
  language: Language,
): ReadonlyMap<string, ParagraphAnnotations> {
  const indexes = indexesOf(annotations);
  const index = indexes.get(language) ?? makeIndex(annotations, language);
  indexes.set(language, index);
  return index;
}

const indexesOf = once((_: Annotations) => new Map<Language, ReadonlyMap<string, ParagraphAnnotations>>());

/** @returns the figure with this id; `undefined` where there is none */
export const figureById = (annotations: Annotations, id: string): FigureEntry | undefined =>
  figuresById(annotations).get(id);

const figuresById = once(({ figures }: Annotations) => new Map(figures.map((figure) => [figure.id, figure])));

function makeIndex(annotations: Annotations, language: Language): ReadonlyMap<string, ParagraphAnnotations> {
  const index = new Map<string, { terms: Term[]; events: TimelineEvent[]; figures: FigureEntry[] }>();
  const at = (paragraph: string) => {
    const links = index.get(paragraph) ?? { terms: [], events: [], figures: [] };
    index.set(paragraph, links);
    return links;
  };
  for (const term of annotations.glossary) for (const place of term.uses[language] ?? []) at(place).terms.push(term);
  for (const event of annotations.timeline) for (const place of event.paragraphs) at(place).events.push(event);
  for (const figure of annotations.figures) for (const place of figure.paragraphs) at(place).figures.push(figure);
  return index;
}
