import type {
  BlockContent,
  FootnoteDefinition,
  FootnoteReference,
  Heading,
  Nodes,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Text,
} from "mdast";
import { visit } from "unist-util-visit";
import { profileOf } from "../essay/language-profile.ts";
import { PICTURE_COMPONENT } from "../markdown/frame-blocks.ts";
import { flowElement, textElement } from "../markdown/jsx.ts";
import { isCaption } from "./caption-labels.ts";
import { excerpt, type Findings } from "./findings.ts";
import { type KnownEssay, marksOf, noteWords } from "./known-essay.ts";
import { numbering } from "./lines/headings.ts";
import { kanjiNumber, romanNumber } from "./lines/numbers.ts";
import { leadsIn } from "./lines/pieces.ts";
import { LinkTargets, settleLinks } from "./links.ts";
import type { Manuscript } from "./manuscript.ts";
import { roleOf, type SectionRole } from "./part-names.ts";
import { titleWords, wordsOf } from "./plain-words.ts";
import type { SlugMaker } from "./slugs.ts";
import { isTableCaption } from "./table-captions.ts";

/** A section as it will be written. */
export interface DraftSection {
  readonly id: string;
  /** Absent where the text opens without a heading. */
  readonly title: string | undefined;
  /** What stands in brackets in its title and is a reading of the words before it. */
  readonly readings: readonly string[];
  /** From 1. */
  readonly depth: number;
  readonly role: SectionRole | undefined;
  /** The number that the manuscript gives it and the site will give it by itself, as it is written there. */
  readonly number: string | undefined;
  /** Its blocks, the notes' definitions last. */
  readonly children: RootContent[];
  /** Labels of the notes that hang on its title. */
  readonly titleNotes: readonly string[];
}

/** An essay as it will be written: sections in reading order, and how they are numbered. */
export interface DraftEssay {
  readonly sections: readonly DraftSection[];
  /** By depth. */
  readonly numbering: readonly (NumberStyle | { readonly style: NumberStyle; readonly label: string })[];
  /** The label of each of the manuscript's notes. */
  readonly labels: ReadonlyMap<string, string>;
  /** Labels of the notes that hang on the essay's title; they are defined in its first section. */
  readonly titleNotes: readonly string[];
}

/** Down to which depth a heading makes a section with an address; deeper ones stand within their section. */
const SECTION_DEPTH = 3;

/** What the report counts them as. */
export const READINGS_IN_TITLES = "readings in titles, in brackets there, as a title is plain text";

/** @param makers what gives ids; what is already published keeps its own */
export async function makeSections(
  manuscript: Manuscript,
  { findings, language, slugs, known }: { findings: Findings; language: string; slugs: SlugMaker; known: KnownEssay },
): Promise<DraftEssay> {
  const { tree } = manuscript;
  const definitions = new Map<string, FootnoteDefinition>();
  const blocks = tree.children.filter((node) => {
    if (node.type !== "footnoteDefinition") return true;
    definitions.set(node.identifier, node);
    return false;
  });
  levelHeadings(blocks);
  const body = bindBlocks(blocks, findings);
  placeMarksAsLanguageDoes(body, language);

  const parts = splitAtHeadings(body);
  const numbers = judgeNumbers(parts, findings);
  const sections: DraftSection[] = [];
  const titles = new Map<DraftSection, Paragraph>();
  const ids = known.sectionIds(
    parts.map(({ heading, children }) => ({
      title: heading ? titleOf(heading, numbers.kept.has(heading)) : "",
      words: children.map((node) => wordsOf(node as Nodes)).join("\n"),
    })),
  );
  for (const id of known.ids) slugs.keep(id);
  const targets = new LinkTargets();
  for (const [index, { heading, children }] of parts.entries()) {
    const data = heading?.data;
    const isNumbered = heading ? numbers.kept.has(heading) : false;
    const { words, base, readings } = heading
      ? titleWords(heading)
      : { words: undefined, base: undefined, readings: [] };
    const title = heading ? titleOf(heading, isNumbered) : undefined;
    const id = ids[index] ?? (await slugs.make(slugWords(data?.id) ?? base ?? "opening", `part-${index + 1}`));
    if (heading && ids[index] === undefined) findings.ids.push({ id, title: words ?? "" });
    findings.count(READINGS_IN_TITLES, readings.length);
    targets.add(id, heading);
    for (const node of children)
      if (node.type === "heading") {
        const words = wordsOf(node);
        targets.add(await nameHeading(node, slugs), node, words);
      }
    const section = {
      id,
      title: title || undefined,
      depth: heading?.depth ?? 1,
      readings,
      role: base ? roleOf(base) : undefined,
      number: isNumbered ? data?.number : undefined,
      children: [...children],
      titleNotes: [],
    };
    sections.push(section);
    titles.set(section, { type: "paragraph", children: heading ? takeMarks(heading) : [] });
  }
  settleLinks({ type: "root", children: [...blocks, ...definitions.values()] }, targets, findings);
  const essayTitle: Paragraph = {
    type: "paragraph",
    children: (manuscript.metadata.titleNotes ?? []).map((identifier) => ({
      type: "footnoteReference",
      identifier,
      label: identifier,
    })),
  };
  const labels = distributeNotes(sections, { definitions, titles, essayTitle, findings, known });
  return {
    sections: sections.map((section) => ({ ...section, titleNotes: labelsIn(titles.get(section)) })),
    numbering: numbers.styles,
    labels,
    titleNotes: labelsIn(essayTitle),
  };
}

const labelsIn = (title: Paragraph | undefined): string[] =>
  (title?.children ?? []).flatMap((node) => (node.type === "footnoteReference" ? [node.identifier] : []));

/** @returns the words of a heading, with its number where the site does not give it by itself */
const titleOf = (heading: Heading, isNumbered: boolean): string =>
  `${isNumbered ? "" : (heading.data?.number ?? "")}${titleWords(heading).words}`;

const slugWords = (id: string | undefined): string | undefined =>
  id && /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(id) ? id : undefined;

/** Depths without holes: 2, 4, 2 are 1, 2, 1; and alike for what is alike: 2, 2, 1, 2 are 1, 1, 1, 2. */
function levelHeadings(blocks: readonly RootContent[]): void {
  const headings = blocks.filter((node): node is Heading => node.type === "heading");
  /** What the heading stands in, the outermost first: its depth in the manuscript and the one that it was given. */
  const around: { readonly depth: number; readonly level: number }[] = [];
  for (const { heading, depth } of deepenedByNumber(headings)) {
    while ((around.at(-1)?.depth ?? 0) >= depth) around.pop();
    const level = (around.at(-1)?.level ?? 0) + 1;
    around.push({ depth, level });
    heading.depth = level as Heading["depth"];
  }
}

/**
 * Where headings of one depth count in several ways, 1 （1） （2） 2, each way that begins inside another is deeper: some
 * programs write all of a text's headings alike.
 */
function deepenedByNumber(headings: readonly Heading[]): { heading: Heading; depth: number }[] {
  const ways = new Map<number, string[]>();
  let last: { depth: number; way: number } | undefined;
  return headings.map((heading) => {
    const { depth } = heading;
    for (const known of [...ways.keys()]) if (known > depth) ways.delete(known);
    const found = heading.data?.number ? numbering(`${heading.data.number}${wordsOf(heading)}`) : undefined;
    if (!found || found.kind === "letter") {
      last = undefined;
      return { heading, depth };
    }
    const list = ways.get(depth) ?? [];
    ways.set(depth, list);
    const kind = `${found.kind} ${found.levels}`;
    let way = list.indexOf(kind);
    // A way of counting begins at 1, right inside a part that counts in another.
    if (way < 0 && (list.length === 0 || (found.value === 1 && last?.depth === depth && last.way === list.length - 1)))
      way = list.push(kind) - 1;
    way = Math.max(0, way);
    last = { depth, way };
    return { heading, depth: depth + way / 10 };
  });
}

/** Takes the marks of notes out of a title; the format has them at its end. */
function takeMarks(heading: Heading): FootnoteReference[] {
  const marks: FootnoteReference[] = [];
  visit(heading, "footnoteReference", (mark, position, parent) => {
    if (!parent || position === undefined) return undefined;
    marks.push(mark);
    parent.children.splice(position, 1);
    return position;
  });
  return marks;
}

/** Blocks that are cited with the sentence that leads to them, where there is one. */
const LED_TO = new Set(["blockquote", "list", "table", "code", "mdxJsxFlowElement"]);

/**
 * A sentence that leads in and the quotation, list or table after it are one paragraph; a block without such a sentence
 * stands by itself.
 */
function bindBlocks(blocks: readonly RootContent[], findings: Findings): RootContent[] {
  const bound: RootContent[] = [];
  for (const [index, block] of blocks.entries()) {
    // A caption belongs to its table, which a paragraph around both parts from it.
    const isPicture = block.type === "mdxJsxFlowElement" && block.name === PICTURE_COMPONENT;
    if (!LED_TO.has(block.type) || isPicture || (block.type === "table" && isTableCaption(blocks[index + 1]))) {
      bound.push(block);
      continue;
    }
    if (block.type === "blockquote") findings.count("quotations");
    const before = bound.at(-1);
    const own = block as BlockContent;
    if (
      before?.type === "paragraph" &&
      // A picture leads to nothing.
      before.children.some(({ type }) => type !== "image") &&
      !isCaption(wordsOf(before)) &&
      !isTableCaption(before) &&
      (leadsIn(wordsOf(before)) || !ENDS.test(wordsOf(before).trim()))
    )
      bound[bound.length - 1] = flowElement("Paragraph", {}, [before, own]);
    else bound.push(block);
  }
  return bound;
}

const ENDS = /[。．.！？!?]["”’」』）)]*$/u;

const BEFORE_STOP = /[。、，．]+$/u;
const AFTER_STOP = /^[.,;:!?…]+["”’»)\]]*|^["”’»]+/u;

/**
 * In Japanese a mark follows the noted words and stands before the full stop or comma; where letters are Latin it
 * stands after the punctuation (Chicago Manual of Style 14.26). Nothing but the mark moves.
 */
function placeMarksAsLanguageDoes(blocks: readonly RootContent[], language: string): void {
  const { noteMark } = profileOf(language);
  for (const block of blocks)
    visit(block as Nodes, (node) => {
      if (!("children" in node)) return;
      const siblings = node.children as PhrasingContent[];
      for (let index = 0; index < siblings.length; index += 1) {
        if (siblings[index]?.type !== "footnoteReference") continue;
        let [first, last] = [index, index];
        while (siblings[last + 1]?.type === "footnoteReference") last += 1;
        const [before, after] = [siblings[first - 1], siblings[last + 1]];
        const marks = siblings.slice(first, last + 1);
        if (noteMark === "before-stop" && before?.type === "text") {
          const stop = BEFORE_STOP.exec(before.value)?.[0];
          if (stop && before.value.length > stop.length) {
            before.value = before.value.slice(0, -stop.length);
            const next: Text = { type: "text", value: stop };
            siblings.splice(first, marks.length, ...marks, next);
            last = first + marks.length;
          }
        } else if (noteMark === "after-stop" && after?.type === "text") {
          const stop = AFTER_STOP.exec(after.value)?.[0];
          const isStop = stop && /^[.,;:!?]/u.test(stop);
          if (stop && isStop) {
            after.value = after.value.slice(stop.length);
            if (before?.type === "text") {
              before.value += stop;
              first = index;
            } else siblings.splice(first, 0, { type: "text", value: stop });
            last = siblings.indexOf(marks.at(-1) as PhrasingContent);
          }
        }
        index = Math.max(index, last);
      }
      const kept = siblings.filter((one) => one.type !== "text" || one.value !== "");
      mergeTexts(kept);
      (node as { children: unknown[] }).children = kept;
    });
}

function mergeTexts(nodes: PhrasingContent[]): void {
  for (let index = nodes.length - 1; index > 0; index -= 1) {
    const [before, node] = [nodes[index - 1], nodes[index]];
    if (before?.type !== "text" || node?.type !== "text") continue;
    nodes.splice(index - 1, 2, { type: "text", value: before.value + node.value });
  }
}

interface Part {
  readonly heading: Heading | undefined;
  readonly children: RootContent[];
}

function splitAtHeadings(blocks: readonly RootContent[]): Part[] {
  const parts: Part[] = [{ heading: undefined, children: [] }];
  for (const block of blocks) {
    if (block.type === "heading" && block.depth <= SECTION_DEPTH) parts.push({ heading: block, children: [] });
    else {
      // Within a section headings begin at the second size; the first is the section's own.
      if (block.type === "heading")
        block.depth = Math.max(2, Math.min(6, block.depth - SECTION_DEPTH + 1)) as Heading["depth"];
      parts.at(-1)?.children.push(block);
    }
  }
  // A rule that nothing stands before parts nothing, and would open the block of a file's keys.
  for (const { children } of parts) while (children[0]?.type === "thematicBreak") children.shift();
  return parts.filter(({ heading, children }) => heading || children.length > 0);
}

/** How the site writes a number by itself. */
export type NumberStyle = "decimal" | "nested" | "roman" | "alpha";

/** @returns the headings whose numbers the site gives by itself, and how it has to count */
function judgeNumbers(
  parts: readonly Part[],
  findings: Findings,
): { kept: ReadonlySet<Heading>; styles: DraftEssay["numbering"] } {
  const kept = new Set<Heading>();
  const counts = [0, 0, 0];
  for (const { heading } of parts) {
    if (!heading) continue;
    const { depth } = heading;
    counts.fill(0, depth);
    const written = heading.data?.number;
    if (!written) continue;
    const expected = (counts[depth - 1] ?? 0) + 1;
    if (numberIn(written) === expected) {
      counts[depth - 1] = expected;
      kept.add(heading);
      findings.count("headings' numbers that the site gives by itself");
    } else {
      findings.open.push({
        place: heading.data?.origin ?? "",
        text: `the heading “${written}${excerpt(wordsOf(heading))}” does not continue the count, so its number stays in its title`,
      });
    }
  }
  const styles = Array.from({ length: SECTION_DEPTH }, (_, index): DraftEssay["numbering"][number] => {
    const written = [...kept].flatMap(({ depth, data }) => (depth === index + 1 && data?.number ? [data.number] : []));
    const [first] = written;
    if (first === undefined) return "decimal";
    const [style, label] = [kindOf(first), labelOf(first)];
    if (label === undefined || written.some((number) => labelOf(number) !== label)) return style;
    findings.open.push({
      place: "essay.yaml",
      text: `the numbers of headings such as “${first.trim()}” stand in no title: the site writes them, as “numbering” says (${label})`,
    });
    return { style, label };
  });
  return { kept, styles };
}

/** Where the number itself stands in what is written before a heading’s words. */
const NUMBER = /[\d０-９]+(?:[.．・][\d０-９]+)*|[一二三四五六七八九十百]+|(?<!\p{L})[IVXLC]+(?!\p{L})|[Ⅰ-Ⅻ]+/u;

/** @returns the word before a number, or the words around it with `{}` for it; undefined where none stands there */
function labelOf(number: string): string | undefined {
  const written = number.replace(/[\s\u3000:：.．]+$/u, "");
  const match = NUMBER.exec(written);
  if (!match) return undefined;
  const [before, after] = [written.slice(0, match.index), written.slice(match.index + match[0].length)];
  if (!/\p{L}/u.test(before + after)) return undefined;
  return after === "" ? before.trim() : `${before}{}${after}`;
}

function kindOf(number: string): NumberStyle {
  const plain = NUMBER.exec(number)?.[0] ?? number;
  if (/^\d+[.．・]\d/u.test(plain)) return "nested";
  if (/^[IVXLCⅠ-Ⅻ]+$/u.test(plain)) return "roman";
  if (/^[A-H][.．]/u.test(number)) return "alpha";
  return "decimal";
}

function numberIn(number: string): number | undefined {
  const plain = number.normalize("NFKC");
  const digits = plain.match(/\d+/gu)?.at(-1);
  if (digits) return Number(digits);
  const kanji = /[一二三四五六七八九十百]+/u.exec(plain)?.[0];
  if (kanji) return kanjiNumber(kanji);
  const roman = /(?<!\p{L})[IVXLC]+(?!\p{L})/u.exec(plain)?.[0];
  if (roman) return romanNumber(roman);
  const letter = /[A-H]/u.exec(plain)?.[0];
  return letter ? letter.charCodeAt(0) - 64 : undefined;
}

/** An id that stays with a heading inside a section, as the format writes it. */
async function nameHeading(heading: Heading, slugs: SlugMaker): Promise<string> {
  const id = await slugs.make(heading.data?.id ?? titleWords(heading).base, "heading");
  const number = heading.data?.number;
  if (number) heading.children.unshift({ type: "text", value: number });
  heading.children.push({ type: "text", value: ` [#${id}]` });
  return id;
}

/**
 * Puts each note into the file of its mark, gives the notes labels in the order of their marks, and says of a note
 * without a text that it is missing.
 */
function distributeNotes(
  sections: readonly DraftSection[],
  {
    definitions,
    titles,
    essayTitle,
    findings,
    known,
  }: {
    definitions: ReadonlyMap<string, FootnoteDefinition>;
    /** The marks on each section's title. */
    titles: ReadonlyMap<DraftSection, Paragraph>;
    essayTitle: Paragraph;
    findings: Findings;
    known: KnownEssay;
  },
): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  const home = new Map<string, DraftSection>();
  /** A section's words from its title on; the essay's own title belongs to the first. */
  const whole = (section: DraftSection): Root => ({
    type: "root",
    children: [
      ...(section === sections[0] ? [essayTitle] : []),
      ...[titles.get(section)].filter((title) => title !== undefined),
      ...section.children,
    ],
  });
  const calls = sections.flatMap((section) => marksOf(whole(section)));
  const called = [...new Map([...calls].reverse())].reverse();
  const given = known.noteLabels(
    called.map(([label, before]) => ({ before, words: noteWords(definitions.get(label.toLowerCase())) })),
  );
  const kept = new Map(called.flatMap(([label], index) => (given[index] ? [[label, given[index] ?? ""]] : [])));
  const taken = new Set<string>(known.labels);
  let count = 0;
  const name = (identifier: string, label: string): string => {
    const before = kept.get(label);
    if (before !== undefined) {
      labels.set(identifier, before);
      return before;
    }
    const slug = label.toLowerCase();
    count += 1;
    let own = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(slug) && !slug.startsWith("ed-") ? slug : String(count);
    // A number that is taken is followed by the next free one; a word is told apart by one.
    for (let next = count; taken.has(own); next += 1) own = /^\d+$/u.test(own) ? String(next) : `${slug}-${next}`;
    taken.add(own);
    labels.set(identifier, own);
    return own;
  };
  const pending: { section: DraftSection; identifier: string; label: string }[] = [];
  const place = (section: DraftSection, tree: Nodes): void =>
    visit(tree, "footnoteReference", (mark, index, parent) => {
      const known = labels.get(mark.identifier);
      const label = known ?? name(mark.identifier, mark.label ?? mark.identifier);
      if (!known) {
        home.set(mark.identifier, section);
        pending.push({ section, identifier: mark.identifier, label });
      } else if (home.get(mark.identifier) !== section && parent && index !== undefined) {
        // A note is defined where its mark stands; a mark in another section leads to it.
        const link = textElement("sup", {}, [
          { type: "link", url: `#note-${label}`, children: [{ type: "text", value: label }] },
        ]);
        (parent.children as PhrasingContent[]).splice(index, 1, link);
        findings.open.push({
          place: section.title ?? section.id,
          text: `note ${label} is called again in another section; the second mark is a link to it`,
        });
        return;
      }
      mark.identifier = label;
      mark.label = label;
    });
  for (const section of sections) place(section, whole(section));

  // Notes that nothing calls hang on the last paragraph.
  for (const [identifier, definition] of definitions) {
    if (labels.has(identifier)) continue;
    const section = sections.findLast(({ children }) => children.some(({ type }) => type === "paragraph"));
    const paragraph = section?.children.findLast((node) => node.type === "paragraph");
    if (!section || paragraph?.type !== "paragraph") continue;
    const label = name(identifier, definition.label ?? identifier);
    home.set(identifier, section);
    pending.push({ section, identifier, label });
    paragraph.children.push({ type: "footnoteReference", identifier: label, label });
    findings.open.push({
      place: `note ${label}`,
      text: `nothing calls the note “${excerpt(wordsOf(definition))}”; its mark was set at the end of “${section.title ?? section.id}”`,
    });
  }

  for (let index = 0; index < pending.length; index += 1) {
    const next = pending[index];
    if (!next) continue;
    const { section, identifier, label } = next;
    const definition = definitions.get(identifier);
    if (definition) {
      // A note may call another.
      place(section, { type: "root", children: definition.children } as Root);
      section.children.push({ ...definition, identifier: label, label });
      continue;
    }
    section.children.push({ type: "footnoteDefinition", identifier: label, label, children: [missing()] });
    if (!findings.open.some(({ place: at }) => at === `note ${label}`))
      findings.open.push({ place: `note ${label}`, text: "its text was not found; it stands as missing" });
  }
  return labels;
}

const missing = (): BlockContent => flowElement("Missing", {}, []);
