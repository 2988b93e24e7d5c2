import type { Language } from "../essay/language.ts";
import type { Citing, Reference, Section } from "../essay/model.ts";
import { isInLatinScript } from "../essay/scripts.ts";
import type { IsKnown } from "../markdown/citations.ts";
import type { CslItem } from "../schemas/references.ts";
import type { AnnotationFiles } from "./read-annotations.ts";

/** @returns what tells the ids of sources from others */
export function isSourceOf(references: readonly CslItem[]): IsKnown {
  const ids = new Set(references.map(({ id }) => id));
  return (id) => ids.has(id);
}

/**
 * @param format formats a reference as HTML
 * @returns the sources of the text, its notes and annotations, in the order of the alphabet of the language
 */
export function bibliography(
  language: Language,
  sections: readonly Section[],
  { timeline, figures }: AnnotationFiles,
  references: readonly CslItem[],
  format: (id: string) => string,
): Reference[] {
  const byId = new Map(references.map((item) => [item.id, item]));
  const citations = new Map<string, Citing[]>();
  const placesOf = (id: string) => {
    const known = citations.get(id) ?? [];
    citations.set(id, known);
    return known;
  };
  for (const { anchor: note, marks, sources } of sections.flatMap(({ notes }) => notes))
    for (const id of sources) placesOf(id).push(...marks.map(({ paragraph }) => ({ note, paragraph })));
  for (const { anchor: paragraph, sources } of sections.flatMap(({ paragraphs }) => paragraphs))
    for (const id of sources) placesOf(id).push({ paragraph });
  for (const { sources } of [...figures.entries, ...timeline.entries]) for (const id of sources) placesOf(id);
  // Unknown sources are reported by `linkAnnotations`.
  const cited = [...citations].flatMap(([id, citedBy]) => {
    const item = byId.get(id);
    return item ? [{ item, citedBy }] : [];
  });
  return cited
    .map(({ item, citedBy }) => ({ id: item.id, html: format(item.id), language: item.language, citedBy }))
    .sort(alphabetical(language, byId));
}

/** What does not count at the head of a reference in an alphabet. */
const ARTICLE = /^[“‘"']*(?:the|an?)\s/iu;

/**
 * Orders references as they are written out: by their authors, or by what the style sets in an author's place. In a
 * language that is not written in Latin letters its own works come first, by how they are read.
 */
function alphabetical(language: Language, items: ReadonlyMap<string, CslItem>): (a: Reference, b: Reference) => number {
  const { compare } = new Intl.Collator(language, { ignorePunctuation: true, numeric: true });
  const isOwn = (reference: Reference) => !isInLatinScript(language) && baseOf(reference.language) === baseOf(language);
  const written = ({ html }: Reference) => html.replaceAll(/<[^>]+>/gu, "").replace(ARTICLE, "");
  const key = (reference: Reference) => (isOwn(reference) && items.get(reference.id)?.reading) || written(reference);
  return (a, b) => Number(isOwn(b)) - Number(isOwn(a)) || compare(key(a), key(b)) || compare(written(a), written(b));
}

const baseOf = (language: Language): string => new Intl.Locale(language).language;
