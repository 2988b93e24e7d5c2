import type { EssayText, MarkedTitle, Note, NoteMark, Section } from "./model.ts";

/** Marks at the end of a title, as its author writes them: `The tower[^name]`. */
const MARKS_AT_END = /(?:\s*\[\^[^\]\s]+\])+\s*$/u;
const MARK = /\[\^([^\]\s]+)\]/gu;

/** A title as its author wrote it, taken apart. */
export interface WrittenTitle {
  /** Its words, as everything that names the title has them. */
  readonly words: string;
  /** Labels of the notes that hang on it, in order. */
  readonly notes: readonly string[];
}

/** @returns the words of a title without the marks of notes that follow them */
export function readTitle(written: string): WrittenTitle {
  const marks = MARKS_AT_END.exec(written)?.[0] ?? "";
  return {
    words: written.slice(0, written.length - marks.length),
    notes: [...marks.matchAll(MARK)].map(([, label = ""]) => label),
  };
}

/** A note with the mark that it has on a title. */
export interface TitleNote {
  readonly note: Note;
  readonly mark: NoteMark;
}

/** @returns the notes that hang on the section's title, in the order of their marks */
export const notesOnTitle = (section: Pick<Section, "notes">): TitleNote[] => notesOn("section", section);

/** @returns the notes that hang on the essay's title; they are defined in its first section */
export const notesOnEssayTitle = ({ sections }: Pick<EssayText, "sections">): TitleNote[] =>
  sections.slice(0, 1).flatMap((section) => notesOn("essay", section));

const notesOn = (title: MarkedTitle, { notes }: Pick<Section, "notes">): TitleNote[] =>
  notes.flatMap((note) => note.marks.filter((mark) => mark.title === title).map((mark) => ({ note, mark })));
