import type { Note, NoteOrigin } from "../essay/model.ts";

const ORIGINS: readonly NoteOrigin[] = ["essay", "editor"];

/** @returns notes by whose they are, the essay's own first; of neither kind where there are none */
export const notesByOrigin = (notes: readonly Note[]): (readonly [NoteOrigin, readonly Note[]])[] =>
  ORIGINS.map((origin) => [origin, notes.filter((note) => note.origin === origin)] as const).filter(
    ([, own]) => own.length > 0,
  );
