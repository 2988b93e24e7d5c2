import type { Findings } from "../findings.ts";
import type { ManuscriptMetadata } from "../manuscript.ts";
import { isNameLike } from "../names.ts";
import { isContentsTitle } from "./contents.ts";
import { isDate } from "./dates.ts";
import { headingNumber, isNamedPart, numbering } from "./headings.ts";
import { endsSentence, keyOf, type Line, placeOf } from "./line.ts";
import { isAbstract, isKeywords } from "./summary.ts";

/** The fields that a first page may hold, and `head` for what stands above the title: the journal's line. */
export type FrontField = "head" | "title" | "subtitle" | "authors" | "affiliation" | "date" | "abstract";

/** A line of the first page with what it says. */
export interface FrontLine {
  readonly line: Line;
  readonly field: FrontField;
  /** Where in its words the field begins and ends; the rest is left out: “by”, brackets. */
  readonly start: number;
  readonly end: number;
}

const INSTITUTE =
  /大学|研究所|研究院|学院|機構|研究センター|学部|教授|研究員|講師|박사|대학교|University|Institute|College|Universität|Université|Universidad|Hochschule|Academy|School of|Department|Centre|Center|Faculty/u;
const BRACKETED = /^[（(［[〔](?<inner>.+)[）)\]］〕]$/u;
const BY =
  /^(?:by|von|par|por|di|著者?|文|執筆者?|作者|筆者|author)\s*[:：／/]?\s+(?=\S)|^(?:著者?|文|執筆者?|作者|筆者|Authors?)\s*[:：／/]\s*/iu;
const DASHES = /^[―—–‐─－\-~〜～:：]+/u;

/** How many lines a first page's head has at most. */
const LONGEST = 10;

/**
 * Takes the title, subtitle, authors and affiliation from the head of the first page: what stands before the first
 * empty line, and single lines after it that can only be a name.
 */
export function takeFrontMatter(
  lines: readonly Line[],
  findings: Findings,
  hasPages: boolean,
  known: ManuscriptMetadata,
): { front: FrontLine[]; rest: Line[] } {
  const head: Line[] = [];
  const above = linesAboveTitle(lines);
  const [first] = lines.slice(above);
  if (!first) return { front: [], rest: [] };
  const body = lines.slice(0, 400).filter((line) => line.end > line.measure * 0.8);
  for (const [index, line] of lines.slice(above, above + LONGEST).entries()) {
    const words = line.marked.words.trim();
    if (line.role?.kind === "table") break;
    const isShort = line.end - line.indent < line.measure * 0.95 || line.size > 1.1;
    if (index === 0) {
      if (above === 0 && body.length === 0 && lines.length < 3 && (lines[1]?.gap ?? 0) === 0) break;
      const sentence = /[。．]$/u.test(words) || (/[.]$/u.test(words) && words.split(" ").length > 6);
      if (sentence || (!isShort && line.size <= 1.1 && !line.isBold) || isNamedPart(words)) break;
      if (headingNumber(words) && line.size <= 1.1 && (lines[above + 1]?.gap ?? 0) === 0) break;
      head.push(line);
      continue;
    }
    const before = head.at(-1);
    if (
      !before ||
      isContentsTitle(words) ||
      isAbstract(words) ||
      isKeywords(words) ||
      isNamedPart(words) ||
      isNamedPart(words.slice(headingNumber(words).length))
    )
      break;
    // A tagged file says that a title goes on.
    if (line.element !== undefined && line.element === first.element && line.page === first.page) {
      head.push(line);
      continue;
    }
    if (opensSequence(words, lines.slice(above + index + 1))) break;
    const isCredit = BY.test(words) || isCreditLike(words);
    // Under the names only what says an institute or a day belongs to the head; what stands apart there heads the text.
    const hasNames = head.slice(1).some(({ marked }) => namesOf(marked.words.replace(BY, "")));
    if (hasNames && !isCredit && (line.gap > 0.25 || line.isBold || line.size > 1.05)) break;
    const dashed = DASHES.test(words);
    if (line.gap > 0 && !isCredit && !(line.size > 1.1 && !headingNumber(words)) && !(dashed && head.length === 1))
      break;
    if (headingNumber(words) && line.size < first.size * 0.95 && !(hasNames && isCredit)) break;
    if (!isShort || (endsSentence(line) && !isCredit && !/[」』）)？?！!]$/u.test(words))) break;
    // In a text without empty lines only what can be nothing else belongs to the head.
    if (line.gap === 0 && !isCredit && !dashed && !headEnds(lines.slice(above), index) && line.size <= 1.1) break;
    head.push(line);
  }
  if (head.length === lines.length) return { front: [], rest: [...lines] };

  const front: FrontLine[] = [];
  for (const line of head.length > 0 ? lines.slice(0, above) : []) {
    const answer = findings.decide({
      key: `front ${keyOf(line, hasPages)}`,
      place: placeOf(line, hasPages),
      text: line.marked.words,
      taken: "head",
      confidence: 0.85,
      answers: ["head", "body"],
    });
    if (answer === "head") front.push({ line, field: "head", start: 0, end: line.marked.text.length });
  }
  let hasAuthor = false;
  head.forEach((line, index) => {
    const words = line.marked.words;
    const guess = classify(line, index, head, front, hasAuthor);
    const answer = findings.decide({
      key: `front ${keyOf(line, hasPages)}`,
      place: placeOf(line, hasPages),
      text: words,
      taken: guess.field,
      confidence: guess.confidence,
      answers: ["title", "subtitle", "authors", "affiliation", "date", "body"],
    });
    if (answer === "body") return;
    const field = answer as FrontField;
    if (field === "authors") hasAuthor = true;
    front.push(...spansOf(line, field, index === 0));
  });
  void known;
  // Without a name nobody belongs to an institute: it is text.
  if (!hasAuthor)
    for (let index = front.length - 1; index >= 0; index -= 1)
      if (front[index]?.field === "affiliation") front.splice(index, 1);
  const used = new Set(front.map(({ line }) => line));
  return { front, rest: lines.filter((line) => !used.has(line)) };
}

/** Whether the line's number is the first of a sequence that goes on below, or all that it says: it heads the text. */
function opensSequence(words: string, below: readonly Line[]): boolean {
  const number = numbering(words);
  if (!number) return false;
  if (number.written.trim() === words) return true;
  return (
    number.value === 1 &&
    ["roman", "letter", "kanji", "chapter", "section", "part"].includes(number.kind) &&
    below.some(({ marked, gap }) => {
      const other = numbering(marked.words);
      return other?.kind === number.kind && other.value === 2 && (gap > 0 || marked.words.length < 60);
    })
  );
}

/** @returns how many small lines stand above a title that is set larger than the text */
function linesAboveTitle(lines: readonly Line[]): number {
  const title = lines.slice(0, MOST_ABOVE + 1).findIndex(({ size }) => size > 1.2);
  const above = lines.slice(0, Math.max(0, title));
  const isJournal = above.every(({ size, role, marked }) => size < 0.95 && !role && !isNamedPart(marked.words));
  return isJournal ? above.length : 0;
}

/** More small lines than a journal sets above a title. */
const MOST_ABOVE = 3;

/** @returns whether the line can stand under a title alone: a subtitle, a name, or the text itself */
export const continuesTitle = (line: Line): boolean => {
  const { words } = line.marked;
  return (
    DASHES.test(words) || BY.test(words) || isCreditLike(words) || isNamedPart(words) || line.end > line.measure * 0.85
  );
};

const isCreditLike = (words: string): boolean => {
  const inner = BRACKETED.exec(words)?.groups?.["inner"] ?? words;
  return (
    namesOf(words.replace(BY, "")) ||
    (INSTITUTE.test(inner) && !/[。．]/u.test(words) && words.length < 80) ||
    isDate(words)
  );
};

/** Signs of notes, as they stand behind names. */
const SIGNS = /[*＊∗†‡§¶‖※]{1,3}/gu;

/** Figures behind a name, which lead to its institute: “Jane Doe1,2”. */
const INSTITUTE_NUMBERS = /(?<=\p{L})[\s\u3000]?\d{1,2}(?:[,，、]\s?\d{1,2})*(?=$|[\s\u3000,，、;；&・])/gu;
/** The figure before an institute, to which those of names lead. */
const INSTITUTE_NUMBER = /^(?<number>\d{1,2})[.)）:]?[\s\u3000]*(?=\p{L})/u;

/** @returns the names of a line without the figures behind them */
export const withoutInstituteNumbers = (words: string): string => words.replaceAll(INSTITUTE_NUMBERS, "");

/** @returns the figures behind the name in the words of its line */
export function instituteNumbers(name: string, words: string): number[] {
  const at = words.indexOf(name);
  if (at < 0) return [];
  const match = /^[\s\u3000]?(?<numbers>\d{1,2}(?:[,，、]\s?\d{1,2})*)(?!\d)/u.exec(words.slice(at + name.length));
  return (match?.groups?.["numbers"] ?? "").split(/[,，、]\s?/u).flatMap((one) => (one === "" ? [] : [Number(one)]));
}

const namesOf = (words: string): boolean => {
  const plain = withoutInstituteNumbers(words)
    .replaceAll(SIGNS, "")
    .replace(/[（(][^）)]*[）)]$/u, "")
    .trim();
  return plain
    .split(/\s*(?:[、,;；&]|\sand\s|\sund\s|\set\s|(?<=\p{sc=Latin})・|・(?=\p{sc=Latin}))\s*/u)
    .every((name) => isNameLike(name));
};

/** Whether an empty line follows within the head's length. */
const headEnds = (lines: readonly Line[], from: number): boolean =>
  lines
    .slice(from + 1, LONGEST)
    .some((line, index, all) => line.gap > 0 && all.slice(0, index).every((one) => one.end < one.measure * 0.95));

function classify(
  line: Line,
  index: number,
  head: readonly Line[],
  front: readonly FrontLine[],
  hasAuthor: boolean,
): { field: FrontField; confidence: number } {
  const words = line.marked.words.trim();
  const [title] = head;
  if (index === 0) return { field: "title", confidence: head.length > 1 || line.size > 1.1 ? 0.95 : 0.8 };
  const inner = BRACKETED.exec(words)?.groups?.["inner"];
  if (isDate(words)) return { field: "date", confidence: 0.85 };
  if (BY.test(words)) return { field: "authors", confidence: 0.95 };
  if (inner && INSTITUTE.test(inner)) return { field: "affiliation", confidence: 0.95 };
  if (DASHES.test(words) && !hasAuthor) return { field: "subtitle", confidence: 0.95 };
  // A title that goes on is set like its beginning.
  if (
    title &&
    title.size > 1.1 &&
    Math.abs(line.size - title.size) < 0.05 &&
    front.every(({ field }) => field === "title")
  )
    return { field: "title", confidence: 0.85 };
  if (namesOf(words)) return { field: "authors", confidence: /[\s\u3000・,、]|and/u.test(words) ? 0.92 : 0.75 };
  if (INSTITUTE.test(words)) return { field: "affiliation", confidence: 0.85 };
  if (hasAuthor) return { field: "affiliation", confidence: 0.5 };
  return { field: "subtitle", confidence: 0.65 };
}

function spansOf(line: Line, field: FrontField, isFirst: boolean): FrontLine[] {
  const { text } = line.marked;
  const whole = (start: number, end = text.length): FrontLine => ({ line, field, start, end });
  if (field === "title" && isFirst) {
    // A title and its subtitle on one line, parted by a dash.
    const dash = /[\s\u3000]*(?:[―—─]{1,3}|\s[–-]\s)[\s\u3000]*/u.exec(text);
    if (dash && dash.index > 2 && dash.index + dash[0].length < text.length - 2) {
      const rest = text.slice(dash.index + dash[0].length);
      const end = /[―—─]{1,2}$/u.exec(rest)?.index ?? rest.length;
      const start = dash.index + dash[0].length;
      return [whole(0, dash.index), { line, field: "subtitle", start, end: start + end }];
    }
    return [whole(0)];
  }
  if (field === "subtitle") {
    const start = DASHES.exec(text)?.[0].length ?? 0;
    const close = /[―—─~〜～]{1,2}$/u.exec(text);
    return [whole(start, start > 0 && close ? close.index : text.length)];
  }
  if (field === "affiliation")
    return BRACKETED.test(text) ? [whole(1, text.length - 1)] : [whole(INSTITUTE_NUMBER.exec(text)?.[0].length ?? 0)];
  if (field === "authors") {
    const start = BY.exec(text)?.[0].length ?? 0;
    const bracket = /[（(](?<inner>[^）)]*)[）)]$/u.exec(text);
    if (bracket?.groups?.["inner"] && INSTITUTE.test(bracket.groups["inner"]))
      return [
        whole(start, bracket.index),
        { line, field: "affiliation", start: bracket.index + 1, end: text.length - 1 },
      ];
    return [whole(start)];
  }
  if (field === "date") {
    const bracketed = /^[（(](?<inner>.+)[）)]$/u.exec(text.trim())?.groups?.["inner"] ?? text;
    const start = text.indexOf(bracketed);
    return [whole(start, start + bracketed.length)];
  }
  return [whole(0)];
}
