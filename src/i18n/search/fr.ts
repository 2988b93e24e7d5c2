import type { SearchStrings } from "./strings.ts";

export const strings: SearchStrings = {
  hint: "Les mots sont trouvés sous toutes leurs formes ; entre « guillemets », exactement tels quels.",
  kinds: {
    label: "Où chercher",
    all: "Tout",
    paragraph: "Texte",
    note: "Notes",
    figure: "Figures",
    term: "Glossaire",
    event: "Chronologie",
  },
  count: (hits, passages) =>
    `${hits} ${hits < 2 ? "résultat" : "résultats"} à ${passages} ${passages < 2 ? "endroit" : "endroits"}`,
  hits: (hits) => `${hits} ${hits < 2 ? "résultat" : "résultats"}`,
  place: (kind, number) =>
    ({
      title: "Titre",
      paragraph: `¶${number}`,
      block: "Entre les paragraphes",
      note: `Note ${number}`,
      "editor-note": `Note de la rédaction ${number}`,
      figure: `Figure ${number}`,
      term: "Glossaire",
      event: "Chronologie",
    })[kind],
  none: (query) => `Aucun résultat pour « ${query} ».`,
  elsewhere: (query, passages) =>
    `Aucun résultat ici pour « ${query} ». « Tout » en a à ${passages} ${passages < 2 ? "endroit" : "endroits"}.`,
  absent: (word) => `« ${word} » ne se trouve nulle part.`,
  notAll: "Aucun endroit n’a tous ces mots.",
  partial: (passages) => `Quelques-uns des mots : ${passages} ${passages < 2 ? "autre endroit" : "autres endroits"}`,
  also: (words) => `(aussi cherché : ${words})`,
  unread: (sections) => `(${sections} autres sections sur la page de recherche)`,
  withoutNumbers: "(cherché sans les numéros des notes et des paragraphes)",
  hitsOnPage: "Résultats sur cette page",
  previousHit: "Résultat précédent",
  nextHit: "Résultat suivant",
  clearHits: "Effacer les marques",
  loading: "Recherche en cours",
  failed: "L’index de recherche n’a pas pu être chargé. Vérifiez la connexion.",
  missing: "L’index de recherche ne se trouve plus sur ce site. Rechargez la page.",
  retry: "Réessayer",
};
