import { isCaption } from "../caption-labels.ts";
import { columns } from "../characters.ts";
import { excerpt, type Findings } from "../findings.ts";
import { isDate } from "./dates.ts";
import { endsSentence, keyOf, type Line, placeOf, withoutFinalMark } from "./line.ts";
import { listEntries } from "./lists.ts";
import { kanjiNumber, romanNumber } from "./numbers.ts";
import { isKeywords } from "./summary.ts";

/** A line that heads what follows. */
export interface LineHeading {
  readonly depth: number;
  /** The number at its beginning with what parts it from the words; empty where there is none. */
  readonly number: string;
  /** Whether it is the title of the heading in the line before, which is a number alone. */
  readonly isTitle?: true;
}

/** How headings are numbered: `kind` tells 1 from （1）, `value` and `depth` what the number says. */
export interface Numbering {
  readonly kind: string;
  readonly written: string;
  readonly value: number;
  /** Components of a decimal number, 2 in 1.2; else 1. */
  readonly levels: number;
}

/** What stands between the components of a number: 1.2, 1・2, 1-2. */
const LEVEL = /[.．・\-‐－]/u;
const digits = String.raw`\d{1,2}|[０-９]{1,2}`;
const KINDS: readonly { kind: string; pattern: RegExp; value: (number: string) => number | undefined }[] = [
  {
    kind: "part",
    pattern:
      /^(?:第(?<n>[一二三四五六七八九十\d０-９]+)[部編篇]|(?:Part|Teil|Partie)\s+(?<m>[IVX]+|\d+)[.:]?)[\s\u3000:：.]*/u,
    value: anyNumber,
  },
  {
    kind: "chapter",
    pattern:
      /^(?:第(?<n>[一二三四五六七八九十百\d０-９]+)章|(?:Chapter|Kapitel|Chapitre)\s+(?<m>[IVXLC]+|\d+)[.:]?|第(?<o>[一二三四五六七八九十百\d]+)[回講])[\s\u3000:：.]*/iu,
    value: anyNumber,
  },
  {
    kind: "section",
    pattern:
      /^(?:第(?<n>[一二三四五六七八九十\d０-９]+)[節款項]|(?:Section|Abschnitt|§)\s*(?<m>\d+)[.:]?)[\s\u3000:：.]*/iu,
    value: anyNumber,
  },
  {
    kind: "decimal",
    pattern:
      /^(?<n>\d{1,2}(?:[.．・]\d{1,2}){1,3})[.．]?[\s\u3000]+(?=\S)|^(?<o>\d{1,2}(?:[-‐－]\d{1,2}){1,2})[\s\u3000]+(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])|^(?<m>\d{1,2}(?:[.．]\d{1,2}){1,3})[.．]?(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])/u,
    value: (number) => Number(number.split(LEVEL).at(-1)),
  },
  {
    kind: "bracket",
    pattern: new RegExp(String.raw`^[（(](?<n>${digits})[）)][\s\u3000]*(?=\S)`, "u"),
    value: anyNumber,
  },
  // （一） stands over １, and １ over （1）.
  {
    kind: "kanji bracket",
    pattern: /^[（(](?<n>[一二三四五六七八九十]{1,3})[）)][\s\u3000]*(?=\S)/u,
    value: kanjiNumber,
  },
  {
    kind: "closing bracket",
    pattern: new RegExp(String.raw`^(?<n>${digits})[）)][\s\u3000]*(?=[^\d\s])`, "u"),
    value: anyNumber,
  },
  {
    kind: "roman",
    pattern: /^(?<n>[IVXL]{1,7}|[Ⅰ-Ⅻ]{1,2})(?:(?:[.．、]\s*|[\s\u3000]+)(?=\S)|[.．]?$)/u,
    value: romanNumber,
  },
  {
    kind: "kanji",
    pattern: /^(?<n>[一二三四五六七八九十]{1,3})(?:(?:[、．.][\s\u3000]*|[\s\u3000]+)(?=\S)|$)/u,
    value: kanjiNumber,
  },
  {
    kind: "number",
    pattern: new RegExp(
      String.raw`^(?<n>${digits})(?:[.．、][\s\u3000]*|[\s\u3000]+)(?=[^\d\s])|^(?<m>\d)(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}「『])(?!\d?[年月日時分秒人つ個回世紀番度割歳名か国カヶ万億千百円位倍件])`,
      "u",
    ),
    value: anyNumber,
  },
  { kind: "letter", pattern: /^(?<n>[A-H])[.．]\s*(?=\S)/u, value: (letter) => letter.charCodeAt(0) - 64 },
];

function anyNumber(text: string): number | undefined {
  const plain = text.normalize("NFKC");
  if (/^\d+$/u.test(plain)) return Number(plain);
  if (/^[一二三四五六七八九十百]+$/u.test(plain)) return kanjiNumber(plain);
  return romanNumber(plain);
}

/** Numbers with the word for what they count: a part, a chapter, a section. */
const OF_PARTS: ReadonlySet<string> = new Set(["part", "chapter", "section"]);

/** Words that stand over parts of an essay, whole lines. */
const NAMED =
  /^(?:は[じし]めに|おわりに|終わりに|むすび(?:に(?:かえて|代えて))?|結びに?(?:かえて|代えて)?|序(?:論|章|文|説|言)?|緒言|緒論|結論|結語|終章|まとめ|まえがき|あとがき|前書き|後書き|謝辞|要旨|要約|概要|付録|附録|補論|補遺|参考文献(?:一覧)?|引用文献|文献(?:一覧)?|参照文献|凡例|解題|注|註|注釈|脚注|後注|注記|abstract|summary|introduction|conclusions?|concluding remarks|preface|foreword|prologue|epilogue|afterword|acknowledge?ments?|appendix(?: [a-z0-9])?|references|bibliography|works cited|notes|endnotes|footnotes|einleitung|einführung|schluss|fazit|zusammenfassung|vorwort|nachwort|danksagung|anhang|literatur(?:verzeichnis)?|anmerkungen|quellen|avant-propos|résumé|remerciements|annexe|bibliographie|摘要|引言|导言|導言|结论|結論|结语|致谢|参考资料|后记|서론|결론|머리말|맺음말|참고문헌|초록|مقدمة|خاتمة|المراجع|מבוא|הקדמה|סיכום|מסקנות|ביבליוגרפיה|introducción|conclusión|conclusiones|bibliografía|introduzione|conclusioni|bibliografia)[:：]?$/iu;
/** One ideograph alone is a heading only where it stands out otherwise. */
const NOTES_TITLE =
  /^[〔［[【（(]?(?:(?:(?:editor|translator|author)(?:[’']?s|s[’'])?)?(?:notes?|endnotes?|footnotes?)|(?:編者|編集者|編集部|編集|編|訳者|訳|著者|原|割|補|後|脚)?[注註](?:釈|記)?|(?:herausgeber|übersetzer)?anmerkungen|fußnoten|注释|註釋|주|각주|미주|(?:ال)?(?:هوامش|حواشي|ملاحظات)|הערות(?:שוליים)?)[〕］\]】）)]?[:：]?$/iu;

/** @returns whether the words stand over notes */
export const isNotesTitle = (words: string): boolean => NOTES_TITLE.test(words.replaceAll(/[\s\u3000]+/gu, ""));

/** What stands over a list of sources. */
const SOURCES_TITLE =
  /^(?:主要|引用|参考|参照)?(?:参考|引用|参照)?・?(?:引用)?文献(?:一覧|目録|リスト)?$|^(?:references|bibliography|works cited|(?:selected )?sources|literatur(?:verzeichnis)?|quellen(?:verzeichnis)?|bibliographie|参考资料|参考書目|参考书目|参考文献|참고문헌|المراجع)$/iu;

/** @returns whether the words stand over a list of sources */
export const isSourcesTitle = (words: string): boolean =>
  SOURCES_TITLE.test(
    words
      .replaceAll(/[\s\u3000]+/gu, " ")
      .replaceAll(/(?<=\P{ASCII}) | (?=\P{ASCII})|[:：〕】［\]〔【[]/gu, "")
      .trim(),
  );

/** @returns whether the words are the usual name of a part of an essay */
export const isNamedPart = (words: string): boolean =>
  NAMED.test(words.trim()) || NAMED.test(words.replaceAll(/[\s\u3000]+/gu, ""));

/** @returns the number at the beginning of the words, as headings are numbered */
export function numbering(words: string): Numbering | undefined {
  for (const { kind, pattern, value: read } of KINDS) {
    const match = pattern.exec(words);
    const number = match?.groups?.["n"] ?? match?.groups?.["m"] ?? match?.groups?.["o"];
    if (!match || number === undefined) continue;
    const value = read(number);
    if (value === undefined || Number.isNaN(value)) continue;
    return { kind, written: match[0], value, levels: kind === "decimal" ? number.split(LEVEL).length : 1 };
  }
  return undefined;
}

/** @returns the number at the beginning of a heading's words, with what parts it from them; empty where there is none */
export function headingNumber(words: string): string {
  const found = numbering(words);
  // A heading that is nothing but its number keeps it.
  return found && found.written.length < words.length ? found.written : "";
}

/** How a line compares with its surroundings. */
export interface Surroundings {
  readonly before: Line | undefined;
  readonly after: Line | undefined;
}

/**
 * Finds the lines that head parts of the text. A heading stands after a paragraph's end, is short, ends no sentence,
 * and has a number in its sequence, a usual name, or a look of its own.
 */
export function findHeadings(lines: readonly Line[], findings: Findings, hasPages: boolean): Map<Line, LineHeading> {
  const entries = listEntries(lines);
  const isSpaced = partsByGaps(lines);
  const candidates = lines.flatMap((line, index) => {
    const surroundings = { before: lines[index - 1], after: lines[index + 1] };
    const asked = findings.answer(`heading ${keyOf(line, hasPages)}`, line.marked.words);
    const { words } = line.marked;
    const number = numbering(words);
    let confidence = entries.has(line) && line.role?.kind !== "heading" ? 0 : looks(line, surroundings, number);
    // Where empty lines part what there is, a line without one goes on.
    const isClose = line.gap === 0 && (lines[index + 1]?.gap ?? 1) === 0 && !line.startsPage;
    if (isSpaced && index > 0 && isClose && line.size < 1.12 && !line.isBold && !line.role) confidence -= 0.35;
    return confidence > 0 || asked !== undefined ? [{ line, index, number, confidence, surroundings }] : [];
  });

  // A number counts where it continues its own kind's sequence, or begins it.
  const inSequence = sequences(candidates.flatMap(({ line, number }) => (number ? [{ line, number }] : [])));
  const byKind = new Map<string, number>();
  const headings = new Map<Line, LineHeading>();
  const order: string[] = [];
  const ask = (line: Line, taken: string, confidence: number, answers: readonly string[]): string =>
    findings.decide({
      key: `heading ${keyOf(line, hasPages)}`,
      place: placeOf(line, hasPages),
      text: line.marked.words,
      taken,
      confidence,
      answers: [...answers],
    });
  /** The title under a number that stands alone is no heading of its own. */
  const takeTitle = (
    heading: LineHeading,
    line: Line | undefined,
    after: Line | undefined,
    isLike: boolean,
  ): boolean => {
    if (!line || !isTitleUnderNumber(line, after, isLike)) return false;
    if (ask(line, "title", isLike ? 0.85 : 0.75, ["title", ...LEVELS]) !== "title") return false;
    headings.set(line, { depth: heading.depth, number: "", isTitle: true });
    return true;
  };
  for (const { line, index, number, confidence: look, surroundings } of candidates) {
    if (headings.has(line)) continue;
    const { words } = line.marked;
    const above = lines[index - 1];
    const over = above && headings.get(above);
    if (over && look >= 0.5 && isNumberAlone(above) && takeTitle(over, line, lines[index + 1], true)) continue;
    const named = isNamedPart(words);
    let confidence = look;
    if (line.role?.kind !== "heading" && number && !named) {
      if (!inSequence.has(line)) confidence -= 0.45;
      else if (inSequence.size > 1) confidence += 0.2;
    }
    const style =
      line.role?.kind === "heading"
        ? `role ${line.role.depth}`
        : named
          ? "named"
          : number
            ? number.kind
            : `look ${line.size.toFixed(1)}${line.isBold ? "b" : ""}`;
    const depth = depthOf(style, line, number, order);
    const key = `heading ${keyOf(line, hasPages)}`;
    const taken = confidence >= 0.5 ? String(depth) : "none";
    if (taken === "none" && confidence < 0.3 && findings.answer(key, words) === undefined) continue;
    const answer = ask(line, taken, Math.min(0.99, taken === "none" ? 1 - confidence : confidence), LEVELS);
    if (answer === "none") continue;
    if (!order.includes(style)) order.push(style);
    byKind.set(style, (byKind.get(style) ?? 0) + 1);
    headings.set(line, {
      depth: Number(answer),
      number: !named && number && number.written.length < words.length ? number.written : "",
    });
    const isChapter = number !== undefined && OF_PARTS.has(number.kind);
    const own = headings.get(line);
    if (own && isChapter && isNumberAlone(line) && surroundings.after?.gap === 0)
      takeTitle(own, surroundings.after, lines[index + 2], false);
  }
  for (const [line, gap] of sequenceGaps(lines, headings))
    findings.slips.push({
      place: placeOf(line, hasPages),
      text: `the heading “${excerpt(line.marked.words)}” follows number ${gap}`,
    });
  return headings;
}

/** What can be answered of a line that may be a heading: none, or its depth. */
const LEVELS = ["none", "1", "2", "3", "4"] as const;

const isNumberAlone = (line: Line): boolean => {
  const { words } = line.marked;
  return line.role?.kind !== "heading" && numbering(words)?.written.trim() === words.trim();
};

/**
 * @param isLike whether the line looks like a heading by itself
 * @returns whether the line may be the title of the heading above it, which is a number alone
 */
function isTitleUnderNumber(line: Line, after: Line | undefined, isLike: boolean): boolean {
  const { words } = line.marked;
  if (line.role || !after || numbering(words) || isNamedPart(words) || !/\p{L}/u.test(words)) return false;
  if (line.end > line.measure * 0.75) return false;
  const isCapitals = /\p{Lu}/u.test(words) && !/\p{Ll}/u.test(words);
  return isLike || (after.gap > SPACE && (isCapitals || !endsSentence(line)));
}

/** Whether empty lines part paragraphs, all of them: then no heading stands without one. */
function partsByGaps(lines: readonly Line[]): boolean {
  const openings = lines.filter((line, index) => {
    const before = lines[index - 1];
    return before && !line.startsPage && endsSentence(before) && before.end < before.measure * 0.9;
  });
  return openings.length >= 4 && openings.filter(({ gap }) => gap > 0.3).length >= openings.length * 0.85;
}

/** In a PDF lines stand a little farther from each other here and there: that is no empty line. */
const SPACE = 0.25;

/** How much a line looks like a heading, from 0 to 1, leaving sequences aside. */
function looks(line: Line, { before, after }: Surroundings, number: Numbering | undefined): number {
  if (line.role?.kind === "heading") return 0.98;
  if (line.role || !after || isCaption(line.marked.words) || isKeywords(line.marked.words)) return 0;
  const words = line.marked.words;
  // An entry of a timeline begins with its day.
  if (isDate(words)) return 0;
  const named = isNamedPart(words);
  const width = columns(words);
  const standsOut = line.size >= 1.12 || line.isBold || line.isCentred;
  const rest = number ? words.slice(number.written.length) : words;
  const unmarked = withoutFinalMark(words);
  if (/[。、，．,;；]$/u.test(words) || (/[.]$/u.test(words) && !number)) return 0;
  // A sentence that a note's mark follows is still a sentence.
  if (/[。．.、，,]$/u.test(unmarked) && unmarked !== words && unmarked.trim() !== "") return 0;
  if (width > Math.max(44, line.measure * 0.75) && !standsOut) return 0;
  const isolated = line.gap > SPACE && after.gap > SPACE;
  // A number alone is a heading where it stands alone; of parts and chapters the word says it.
  if (
    rest.trim() === "" &&
    !isolated &&
    !(standsOut && (line.gap > SPACE || line.startsPage)) &&
    !OF_PARTS.has(number?.kind ?? "")
  )
    return 0;
  if (!/\p{L}/u.test(words)) return 0;
  const afterEnd =
    !before ||
    line.gap > SPACE ||
    // A paragraph does not go on in larger letters.
    (line.size >= 1.12 && before.size < line.size * 0.93) ||
    endsSentence(before) ||
    before.size >= 1.12 ||
    before.isBold ||
    isNamedPart(before.marked.words) ||
    before.role?.kind === "heading" ||
    headingLike(before);
  // A usual name and the word for a part need less: a table or a caption before it ends no sentence.
  const isSaid = named ? words.length > 1 : number !== undefined && OF_PARTS.has(number.kind);
  if (!afterEnd && !(isSaid && before.end < before.measure * 0.75)) return 0;
  // One that runs on into the next line is the first line of a paragraph.
  const runsOn = line.end > line.measure * 0.9;
  if (named) return /^.$/u.test(words.trim()) && !isolated && !standsOut ? 0.4 : 0.95;
  if (number) {
    const strong = OF_PARTS.has(number.kind);
    let score = strong ? 0.7 : 0.5;
    if (isolated) score += 0.15;
    if (standsOut) score += 0.25;
    if (runsOn) score -= 0.3;
    if (/[？！?!」』]$/u.test(words)) score -= 0.05;
    if (line.gap === 0 && after.gap === 0 && !standsOut && before && before.end > before.measure * 0.97 && !strong)
      score -= 0.15;
    if (width > line.measure * 0.6) score -= 0.1;
    // A list counts line by line, and its entries end as sentences do.
    if (/[.]$/u.test(rest)) score -= 0.3;
    const previous = before && numbering(before.marked.words);
    const isListed =
      previous?.kind === number.kind && previous.levels === number.levels && previous.value === number.value - 1;
    if (isListed && !strong && !standsOut && line.gap <= SPACE) score -= 0.4;
    const next = numbering(after.marked.words);
    if (next?.kind === number.kind && next.levels === number.levels && next.value === number.value + 1 && !strong)
      score -= 0.4;
    return score;
  }
  if (runsOn && !(line.size >= 1.12)) return 0;
  if (line.size >= 1.12) return line.isBold || isolated || line.gap > SPACE ? 0.85 : 0.7;
  if (line.isBold) return line.gap > SPACE ? 0.75 : 0.55;
  const capitals =
    !/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(words) &&
    /^[^\p{Ll}]*\p{Lu}{3}[^\p{Ll}]*$/u.test(words);
  if (isolated && capitals) return 0.75;
  if (isolated && !SENTENCE_LIKE.test(words) && width < line.measure * 0.5) return line.isCentred ? 0.62 : 0.52;
  return 0;
}

const SENTENCE_LIKE = /[。．.！!？?：:」』）)\]…]$|^[\p{Ll}「『（(—―-]|^\p{N}+$/u;

const headingLike = (line: Line): boolean =>
  numbering(line.marked.words) !== undefined && line.end < line.measure * 0.7;

/** @returns the lines whose numbers are in sequence in their kind; a sequence may begin again at 1 */
function sequences(candidates: readonly { line: Line; number: Numbering }[]): ReadonlySet<Line> {
  const found = new Set<Line>();
  const last = new Map<string, { line: Line; value: number }>();
  for (const { line, number } of candidates) {
    const kind = number.kind + number.levels;
    const previous = last.get(kind);
    if (number.value === 1 || (previous && number.value === previous.value + 1)) {
      found.add(line);
      last.set(kind, { line, value: number.value });
    }
  }
  return found;
}

function* sequenceGaps(lines: readonly Line[], headings: ReadonlyMap<Line, LineHeading>): Generator<[Line, number]> {
  const last = new Map<string, number>();
  for (const line of lines) {
    const heading = headings.get(line);
    if (!heading?.number) continue;
    const number = numbering(line.marked.words);
    if (!number) continue;
    const kind = number.kind + number.levels;
    const previous = last.get(kind);
    if (previous !== undefined && number.value !== previous + 1 && number.value !== 1) yield [line, previous];
    last.set(kind, number.value);
  }
}

/** A kind of heading that is met inside another one's part is deeper. */
function depthOf(style: string, line: Line, number: Numbering | undefined, order: readonly string[]): number {
  if (line.role?.kind === "heading") return line.role.depth;
  const numbered = order.filter((one) => one !== "named" && !one.startsWith("role"));
  if (style === "named") return 1;
  if (number?.kind === "decimal") return Math.min(number.levels, 4);
  const known = numbered.indexOf(style);
  if (known >= 0) return known + 1;
  const rank = ["part", "chapter", "section"].indexOf(style);
  if (rank === 0) return 1;
  return numbered.length + 1;
}
