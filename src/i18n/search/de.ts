import type { SearchStrings } from "./strings.ts";

export const strings: SearchStrings = {
  hint: "Wörter werden in allen ihren Formen gefunden, auch als Teil einer Zusammensetzung; in „Anführungszeichen“ genau so, wie sie dastehen.",
  kinds: {
    label: "Wo gesucht wird",
    all: "Alles",
    paragraph: "Text",
    note: "Anmerkungen",
    figure: "Abbildungen",
    term: "Glossar",
    event: "Zeittafel",
  },
  count: (hits, passages) => `${hits} Treffer an ${passages} ${passages === 1 ? "Stelle" : "Stellen"}`,
  hits: (hits) => `${hits} Treffer`,
  place: (kind, number) =>
    ({
      title: "Überschrift",
      paragraph: `¶${number}`,
      block: "Zwischen Absätzen",
      note: `Anmerkung ${number}`,
      "editor-note": `Anmerkung der Redaktion ${number}`,
      figure: `Abbildung ${number}`,
      term: "Glossar",
      event: "Zeittafel",
    })[kind],
  none: (query) => `Nichts gefunden zu „${query}“.`,
  elsewhere: (query, passages) =>
    `Nichts gefunden zu „${query}“ in diesem Bereich. Unter „Alles“ steht es an ${passages} ${passages === 1 ? "Stelle" : "Stellen"}.`,
  absent: (word) => `„${word}“ kommt nirgends vor.`,
  notAll: "Keine Stelle enthält alle diese Wörter.",
  partial: (passages) => `Einige der Wörter: ${passages} weitere ${passages === 1 ? "Stelle" : "Stellen"}`,
  also: (words) => `(auch gesucht: ${words})`,
  unread: (sections) => `(${sections} weitere Abschnitte auf der Suchseite)`,
  withoutNumbers: "(ohne die Nummern von Anmerkungen und Absätzen gesucht)",
  hitsOnPage: "Treffer auf dieser Seite",
  previousHit: "Voriger Treffer",
  nextHit: "Nächster Treffer",
  clearHits: "Hervorhebungen entfernen",
  loading: "Suche läuft",
  failed: "Das Suchverzeichnis ließ sich nicht laden. Bitte die Verbindung prüfen.",
  missing: "Das Suchverzeichnis gibt es auf dieser Website nicht mehr. Bitte die Seite neu laden.",
  retry: "Noch einmal versuchen",
};
