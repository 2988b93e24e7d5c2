import { eventAnchor, figureAnchor } from "../essay/anchors.ts";
import type { Reference, Section } from "../essay/model.ts";
import type { CslItem } from "../schemas/references.ts";
import type { AnnotationFiles } from "./read-annotations.ts";

/**
 * @param format gives a reference as HTML
 * @returns the sources of the notes in the order of their first citation, then those of the annotations
 */
export function bibliography(
  sections: readonly Section[],
  { timeline, figures }: AnnotationFiles,
  references: readonly CslItem[],
  format: (id: string) => string,
): Reference[] {
  const byId = new Map(references.map((item) => [item.id, item]));
  const places = new Map<
    string,
    { citedBy: { note: string; paragraph: string }[]; events: string[]; figures: string[] }
  >();
  const placesOf = (id: string) => {
    const known = places.get(id) ?? { citedBy: [], events: [], figures: [] };
    places.set(id, known);
    return known;
  };
  for (const { anchor: note, marks, sources } of sections.flatMap(({ notes }) => notes))
    for (const id of sources) placesOf(id).citedBy.push(...marks.map(({ paragraph }) => ({ note, paragraph })));
  for (const { id, sources } of figures.entries)
    for (const source of sources) placesOf(source).figures.push(figureAnchor(id));
  for (const { id, sources } of timeline.entries)
    for (const source of sources) placesOf(source).events.push(eventAnchor(id));
  return [...places].map(([id, cited]) => ({
    id,
    html: format(id),
    language: byId.get(id)?.language ?? "",
    ...cited,
  }));
}
