import type { NotesStrings } from "./strings.ts";

export const strings: NotesStrings = {
  close: "Schließen",
  toList: { note: "In der Liste der Anmerkungen ansehen", term: "Im Glossar ansehen" },
  notLoaded: "Das ließ sich nicht laden. Bitte die Verbindung prüfen.",
};
