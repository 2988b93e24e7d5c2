import type { Heading, Paragraph, Root } from "mdast";
import { mendCharacters } from "../characters.ts";
import { excerpt, type Findings } from "../findings.ts";
import { takeHeadingNumber } from "../heading-number.ts";
import { fragmentsOf } from "../lines/line-fragments.ts";
import { append } from "../lists.ts";
import type { Fragment, Manuscript, ManuscriptMetadata } from "../manuscript.ts";
import { type MarkedText, toPhrasing } from "../marked-text.ts";
import { parseName } from "../names.ts";
import { titleWords } from "../plain-words.ts";
import { readTypedNotes } from "../typed-structure.ts";
import { warnOfCharacters } from "../warn-of-characters.ts";
import { type Open, readLine } from "./aozora-notation.ts";
import type { FormContext } from "./form.ts";
import { takeImages } from "./images-beside.ts";

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
export async function readAozora(text: string, file: string, { findings, beside }: FormContext): Promise<Manuscript> {
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
    for (const [index, field] of fieldsOfHead(head, lines)) {
      const raw = lines[index] ?? "";
      const words = plainLine(raw);
      if (field === "title" || field === "subtitle") {
        const { marked } = readLine(mendCharacters(raw), index, noneOpen(), findings);
        const shown = titleWords({ type: "paragraph", children: toPhrasing(marked) });
        metadata[field] = shown.words;
        if (shown.readings.length > 0) metadata.readings = [...(metadata.readings ?? []), ...shown.readings];
      }
      if (field === "authors") metadata.authors = [parseName(words)];
      const by = field === "translators" ? words.replace(TRANSLATED, "") : undefined;
      if (by !== undefined) metadata.translators = [parseName(by)];
      if (!field)
        findings.leftOut.push({
          place: place(index),
          text: `a line of the head that has no place: “${excerpt(raw, 80)}”`,
        });
      if (!field || words !== mendCharacters(raw).trim()) leave(index, "head of the file");
      else {
        ledger.push({ text: by ?? raw, to: `field ${field}`, place: place(index) });
        if (by !== undefined)
          ledger.push({ text: words.slice(by.length), to: "left out", why: "names the part", place: place(index) });
      }
    }
    start = (head.at(-1) ?? 0) + 1;
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
    findings.leftOut.push({
      place: `lines ${open + 1} to ${close + 1}`,
      text: "the explanation of the file's notation, which the essay does not use",
    });
    start = close + 1;
  }

  const references: Record<string, unknown>[] = [];
  const state = noneOpen();
  const passages: Passage[] = [];
  let colophon = false;
  for (let index = start; index < lines.length; index += 1) {
    const raw = lines[index] ?? "";
    if (raw.trim() === "") {
      passages.push({ kind: "gap" });
      continue;
    }
    if (/^底本：/u.test(raw.trim())) {
      const rest = lines.slice(index);
      const source = sourceOf(rest, metadata);
      const answer =
        source &&
        findings.decide({
          key: `source ${index + 1}`,
          place: place(index),
          text: raw,
          taken: "source",
          confidence: 0.9,
          answers: ["source", "text"],
        });
      if (source && answer === "source") {
        references.push(source);
        findings.leftOut.push({
          place: place(index),
          text: `where the file comes from stands as a source in references.json, not in the text: ${excerpt(raw, 60)}`,
        });
        const others = rest.slice(1).filter((line) => line.trim() !== "");
        if (others.length > 0)
          findings.leftOut.push({
            place: `lines ${index + 2} to ${index + rest.length}`,
            text: `what the file says of itself besides, such as the first print and who typed it: “${excerpt(others.map((line) => line.trim()).join(" / "), 400)}”`,
          });
        for (let at = index; at < lines.length; at += 1) leave(at, "where the file comes from");
        break;
      }
    }
    if (/^底本：/u.test(raw.trim()) && !colophon) {
      colophon = true;
      state.indent = false;
      passages.push({ kind: "rule" });
    }
    const line = readLine(mendCharacters(raw, findings.characters), index, state, findings);
    const { marked, heading, headingEnd, quotes, alone, images } = line;
    append(ledger, fragmentsOf(marked, "body", false));
    if (!alone && heading !== undefined && headingEnd !== undefined)
      passages.push(
        { kind: "heading", marked: marked.slice(0, headingEnd), depth: heading, index },
        { kind: "line", marked: marked.slice(headingEnd), index, raw, quotes, colophon },
      );
    else if (!alone && heading !== undefined) passages.push({ kind: "heading", marked, depth: heading, index });
    else if (!alone) passages.push({ kind: "line", marked, index, raw, quotes, colophon });
    for (const { file: name, about } of images) passages.push({ kind: "image", name, about });
  }
  const tree = treeOf(passages, findings);
  tellSettings(state.settings, findings);
  for (const { note, line } of state.opened.values())
    findings.slips.push({
      place: `line ${line}`,
      text: `［＃${excerpt(note, 60)}］ is not closed: it goes on to the end of the text`,
    });
  const noted = readTypedNotes({ tree, metadata, findings, hasTitle: true }, ledger);
  warnOfCharacters(text, findings);
  const places = new Map(
    lines.flatMap((line, index): [string, string][] => (line.trim() === "" ? [] : [[place(index), line]])),
  );
  return {
    file,
    metadata,
    tree,
    ledger: noted,
    proof: { places, isOrdered: true },
    images: takeImages(tree, file, findings, beside),
    references,
  };
}

/** What the file's editors say of how its pages are set, each once with the line where it is said first. */
function tellSettings(settings: Open["settings"], findings: Findings): void {
  for (const { note, line, times } of settings.values())
    findings.leftOut.push({
      place: `line ${line}`,
      text: `how a page is set, which the site does in its own way: ［＃${excerpt(note, 60)}］${times > 1 ? ` (${times} of its kind)` : ""}`,
    });
}

/**
 * Reads the edition that the file follows, which its tail names: 底本：「題」書店, the days of its impressions below.
 *
 * @returns undefined where the tail names no title
 */
function sourceOf(
  tail: readonly string[],
  { title, authors }: ManuscriptMetadata,
): Record<string, unknown> | undefined {
  const named = /^底本：[「『](?<title>.+?)[」』](?<rest>.*)$/u.exec(mendCharacters(tail[0] ?? "").trim())?.groups;
  if (!named?.["title"]) return undefined;
  const series = named["rest"]?.trim() ?? "";
  // The year of the impression that was used, which the last of the lines set in says, comes before those of other editions.
  const own = tail.slice(1).findIndex((line) => !/^[\u3000\s]/u.test(line));
  const below = tail.slice(0, own < 0 ? tail.length : own + 1).join("\n");
  const year = [...below.matchAll(/(?<year>(?:18|19|20)\d{2})(?:（[^）]*）)?年/gu)][0]?.groups?.["year"];
  // The publisher stands last, after the name of a series.
  const publisher = series
    .split(/[、，]/u)
    .at(-1)
    ?.trim();
  const isPart = title !== undefined && named["title"] !== title;
  return {
    type: isPart ? "chapter" : "book",
    title: isPart ? title : named["title"],
    ...(isPart && { "container-title": named["title"] }),
    ...(authors && { author: authors.map(({ affiliation: _, ...name }) => name) }),
    ...(publisher && { publisher }),
    ...(year && { issued: { "date-parts": [[Number(year)]] } }),
  };
}

const noneOpen = (): Open => ({
  run: undefined,
  heading: undefined,
  indent: false,
  settings: new Map(),
  opened: new Map(),
});

const plainLine = (line: string): string =>
  mendCharacters(line)
    .replaceAll(/《[^》]*》|［＃[^］]*］|｜/gu, "")
    .trim();

/** With what a line ends that names who put a work into its language. */
const TRANSLATED = /[\s\u3000]*(?:訳|翻訳|譯|飜訳|翻譯|訳補|抄訳|編訳)$/u;

/** @returns which field each line of a head is: the title, what goes with it, who wrote it, who put it into its language */
function fieldsOfHead(
  head: readonly number[],
  lines: readonly string[],
): [number, "title" | "subtitle" | "authors" | "translators" | undefined][] {
  const words = (index: number | undefined) => plainLine(lines[index ?? -1] ?? "");
  const translator = head.findLast((index) => TRANSLATED.test(words(index)) && words(index).length > 2);
  const rest = head.filter((index) => index !== translator);
  const author = rest.length > 1 ? rest.at(-1) : undefined;
  // The title in the language of the original is Latin, and no subtitle.
  const subtitle = rest.find(
    (index, position) => position > 0 && index !== author && !/^[\p{sc=Latin}\s\p{P}\d]+$/u.test(words(index)),
  );
  return head.map((index) => [
    index,
    index === head[0]
      ? "title"
      : index === translator
        ? "translators"
        : index === author
          ? "authors"
          : index === subtitle
            ? "subtitle"
            : undefined,
  ]);
}

/** What a file holds, line by line. */
type Passage =
  | { readonly kind: "gap" | "rule" }
  | { readonly kind: "heading"; readonly marked: MarkedText; readonly depth: number; readonly index: number }
  | { readonly kind: "image"; readonly name: string; readonly about: string }
  | {
      readonly kind: "line";
      readonly marked: MarkedText;
      readonly index: number;
      readonly raw: string;
      readonly quotes: boolean;
      readonly colophon: boolean;
    };

type LinePassage = Extract<Passage, { kind: "line" }>;

/** A line of verse: short, not set in as a paragraph is, and no sentence that ends. */
const isVerseLine = ({ raw, marked, colophon }: LinePassage): boolean =>
  !colophon &&
  !/^[\u3000\s]*[「『（]|^\u3000(?!\u3000)/u.test(raw) &&
  [...marked.words.trim()].length <= 40 &&
  !/[。！？」』）.]\s*$/u.test(marked.words);

/** How many lines in a row are verse: two may be two captions. */
const LEAST_VERSE = 3;

function treeOf(passages: readonly Passage[], findings: Findings): Root {
  const tree: Root = { type: "root", children: [] };
  let run: LinePassage[] = [];
  const close = () => {
    append(tree.children, blocksOf(run, findings));
    run = [];
  };
  for (const passage of passages) {
    if (passage.kind === "line") {
      if (run[0] && run[0].quotes !== passage.quotes) close();
      run.push(passage);
      continue;
    }
    // A blank line parts stanzas, and nothing else: a passage that is set in goes on.
    const next = passages[passages.indexOf(passage) + 1];
    if (passage.kind === "gap" && run[0]?.quotes && next?.kind === "line" && next.quotes && !run.every(isVerseLine))
      continue;
    close();
    if (passage.kind === "rule") tree.children.push({ type: "thematicBreak" });
    if (passage.kind === "image")
      tree.children.push({
        type: "paragraph",
        children: [{ type: "image", url: passage.name, alt: passage.about }],
      });
    if (passage.kind === "heading") {
      tree.children.push(headingOf(passage));
      findings.count("headings");
    }
  }
  close();
  return tree;
}

/** The blocks of lines that follow each other: paragraphs, stanzas, and what is set in. */
function blocksOf(lines: readonly LinePassage[], findings: Findings): Root["children"] {
  const [first] = lines;
  if (!first) return [];
  const text = excerpt(lines.map(({ marked }) => excerpt(marked.words, 14)).join(" / "), 60);
  /** Asks whether the lines are what they look like. */
  const are = (kind: string, otherwise: string): boolean =>
    findings.decide({
      key: `${kind} ${first.index + 1}`,
      place: `line ${first.index + 1}`,
      text,
      taken: kind,
      confidence: 0.75,
      answers: [kind, otherwise],
    }) === kind;
  const isVerse = lines.length >= LEAST_VERSE && lines.every(isVerseLine) && are("verse", "prose");
  const paragraphs: Paragraph[] = isVerse
    ? [
        {
          type: "paragraph",
          children: lines.flatMap(({ marked }, index) => [
            ...(index > 0 ? [{ type: "break" as const }] : []),
            ...toPhrasing(marked.trim()),
          ]),
        },
      ]
    : lines.map(({ marked }) => ({ type: "paragraph" as const, children: toPhrasing(marked.trim()) }));
  const filled = paragraphs.filter(({ children }) => children.length > 0);
  const isQuotation = first.quotes && filled.length > 0 && are("quotation", "paragraph");
  return isQuotation ? [{ type: "blockquote", children: filled }] : filled;
}

function headingOf({ marked, depth, index }: Extract<Passage, { kind: "heading" }>): Heading {
  const node: Heading = {
    type: "heading",
    depth: Math.min(6, depth) as Heading["depth"],
    children: toPhrasing(marked.trim()),
    data: { origin: `line ${index + 1}` },
  };
  takeHeadingNumber(node);
  return node;
}
