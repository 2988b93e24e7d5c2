import type { FormatStrings } from "./strings.ts";

export const formatStrings: FormatStrings = {
  title: "Formate",
  introduction:
    "Der Text als Dateien zum Mitnehmen, ganz oder ein einzelner Abschnitt: um ihn auf anderen Geräten zu lesen, auszuteilen, mit ihm zu arbeiten und ihn zu zitieren.",
  language: "Sprache der Dateien",
  kinds: { book: "Als Buch", text: "Als Text", citation: "Für Literaturverwaltungen" },
  uses: {
    epub: "für E-Reader, Tablets und Telefone",
    pdf: "zum Drucken und für große Bildschirme",
    html: "mit Anmerkungen und Abbildungen in einer Datei: zum Drucken, zum Verschicken, für Word und andere Textverarbeitungen",
    txt: "nur Text und Anmerkungen, für jedes Programm",
    md: "mit Überschriften, Hervorhebungen und Fußnoten, für Editoren und Pandoc",
    bib: "für LaTeX mit BibTeX und für JabRef",
    "biblatex.bib": "für LaTeX mit BibLaTeX",
    ris: "für EndNote, Citavi, Mendeley und Zotero",
    "csl.json": "für Zotero und Pandoc",
  },
  sections: "Ein einzelner Abschnitt",
  sectionsUse: "Ein Abschnitt als eine Datei oder auf Papier: zum Austeilen, zum Verschicken, für einen Kurs.",
  writing: { horizontal: "in Zeilen", vertical: "in Spalten" },
  paper: "Papier",
  print: "Den ganzen Text drucken",
  printPage: "Drucken",
  printUse: "auf Papier oder als PDF: „Als PDF speichern“, wo der Drucker gewählt wird",
  leavesOut: (display) => `HTML und Papier lassen weg, was unter „${display}“ verborgen ist.`,
  chosen: "Mehrere Abschnitte in einem: ankreuzen, dann",
  sheet: "Gesetzt für A4.",
  verticalSheet: (display) =>
    `Spalten, wo „${display}“ sie einstellt, werden als Spalten gedruckt, auf A5, und so ausgeteilt.`,
  parallelUse: "zwei Sprachen, Absatz für Absatz, am Bildschirm und auf Papier",
  follow: "Was sich ändert",
  feed: "Feed der Ausgaben, Anmerkungen der Redaktion und Berichtigungen (Atom)",
};
