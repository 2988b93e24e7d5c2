import type { Findings } from "../findings.ts";
import { isNotesTitle } from "./headings.ts";
import { endsSentence, keyOf, type Line, placeOf } from "./line.ts";
import { kanjiNumber, plainDigits } from "./numbers.ts";

/** The lines of one note's text. */
export interface NoteLines {
  /** 0 where a sign marks it. */
  readonly number: number;
  /** The sign that marks it instead of a number: *, †. */
  readonly sign?: string | undefined;
  /** The number as it is written, with what parts it from the words. */
  readonly written: string;
  readonly lines: readonly Line[];
}

/** Notes that stand together: at the foot of a page, at the end of a part or of the whole. */
export interface NoteGroup {
  readonly notes: readonly NoteLines[];
  /** The line after which the group, at the foot of a page its last note, stands in the text that is left; its marks stand before it. */
  readonly after: Line | undefined;
  /** Whether the marks are on the same page. */
  readonly atFoot: boolean;
  /** “Notes”, where it stands over them. */
  readonly title?: Line | undefined;
}

const START =
  /^(?:[（([［〔【〈＜<]\s?(?:注|註|주)?\s?(?<a>\d{1,3}|[０-９]{1,3})\s?[)）\]］〕】〉＞>]|(?:注|註|脚注|後注)\s?[（(]?(?<b>\d{1,3}|[０-９]{1,3})[)）]?|[*＊※](?<c>\d{1,3}|[０-９]{1,3})|(?<d>[¹²³⁰-⁹]{1,3}|[\u2460-\u2473\u3251-\u325F\u32B1-\u32BF])|[（([［〔【〈＜](?:注|註)?(?<g>[〇一二三四五六七八九十百]{1,4})[)）\]］〕】〉＞]|(?:注|註)(?<h>[〇一二三四五六七八九十百]{1,4})(?=[\s\u3000:：)）])[:：)）]?|(?<e>\d{1,3}|[０-９]{1,3})[.．)）:：、]|(?<f>\d{1,3}|[０-９]{1,3})(?=[\s\u3000]|[^\d０-９\s.,、年月日世]))[\s\u3000]*(?=\S)/u;

/** The same in ideographs and nothing but a space or a stop after them, as notes count under their title alone. */
const TITLED_START = /^(?<number>[〇一二三四五六七八九十百]{1,4})(?:[\s\u3000]+|[、．])(?=\S)/u;

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** @returns the number in figures that NFKC makes plain, superscripts, circled ones and ideographs too */
export const plainNumber = (text: string): number =>
  /^[〇一二三四五六七八九十百]+$/u.test(text)
    ? kanjiNumber(text)
    : Number(
        [...text]
          .map((character) =>
            SUPERSCRIPTS.includes(character) ? SUPERSCRIPTS.indexOf(character) : character.normalize("NFKC"),
          )
          .join(""),
      );

/** How a note's text begins. */
export interface NoteStart {
  readonly number: number;
  readonly sign?: string;
  /** The number or the sign, with what parts it from the words. */
  readonly written: string;
  readonly isLoose: boolean;
}

const SIGN = /^(?<sign>[*＊∗]{1,3}|†{1,2}|‡{1,2}|§|¶|‖|※)(?:[\s\u3000]+(?=[^\s*＊∗†‡§¶‖※])|(?=[^\s\d*＊∗†‡§¶‖※]))/u;

/** @returns the sign with which a note's text begins, where notes are marked by signs; one form for each sign */
export function signStart({ marked }: Pick<Line, "marked">): NoteStart | undefined {
  // A word between stars is no note.
  const match = /^\*[^\s*]+\*/u.test(marked.text) ? null : SIGN.exec(marked.text);
  const sign = match?.groups?.["sign"];
  return match && sign ? { number: 0, sign: plainSign(sign), written: match[0], isLoose: false } : undefined;
}

/** @returns the sign, however wide it is written */
export const plainSign = (sign: string): string => sign.replaceAll(/[＊∗]/gu, "*");

/** A label in brackets, of figures or of letters and figures: [1], [編1], [E2]. */
const LABEL = /^\[\p{L}{0,4}\d{1,3}\](?=[\s\u3000])[\s\u3000]*/u;

/** A label of letters and figures without brackets, as it stands before a note: E1, 編2. */
const BARE_LABEL = /^(?<letters>\p{L}{1,3})\s?(?<number>\d{1,3})[.:：)）]?(?=[\s\u3000\p{Ps}\p{Pi}])[\s\u3000]*/u;

/** The same where it counts on: no space needs to part it from the words. */
const NEXT_LABEL =
  /^(?!\p{sc=Latin}+\s?\d+\p{sc=Latin})(?<letters>\p{L}{1,3})\s?(?<number>\d{1,3})(?!\d)[.:：)）]?[\s\u3000]*/u;

/** Notes under a title of their own that count by labels with the same letters: E1, E2. */
function underLabels(lines: readonly Line[]): NoteLines[] {
  const notes: { number: number; sign: string; written: string; lines: Line[] }[] = [];
  const [opening] = lines;
  const isParted = opening !== undefined && BARE_LABEL.test(opening.marked.text);
  const letters = NEXT_LABEL.exec(opening?.marked.text ?? "")?.groups?.["letters"];
  if (letters === undefined) return [];
  let last = 0;
  for (const line of lines) {
    const match = NEXT_LABEL.exec(line.marked.text);
    const number = Number(match?.groups?.["number"]);
    // A paragraph that begins with such a word is no note where it breaks the count.
    if (match && match.groups?.["letters"] === letters && (last === 0 || number === last + 1)) {
      notes.push({ number: 0, sign: letters + String(number), written: match[0], lines: [line] });
      last = number;
    } else notes.at(-1)?.lines.push(line);
  }
  // Where no space parts the first from its words, another has to count on: 第1次 is no label.
  return isParted || notes.length > 1 ? notes : [];
}

/** Notes that stand among the text, after the part in which their marks are, each under the label of its mark. */
function labelledNotes(lines: readonly Line[], isHeading: (line: Line) => boolean): NoteLines[][] {
  const starts = lines.map((line) => LABEL.exec(line.marked.text)?.[0]);
  if (starts.filter(Boolean).length < 2) return [];
  const open = new Map<string, number>();
  const groups: { lines: Line[]; sign: string; written: string; number: number }[][] = [];
  let unmarked = 0;
  let goesOn = false;
  for (const [index, line] of lines.entries()) {
    const written = starts[index];
    const sign = written?.trim() ?? "";
    if (written && (open.get(sign) ?? 0) > 0 && (goesOn || line.gap > 0)) {
      open.set(sign, (open.get(sign) ?? 0) - 1);
      if (!goesOn) groups.push([]);
      groups.at(-1)?.push({ lines: [line], sign, written, number: 0 });
      goesOn = true;
      continue;
    }
    if (written) unmarked += 1;
    if (goesOn && line.gap === 0 && !written && !isHeading(line)) {
      groups.at(-1)?.at(-1)?.lines.push(line);
      continue;
    }
    goesOn = false;
    for (const [label] of line.marked.text.slice(written ? written.length : 0).matchAll(/\[\p{L}{0,4}\d{1,3}\]/gu))
      open.set(label, (open.get(label) ?? 0) + 1);
  }
  const all = groups.flat();
  const isKnown = groups.length > 1 || all.some(({ sign }) => /\p{L}/u.test(sign));
  return isKnown && all.length >= 2 && unmarked <= all.length * 0.2 ? groups : [];
}

/** Three bare numbers in a row: the scale of a drawing, or a row of a table. */
const AXIS = /^\d{1,4}(?:[\s\u3000]+\d{1,4}(?![\d.．,:/\p{Sc}%])){2}/u;

/**
 * @param isTitled whether “Notes” stands over it
 * @returns the number with which a note's text begins, if it begins with one
 */
export function noteStart(line: Pick<Line, "marked">, isTitled = false): NoteStart | undefined {
  const text = plainDigits(line.marked.text);
  // What is raised at the beginning is the number, whatever figures follow it.
  const raised = line.marked.spans.find(({ kind, start }) => kind === "sup" && start === 0);
  if (raised && raised.end < line.marked.text.length && /^\d{1,3}$/u.test(text.slice(0, raised.end)))
    return {
      number: Number(text.slice(0, raised.end)),
      written:
        line.marked.text.slice(0, raised.end) + (/^[\s\u3000]+/u.exec(line.marked.text.slice(raised.end))?.[0] ?? ""),
      isLoose: false,
    };
  if (AXIS.test(text)) return undefined;
  const match = START.exec(text);
  const { a, b, c, d, e, f, g, h } = match?.groups ?? {};
  const digits = a ?? b ?? c ?? d ?? e ?? f ?? g ?? h;
  const written = (found: string): string => line.marked.text.slice(0, found.length);
  if (match && digits !== undefined)
    return { number: plainNumber(digits), written: written(match[0]), isLoose: (e ?? f) !== undefined };
  const titled = isTitled ? TITLED_START.exec(text) : null;
  return titled
    ? { number: plainNumber(titled.groups?.["number"] ?? ""), written: written(titled[0]), isLoose: true }
    : undefined;
}

/**
 * Takes the notes' texts out of the lines: what a form marks as notes, what follows a heading “Notes”, and runs that
 * count 1, 2, 3 at the foot of pages and at the end.
 *
 * @param isHeading tells whether a line heads a part: a list of notes ends there
 * @param signs what marks notes on the title and the names, whose texts may stand anywhere
 */
export function takeNoteTexts(
  lines: readonly Line[],
  findings: Findings,
  { hasPages, isHeading, signs }: { hasPages: boolean; isHeading: (line: Line) => boolean; signs: ReadonlySet<string> },
): { rest: Line[]; groups: NoteGroup[] } {
  const taken = new Set<Line>();
  const found: { first: Line; notes: NoteLines[]; atFoot: boolean; title?: Line }[] = [];
  const claim = (group: (typeof found)[number]) => {
    found.push(group);
    if (group.title) taken.add(group.title);
    for (const { lines: own } of group.notes) for (const line of own) taken.add(line);
  };

  // What stands under the labels of its marks.
  for (const notes of labelledNotes(lines, isHeading)) {
    const [first] = notes[0]?.lines ?? [];
    if (first) claim({ first, notes, atFoot: false });
  }

  // What a sign on the title or a name leads to, where nothing else says that it is a note.
  for (const notes of notesOfSigns(
    lines.filter((line) => line.role?.kind !== "note" && !taken.has(line)),
    signs,
    isHeading,
  )) {
    const [first] = notes.lines;
    if (first) claim({ first, notes: [notes], atFoot: false });
  }
  const isFree = (line: Line) => !taken.has(line);

  // What stands under a heading of its own.
  lines.forEach((line, index) => {
    if (taken.has(line) || !isNotesTitle(line.marked.words)) return;
    const under = linesUnder(lines, index, isHeading).filter(isFree);
    // A heading with a number is none of these notes, as it would be of notes that numbers mark.
    const heading = under.findIndex((own) => isHeading(own) && !BARE_LABEL.test(own.marked.text));
    const labelled = underLabels(heading < 0 ? under : under.slice(0, heading));
    if (labelled.length > 0) {
      claim({ first: line, notes: labelled, atFoot: false, title: line });
      return;
    }
    const start = under[0] && noteStart(under[0], true)?.number;
    if (start === undefined || !(start > 0)) return;
    const { before, notes } = count(under, start, false, true);
    if (before.length > 0 || notes.length === 0) return;
    claim({ first: line, notes, atFoot: false, title: line });
  });

  // What the form says.
  let carried: NoteLines | undefined;
  for (const page of Map.groupBy(
    lines.filter((line) => line.role?.kind === "note" && !taken.has(line)),
    ({ page: number }) => number,
  ).values()) {
    const [first] = page;
    if (!first) continue;
    const { before, notes } = count(page, undefined, true);
    // What stands before the first number goes on from the page before; small letters alone after a whole sentence do not.
    const end = carried?.lines.at(-1);
    const goesOn = end && first.page <= end.page + 1 && (notes.length > 0 || !endsSentence(end));
    if (before.length > 0 && carried && goesOn) {
      const longer: NoteLines = { ...carried, lines: [...carried.lines, ...before] };
      const group = found.findLast((one) => one.notes.includes(carried as NoteLines));
      group?.notes.splice(group.notes.indexOf(carried), 1, longer);
      for (const line of before) taken.add(line);
      carried = longer;
    }
    if (notes.length === 0) continue;
    claim({ first, notes, atFoot: true });
    carried = notes.at(-1);
  }

  // What stands under a rule at the foot of its page.
  if (hasPages)
    for (const page of Map.groupBy(lines.filter(isFree), ({ page: number }) => number).values()) {
      const at = page.findLastIndex(({ marked }) => RULE.test(marked.text));
      const under = page.slice(at + 1);
      const [first] = under;
      if (
        at <= 0 ||
        !first ||
        !(noteStart(first) ?? signStart(first)) ||
        under.some(({ gap }, index) => index > 0 && gap > 0)
      )
        continue;
      const { before, notes } = count(under, undefined, true);
      if (before.length === 0 && notes.length > 0) claim({ first, notes, atFoot: true, title: page[at] as Line });
    }

  // What counts on at the foot of pages, or from 1 at the end.
  const free = lines.filter((line) => !taken.has(line));
  const isCounted = found.some(({ notes }) => notes.some(({ sign }) => sign === undefined || /\d/u.test(sign)));
  if (hasPages && !isCounted) {
    let expected = 1;
    for (const page of Map.groupBy(free, ({ page: number }) => number).values()) {
      const foot = footOf(page, expected);
      const [first] = foot?.notes ?? [];
      if (!foot || !first?.lines[0]) continue;
      claim({ first: first.lines[0], notes: foot.notes, atFoot: true });
      expected = (foot.notes.at(-1)?.number ?? 0) + 1;
    }
  }
  if (!found.some(({ notes }) => notes.some(({ sign }) => sign === undefined || /\d/u.test(sign)))) {
    const tail = tailOf(free, isHeading);
    const first = tail?.[0]?.lines[0];
    if (tail && first) {
      const place = placeOf(first, hasPages);
      const answer = findings.decide({
        key: `notes ${keyOf(first, hasPages)}`,
        place,
        text: first.marked.words,
        taken: "notes",
        confidence: tail.length > 2 ? 0.85 : 0.7,
        answers: ["notes", "text"],
      });
      if (answer === "notes") claim({ first, notes: tail, atFoot: false });
    }
  }

  const rest = lines.filter((line) => !taken.has(line));
  const places = new Map<Line, { position: number; after: Line | undefined }>();
  let after: Line | undefined;
  for (const [position, line] of lines.entries()) {
    places.set(line, { position, after });
    if (!taken.has(line)) after = line;
  }
  const groups = found
    .sort((one, other) => (places.get(one.first)?.position ?? -1) - (places.get(other.first)?.position ?? -1))
    .map(({ first, notes, atFoot, title }): NoteGroup => {
      // Under columns the notes of the first stand before the text of the next, in which the others have their marks.
      const opening = (atFoot && notes.at(-1)?.lines[0]) || first;
      return { notes, after: places.get(opening)?.after, atFoot, title };
    });
  return { rest, groups };
}

/** The notes of signs: a paragraph each that begins with the sign, and no other does. */
function notesOfSigns(
  lines: readonly Line[],
  signs: ReadonlySet<string>,
  isHeading: (line: Line) => boolean,
): NoteLines[] {
  return [...signs].flatMap((sign): NoteLines[] => {
    const begins = lines.flatMap((line, index) => {
      const before = lines[index - 1];
      const opens =
        line.gap > 0 || line.startsPage || !before || endsSentence(before) || isNotesTitle(before.marked.words);
      return opens && signStart(line)?.sign === sign ? [index] : [];
    });
    const [begin] = begins;
    if (begin === undefined || begins.length > 1) return [];
    const [first, ...rest] = lines.slice(begin);
    if (!first) return [];
    const end = rest.findIndex(
      (line, index) =>
        line.gap > 0 ||
        line.startsPage ||
        isHeading(line) ||
        signStart(line) ||
        noteStart(line) ||
        // The paragraph of a text without empty lines ends with a short line.
        (endsSentence(index === 0 ? first : (rest[index - 1] ?? first)) && line.indent > first.indent),
    );
    const own = [first, ...(end < 0 ? rest : rest.slice(0, end))];
    return [{ number: 0, sign, written: signStart(first)?.written ?? "", lines: own }];
  });
}

/** The lines that a title of notes stands over: up to the next heading, or to larger letters where notes are small. */
function linesUnder(lines: readonly Line[], title: number, isHeading: (line: Line) => boolean): Line[] {
  const isSmall = (lines[title + 1]?.size ?? 1) < 0.94;
  const ends = (line: Line, position: number) =>
    (isHeading(line) && !noteStart(line, true)) ||
    (isSmall && line.size > 0.97) ||
    (position > title + 1 && isNotesTitle(line.marked.words));
  let end = title + 1;
  for (let line = lines[end]; line && !ends(line, end); line = lines[end]) end += 1;
  return lines.slice(title + 1, end);
}

/**
 * Reads notes as long as their numbers follow each other.
 *
 * @param start the number of the first; undefined where any may come first
 * @param isTitled whether “Notes” stands over them
 */
function count(
  lines: readonly Line[],
  start: number | undefined,
  mayJump: boolean,
  isTitled = false,
): { before: Line[]; notes: NoteLines[] } {
  const before: Line[] = [];
  const notes: { number: number; sign?: string | undefined; written: string; lines: Line[] }[] = [];
  let expected = start;
  for (const line of lines) {
    // A table says its own rows.
    if (line.role?.kind === "table") break;
    const begin = noteStart(line, isTitled) ?? (mayJump ? signStart(line) : undefined);
    const last = notes.at(-1);
    const above = last?.lines.at(-1);
    if (begin?.sign && !(above && !last?.sign && !endsSentence(above))) {
      notes.push({ number: 0, sign: begin.sign, written: begin.written, lines: [line] });
      continue;
    }
    const isNext =
      begin !== undefined &&
      (expected === undefined ||
        begin.number === expected ||
        (mayJump && !begin.isLoose && begin.number > expected && begin.number < expected + 3)) &&
      (!last || !begin.isLoose || begin.number === (expected ?? begin.number));
    if (begin && !begin.sign && isNext) {
      notes.push({ number: begin.number, written: begin.written, lines: [line] });
      expected = begin.number + 1;
    } else if (last) last.lines.push(line);
    else before.push(line);
  }
  return { before, notes };
}

/** A rule that a program draws over the notes of a page. */
const RULE = /^[_―—─‾-]{3,}$/u;

/** The notes with which a page closes, counting on from the pages before, or from 1 again. */
function footOf(page: readonly Line[], expected: number): { notes: NoteLines[] } | undefined {
  for (const start of expected === 1 ? [1] : [expected, 1]) {
    for (let index = page.length - 1; index > 0; index -= 1) {
      const line = page[index];
      const before = page[index - 1];
      if (!line || !before) continue;
      const begin = noteStart(line);
      if (begin?.number !== start) continue;
      // Above the notes there is space or a rule, or else the text's line is whole.
      if (line.gap === 0 && !RULE.test(before.marked.text) && !(line.size < 0.95)) continue;
      const { notes } = count(page.slice(index), start, false);
      const length = notes.reduce((sum, { lines }) => sum + lines.length, 0);
      // A list of notes is the lesser part of a page and has no empty line between a note's own lines.
      if (notes.some(({ lines }) => lines.slice(1).some((own) => own.gap > 0))) continue;
      if (length <= page.length * 0.75) return { notes };
    }
  }
  return undefined;
}

/** The notes that close a text: a run that counts 1, 2, 3 down to its end. */
function tailOf(lines: readonly Line[], isHeading: (line: Line) => boolean): NoteLines[] | undefined {
  // Nothing heads a part within them.
  for (let index = lines.length - 1; index > 0; index -= 1) {
    const line = lines[index];
    const before = lines[index - 1];
    if (!line || !before || isHeading(line)) return undefined;
    if (noteStart(line)?.number !== 1) continue;
    const under = lines.slice(index);
    const { notes } = count(under, 1, false);
    // Notes are numbered alike; （1） before 2 is a part and the next one's.
    if (new Set(notes.map(({ written }) => written.replaceAll(/[\d０-９¹²³⁰-⁹\s\u3000]+/gu, ""))).size > 1) continue;
    const lengths = notes.map(({ lines: own }) => own.length);
    const sound =
      notes.length >= 2 || (notes.length === 1 && line.gap > 0 && /^[^\d０-９]|^[¹²³]/u.test(line.marked.text));
    const ended = endsSentence(before) || isHeading(before) || line.gap > 0;
    // Numbered sections have long texts between their numbers, notes have short ones.
    if (sound && ended && Math.max(...lengths) <= 14 && under.length < lines.length * 0.7) return notes;
    if (notes.length >= 2) return undefined;
  }
  return undefined;
}
