import type { CiteDialogStrings, QuoteStrings } from "./strings.ts";

export const dialogStrings: CiteDialogStrings = {
  title: (thing) => `Cite ${thing}`,
  place: {
    paragraph: (number) => `¶${number}`,
    note: (number) => `note ${number}`,
    "editor-note": (number) => `editors’ note ${number}`,
    figure: (number) => `figure ${number}`,
  },
  copyLink: "Copy link",
  copyWords: "Copy words with citation",
  copyCitation: "Copy citation",
  copied: "Copied.",
  notCopied: "It could not be copied. Please select and copy it.",
  style: "Style",
  language: "Language of the citation",
  reference: "Reference",
  inText: "In the text",
  download: "File (whole section)",
  close: "Close",
  failed: "The citations could not be loaded. Check your connection.",
  quotation: (words) => `“${words}”`,
};

export const quoteStrings: QuoteStrings = {
  found: "The words that the link quotes are marked.",
  changed: (place, edition) =>
    `The words that the link quotes stood in ${place} of edition ${edition}. This edition words it differently.`,
  unknown: (place) => `The words that the link quotes stand in no edition of ${place}.`,
};
