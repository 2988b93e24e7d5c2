import type { NotesStrings } from "./strings.ts";

export const strings: NotesStrings = {
  close: "Close",
  toList: { note: "See it in the list of notes", term: "See it in the glossary" },
  notLoaded: "It could not be loaded. Check your connection.",
};
