import { excerpt, type Findings } from "../findings.ts";
import { type Line, placeOf } from "./line.ts";

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
 * @returns the lines that are text, and those that were left out
 */
export function dropRunningHeads(lines: readonly Line[], findings: Findings): { kept: Line[]; dropped: LeftOutLine[] } {
  const pages = [...Map.groupBy(lines, ({ page }) => page).values()];
  const dropped = new Map<Line, LeftOutLine["why"]>();
  if (pages.length >= 2) {
    for (const find of [
      repeatedAt(pages, "head"),
      repeatedAt(pages, "foot"),
      numbersAt(pages, "head"),
      numbersAt(pages, "foot"),
    ])
      for (const [line, why] of find) dropped.set(line, why);
    // Beneath a page number a running head may stand, and the other way round.
    const inner = pages.map((page) => page.filter((line) => !dropped.has(line)));
    for (const find of [
      repeatedAt(inner, "head"),
      repeatedAt(inner, "foot"),
      numbersAt(inner, "head"),
      numbersAt(inner, "foot"),
    ])
      for (const [line, why] of find) if (touchesEdge(line, pages, dropped)) dropped.set(line, why);
  } else for (const line of numbersInText(lines)) dropped.set(line, "page number");

  const hasPages = pages.length > 1;
  const kept = lines.filter((line) => {
    const why = dropped.get(line);
    if (!why) return true;
    const place = placeOf(line, hasPages);
    const confidence = why === "page number" ? 0.97 : 0.9;
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
    kept,
    dropped: lines.flatMap((line) => (dropped.has(line) ? [{ line, why: dropped.get(line) ?? "page number" }] : [])),
  };
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
  for (let depth = 0; depth < EDGE; depth += 1) {
    const lines = pages.flatMap((page) => edgeLines(page, edge)[depth] ?? []);
    for (const [text, group] of Map.groupBy(lines, pattern)) {
      if (/^#*$/u.test(text) || group.length < 2) continue;
      // Left and right pages may have heads of their own; a first page or a chapter's has none.
      const share = group.length / Math.max(1, pages.length - 1);
      const isShort = group.every((line) => line.end - line.indent < Math.max(60, line.measure * 0.8));
      if ((group.length >= 3 && share >= 0.25 && isShort) || (group.length >= 2 && share >= 0.6 && isShort))
        for (const line of group) found.set(line, /#/u.test(text) && text.length <= 4 ? "page number" : "running head");
    }
  }
  return found;
}

/** Numbers alone on their lines that count with the pages. */
function numbersAt(pages: readonly (readonly Line[])[], edge: "head" | "foot"): Map<Line, LeftOutLine["why"]> {
  const found = new Map<Line, LeftOutLine["why"]>();
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

function touchesEdge(line: Line, pages: readonly (readonly Line[])[], dropped: ReadonlyMap<Line, unknown>): boolean {
  const page = pages.find((one) => one[0]?.page === line.page) ?? [];
  const index = page.indexOf(line);
  return (
    page.slice(0, index).every((one) => dropped.has(one)) || page.slice(index + 1).every((one) => dropped.has(one))
  );
}

/** In a text without page breaks: numbers alone on their lines, in sequence, three at least. */
function numbersInText(lines: readonly Line[]): Line[] {
  const candidates = lines.filter(
    (line) => /^[\s\-–—―‐−]*\d{1,4}[\s\-–—―‐−]*$/u.test(line.marked.words) && line.marked.words.length < 12,
  );
  const runs: Line[][] = [];
  for (const line of candidates) {
    const value = numberIn(line.marked.words) ?? Number.NaN;
    const run = runs.find((one) => numberIn(one.at(-1)?.marked.words ?? "") === value - 1);
    if (run) run.push(line);
    else runs.push([line]);
  }
  const pages = runs.find(
    (run) =>
      run.length >= 3 && run.every((line, index) => index === 0 || line.number - (run[index - 1]?.number ?? 0) > 8),
  );
  return pages ?? [];
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

/** @returns the value of a number in ideographs, counted (十二) or spelt (一二); below 1,000 */
export function kanjiNumber(text: string): number {
  const digit = (character: string) => "〇一二三四五六七八九".indexOf(character);
  if (!/[十百]/u.test(text)) return Number([...text].map(digit).join(""));
  let total = 0;
  let last = 0;
  for (const character of text) {
    const unit = character === "百" ? 100 : character === "十" ? 10 : 0;
    if (unit) {
      total += Math.max(1, last) * unit;
      last = 0;
    } else last = digit(character);
  }
  return total + last;
}

/** @returns the value of a Roman number; undefined where it is none */
export function romanNumber(text: string): number | undefined {
  const plain = text.normalize("NFKC").toUpperCase();
  if (!/^M*(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/u.test(plain) || plain === "") return undefined;
  const values: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };
  const digits = [...plain].map((letter) => values[letter] ?? 0);
  return digits.reduce((sum, value, index) => (value < (digits[index + 1] ?? 0) ? sum - value : sum + value), 0);
}

/** @returns a line's words, short, for a message */
export const lineExcerpt = (line: Line): string => excerpt(line.marked.words);
