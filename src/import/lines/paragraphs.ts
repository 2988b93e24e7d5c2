import { isCaption } from "../caption-labels.ts";
import { isUnspaced } from "../characters.ts";
import { excerpt, type Findings } from "../findings.ts";
import { share } from "../lists.ts";
import { MarkedText, REMOVED } from "../marked-text.ts";
import { numbering } from "./headings.ts";
import { endsSentence, firstWordWidth, keyOf, type Line, placeOf } from "./line.ts";
import { entrySign, listEntries } from "./lists.ts";
import { noteStart } from "./note-texts.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** How a text parts its paragraphs, found out from all of it. */
export interface ParagraphStyle {
  /** Whether the extraction keeps spaces at the ends of paragraphs alone. */
  readonly trailingSpaces: boolean;
  /** Whether paragraphs begin with a space. */
  readonly indents: boolean;
  /** Whether empty lines part paragraphs. */
  readonly gaps: boolean;
  /** Whether every line is a paragraph. */
  readonly wholeLines: boolean;
  /** Whether paragraphs are numbered, one after the other. */
  readonly isCounted: boolean;
  /** The lines that begin the entries of lists. */
  readonly entries: ReadonlySet<Line>;
  /** The lines that begin with the name of who speaks. */
  readonly speeches: ReadonlySet<Line>;
  /** Whether the margin has numbers of paragraphs. */
  readonly hasNumbers: boolean;
  /** How much of the measure a line has at least that goes on: less than all where letters are counted, not measured. */
  readonly full: number;
}

const pairs = (lines: readonly Line[]): [Line, Line][] =>
  lines.slice(1).flatMap((line, index): [Line, Line][] => {
    const before = lines[index];
    return before ? [[before, line]] : [];
  });

/**
 * A line that leaves room for the next line's first word ends its paragraph, or is set ragged.
 *
 * @param full how much of the measure lines have that go on
 */
const isShort = (line: Line, next: Line, full = 1): boolean =>
  line.end + 1 + firstWordWidth(next) < line.measure * 0.97 && line.end < line.measure * Math.min(0.92, full);

/** How many lines within paragraphs tell how long such lines are. */
const FEWEST_INSIDE = 8;

/** @returns how much of the measure the shorter of the lines have in which a sentence goes on */
function fullness(lines: readonly Line[]): number {
  const inside = pairs(lines)
    .filter(([line, next]) => !endsSentence(line) && /^\p{Ll}/u.test(next.marked.text) && next.gap === 0)
    .map(([line]) => line.end / Math.max(1, line.measure))
    .sort((a, b) => a - b);
  return inside.length < FEWEST_INSIDE ? 1 : (inside[Math.floor(inside.length * 0.1)] ?? 1);
}

/** The name or the letter of who speaks, as it stands before what is said: 甲　, 司会　, Q:, SOCRATES. */
const SPEAKER =
  /^(?<name>[\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}ー]{1,6}[A-ZＡ-Ｚ]?(?=[\s\u3000：:])|[A-ZＡ-Ｚ]{1,12}(?=[\u3000：:.]\s?\S)|\p{Lu}\p{L}{1,14}(?=:\s))/u;

/** @returns the lines that begin with one of the names with which several others do too, where two at least take turns */
function speechesAmong(lines: readonly Line[]): ReadonlySet<Line> {
  const found = lines.flatMap((line) => {
    const name = SPEAKER.exec(line.marked.text)?.groups?.["name"];
    return name === undefined || numbering(line.marked.words) || isCaption(line.marked.words) ? [] : [{ line, name }];
  });
  const byName = [
    ...Map.groupBy(found, ({ name }) => name.replace(/[A-ZＡ-Ｚ]$/u, (letter) => (letter === name ? letter : ""))),
  ];
  const speaking = byName.filter(([, own]) => own.length >= 2);
  if (speaking.length < 2) return new Set();
  // Who asks once takes part where the others are known.
  return new Set(speaking.flatMap(([, own]) => own.map(({ line }) => line)));
}

export function paragraphStyle(lines: readonly Line[]): ParagraphStyle {
  const all = pairs(lines);
  const ends = all.filter(([line]) => endsSentence(line));
  const inside = all.filter(([line]) => !endsSentence(line));
  const indented = ([, next]: [Line, Line]) => next.indent >= 1 && next.indent <= 12;
  const spaced = ([, next]: [Line, Line]) => next.gap > 0.3 && !next.startsPage;
  const trailing = lines.filter(({ hasTrailingSpace }) => hasTrailingSpace);
  const long = lines.filter((line) => line.end > line.measure * 0.85).length;
  return {
    trailingSpaces:
      trailing.length >= 2 &&
      trailing.length < lines.length * 0.6 &&
      trailing.filter(endsSentence).length > trailing.length * 0.7,
    indents: share(ends, indented) > 0.08 && share(ends, indented) > 2.5 * share(inside, indented),
    gaps:
      share(ends, spaced) > 0.08 &&
      share(ends, spaced) >
        2.5 *
          share(
            inside.filter(([line, next]) => !isShort(line, next)),
            spaced,
          ),
    // Lines of any length that all end sentences were never broken.
    wholeLines: lines.length >= 3 && ends.length > all.length * 0.6 && long < lines.length * 0.35,
    isCounted: countsParagraphs(lines),
    entries: listEntries(lines),
    speeches: speechesAmong(lines),
    hasNumbers: lines.some(({ isNumbered }) => isNumbered),
    full: fullness(lines),
  };
}

/** A paragraph's number, as this site's own texts have it; “¶1–4” is none. */
export const PARAGRAPH_NUMBER = /^¶ ?(?<n>\d{1,4})(?![\d–—-])[\s\u3000]*(?=\S)/u;

/** Whether most of the numbers that lines begin with follow each other; a list of contents or an index has its own. */
function countsParagraphs(lines: readonly Line[]): boolean {
  const numbers = lines.flatMap(({ marked }) => PARAGRAPH_NUMBER.exec(marked.text)?.groups?.["n"] ?? []).map(Number);
  const following = numbers.filter((number, index) => index > 0 && number === (numbers[index - 1] ?? 0) + 1).length;
  return following >= 2 && following >= (numbers.length - 1) * 0.6;
}

/** A line that counts: (a), (1), （一）, ①, 1). */
const ENUMERATED =
  /^(?:[(（](?:[a-z]|[ivx]{1,4}|[\d０-９]{1,2}|[一二三四五六七八九十]{1,2}|[ア-オイロハニホ])[)）]|[\u2460-\u2473]|\d{1,2}[)）]|[a-z][)）])\s*(?=\S)/u;

/** An article's or a list's entry in ideographs, which ends without a stop: 一　…, 二、…. */
const COUNTED = /^[一二三四五六七八九十]{1,3}[\s\u3000、．]\s*(?=\S)/u;

/** How many lines before its end tell how a paragraph is set in. */
const FAR_BACK = 50;

/** Whether several lines and the next one are set in alike. */
const isBlock = (group: readonly Line[], next: Line): boolean =>
  group.length > 1 &&
  next.indent >= 1.5 &&
  group.slice(-FAR_BACK).every(({ indent }) => Math.abs(indent - next.indent) < 0.5);

/** Whether the group is set in from the next line as a whole, or all of it but its first line is: it ends there. */
function isSetIn(group: readonly Line[], next: Line): boolean {
  const [first] = group;
  // The last lines of a long one tell as much as all of them.
  const rest = group.slice(Math.max(1, group.length - FAR_BACK));
  if (!first || rest.length === 0) return false;
  const inner = Math.min(...rest.map(({ indent }) => indent));
  const isEven = rest.every(({ indent }) => indent - inner < 1);
  const hangs = inner - first.indent >= 1 && next.indent - first.indent < 1;
  // Set in at both edges, up to a first line that is set in as far and fills its measure.
  const longest = Math.max(...group.map(({ end }) => end));
  const isNarrow = first.measure - longest >= inner * 0.6 && first.measure - longest < inner * 1.6;
  if (isEven && inner >= 1.5 && first.indent >= inner - 0.5 && isNarrow && next.end - longest >= inner * 0.5)
    return true;
  return isEven && inner >= 1.5 && (hangs || (first.indent >= inner - 0.5 && inner - next.indent >= 1));
}

/**
 * @param group the paragraph as far as it goes
 * @returns above 0 where it ends there and the next line begins another; the farther from 0, the surer
 */
function breakScore(group: readonly Line[], next: Line, style: ParagraphStyle): number {
  const line = group.at(-1) ?? next;
  const ends = endsSentence(line);
  const text = next.marked.text;
  if (style.entries.has(next) || (style.isCounted && PARAGRAPH_NUMBER.test(text))) return 6;
  if (next.isNumbered) return 6;
  // A sentence does not turn: what is set across a vertical page is a figure's or a table's.
  if (line.isAcross !== next.isAcross) return 6;
  // Who speaks next begins anew; a name within a full line is the sentence's own.
  if (style.speeches.has(next) && (ends || isShort(line, next))) return 6;
  // A tagged file says what is one block, within a page.
  if (line.element !== undefined && next.element !== undefined && line.page === next.page)
    return line.element === next.element ? -6 : 6;
  const [first] = group;
  if (first && style.entries.has(first)) {
    // An entry goes on where its line is full, or where the next one is set in beyond its sign.
    const isHanging = next.indent >= first.indent + 1 && !ends;
    const goesOn =
      next.gap < 0.3 &&
      ((isHanging && /^\p{Ll}/u.test(text)) || (!isShort(line, next) && (isHanging || next.indent <= first.indent)));
    return goesOn ? -6 : 6;
  }
  const isShortLine = isShort(line, next, style.full);
  if (first && isCaption(first.marked.words) && isShortLine) return 4;
  if (isCaption(text) && (ends || isShortLine)) return 4;
  let score = ends ? 1.5 : -3;
  // Where the margin counts paragraphs, one without a number is none.
  if (style.hasNumbers && group[0]?.isNumbered && next.gap < 0.6) score -= 3;
  if (style.trailingSpaces) {
    // There the space itself tells, and the rest only where it contradicts.
    if (line.hasTrailingSpace && ends) return 3;
    score -= 2.5;
  }
  if (style.wholeLines) score += ends ? 3 : 2.5;
  const short = isShortLine;
  score += short ? (line.end < line.measure * 0.6 ? 2.2 : 1.4) : -1;
  if (isSetIn(group, next)) score += ends ? 5 : 2;
  else if (next.indent >= 1 && next.indent > (line.indent >= next.indent ? line.indent : 0))
    score += style.indents ? 3 : 0.8;
  // Two first lines stand one below the other where a paragraph has one line alone.
  else if (style.indents && group.length === 1 && ends && line.indent >= 1 && next.indent >= 1)
    score += short ? 1 : line.end < line.measure * 0.97 ? 2 : -2;
  // What is set in as a whole has first lines of its own, or none.
  else if (style.indents && !isBlock(group, next)) score -= 2;
  if (next.gap > 0.3) {
    if (next.startsPage) score += 0.4;
    else score += style.gaps ? 4 : 2;
  } else if (style.gaps && !next.startsPage) score -= 2.5;
  // An entry of an enumeration that ends no sentence is over where its line is, and another first line follows.
  const isEntry = (one: Line | undefined) => one !== undefined && COUNTED.test(one.marked.text);
  if (isEntry(next) && ((isEntry(first) && short) || ends)) score += 5;
  else if (group.length === 1 && isEntry(line) && short && next.indent >= line.indent - 0.5) score += 4.5;
  // Who is quoted stands below, after a dash.
  if (ends && /^[—―–][\s\u3000]?[\p{Lu}\p{Lo}]/u.test(text) && next.end < next.measure * 0.85) score += 3.5;
  const isEnumerated =
    ENUMERATED.test(text) && (short || ends) && /[.。．;；:：…\p{L}\p{N})）」]$/u.test(line.marked.text);
  if (isEnumerated) score += /[;；]$/u.test(line.marked.text) ? 6 : 3.5;
  if (/^\p{Ll}/u.test(text) && !isEnumerated) score -= 4;
  if (line.hasSoftHyphen || /[\p{L}][-‐]$/u.test(line.marked.text)) score -= 5;
  if (/[、，,;；]$/u.test(line.marked.text)) score -= 3;
  if (Math.abs(line.size - next.size) > 0.15) score += 2.5;
  // Bold letters that fill no line say something of their own.
  if (group.every(({ isBold }) => isBold) && !next.isBold && short) score += 2.5;
  return score;
}

/** Whether several lines, each far from full, are verse: their breaks are the author's. */
export function isVerse(lines: readonly Line[]): boolean {
  if (lines.length < 3) return lines.length > 0 && lines.every(({ role }) => role?.kind === "verse");
  // What is numbered is a list, not verse.
  if (lines.some((line) => entrySign(line) !== "" || noteStart(line) !== undefined)) return false;
  const full = lines.slice(0, -1).filter((line, index) => !isShort(line, lines[index + 1] ?? line));
  return full.length === 0 && lines.every((line) => line.end < line.measure * 0.75);
}

/** Whether a line at whose end a sentence may stop ends an entry of a list of sources; “pp.” and “J.” end none. */
const endsEntry = (words: string): boolean =>
  /[。．)）\]］」』]$/u.test(words) ||
  /https?:\/\/[\u0021-\u007E]+$/u.test(words) ||
  (/\.["”’]?$/u.test(words) &&
    !/(?:^|[\s(.])(?:\p{L}|pp?|vols?|nos?|eds?|trans|ff?|cf|ibid|hrsg|bd|nr|s)\.$/iu.test(words));

/** Parts the lines of a list of sources into its entries, each of which is a paragraph. */
export function partEntries(lines: readonly Line[], findings: Findings, hasPages: boolean): Line[][] {
  const indents = lines.map(({ indent }) => indent);
  const edge = Math.min(...indents);
  const atEdge = indents.filter((indent) => indent - edge < 1).length;
  const hangs = atEdge < lines.length && atEdge > 0;
  const isNumbered =
    lines.length > 1 && lines.filter((line) => entrySign(line) || noteStart(line)).length > lines.length / 3;
  // The space over the first is its heading's.
  const isSpaced = lines.slice(1).filter(({ gap }) => gap > 0.3).length > lines.length / 4;
  return groupLines(lines, { findings, hasPages }, (_, before, line) => {
    const isFirst = hangs && line.indent - edge < 1;
    let score = endsEntry(before.marked.words) ? 1 : -1.5;
    if (hangs) score += isFirst ? 2.5 : -4;
    if (isNumbered) score += entrySign(line) || noteStart(line) ? 3 : -3;
    if (line.gap > 0.3) score += 3;
    else if (isSpaced && !line.startsPage) score -= 3;
    score += isShort(before, line) ? 1.2 : before.marked.words.endsWith("。") ? 0.2 : -0.8;
    if (/^\p{Ll}/u.test(line.marked.words)) score -= 3;
    return score;
  });
}

/** Parts lines into paragraphs. Doubtful places are told. */
export function partParagraphs(
  lines: readonly Line[],
  style: ParagraphStyle,
  findings: Findings,
  hasPages: boolean,
): Line[][] {
  const idOf = ({ role }: Line) => (role && "id" in role ? role.id : undefined);
  return groupLines(lines, { findings, hasPages }, (group, before, line) => {
    const sameRole = before.role?.kind === line.role?.kind && idOf(before) === idOf(line);
    return sameRole && line.role?.kind === "table" ? -6 : sameRole ? breakScore(group, line, style) : 4;
  });
}

/**
 * Groups lines, each doubtful place told.
 *
 * @param judge above 0 where a line begins another group than the one before it; the farther from 0, the surer
 */
function groupLines(
  lines: readonly Line[],
  { findings, hasPages }: { findings: Findings; hasPages: boolean },
  judge: (group: readonly Line[], before: Line, line: Line) => number,
): Line[][] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (!group || !before) {
      groups.push([line]);
      continue;
    }
    const score = judge(group, before, line);
    const answer = findings.decide({
      key: `paragraph ${keyOf(line, hasPages)}`,
      place: placeOf(line, hasPages),
      text: `${lastWords(before.marked.words)} ⏎ ${excerpt(line.marked.words, 20)}`,
      taken: score > 0 ? "new" : "same",
      // A line in the middle of a sentence, and one that fills the measure, need no telling.
      confidence: Math.abs(score) >= 1.6 ? 0.99 : 1 / (1 + Math.exp(-Math.abs(score) * 1.3)),
      answers: ["new", "same"],
    });
    if (answer === "new") groups.push([line]);
    else group.push(line);
  }
  return groups;
}

const lastWords = (words: string): string => `…${[...words].slice(-18).join("")}`;

/** What is joined and how sure it is, beside the text itself. */
export function joinLines(
  lines: readonly Line[],
  vocabulary: Vocabulary,
  findings: Findings,
  hasPages: boolean,
): MarkedText {
  const parts: MarkedText[] = [];
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    if (!next) {
      parts.push(line.marked);
      return;
    }
    findings.count("lines joined");
    const { text } = line.marked;
    const hyphen = /[\p{L}\p{M}][-‐]$/u.exec(text);
    const word = /^[\p{L}\p{M}’']+/u.exec(next.marked.text)?.[0] ?? "";
    if (line.hasSoftHyphen && !hyphen) {
      parts.push(line.marked);
      return;
    }
    if (hyphen && word) {
      const head = headOf(text);
      if (vocabulary.isSuspended(head, word)) parts.push(line.marked, new MarkedText(" "));
      else parts.push(atHyphen(line, head, word, vocabulary, findings, hasPages));
      return;
    }
    parts.push(line.marked);
    const [before, after] = [[...text].at(-1), [...next.marked.text][0]];
    if (
      /[([{]$/u.test(text) ||
      /^[)\]}]/u.test(next.marked.text) ||
      isUnspaced(before) ||
      isUnspaced(after) ||
      /[—―/]$/u.test(text) ||
      // A range of pages or years.
      (/\p{Nd}[-–]$/u.test(text) && /^\p{Nd}/u.test(next.marked.text)) ||
      (/^—/u.test(next.marked.text) && /[\p{L}\p{P}]$/u.test(text))
    )
      return;
    if (
      /\p{sc=Hangul}$/u.test(text) &&
      /^\p{sc=Hangul}/u.test(next.marked.text) &&
      !hangulSpace(text, next.marked.text, line, vocabulary, findings, hasPages)
    )
      return;
    if (/https?:\/\/\S*$/u.test(text) && addressGoesOn(line, next, findings, hasPages)) return;
    parts.push(new MarkedText(" "));
  });
  return MarkedText.join(parts);
}

/** @returns the word before the hyphen at a line's end */
const headOf = (text: string): string => /[\p{L}\p{M}’'-]+(?=[-‐]$)/u.exec(text)?.[0] ?? "";

/** A hyphen at a line's end goes where the word is known without it. */
function atHyphen(
  line: Line,
  head: string,
  rest: string,
  vocabulary: Vocabulary,
  findings: Findings,
  hasPages: boolean,
): MarkedText {
  const { marked } = line;
  const judged = vocabulary.withoutHyphen(head, rest);
  const answer = findings.decide({
    key: `hyphen ${keyOf(line, hasPages)}`,
    place: placeOf(line, hasPages),
    text: `${head}-${rest}`,
    taken: judged.known ? "drop" : "keep",
    confidence: judged.confidence,
    answers: ["drop", "keep"],
  });
  if (answer === "keep") return marked;
  findings.count("hyphens at lines' ends dropped");
  const end = marked.text.length;
  const written = marked.text.slice(end - 1);
  return marked.replace([{ start: end - 1, end, by: REMOVED, span: { kind: "removed", written } }]);
}

/** Korean lines break between words and inside them: a word that is known whole was broken. */
function hangulSpace(
  text: string,
  next: string,
  line: Line,
  vocabulary: Vocabulary,
  findings: Findings,
  hasPages: boolean,
): boolean {
  const [head, rest] = [/\p{sc=Hangul}+$/u.exec(text)?.[0] ?? "", /^\p{sc=Hangul}+/u.exec(next)?.[0] ?? ""];
  const whole = vocabulary.count(head + rest);
  const parts = Math.min(vocabulary.count(head), vocabulary.count(rest));
  return (
    findings.decide({
      key: `space ${keyOf(line, hasPages)}`,
      place: placeOf(line, hasPages),
      text: `${head} ⏎ ${rest}`,
      taken: line.hasTrailingSpace || whole === 0 || parts > whole ? "space" : "none",
      confidence: line.hasTrailingSpace ? 0.97 : whole > 0 && parts === 0 ? 0.9 : 0.75,
      answers: ["space", "none"],
    }) === "space"
  );
}

function addressGoesOn(line: Line, next: Line, findings: Findings, hasPages: boolean): boolean {
  const rest = /^[\w\-./?=&%#~+:]+/u.exec(next.marked.text)?.[0] ?? "";
  const looksCut = /[-/?=&_.%]$/u.test(line.marked.text) || (line.end > line.measure * 0.8 && /[\d/=_%-]/u.test(rest));
  if (rest === "" || !looksCut) return false;
  return (
    findings.decide({
      key: `address ${keyOf(line, hasPages)}`,
      place: placeOf(line, hasPages),
      text: `${lastWords(line.marked.words)} ⏎ ${rest}`,
      taken: "goes on",
      confidence: 0.8,
      answers: ["goes on", "ends"],
    }) === "goes on"
  );
}
