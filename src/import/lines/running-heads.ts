import { columns } from "../characters.ts";
import type { Findings } from "../findings.ts";
import { continuesTitle } from "./front-matter.ts";
import { type Line, placeOf } from "./line.ts";
import { noteStart } from "./note-texts.ts";
import { kanjiNumber, romanNumber } from "./numbers.ts";

/** A line that is no text, and what it is. */
export interface LeftOutLine {
  readonly line: Line;
  readonly why: "running head" | "page number";
}

const NUMBER_ONLY =
  /^[\s\-–—―‐−.·•()（）[\]〔〕|/p\uFF0D]*(?:\d{1,4}|[０-９]{1,4}|[ivxlc]{1,7}|[一二三四五六七八九〇十百]{1,4})[\s\-–—―‐−.·•()（）[\]〔〕|/\uFF0D]*$/iu;

/** How many lines at the head and foot of a page may be running heads. */
const EDGE = 2;

/**
 * Takes out what repeats at the same place on most pages, and the numbers of the pages.
 *
 * @returns the lines that are text, of which the first of each page begins it, and those that were left out
 */
export function dropRunningHeads(lines: readonly Line[], findings: Findings): { kept: Line[]; dropped: LeftOutLine[] } {
  const pages = [...Map.groupBy(lines, ({ page }) => page).values()];
  const dropped = new Map<Line, LeftOutLine["why"]>();
  const apart = new Set<Line>();
  if (pages.length >= 2) {
    for (const find of [
      repeatedAt(pages, "head"),
      repeatedAt(pages, "foot"),
      numbersAt(pages, "head"),
      numbersAt(pages, "foot"),
      sharedAt(pages, "head"),
      sharedAt(pages, "foot"),
      titlesAt(pages),
    ])
      for (const [line, why] of find) dropped.set(line, why);
    // Beneath a page number a running head may stand, and the other way round.
    const inner = pages.map((page) => page.filter((line) => !dropped.has(line)));
    const pageOf = new Map(pages.map((page) => [page[0]?.page, page]));
    for (const find of [
      repeatedAt(inner, "head"),
      repeatedAt(inner, "foot"),
      numbersAt(inner, "head"),
      numbersAt(inner, "foot"),
    ])
      for (const [line, why] of find)
        if (touchesEdge(line, pageOf.get(line.page) ?? [], dropped)) dropped.set(line, why);
  }

  // A first page has its number at the foot where the others have theirs at the head.
  const offset = usualOffset(dropped);
  if (offset !== undefined)
    for (const page of pages)
      for (const line of [page[0], page.at(-1)])
        if (line && !dropped.has(line) && isNumberOfPage(line, offset)) dropped.set(line, "page number");

  // What stands across a page of columns, apart from them, is no part of them: but for the first page's title.
  for (const line of lines)
    if (line.isEdge && line.page !== pages[0]?.[0]?.page && !dropped.has(line)) {
      dropped.set(line, NUMBER_ONLY.test(line.marked.words) ? "page number" : "running head");
      apart.add(line);
    }
  const last = lines.at(-1);
  // One page counts nothing: there the number's size tells it.
  if (pages.length === 1 && last && NUMBER_ONLY.test(last.marked.words) && (last.size < 0.92 || isFirstNumber(last)))
    dropped.set(last, "page number");
  for (const line of smallBeforeTitle(lines, dropped)) dropped.set(line, "running head");
  const opening = titleAmong(dropped, lines);
  if (opening) dropped.delete(opening);
  // A table says its own rows.
  for (const line of [...dropped.keys()]) if (line.role?.kind === "table") dropped.delete(line);
  const hasPages = pages.length > 1;
  const texts = lines.filter((line) => {
    const why = dropped.get(line);
    if (!why) return true;
    const place = placeOf(line, hasPages);
    const confidence = why === "page number" ? 0.97 : apart.has(line) ? 0.8 : 0.9;
    const key = `line ${hasPages ? `${line.page}:` : ""}${line.number}`;
    const taken = findings.decide({
      key,
      place,
      text: line.marked.words,
      taken: why,
      confidence,
      answers: [why, "text"],
    });
    if (taken === "text") dropped.delete(line);
    else findings.count(why === "page number" ? "page numbers left out" : "running heads left out");
    return taken === "text";
  });
  return {
    // What stood under a head begins the page: its distance from the head tells nothing of the text.
    kept: texts.map((line, index) =>
      texts[index - 1]?.page === line.page ? line : { ...line, startsPage: true, gap: 0 },
    ),
    dropped: lines.flatMap((line) => (dropped.has(line) ? [{ line, why: dropped.get(line) ?? "page number" }] : [])),
  };
}

/** Whether a line says no more than that its page is the first, apart from what stands above it. */
const isFirstNumber = ({ marked, gap, size }: Line): boolean =>
  size === 1 && gap > 0 && /^[\s\-–—―‐−]*[1１][\s\-–—―‐−]*$/u.test(marked.words);

/** Small lines over a title that is set large: what a first page has of its journal. */
function smallBeforeTitle(lines: readonly Line[], dropped: ReadonlyMap<Line, unknown>): Line[] {
  const page = lines.filter((line) => !dropped.has(line)).slice(0, 5);
  const title = page.findIndex(({ size }) => size >= 1.3);
  const small = page.slice(0, Math.max(0, title));
  return small.every(({ size }) => size < 0.92 || size < (page[title]?.size ?? 0) * 0.5) ? small : [];
}

/** A head that repeats the title: on the first page it is the title, where what follows it goes on from a title. */
function titleAmong(dropped: ReadonlyMap<Line, LeftOutLine["why"]>, lines: readonly Line[]): Line | undefined {
  const first = lines.findIndex((line) => !dropped.has(line));
  const next = lines[first];
  const title = lines.slice(0, Math.max(0, first)).findLast((line) => dropped.get(line) === "running head");
  if (!title || !next || /[\d０-９]/u.test(title.marked.words)) return undefined;
  if (next.page !== title.page || pattern(next) === pattern(title)) return undefined;
  return continuesTitle(next) ? title : undefined;
}

const edgeLines = (page: readonly Line[], edge: "head" | "foot"): Line[] =>
  edge === "head" ? page.slice(0, EDGE) : page.slice(-EDGE).reverse();

/** A head is the same but for the number of the page or of the chapter in it. */
const pattern = ({ marked }: Line): string =>
  marked.words
    .replaceAll(/[\s\u3000]+/gu, "")
    .replaceAll(/\d+|[０-９]+/gu, "#")
    .toLowerCase();

function repeatedAt(pages: readonly (readonly Line[])[], edge: "head" | "foot"): Map<Line, LeftOutLine["why"]> {
  const found = new Map<Line, LeftOutLine["why"]>();
  const add = (text: string, group: readonly Line[], counts: boolean) => {
    // Neither a sentence's end nor a note, however often it is written, is a head.
    if (group.length < 2 || group.some(({ marked }) => /。$/u.test(marked.words))) return;
    if (
      edge === "foot" &&
      group.some((line) => /[.．]$/u.test(line.marked.words) || noteStart(line)?.isLoose === false)
    )
      return;
    // Left and right pages may have heads of their own; a first page or a chapter's has none.
    const share = group.length / Math.max(1, pages.length - 1);
    // A name at the left and a year at the right are as long as a line, and few words.
    const isShort = group.every(
      ({ end, indent, measure, marked }) => Math.min(end - indent, columns(marked.words)) < Math.max(60, measure * 0.8),
    );
    if (
      (group.length >= 3 && share >= 0.25 && isShort) ||
      (group.length >= 2 && share >= (counts ? 0.3 : 0.6) && isShort)
    )
      for (const line of group) found.set(line, /#/u.test(text) && text.length <= 4 ? "page number" : "running head");
  };
  for (let depth = 0; depth < EDGE; depth += 1) {
    const lines = pages.flatMap((page) => edgeLines(page, edge)[depth] ?? []);
    for (const [text, group] of Map.groupBy(lines, pattern)) {
      if (/^#*$/u.test(text)) continue;
      const counts = /#/u.test(text) && countsWithPages(group);
      for (const own of counts ? [group] : Map.groupBy(group, ({ marked }) => marked.words).values())
        add(text, own, counts);
    }
  }
  return found;
}

/** How many of the pages have the same words at the beginning of their heads, and how many such characters tell. */
const [SHARED, FEWEST_SHARED] = [0.6, 5];

/** Small lines that begin with the same words on most pages, as those of a work's title, and go on with a part's. */
function sharedAt(pages: readonly (readonly Line[])[], edge: "head" | "foot"): Map<Line, LeftOutLine["why"]> {
  const small = pages.flatMap((page) => edgeLines(page, edge)[0] ?? []).filter(({ size }) => size < 0.94);
  const needed = Math.max(3, Math.ceil(pages.length * SHARED));
  const wordsOf = ({ marked }: Line) => marked.words.replaceAll(/[\s\u3000]+/gu, "");
  const sorted = small.map((line) => ({ line, words: wordsOf(line) })).sort((a, b) => (a.words < b.words ? -1 : 1));
  // In alphabetical order those that begin alike stand together: the first and the last of so many share the least.
  for (let first = 0; first + needed <= sorted.length; first += 1) {
    const [one = "", other = ""] = [sorted[first]?.words, sorted[first + needed - 1]?.words];
    let length = 0;
    while (length < one.length && one[length] === other[length]) length += 1;
    const shared = one.slice(0, length);
    if (columns(shared) < FEWEST_SHARED || !/\p{L}{2}/u.test(shared)) continue;
    const size = sorted[first]?.line.size ?? 0;
    const alike = small.filter((line) => wordsOf(line).startsWith(shared) && Math.abs(line.size - size) < 0.02);
    if (alike.length >= needed) return new Map(alike.map((line) => [line, "running head"]));
  }
  return new Map();
}

/** Whether what differs between the lines' numbers is the number of the page: one of them is as far from it in most. */
function countsWithPages(group: readonly Line[]): boolean {
  const numbers = group.map(({ marked, page }) =>
    (marked.words.match(/\d+|[０-９]+/gu) ?? []).map((digits) => ({ value: Number(digits.normalize("NFKC")), page })),
  );
  const [first = []] = numbers;
  let varies = false;
  const sound = first.every((_, position) => {
    const own = numbers.flatMap((one) => one[position] ?? []);
    const most = (key: (one: { value: number; page: number }) => number) =>
      Math.max(...[...Map.groupBy(own, key).values()].map((same) => same.length));
    if (most(({ value }) => value) === own.length) return true;
    varies = true;
    return most(({ value, page }) => value - page) > own.length / 2;
  });
  return sound && varies;
}

/** Numbers that count with the pages: alone on their lines, or at the end of a head that a page or two alone have. */
function numbersAt(pages: readonly (readonly Line[])[], edge: "head" | "foot"): Map<Line, LeftOutLine["why"]> {
  const found = new Map<Line, LeftOutLine["why"]>();
  const edged = pages.flatMap((page) => edgeLines(page, edge)[0] ?? []);
  const counted = edged.flatMap((line) => {
    const { words } = line.marked;
    const digits = (
      edge === "head" ? /^\d{1,4}(?=[\s\u3000])|(?<=[\s\u3000])\d{1,4}$/u : /(?<=[\s\u3000])\d{1,4}$/u
    ).exec(words)?.[0];
    // A number at the left and a title at the right are as long as a line, and few words.
    const isShort = Math.min(line.end - line.indent, columns(words)) < line.measure * 0.8 || line.size < 0.94;
    return digits && isShort ? [{ line, offset: Number(digits) - line.page }] : [];
  });
  for (const [offset, group] of Map.groupBy(counted, ({ offset }) => offset)) {
    // Left pages may have a head with their number, and right pages the number alone.
    const alone = edged.filter((line) => isNumberOfPage(line, offset)).length;
    const isSequence = offset !== 0 || alone > 0 || group.every(({ line }) => line.size < 0.94);
    if (isSequence && group.length >= 2 && group.length + alone >= (pages.length - 1) * 0.6)
      for (const { line } of group) found.set(line, "running head");
  }
  const numbered = pages.flatMap((page) => {
    const line = edgeLines(page, edge)[0];
    return line && NUMBER_ONLY.test(line.marked.words) ? [line] : [];
  });
  const offsets = Map.groupBy(numbered, (line) => (numberIn(line.marked.words) ?? Number.NaN) - line.page);
  const [, best = []] = [...offsets].sort((a, b) => b[1].length - a[1].length)[0] ?? [];
  if (best.length < 2 || best.length < numbered.length / 2) return found;
  for (const line of numbered) found.set(line, "page number");
  return found;
}

/**
 * Heads that say the number of their page and the title of its part, as LaTeX sets them: each is another, and each title
 * stands in the text as well.
 */
function titlesAt(pages: readonly (readonly Line[])[]): Map<Line, LeftOutLine["why"]> {
  const lettersOf = ({ marked }: Line) => marked.words.replaceAll(/[^\p{L}]+/gu, "").toLowerCase();
  const isTitle = (line: Line) => line.gap > 0 || line.isBold || line.size > 1.05;
  const titles = new Set(pages.flatMap((page) => page.slice(1).filter(isTitle).map(lettersOf)));
  const heads = pages.flatMap((page) => {
    const [line] = page;
    const letters = line ? lettersOf(line) : "";
    if (!line || letters.length < 2 || !titles.has(letters)) return [];
    const offsets = pageNumbersIn(line.marked.words).map((number) => number - line.page);
    return [...new Set(offsets)].map((offset) => ({ line, offset }));
  });
  const edges = pages.flatMap((page) => [page[0], page.at(-1)].filter((line) => line !== undefined));
  const groups = [...Map.groupBy(heads, ({ offset }) => offset)].filter(
    ([offset, group]) => group.length + edges.filter((line) => isNumberOfPage(line, offset)).length >= 2,
  );
  return new Map(groups.flatMap(([, group]) => group.map(({ line }) => [line, "running head"])));
}

/** @returns the numbers at a line's beginning and at its end, either of which may be its page's */
const pageNumbersIn = (words: string): number[] =>
  [...words.trim().matchAll(/^\d{1,4}(?=\D|$)|(?<=\D)\d{1,4}$/gu)].map(([digits]) => Number(digits));

/** How far the numbers of most pages are from their place in the file. */
function usualOffset(dropped: ReadonlyMap<Line, unknown>): number | undefined {
  const offsets = [...dropped.keys()].flatMap((line) => {
    const numbers = new Set(pageNumbersIn(line.marked.words));
    return [...numbers].map((number) => number - line.page);
  });
  const [best] = [...Map.groupBy(offsets, (offset) => offset)].sort((a, b) => b[1].length - a[1].length);
  return best && best[1].length >= 2 ? best[0] : undefined;
}

const isNumberOfPage = ({ marked, page }: Line, offset: number): boolean =>
  NUMBER_ONLY.test(marked.words) && numberIn(marked.words) === page + offset;

function touchesEdge(line: Line, page: readonly Line[], dropped: ReadonlyMap<Line, unknown>): boolean {
  const index = page.indexOf(line);
  return (
    page.slice(0, index).every((one) => dropped.has(one)) || page.slice(index + 1).every((one) => dropped.has(one))
  );
}

/** A row of a text with its place in it. */
interface NumberedRow {
  readonly words: string;
  /** From 1. */
  readonly number: number;
}

/**
 * @param rows of a text without page breaks
 * @returns the page numbers: numbers alone on their lines, in sequence, three at least, about as far from each other
 */
export function pageNumbersAmong<Row extends NumberedRow>(rows: readonly Row[]): Row[] {
  const candidates = rows.filter(
    ({ words }) => /^[\s\-–—―‐−]*\d{1,3}[\s\-–—―‐−]*$/u.test(words) && words.trim().length < 12,
  );
  const runs: Row[][] = [];
  for (const row of candidates) {
    const value = numberIn(row.words) ?? Number.NaN;
    const run = runs.find((one) => numberIn(one.at(-1)?.words ?? "") === value - 1);
    if (run) run.push(row);
    else runs.push([row]);
  }
  return (
    runs.find((run) => {
      const steps = run.slice(1).map((row, index) => row.number - (run[index]?.number ?? 0));
      return run.length >= 3 && Math.min(...steps) > 8 && Math.max(...steps) < Math.min(...steps) * 4;
    }) ?? []
  );
}

/** @returns the number that stands in the line */
function numberIn(text: string): number | undefined {
  const digits = /[\d０-９]+/u.exec(text)?.[0].normalize("NFKC");
  if (digits) return Number(digits);
  const kanji = /[一二三四五六七八九〇十百]+/u.exec(text)?.[0];
  if (kanji) return kanjiNumber(kanji);
  const roman = /[ivxlc]+/iu.exec(text)?.[0];
  return roman ? romanNumber(roman) : undefined;
}
