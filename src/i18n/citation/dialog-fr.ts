import { quoting } from "../quoting.ts";
import type { CiteDialogStrings } from "./strings.ts";

const quoted = quoting(["«\u00A0", "\u00A0»", "“", "”"]);

export const strings: CiteDialogStrings = {
  title: (target) => `Citer ${target}`,
  locator: {
    paragraph: (number) => `¶${number}`,
    note: (number) => `note ${number}`,
    "editor-note": (number) => `note de la rédaction ${number}`,
    figure: (number) => `figure ${number}`,
  },
  copyLink: "Copier le lien",
  copyWords: "Copier la citation, la référence et le lien",
  copyCitation: "Copier la référence",
  copyReference: "Copier l’entrée de bibliographie",
  copied: "Copié.",
  notCopied: "La copie a échoué. Sélectionnez et copiez vous-même.",
  style: "Style",
  language: "Langue de la référence",
  reference: "Référence",
  inNote: "En note",
  inText: "Dans le texte",
  download: "Fichier",
  works: "Ouvrages cités dans cette note",
  inSources: "Voir dans la bibliographie",
  close: "Fermer",
  quotation: quoted,
  quoteUnchanged: (edition) => `Le texte est inchangé depuis l’édition ${edition}, que cite le lien.`,
  citedChanged: (locator, edition) => `${locator} a été récrit depuis l’édition ${edition}, que cite le lien.`,
  readInEdition: (edition) => `Le lire dans l’édition ${edition}`,
  noEdition: (edition, editions) => `L’édition ${edition}, que cite le lien, n’existe pas. Ont paru : ${editions}.`,
  quoteChanged: (locator, edition) =>
    `Les mots que cite le lien se trouvaient en ${locator} de l’édition ${edition}. Cette édition les formule autrement.`,
  quoteMoved: (from, to) =>
    `Les mots que cite le lien se trouvent dans cette édition en ${to}${from && `, et non en ${from}`}.`,
  quoteUnknown: "Les mots que cite le lien ne se trouvent dans aucune édition.",
  quoteNotHere: (locator) => `Les mots que cite le lien ne se trouvent pas ici : ${locator || "cette page"}.`,
};
