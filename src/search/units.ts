import type { EssayText } from "../essay/model.ts";
import { allNotes } from "../essay/navigate.ts";
import { routes } from "../essay/routes.ts";

/** What a hit can stand in. */
export type UnitKind = "title" | "paragraph" | "note";

/** A piece of text that is found and linked as one. */
export interface SearchUnit {
  readonly kind: UnitKind;
  /** Fragment of its address. */
  readonly anchor: string;
  /** What a reader sees as its number; empty for a title. */
  readonly number: string;
  readonly text: string;
}

/** A section as the search knows it: what is loaded and shown together. */
export interface SearchSection {
  /** Address below the base path. */
  readonly route: string;
  /** Position in reading order, from 0. */
  readonly order: number;
  readonly title: string;
  readonly units: readonly SearchUnit[];
}

/** @returns the sections of a text with all that can be found in them, in reading order */
export function searchSections(text: EssayText): SearchSection[] {
  const notes = allNotes(text);
  return text.sections.map((section, order) => ({
    route: routes.section(text.language, section.id),
    order,
    title: section.title,
    units: [
      { kind: "title", anchor: section.id, number: "", text: section.title },
      ...section.paragraphs.map(
        ({ anchor, number, text: words }): SearchUnit => ({ kind: "paragraph", anchor, number, text: words }),
      ),
      ...notes
        .filter((note) => note.section === section.id)
        .map(
          (note): SearchUnit => ({ kind: "note", anchor: note.anchor, number: String(note.number), text: note.text }),
        ),
    ],
  }));
}
