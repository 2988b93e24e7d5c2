import type { FormatStrings } from "./strings.ts";

export const formatStrings: FormatStrings = {
  title: "Formate",
  introduction:
    "Der ganze Text als Datei zum Mitnehmen: um ihn auf anderen Geräten zu lesen, um mit ihm zu arbeiten und um ihn zu zitieren.",
  kinds: { book: "Als Buch", text: "Als Text", citation: "Für Literaturverwaltungen" },
  writing: { horizontal: "in Zeilen", vertical: "in Spalten" },
  paper: "Papier",
  print: "Den ganzen Text drucken",
  printPage: "Drucken",
  follow: "Was sich ändert",
  feed: "Feed der Ausgaben, Anmerkungen der Redaktion und Berichtigungen (Atom)",
};
