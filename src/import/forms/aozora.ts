import type { Heading, Paragraph, Root, RootContent } from "mdast";
import { mendCharacters } from "../characters.ts";
import { excerpt, type Findings } from "../findings.ts";
import { fragmentsOf } from "../lines/from-lines.ts";
import { headingNumber } from "../lines/headings.ts";
import type { Fragment, Manuscript, ManuscriptMetadata } from "../manuscript.ts";
import { MarkedText, REMOVED, type Span, type SpanKind, toPhrasing } from "../marked-text.ts";
import { parseName } from "../names.ts";
import { warnOfCharacters } from "../warn-of-characters.ts";
import type { FormContext } from "./form.ts";

/** @returns whether a text uses Aozora Bunko's notation: readings in 《》, its editors' notes in ［＃］ */
export function isAozora(text: string): boolean {
  const notes = text.match(/［＃[^］\n]{1,80}］/gu)?.length ?? 0;
  const readings =
    text.match(/[\p{sc=Han}々〆ヶ｜][^《》\n]{0,20}《[\p{sc=Hiragana}\p{sc=Katakana}ー・\s]{1,20}》/gu)?.length ?? 0;
  return notes >= 1 || readings >= 2 || /^底本：/mu.test(text);
}

const RULE = /^-{20,}\s*$/u;

/**
 * Reads a text of Aozora Bunko's: readings, marks of emphasis, headings, indented passages, characters by their
 * descriptions, and the marks of classical Chinese.
 */
export async function readAozora(text: string, file: string, { findings }: FormContext): Promise<Manuscript> {
  const lines = text.split(/\r\n|\n|\r/u);
  const ledger: Fragment[] = [];
  const metadata: ManuscriptMetadata = {};
  const place = (index: number) => `line ${index + 1}`;
  const leave = (index: number, why: string) => {
    const words = lines[index] ?? "";
    if (words.trim() !== "") ledger.push({ text: words, to: "left out", why, place: place(index) });
  };

  // Title, subtitle and author stand over the explanation of the notation, which stands between rules.
  let start = 0;
  const firstRule = lines.findIndex((line) => RULE.test(line));
  const headEnd = firstRule >= 0 && firstRule < 12 ? firstRule : lines.findIndex((line) => line.trim() === "");
  const head = lines
    .slice(0, Math.max(0, Math.min(headEnd, 8)))
    .flatMap((line, index) => (line.trim() === "" ? [] : [index]));
  const isHead = head.length >= 2 && head.every((index) => (lines[index] ?? "").length < 60);
  if (isHead) {
    const author = head.at(-1) ?? 0;
    head.forEach((index, position) => {
      const words = plainLine(lines[index] ?? "");
      const field = position === 0 ? "title" : index === author ? "authors" : position === 1 ? "subtitle" : undefined;
      if (field === "title") metadata.title = words;
      if (field === "subtitle") metadata.subtitle = words;
      if (field === "authors") metadata.authors = [parseName(words)];
      if (!field || plainLine(lines[index] ?? "") !== mendCharacters(lines[index] ?? "").trim())
        leave(index, "head of the file");
      else ledger.push({ text: lines[index] ?? "", to: `field ${field}`, place: place(index) });
    });
    start = author + 1;
  }
  const rules = lines.flatMap((line, index) => (RULE.test(line) ? [index] : []));
  const [open, close] = rules;
  if (
    open !== undefined &&
    close !== undefined &&
    open < start + 3 &&
    close - open < 60 &&
    lines.slice(open, close).some((line) => /記号|ルビ|《》/u.test(line))
  ) {
    for (let index = start; index <= close; index += 1) leave(index, "explanation of the notation");
    start = close + 1;
  }

  const tree: Root = { type: "root", children: [] };
  const state: Open = { emphasis: false, heading: undefined, indent: false };
  let verse: MarkedText[] = [];
  const closeQuotation = () => {
    verse = [];
  };
  let colophon = false;
  for (let index = start; index < lines.length; index += 1) {
    const raw = lines[index] ?? "";
    if (raw.trim() === "") continue;
    if (/^底本：/u.test(raw.trim()) && !colophon) {
      colophon = true;
      state.indent = false;
      tree.children.push({ type: "thematicBreak" });
    }
    const { marked, heading, quotes, alone } = readLine(
      mendCharacters(raw, findings.characters),
      index,
      state,
      findings,
    );
    ledger.push(...fragmentsOf(marked, "body", false));
    if (alone) continue;
    const number = heading === undefined ? "" : headingNumber(marked.words.trim());
    if (heading !== undefined) {
      const children = toPhrasing(marked.trim());
      const node: Heading = {
        type: "heading",
        depth: Math.min(6, heading) as Heading["depth"],
        children,
        data: { origin: place(index) },
      };
      const [first] = children;
      if (number && first?.type === "text" && first.value.startsWith(number) && first.value.length > number.length) {
        first.value = first.value.slice(number.length);
        node.data = { ...node.data, number };
      }
      closeQuotation();
      tree.children.push(node);
      findings.count("headings");
      continue;
    }
    const paragraph: Paragraph = { type: "paragraph", children: toPhrasing(marked.trim()) };
    if (paragraph.children.length === 0) continue;
    const last: RootContent | undefined = tree.children.at(-1);
    if (quotes && last?.type === "blockquote" && verse.length > 0) last.children.push(paragraph);
    else if (quotes) tree.children.push({ type: "blockquote", children: [paragraph] });
    else tree.children.push(paragraph);
    verse = quotes ? [...verse, marked] : [];
  }
  warnOfCharacters(text, findings);
  const places = new Map(
    lines.flatMap((line, index): [string, string][] => (line.trim() === "" ? [] : [[place(index), line]])),
  );
  return { file, metadata, tree, ledger, proof: { places, isOrdered: true }, images: [], references: [] };
}

const plainLine = (line: string): string =>
  mendCharacters(line)
    .replaceAll(/《[^》]*》|［＃[^］]*］|｜/gu, "")
    .trim();

interface Open {
  /** Whether a run of emphasis is open from a line before. */
  emphasis: boolean;
  heading: number | undefined;
  indent: boolean;
}

const DEPTHS: Readonly<Record<string, number>> = { 大: 1, 中: 2, 小: 3 };
const EMPHASIS = "(?:白ゴマ|丸|白丸|黒三角|白三角|二重丸|蛇の目|ばつ)?傍点|傍線|二重傍線|鎖線|破線|波線|太字|斜体";

/** Reads the notation of one line. What is notation is removed from the words, and stays in the ledger. */
function readLine(
  text: string,
  index: number,
  state: Open,
  findings: Findings,
): { marked: MarkedText; heading: number | undefined; quotes: boolean; alone: boolean } {
  let words = "";
  const spans: Span[] = [];
  let heading = state.heading;
  let quotes = state.indent;
  let emphasisStart = state.emphasis ? 0 : -1;
  let barStart = -1;
  let noted = false;
  const remove = (written: string) => {
    spans.push({ kind: "removed", written, start: words.length, end: words.length + 1 });
    words += REMOVED;
  };
  const markBefore = (target: string, span: SpanKind) => {
    const at = withoutSigns(words).lastIndexOf(target);
    if (at < 0) return;
    const [start, end] = rangeWithSigns(words, at, target.length);
    spans.push({ ...span, start, end });
  };
  const tokens = text.matchAll(
    /｜|《《(?<stressed>[^《》]+)》》|《(?<reading>[^》]*)》|(?<gaiji>※)?［＃(?<note>[^］]*(?:［[^］]*］[^］]*)*)］|(?<plain>[\s\S])/gu,
  );
  for (const match of tokens) {
    const { reading, note, gaiji, plain, stressed } = match.groups ?? {};
    // As sites for fiction write emphasis marks.
    if (stressed !== undefined) {
      remove("《《");
      spans.push({ kind: "emphasis", start: words.length, end: words.length + stressed.length });
      words += stressed;
      remove("》》");
      findings.count("runs with emphasis marks");
      continue;
    }
    if (plain !== undefined) {
      words += plain;
      continue;
    }
    if (reading !== undefined) {
      const start = barStart >= 0 ? barStart : baseStart(words);
      barStart = -1;
      if (start >= words.length || reading === "") {
        words += match[0];
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
    if (match[0] === "｜") {
      barStart = words.length + 1;
      remove("｜");
      continue;
    }
    if (note === undefined) continue;
    noted = true;
    const written = match[0];
    if (gaiji) {
      const code = /U\+(?<hex>[0-9A-Fa-f]{4,6})/u.exec(note)?.groups?.["hex"];
      if (code) {
        const character = String.fromCodePoint(Number.parseInt(code, 16));
        remove(written);
        spans.push({ kind: "added", start: words.length, end: words.length + character.length });
        words += character;
        findings.count("characters written by their code points");
      } else {
        words += written;
        findings.open.push({
          place: `line ${index + 1}`,
          text: `a character that is described and not written, kept as its description: ${excerpt(written, 60)}`,
        });
      }
      continue;
    }
    const target = /^「(?<words>.+?)」(?:は|に)/u.exec(note)?.groups?.["words"] ?? "";
    const depth = /(?<size>[大中小])見出し/u.exec(note)?.groups?.["size"];
    if (depth) {
      const value = DEPTHS[depth] ?? 1;
      if (/終わり$/u.test(note)) state.heading = undefined;
      else if (/^(?:ここから|(?:同行|窓)?[大中小]見出し$)/u.test(note) && !target) {
        heading = value;
        if (/^ここから/u.test(note)) state.heading = value;
      } else heading = value;
      remove(written);
      continue;
    }
    if (new RegExp(`(?:${EMPHASIS})(?:の終わり|終わり)$`, "u").test(note)) {
      if (emphasisStart >= 0) spans.push({ kind: "emphasis", start: emphasisStart, end: words.length });
      emphasisStart = -1;
      state.emphasis = false;
      remove(written);
      continue;
    }
    if (target && new RegExp(`(?:${EMPHASIS})$`, "u").test(note)) {
      markBefore(target, { kind: "emphasis" });
      findings.count("runs with emphasis marks");
      remove(written);
      continue;
    }
    if (new RegExp(`^(?:ここから)?(?:${EMPHASIS})$`, "u").test(note)) {
      remove(written);
      emphasisStart = words.length;
      state.emphasis = true;
      findings.count("runs with emphasis marks");
      continue;
    }
    const ruby = /^「(?<base>.+?)」に(?:「(?<reading>.+?)」の)(?:ルビ|注記)$/u.exec(note)?.groups;
    if (ruby?.["base"] && ruby["reading"]) {
      remove(`［＃「${ruby["base"]}」に「`);
      markBefore(ruby["base"], { kind: "ruby", reading: ruby["reading"] });
      remove("」のルビ］");
      findings.count("readings (ruby)");
      continue;
    }
    // Marks for reading classical Chinese, and the small kana that it is read with.
    if (/^(?:[レ一二三四上中下甲乙丙丁天地人]+)$/u.test(note)) {
      remove("［＃");
      spans.push({ kind: "sub", start: words.length, end: words.length + note.length });
      words += note;
      remove("］");
      findings.count("marks of classical Chinese");
      continue;
    }
    const kana = /^（(?<kana>[^）]+)）$/u.exec(note)?.groups?.["kana"];
    if (kana) {
      remove("［＃（");
      spans.push({ kind: "sup", start: words.length, end: words.length + kana.length });
      words += kana;
      remove("）］");
      findings.count("marks of classical Chinese");
      continue;
    }
    if (/字下げ(?:、|$)|^ここから.*字下げ/u.test(note) && !/終わり/u.test(note)) {
      if (/^ここから/u.test(note)) {
        state.indent = true;
        quotes = true;
      }
    } else if (/字下げ終わり|^ここで.*終わり/u.test(note)) {
      state.indent = false;
      if (withoutSigns(words).trim() === "") quotes = false;
    } else if (!/改ページ|改丁|改頁|改段|縦中横|地付き|地から|字上げ|段階.*文字|横組み|罫囲み/u.test(note))
      findings.leftOut.push({
        place: `line ${index + 1}`,
        text: `a note of the file's editors: ${excerpt(written, 80)}`,
      });
    remove(written);
  }
  if (emphasisStart >= 0) spans.push({ kind: "emphasis", start: emphasisStart, end: words.length });
  const whole = new MarkedText(words, [
    ...spans,
    { kind: "line", line: index + 1, page: 1, start: 0, end: words.length },
  ]);
  return { marked: whole, heading, quotes, alone: noted && withoutSigns(words).trim() === "" };
}

const withoutSigns = (words: string): string => words.replaceAll(REMOVED, "");

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
  // A character that is described stands for an ideograph.
  String.raw`(?:[\p{sc=Han}々〆〇ヶ※仝]|※［＃[^］]*］)`,
  String.raw`[\p{sc=Katakana}ー]`,
  String.raw`\p{sc=Hiragana}`,
  String.raw`[\p{sc=Latin}\d'’&-]`,
].map((one) => new RegExp(`${one}+$`, "u"));

/** Without a bar a reading belongs to the run of one script before it (Aozora Bunko's own rule); a stop has none. */
function baseStart(words: string): number {
  for (const script of SCRIPTS) {
    const run = script.exec(words);
    if (run) return run.index;
  }
  return words.length;
}
