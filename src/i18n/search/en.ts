import type { SearchStrings } from "./strings.ts";

export const strings: SearchStrings = {
  hint: "Words are found in all their forms; put a phrase in “quotation marks” to find it exactly.",
  kinds: {
    label: "Where to search",
    all: "All",
    paragraph: "Text",
    note: "Notes",
    figure: "Figures",
    term: "Glossary",
    event: "Timeline",
  },
  count: (hits, passages) =>
    `${hits} ${hits === 1 ? "hit" : "hits"} in ${passages} ${passages === 1 ? "place" : "places"}`,
  hits: (hits) => `${hits} ${hits === 1 ? "hit" : "hits"}`,
  place: (kind, number) =>
    ({
      title: "Heading",
      paragraph: `¶${number}`,
      block: "Between paragraphs",
      note: `Note ${number}`,
      "editor-note": `Editors’ note ${number}`,
      figure: `Figure ${number}`,
      term: "Glossary",
      event: "Timeline",
    })[kind],
  none: (query) => `No results for “${query}”.`,
  elsewhere: (query, passages) =>
    `No results for “${query}” here. “All” has it in ${passages} ${passages === 1 ? "place" : "places"}.`,
  absent: (word) => `“${word}” appears nowhere.`,
  notAll: "No place has all of these words.",
  partial: (passages) => `Some of the words: ${passages} more ${passages === 1 ? "place" : "places"}`,
  also: (words) => `(also searched: ${words})`,
  unread: (sections) => `(${sections} more sections on the search page)`,
  withoutNumbers: "(searched without the numbers of notes and paragraphs)",
  hitsOnPage: "Hits on this page",
  previousHit: "Previous hit",
  nextHit: "Next hit",
  clearHits: "Clear highlights",
  loading: "Searching",
  failed: "The search index could not be loaded. Check your connection.",
  missing: "The search’s index is not on this site any more. Reload the page.",
  retry: "Try again",
};
