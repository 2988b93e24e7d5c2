import type { FormatStrings } from "./strings.ts";

export const formatStrings: FormatStrings = {
  title: "Formats",
  introduction:
    "Le texte en fichiers à emporter, en entier ou une seule section : pour le lire sur d’autres appareils, le distribuer, y travailler et le citer.",
  language: "Langue des fichiers",
  kinds: { book: "En livre", text: "En texte", citation: "Pour les gestionnaires de références" },
  uses: {
    epub: "pour liseuses, tablettes et téléphones",
    pdf: "pour imprimer et pour les grands écrans",
    html: "notes et figures comprises en un seul fichier : à imprimer, à envoyer, à ouvrir dans Word ou un autre traitement de texte",
    txt: "texte et notes seuls, pour tout programme",
    md: "titres, accents et notes, pour éditeurs et Pandoc",
    bib: "pour LaTeX avec BibTeX et pour JabRef",
    "biblatex.bib": "pour LaTeX avec BibLaTeX",
    ris: "pour EndNote, Citavi, Mendeley et Zotero",
    "csl.json": "pour Zotero et Pandoc",
  },
  sections: "Une seule section",
  sectionsUse: "Une section en un fichier, ou sur papier : à distribuer, à envoyer, à joindre à un cours.",
  writing: { horizontal: "en lignes", vertical: "en colonnes" },
  paper: "Papier",
  print: "Imprimer le texte entier",
  printPage: "Imprimer",
  printUse: "sur papier, ou en PDF : « Enregistrer au format PDF », là où l’imprimante est choisie",
  leavesOut: (display) => `Le HTML et le papier omettent ce qui est masqué sous « ${display} ».`,
  chosen: "Plusieurs sections en une : cochez-les, puis",
  sheet: "Mise en page pour A4.",
  verticalSheet: (display) =>
    `Les colonnes choisies sous « ${display} » s’impriment en colonnes, sur A5, et se distribuent ainsi.`,
  parallelUse: "deux langues, paragraphe par paragraphe, à l’écran et sur papier",
  follow: "Ce qui change",
  feed: "Flux des éditions, des notes de la rédaction et des corrections (Atom)",
};
