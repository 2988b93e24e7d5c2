/** Kinds of place in a work for which CSL 1.0.2 has a term of its own. */
export type PlaceLabel =
  | "book"
  | "chapter"
  | "column"
  | "figure"
  | "line"
  | "note"
  | "number"
  | "page"
  | "paragraph"
  | "part"
  | "section"
  | "verse"
  | "volume";

/** A place as CSL takes it: a style writes it out in the reader's language. */
export interface PlaceLocator {
  readonly label: PlaceLabel;
  readonly locator: string;
}

/** The part of an author–date citation that is wanted. */
export type CitationPart = "author" | "date" | "both";

/** @returns the words of an author–date citation without its parentheses: `James 1902a, 9`; `James`; `1902a, 9` */
export type ShortCitation = (id: string, part: CitationPart, locator?: PlaceLocator) => string;

/** Where in a work something stands. */
export interface CitedPlace {
  readonly locator?: PlaceLocator;
  /** What stands as it was written. */
  readonly suffix?: string;
}

/** How authors write the kinds of place, before the number and, in East Asian languages, after it. */
const BEFORE: readonly (readonly [PlaceLabel, string])[] = [
  ["book", "bks?\\.|books?"],
  ["chapter", "chaps?\\.|chs?\\.|chapters?|Kap\\.|chapitres?"],
  ["column", "cols?\\.|columns?"],
  ["figure", "figs?\\.|figures?|Abb\\."],
  ["line", "ll?\\.|lines?"],
  ["note", "nn?\\.|notes?|Anm\\."],
  ["number", "nos?\\.|numbers?|Nr\\."],
  ["page", "pp?\\.|pages?|S\\."],
  ["paragraph", "paras?\\.|paragraphs?|¶¶?|Abs\\."],
  ["part", "pts?\\.|parts?"],
  ["section", "secs?\\.|sections?|§§?"],
  ["verse", "vv?\\.|verses?"],
  ["volume", "vols?\\.|volumes?|Bd\\."],
];
const AFTER: readonly (readonly [PlaceLabel, string])[] = [
  ["page", "頁|ページ|页|쪽|면"],
  ["chapter", "章|장"],
  ["section", "節|节|절"],
  ["volume", "巻|卷|권"],
  ["paragraph", "段落|段|단락"],
  ["note", "註|注|주"],
];

const NUMBERS =
  "(?:\\d+[a-z]?|[ivxlcIVXLC]+)(?:\\s?(?:[-–—~〜]|,|&|and|und|et)\\s?(?:\\d+[a-z]?|[ivxlcIVXLC]+))*f{0,2}";
const ANY = { before: BEFORE.map(([, words]) => words).join("|"), after: AFTER.map(([, words]) => words).join("|") };
const PLACE = new RegExp(
  `^(?:(?<before>${ANY.before})\\s*(?<named>${NUMBERS})|第?(?<counted>${NUMBERS})(?<after>${ANY.after})|(?<bare>\\d+(?:\\s?[-–—,]\\s?\\d+)*))(?![\\p{L}\\p{N}])(?:[,、]\\s*(?<suffix>.+))?$`,
  "u",
);

/** @returns the place that the words behind an id name; a number alone is a page, as in Pandoc */
export function placeIn(words: string): CitedPlace {
  if (words === "") return {};
  const { before, named, counted, after, bare, suffix } = PLACE.exec(words)?.groups ?? {};
  const value = named ?? counted ?? bare;
  if (value === undefined) return { suffix: words };
  const label = before ? labelOf(BEFORE, before) : after ? labelOf(AFTER, after) : "page";
  return {
    locator: { label, locator: value.replaceAll(/(?<=\d)\s?[-—~〜]\s?(?=\d)/gu, "–") },
    ...(suffix && { suffix }),
  };
}

const labelOf = (labels: typeof BEFORE, written: string): PlaceLabel =>
  labels.find(([, words]) => new RegExp(`^(?:${words})$`, "u").test(written))?.[0] ?? "page";
