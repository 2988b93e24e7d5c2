import type { FormatStrings } from "./strings.ts";

export const formatStrings: FormatStrings = {
  title: "Formats",
  introduction: "Tout le texte en fichiers à emporter : pour le lire sur d’autres appareils, y travailler et le citer.",
  kinds: { book: "En livre", text: "En texte", citation: "Pour les gestionnaires de références" },
  writing: { horizontal: "en lignes", vertical: "en colonnes" },
  paper: "Papier",
  print: "Imprimer le texte entier",
  printPage: "Imprimer",
  follow: "Ce qui change",
  feed: "Flux des éditions, des notes de la rédaction et des corrections (Atom)",
};
