import { letters } from "../../essay/text-hash.ts";
import type { Findings } from "../findings.ts";
import { headingNumber } from "./headings.ts";
import { keyOf, type Line, placeOf } from "./line.ts";

/** What stands over a list of contents. */
const TITLE =
  /^(?:(?:tableof)?contents|目次|もくじ|内容目次|inhalt(?:sverzeichnis)?|tabledesmatières|sommaire|índice|indice|目录|目錄|차례|목차|المحتويات|فهرسالمحتويات|الفهرس)[.:：]?$/iu;
/** @returns whether the words stand over a list of contents */
export const isContentsTitle = (words: string): boolean => TITLE.test(words.replaceAll(/[\s\u3000]+/gu, ""));

/** What stands over the columns of such a list. */
const COLUMN_HEADS = /^(?:(?:chapter|chap|page|pp?|頁|ページ|kapitel|seite|chapitre)s?\.?[\s\u3000]*)+$/iu;
/** Where the list has a page for each entry. */
const PAGE = /[\s\u3000.．…‥·・⋯_-]*(?:\d{1,4}|[０-９]{1,4}|[ivxlc]{1,7})[\s\u3000]*$/u;
/** A list without a title over it has as many entries at least. */
const FEWEST_WITHOUT_TITLE = 3;
const FEWEST = 2;

const withoutNumber = (words: string): string => letters(words.slice(headingNumber(words).length));

/** The paragraphs of a part, which may be a column of their own. */
const PARAGRAPHS = /^¶\d+(?:[–-]\d+)?$/u;

/** Our own contents say which paragraphs a part has. */
const withoutParagraphs = (words: string): string =>
  words.replace(/[\s\u3000]*¶\d+(?:[–-]\d+)?[\s\u3000]*/u, " ").trim();

/** The forms in which an entry may come again as a heading: with its page or without, with its number or without. */
const formsOf = (words: string): string[] =>
  [
    ...new Set(
      [words, words.replace(PAGE, ""), withoutParagraphs(words).replace(PAGE, "")].flatMap((one) => [
        letters(one),
        withoutNumber(one),
      ]),
    ),
  ].filter((form) => /\p{L}/u.test(form));

/**
 * Takes out the list of what follows: lines that all come again, in their order, over the parts of the text. The site
 * makes its own of the headings.
 *
 * @param lines what follows the title and the names
 * @returns the lines that are text, and those of the list
 */
export function dropContents(
  lines: readonly Line[],
  findings: Findings,
  hasPages: boolean,
): { kept: Line[]; dropped: Line[] } {
  const title = lines.findIndex(({ marked }) => isContentsTitle(marked.words));
  const list = listAt(lines, title + 1);
  const [first] = list;
  // Whole lines that come again are no list.
  const isProse =
    title < 0 && list.every(({ end, measure, marked }) => end > measure * 0.9 && !PAGE.test(marked.words));
  if (!first || isProse || list.length < (title < 0 ? FEWEST_WITHOUT_TITLE : FEWEST))
    return { kept: [...lines], dropped: [] };
  const head = lines[title];
  const dropped = new Set(head ? [head, ...list] : list);
  const at = head ?? first;
  const taken = findings.decide({
    key: `contents ${keyOf(at, hasPages)}`,
    place: placeOf(at, hasPages),
    text: [...dropped].map(({ marked }) => marked.words).join(" / "),
    taken: "contents",
    confidence: head ? 0.95 : 0.85,
    answers: ["contents", "text"],
  });
  if (taken === "text") return { kept: [...lines], dropped: [] };
  findings.count("lines of contents left out", dropped.size);
  return { kept: lines.filter((line) => !dropped.has(line)), dropped: [...dropped] };
}

/** The lines from there on, as long as each comes again after all of them, farther down than the one before. */
function listAt(lines: readonly Line[], start: number): Line[] {
  const places = new Map<string, number[]>();
  const add = (form: string, index: number) => {
    const known = places.get(form);
    if (known) known.push(index);
    else places.set(form, [index]);
  };
  const wordsAt = (index: number) => lines[index]?.marked.words ?? "";
  let one = letters(wordsAt(start));
  for (let index = start; index < lines.length; index += 1) {
    const words = wordsAt(index);
    const two = letters(wordsAt(index + 1));
    const numbered = headingNumber(words) === "" ? one : withoutNumber(words);
    // A heading may take two lines: its number and its words.
    for (const form of new Set([one, numbered, one + two])) if (form !== "") add(form, index);
    one = two;
  }
  const list: Line[] = [];
  let last = -1;
  let entries = 0;
  let end = lines.length;
  for (let index = start; index < end; index += 1) {
    const line = lines[index];
    if (!line || line.role?.kind === "table") break;
    if ((list.length === 0 && COLUMN_HEADS.test(line.marked.words)) || PARAGRAPHS.test(line.marked.words)) {
      list.push(line);
      continue;
    }
    const found = formsOf(line.marked.words)
      .flatMap((form) => places.get(form)?.find((place) => place > Math.max(index, last)) ?? [])
      .sort((a, b) => a - b)[0];
    // Where a list has pages, an entry may head what the text says in other words.
    const isEntry =
      entries >= FEWEST_WITHOUT_TITLE && PAGE.test(line.marked.words) && PAGE.test(list.at(-1)?.marked.words ?? "");
    if (found === undefined && isEntry && line.role?.kind === "entry") {
      list.push(line);
      continue;
    }
    // What comes again at once is a line that stands there twice.
    if (found === undefined || found === index + 1) break;
    if (entries === 0) end = found;
    entries += 1;
    last = found;
    list.push(line);
  }
  return entries >= FEWEST && last > end ? list : [];
}
