import type { FigureData, FigureTable } from "./figures.ts";
import type { Language, Localised } from "./language.ts";

/** What the editors set beside the essay: it is theirs, dated and sourced, and the essay reads whole without it. */
export interface Annotations {
  /** In the order of the file; each page puts them into its language's own. */
  readonly glossary: readonly Term[];
  /** In order of time. */
  readonly timeline: readonly TimelineEvent[];
  /** In the order in which they stand in the text. */
  readonly figures: readonly FigureEntry[];
}

/** A term of art. */
export interface Term {
  readonly id: string;
  /** `term-deterrence`: the fragment of its address on the page of the glossary. */
  readonly anchor: string;
  readonly term: Localised;
  /** In kana; Japanese terms are ordered and found by it. */
  readonly reading: string;
  readonly definition: Localised;
  /** How the term is written in the text of each language. */
  readonly forms: Localised<readonly string[]>;
  /** Anchors of the paragraphs that use it, in each language, in reading order. */
  readonly uses: Localised<readonly string[]>;
}

/** Something that happened. */
export interface TimelineEvent {
  readonly id: string;
  /** `event-crimea-2014` */
  readonly anchor: string;
  /** ISO 8601, as exact as it is known: `2014`, `2014-09`, `2014-09-04`. */
  readonly date: string;
  /** ISO 8601, the last day of what lasted several. */
  readonly end?: string | undefined;
  readonly text: Localised;
  /** Anchors of the paragraphs that speak of it. */
  readonly paragraphs: readonly string[];
  /** Anchors of the editors' notes that tell of it. */
  readonly notes: readonly string[];
  /** Ids of the references that it rests on. */
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
  /** Where the data come from, in words. */
  readonly source: Localised;
  /** What the figure shows, for those who do not see it. */
  readonly description: Localised;
  /** What it is drawn from. */
  readonly data: FigureData;
  /** The file of its data, which readers may take with them. */
  readonly table: FigureTable;
}

/** What is linked to one paragraph. */
export interface ParagraphAnnotations {
  readonly terms: readonly Term[];
  readonly events: readonly TimelineEvent[];
  readonly figures: readonly FigureEntry[];
}

/**
 * The one index of links between paragraphs and what explains them. Pages link from here in both directions, so that
 * none can exist in one direction only.
 *
 * @returns what is linked to each paragraph of a text, by the paragraph's anchor
 */
export function annotationsByParagraph(
  annotations: Annotations,
  language: Language,
): ReadonlyMap<string, ParagraphAnnotations> {
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
