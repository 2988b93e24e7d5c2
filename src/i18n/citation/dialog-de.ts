import { quoting } from "../quoting.ts";
import type { CiteDialogStrings } from "./strings.ts";

const quoted = quoting(["„", "“", "‚", "‘"]);

export const strings: CiteDialogStrings = {
  title: (target) => `${target} zitieren`,
  locator: {
    paragraph: (number) => `¶${number}`,
    note: (number) => `Anmerkung ${number}`,
    "editor-note": (number) => `Anmerkung der Redaktion ${number}`,
    figure: (number) => `Abbildung ${number}`,
  },
  copyLink: "Link kopieren",
  copyWords: "Zitat, Nachweis und Link kopieren",
  copyCitation: "Quelle kopieren",
  copyReference: "Nachweis kopieren",
  copied: "Kopiert.",
  notCopied: "Das Kopieren ging nicht. Bitte selbst markieren und kopieren.",
  style: "Stil",
  language: "Sprache der Angabe",
  reference: "Nachweis",
  inNote: "In einer Anmerkung",
  inText: "Im Text",
  download: "Datei",
  works: "In dieser Anmerkung zitiert",
  inSources: "Im Literaturverzeichnis",
  close: "Schließen",
  quotation: quoted,
  quoteUnchanged: (edition) => `Der Wortlaut ist seit der zitierten Ausgabe ${edition} unverändert.`,
  citedChanged: (locator, edition) => `${locator} ist seit der zitierten Ausgabe ${edition} neu gefasst worden.`,
  readInEdition: (edition) => `In der Ausgabe ${edition} lesen`,
  noEdition: (edition, editions) =>
    `Eine Ausgabe ${edition}, die der Link nennt, gibt es nicht. Erschienen sind: ${editions}.`,
  quoteChanged: (locator, edition) =>
    `Die Worte, die der Link zitiert, standen in der Ausgabe ${edition} unter ${locator}. In dieser Ausgabe lauten sie anders.`,
  quoteMoved: (from, to) =>
    `Die Worte, die der Link zitiert, stehen in dieser Ausgabe unter ${to}${from && `, nicht unter ${from}`}.`,
  quoteUnknown: "Die Worte, die der Link zitiert, stehen in keiner Ausgabe.",
  quoteNotHere: (locator) => `Die Worte, die der Link zitiert, stehen nicht hier: ${locator || "diese Seite"}.`,
};
