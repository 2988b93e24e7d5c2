import type { Note, NoteOrigin } from "../../essay/model.ts";
import type { Strings } from "../../i18n/strings.ts";

/** The notes of one origin, with their heading. */
interface NoteGroup {
  readonly id: string;
  readonly className: string;
  readonly heading: string;
  readonly notes: readonly Note[];
}

/** @returns the essay's own notes, then the editors'; empty groups are left out */
export function noteGroups(notes: readonly Note[], label: Strings): NoteGroup[] {
  const of = (origin: NoteOrigin) => notes.filter((note) => note.origin === origin);
  return [
    { id: "notes", className: "notes", heading: label.notes, notes: of("essay") },
    { id: "editor-notes", className: "notes editor-notes", heading: label.editorNotes, notes: of("editor") },
  ].filter((group) => group.notes.length > 0);
}
