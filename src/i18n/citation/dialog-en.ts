import { quoting } from "../quoting.ts";
import type { CiteDialogStrings } from "./strings.ts";

const quoted = quoting(["“", "”", "‘", "’"]);

export const strings: CiteDialogStrings = {
  title: (target) => `Cite ${target}`,
  locator: {
    paragraph: (number) => `¶${number}`,
    note: (number) => `note ${number}`,
    "editor-note": (number) => `editors’ note ${number}`,
    figure: (number) => `figure ${number}`,
  },
  copyLink: "Copy link",
  copyWords: "Copy quotation, citation and link",
  copyCitation: "Copy citation",
  copyReference: "Copy reference",
  copied: "Copied.",
  notCopied: "It could not be copied. Please select it and copy it yourself.",
  style: "Style",
  language: "Language of the citation",
  reference: "Reference",
  inNote: "In a note",
  inText: "In the text",
  download: "File",
  works: "Works cited in this note",
  inSources: "See it among the sources",
  close: "Close",
  quotation: quoted,
  quoteUnchanged: (edition) => `The words here are unchanged since edition ${edition}, which the citation names.`,
  citedChanged: (locator, edition) =>
    `${locator} has been reworded since edition ${edition}, which the citation names.`,
  readInEdition: (edition) => `Read it in edition ${edition}`,
  noEdition: (edition, editions) =>
    `There is no edition ${edition}, which the link names. The text has had ${editions}.`,
  quoteChanged: (locator, edition) =>
    `The words that the link quotes stood in ${locator} of edition ${edition}. This edition words it differently.`,
  quoteMoved: (from, to) =>
    `The words that the link quotes stand in ${to} of this edition${from && `, not in ${from}`}.`,
  quoteUnknown: "The words that the link quotes stand in no edition.",
  quoteNotHere: (locator) => `The words that the link quotes are not in ${locator || "this page"}.`,
};
