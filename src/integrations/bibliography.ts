import type { Reference, Section } from "../essay/model.ts";
import type { CslItem } from "../schemas/references.ts";
import type { AnnotationFiles } from "./read-annotations.ts";

/**
 * @param format formats a reference as HTML
 * @returns the bibliography: sources of notes in order of first citation, then sources that only annotations have
 */
export function bibliography(
  sections: readonly Section[],
  { timeline, figures }: AnnotationFiles,
  references: readonly CslItem[],
  format: (id: string) => string,
): Reference[] {
  const byId = new Map(references.map((item) => [item.id, item]));
  const citations = new Map<string, { note: string; paragraph: string }[]>();
  const placesOf = (id: string) => {
    const known = citations.get(id) ?? [];
    citations.set(id, known);
    return known;
  };
  for (const { anchor: note, marks, sources } of sections.flatMap(({ notes }) => notes))
    for (const id of sources) placesOf(id).push(...marks.map(({ paragraph }) => ({ note, paragraph })));
  for (const { sources } of [...figures.entries, ...timeline.entries]) for (const id of sources) placesOf(id);
  // Unknown sources are reported by `linkAnnotations`.
  return [...citations].flatMap(([id, citedBy]) => {
    const item = byId.get(id);
    return item ? [{ id, html: format(id), language: item.language, citedBy }] : [];
  });
}
