import type { FormatStrings } from "./strings.ts";

export const formatStrings: FormatStrings = {
  title: "Formats",
  introduction:
    "The essay as files to take along, the whole or a single section: to be read on other devices, handed out, worked with and cited.",
  language: "Language of the files",
  kinds: { book: "As a book", text: "As text", citation: "For reference managers" },
  uses: {
    epub: "for e-readers, tablets and phones",
    pdf: "for printing, and for large screens",
    html: "with notes and figures in one file: to print, to send, to open in Word or another word processor",
    txt: "words and notes alone, for any program",
    md: "headings, emphasis and footnotes, for editors and Pandoc",
    bib: "for LaTeX with BibTeX, and JabRef",
    "biblatex.bib": "for LaTeX with BibLaTeX",
    ris: "for EndNote, Citavi, Mendeley and Zotero",
    "csl.json": "for Zotero and Pandoc",
  },
  sections: "A single section",
  sectionsUse: "A section as one file, or on paper: to be handed out, sent or put beside a course.",
  writing: { horizontal: "in lines", vertical: "in columns" },
  paper: "Paper",
  print: "Print the whole text",
  printPage: "Print",
  printUse: "on paper, or as a PDF: “Save as PDF” where the printer is chosen",
  leavesOut: (display) => `HTML and paper leave out what is hidden under “${display}”.`,
  chosen: "Several sections in one: tick them, then",
  sheet: "Laid out for A4.",
  verticalSheet: (display) =>
    `Columns, where “${display}” sets them, are printed as columns, on A5, and handed out so.`,
  parallelUse: "two languages, paragraph by paragraph, on the screen and on paper",
  follow: "What changes",
  feed: "Feed of editions, editors’ notes and corrections (Atom)",
};
