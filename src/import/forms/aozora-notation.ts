import { excerpt, type Findings } from "../findings.ts";
import { MarkedText, REMOVED, type Span, type SpanKind } from "../marked-text.ts";
import { writeAccents } from "./aozora-accents.ts";
import { characterOfJis } from "./jis-x-0213.ts";

/** What notes of the file's editors have opened and not yet closed. */
export interface Open {
  /** The run that is open from a line before. */
  run: SpanKind | undefined;
  heading: number | undefined;
  indent: boolean;
  /** What notes say of how the page is set and an essay does not keep, by kind: the first, its line, how many there are. */
  readonly settings: Map<string, { readonly note: string; readonly line: number; times: number }>;
  /** What was opened and has not been closed yet, with its line. */
  readonly opened: Map<"run" | "heading" | "indent", { readonly note: string; readonly line: number }>;
}

/** A line without its notation. */
export interface AozoraLine {
  readonly marked: MarkedText;
  /** The depth of the heading that it is or begins with. */
  readonly heading: number | undefined;
  /** Where a heading ends after which the line goes on. */
  readonly headingEnd: number | undefined;
  /** Whether it stands in a passage that is set in as a whole. */
  readonly quotes: boolean;
  /** Whether it holds nothing but notes that say how what follows is set. */
  readonly alone: boolean;
  /** Images that stand after it, by the names of their files. */
  readonly images: readonly { readonly file: string; readonly about: string }[];
}

const DEPTHS: Readonly<Record<string, number>> = { 大: 1, 中: 2, 小: 3 };

/** How runs are set that a note names; the first that fits counts. */
const RUNS: readonly (readonly [RegExp, SpanKind])[] = [
  [/傍点$/u, { kind: "emphasis" }],
  [/(?:傍線|二重傍線|鎖線|破線|波線)$/u, { kind: "underline" }],
  [/太字$/u, { kind: "strong" }],
  [/斜体$/u, { kind: "emphasis" }],
  [/(?:行右小書き|上付き小文字)(?:、|$)/u, { kind: "sup" }],
  [/(?:行左小書き|下付き小文字)(?:、|$)/u, { kind: "sub" }],
  [/割り注$/u, { kind: "small" }],
];

const runOf = (note: string): SpanKind | undefined => RUNS.find(([pattern]) => pattern.test(note))?.[1];

/** What a run is counted as in the report. */
const COUNTED: Readonly<Partial<Record<SpanKind["kind"], string>>> = {
  emphasis: "runs with emphasis marks",
  underline: "runs with lines beside them",
  small: "notes set within a line",
};

/** Notes on how a page is set, which the site does by itself or not at all. */
const SETTING =
  /改ページ|改丁|改頁|改段|改見開き|縦中横|地付き|地から|地より|天から|字上げ|字詰め|段階|文字(?:終わり)?$|横組み|縦組み|罫囲み|段組み|左右中央|本文終わり|表組|字下げ|小書き(?:終わり)?$|キャプション(?:終わり)?$|数式(?:終わり)?$|^改行$|分数$/u;

const TOKEN =
  /｜|《《(?<stressed>[^《》]+)》》|《(?<reading>[^》]*)》|(?<gaiji>※)?［＃(?<note>[^［］]*(?:［[^］]*］[^［］]*)*)］|／(?<voiced>″)?＼|〔(?<accents>[\x20-\x7E‘’“”―…]+)〕|(?<plain>[\s\S])/gu;

/** Reads the notation of one line. What is notation is removed from the words, and stays in the ledger. */
export function readLine(text: string, index: number, state: Open, findings: Findings): AozoraLine {
  let words = "";
  const spans: Span[] = [];
  const images: { file: string; about: string }[] = [];
  let { heading } = state;
  let headingStart = 0;
  let headingEnd: number | undefined;
  let quotes = state.indent;
  let runStart = state.run ? 0 : -1;
  let barStart = -1;
  let annotatedStart = -1;
  let noted = false;
  const joints: number[] = [];
  const place = `line ${index + 1}`;
  const remove = (written: string) => {
    spans.push({ kind: "removed", written, start: words.length, end: words.length + 1 });
    words += REMOVED;
  };
  const say = (said: string, ...kinds: SpanKind[]) => {
    for (const kind of kinds) spans.push({ ...kind, start: words.length, end: words.length + said.length });
    words += said;
  };
  /** @returns whether the words stand in the line, and are marked now */
  const markBefore = (target: string, span: SpanKind): boolean => {
    const at = withoutSigns(words).lastIndexOf(target);
    if (at < 0) return false;
    const [start, end] = rangeWithSigns(words, at, target.length);
    // A reading over the end of one word and the beginning of the next has no place.
    const crosses = (one: Span) =>
      (one.start < start && one.end > start && one.end < end) ||
      (one.start > start && one.start < end && one.end > end);
    if (span.kind === "ruby" && spans.some((one) => one.kind === "ruby" && crosses(one))) return false;
    spans.push({ ...span, start, end });
    return true;
  };
  const count = (kind: SpanKind | undefined) => {
    const what = kind && COUNTED[kind.kind];
    if (what) findings.count(what);
  };
  const tellSetting = (note: string) => {
    if (/縦中横$/u.test(note)) findings.count("runs set upright in vertical lines");
    const what = SETTING.exec(note)?.[0] ?? note;
    const known = state.settings.get(what);
    if (known) known.times += 1;
    else state.settings.set(what, { note, line: index + 1, times: 1 });
  };
  for (const match of text.matchAll(TOKEN)) {
    const { reading, note, gaiji, plain, stressed, voiced, accents } = match.groups ?? {};
    const [written] = match;
    // As sites for fiction write emphasis marks.
    if (stressed !== undefined) {
      remove("《《");
      say(stressed, { kind: "emphasis" });
      remove("》》");
      findings.count("runs with emphasis marks");
      continue;
    }
    if (plain !== undefined) {
      words += plain;
      continue;
    }
    if (written.startsWith("／")) {
      // The mark that repeats two characters and more, which a line of JIS X 0208 can only draw in two halves.
      remove(written);
      say(voiced ? "〴〵" : "〳〵", { kind: "added" });
      findings.count("marks of repetition written as such");
      continue;
    }
    if (accents !== undefined) {
      const composed = writeAccents(accents);
      if (composed === accents) {
        words += written;
        continue;
      }
      remove(written);
      say(composed, { kind: "added" });
      findings.count("words with their accents composed");
      continue;
    }
    if (reading !== undefined) {
      const start = barStart >= 0 ? barStart : baseStart(words, joints);
      barStart = -1;
      if (start >= words.length || reading === "") {
        words += written;
        continue;
      }
      const end = words.length;
      remove("《");
      // The reading is kept with its base; its brackets are notation.
      spans.push({ kind: "ruby", reading, start, end });
      remove("》");
      findings.count("readings (ruby)");
      continue;
    }
    if (written === "｜") {
      barStart = words.length + 1;
      remove("｜");
      continue;
    }
    if (note === undefined) continue;
    if (note === "" || note === "…") {
      // An empty pair of brackets shows in the explanation how notes look.
      words += written;
      continue;
    }
    noted = true;
    if (gaiji) {
      const character = describedCharacter(note);
      if (character !== undefined) {
        joints.push(words.length);
        remove(written);
        say(character, { kind: "added" });
        findings.count("characters written by their code points");
      } else {
        words += written;
        findings.open.push({
          place,
          text: `a character that is described and not written, kept as its description: ${excerpt(written, 60)}`,
        });
      }
      continue;
    }
    const target = /^「(?<words>.+?)」(?:の左)?(?:は|に)(?!」)/u.exec(note)?.groups?.["words"] ?? "";
    const size = /(?<size>[大中小])見出し/u.exec(note)?.groups?.["size"];
    if (size) {
      const value = DEPTHS[size] ?? 1;
      const isRunIn = /同行|窓/u.test(note);
      if (/終わり$/u.test(note)) {
        state.opened.delete("heading");
        state.heading = undefined;
        if (isRunIn) headingEnd = words.length;
      } else {
        heading = value;
        if (/^ここから/u.test(note)) {
          state.opened.set("heading", { note, line: index + 1 });
          state.heading = value;
        } else if (target && isRunIn) headingEnd = words.length;
        else if (isRunIn) headingStart = words.length;
      }
      remove(written);
      continue;
    }
    const beside = readingBeside(note);
    if (beside) {
      // It stands where the note does in the file, and over the words in the text.
      if (markBefore(beside.base, { kind: "ruby", reading: beside.reading, isMoved: true })) {
        findings.count("readings (ruby)");
        remove(written);
        continue;
      }
    }
    if (/^(?:左に)?(?:注記|ルビ)付き$/u.test(note)) {
      remove(written);
      annotatedStart = words.length;
      continue;
    }
    const closing = /^(?:左に)?「(?<reading>.+)」の(?:注記|ルビ)付き終わり$/u.exec(note)?.groups?.["reading"];
    if (annotatedStart >= 0 && closing) {
      spans.push({ kind: "ruby", reading: closing, isMoved: true, start: annotatedStart, end: words.length });
      annotatedStart = -1;
      findings.count("readings (ruby)");
      remove(written);
      continue;
    }
    const ended = /^(?:ここで)?(?<run>.+?)(?:の)?終わり$/u.exec(note)?.groups?.["run"];
    if (ended !== undefined && runOf(ended)) {
      if (runStart >= 0 && state.run) spans.push({ ...state.run, start: runStart, end: words.length });
      runStart = -1;
      state.run = undefined;
      state.opened.delete("run");
      remove(written);
      continue;
    }
    const run = runOf(note);
    if (run && target) {
      if (markBefore(target, run)) count(run);
      else
        findings.leftOut.push({
          place,
          text: `a note on words that do not stand before it: ${excerpt(written, 80)}`,
        });
      remove(written);
      continue;
    }
    if (run && /^(?:ここから)?[^「」]+$/u.test(note)) {
      remove(written);
      runStart = words.length;
      state.run = run;
      state.opened.set("run", { note, line: index + 1 });
      count(run);
      continue;
    }
    // Marks for reading classical Chinese, and the small kana that it is read with.
    if (/^(?:[レ一二三四上中下甲乙丙丁天地人]+)$/u.test(note)) {
      remove("［＃");
      say(note, { kind: "sub" });
      remove("］");
      findings.count("marks of classical Chinese");
      continue;
    }
    const kana = /^（(?<kana>[^）]+)）$/u.exec(note)?.groups?.["kana"];
    if (kana) {
      remove("［＃（");
      say(kana, { kind: "sup" });
      remove("）］");
      findings.count("marks of classical Chinese");
      continue;
    }
    const image = /^(?<about>.*?)（(?<file>[\w.-]+\.(?:png|jpe?g|gif|svg|webp))(?:、[^）]*)?）入る$/iu.exec(
      note,
    )?.groups;
    if (image?.["file"]) {
      images.push({ file: image["file"], about: image["about"] ?? "" });
      remove(written);
      continue;
    }
    if (/字下げ/u.test(note) && !/終わり/u.test(note)) {
      // Lines that begin at the top and go on lower are no passage set in, but a list of speakers or of entries.
      if (/^ここから/u.test(note)) {
        state.indent = !/天付き|折り返して/u.test(note);
        if (state.indent) state.opened.set("indent", { note, line: index + 1 });
        quotes = state.indent;
      }
      if (!quotes) tellSetting(note);
    } else if (/字下げ終わり|^ここで.*終わり/u.test(note)) {
      state.indent = false;
      state.opened.delete("indent");
      if (withoutSigns(words).trim() === "") quotes = false;
    } else if (SETTING.test(note)) {
      // What opens a passage or names a run is told, and not its end again.
      if (!/終わり$/u.test(note)) tellSetting(note);
    } else findings.leftOut.push({ place, text: `a note of the file's editors: ${excerpt(written, 80)}` });
    remove(written);
  }
  if (runStart >= 0 && state.run) spans.push({ ...state.run, start: runStart, end: words.length });
  const marked = new MarkedText(words, [
    ...spans,
    { kind: "line", line: index + 1, page: 1, start: 0, end: words.length },
  ]);
  const goesOn = headingEnd !== undefined && withoutSigns(words.slice(headingEnd)).trim() !== "";
  return {
    marked,
    heading: headingStart > 0 && withoutSigns(words.slice(0, headingStart)).trim() !== "" ? undefined : heading,
    headingEnd: goesOn ? headingEnd : undefined,
    quotes,
    alone: noted && withoutSigns(words).trim() === "",
    images,
  };
}

/** @returns the character that a note describes by its code point in Unicode or its place in JIS X 0213 */
function describedCharacter(note: string): string | undefined {
  const code = /U\+(?<hex>[0-9A-Fa-f]{4,6})/u.exec(note)?.groups?.["hex"];
  if (code) return String.fromCodePoint(Number.parseInt(code, 16));
  const place = /(?<![\d-])(?<plane>[12])-(?<row>\d{1,2})-(?<cell>\d{1,2})(?![\d-])/u.exec(note)?.groups;
  return place && characterOfJis(Number(place["plane"]), Number(place["row"]), Number(place["cell"]));
}

/** 「権」に「けん」のルビ, 「権」の左に「ママ」の注記, 「権」にママの注記: what stands beside which words. */
function readingBeside(note: string): { base: string; reading: string } | undefined {
  const found = /^「(?<base>.+?)」(?:の左)?に(?:「(?<quoted>.+)」|(?<bare>[^「」]+))の(?:ルビ|注記|傍記|著者註)$/u.exec(
    note,
  )?.groups;
  const reading = found?.["quoted"] ?? found?.["bare"];
  return found?.["base"] && reading ? { base: found["base"], reading } : undefined;
}

/** @returns the words without the signs that stand for notation */
export const withoutSigns = (words: string): string => words.replaceAll(REMOVED, "");

/** @returns where a stretch of the words without signs stands among them with signs */
function rangeWithSigns(words: string, at: number, length: number): [number, number] {
  let seen = 0;
  let start = -1;
  for (let index = 0; index < words.length; index += 1) {
    if (words[index] === REMOVED) continue;
    if (seen === at) start = index;
    seen += 1;
    if (seen === at + length) return [start, index + 1];
  }
  return [Math.max(0, start), words.length];
}

const SCRIPTS = [
  // A character that is described and not written stands for an ideograph.
  String.raw`(?:[\p{sc=Han}々〆〇ヶ※仝]|※［＃[^］]*］)`,
  String.raw`[\p{sc=Katakana}ー]`,
  String.raw`\p{sc=Hiragana}`,
  String.raw`[\p{sc=Latin}\p{M}\d'’&-]`,
].map((one) => new RegExp(`${one}+$`, "u"));

/**
 * Without a bar a reading belongs to the run of one script before it (Aozora Bunko's own rule); a stop has none.
 *
 * @param joints where in the words a description stood before the character that it describes: no end of a word
 */
function baseStart(words: string, joints: readonly number[]): number {
  for (const script of SCRIPTS) {
    let start = words.length;
    while (start > 0) {
      const run = script.exec(words.slice(0, start));
      start = run?.index ?? start;
      if (!joints.includes(start - 1)) break;
      if (!script.test(words.slice(0, start - 1))) break;
      start -= 1;
    }
    if (start < words.length) return start;
  }
  return words.length;
}
