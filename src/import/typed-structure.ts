import type {
  FootnoteDefinition,
  FootnoteReference,
  Heading,
  List,
  Nodes,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
} from "mdast";
import { letters } from "../essay/text-hash.ts";
import { isCaption } from "./caption-labels.ts";
import { columns } from "./characters.ts";
import { excerpt, type Findings } from "./findings.ts";
import { takeHeadingNumber } from "./heading-number.ts";
import { plain } from "./law.ts";
import { LedgerPlaces } from "./ledger-places.ts";
import { isoDate } from "./lines/dates.ts";
import { isNamedPart, isNotesTitle, numbering } from "./lines/headings.ts";
import { plainNumber } from "./lines/note-texts.ts";
import { plainDigits } from "./lines/numbers.ts";
import type { Fragment, ManuscriptMetadata } from "./manuscript.ts";
import { isNameLike, parseName, splitNames } from "./names.ts";
import { titleWords, wordsOf } from "./plain-words.ts";

/** What a manuscript is read with. */
interface Typed {
  readonly tree: Root;
  readonly metadata: ManuscriptMetadata;
  readonly findings: Findings;
  /** Whether the title is out of the text already. */
  readonly hasTitle: boolean;
}

/**
 * Reads the structure of a manuscript whose author typed it instead of using styles: a title page in paragraphs,
 * headings in bold or with numbers, notes as numbers in the text and a list of them.
 *
 * @returns the ledger, with the words of the title page and of the notes where they go
 */
export function readTypedStructure(typed: Typed, ledger: readonly Fragment[]): readonly Fragment[] {
  const places = new LedgerPlaces(ledger);
  markHeadings(typed);
  const ordinals = new Map(typed.tree.children.map((block, index) => [block, index + 1]));
  takeFrontMatter(typed, places);
  takeTypedNotes(typed, places, ordinals);
  return places.ledger;
}

/**
 * Reads the notes alone that an author typed, where all else is known: numbers in the text and a list of them.
 *
 * @returns the ledger, with the words of the notes where they go
 */
export function readTypedNotes(typed: Typed, ledger: readonly Fragment[]): readonly Fragment[] {
  const places = new LedgerPlaces(ledger);
  takeTypedNotes(typed, places, new Map(typed.tree.children.map((block, index) => [block, index + 1])));
  return places.ledger;
}

const said = (node: Nodes): string => wordsOf(node).replaceAll(/\s+/gu, " ").trim();

/** The letters of a block as the body has them. */
const lettersOf = (block: RootContent): string =>
  block.type === "footnoteDefinition"
    ? ""
    : plain(`${block.type === "heading" ? (block.data?.number ?? "") : ""}${wordsOf(block as Nodes)}`);

/** Whether all words of a paragraph are in bold. */
function isBold(node: Nodes): boolean {
  if (node.type === "strong") return true;
  if (node.type === "text") return node.value.trim() === "";
  if (node.type === "footnoteReference" || node.type === "break") return true;
  return node.type === "emphasis" && node.children.length > 0 && node.children.every(isBold);
}

/** Half-width columns: what is longer is a sentence. */
const LONGEST_HEADING = 64;
const ENDS = /[。．、，,;；:：]["”’」』）)]*$/u;
const LEVELS = ["none", "1", "2", "3", "4"] as const;

/** Finds paragraphs that head what follows: by number, by name, by bold letters. */
function markHeadings({ tree, findings }: Typed): void {
  const { children } = tree;
  const hasHeadings = children.some(({ type }) => type === "heading");
  const candidates = children.flatMap((block, index) => {
    if (block.type !== "paragraph") return [];
    const words = said(block);
    const bold = words !== "" && block.children.every(isBold);
    const number = numbering(words);
    const isNamed = isNamedPart(words);
    // A man who has given some headings their style may have typed others in bold, but none that looks like the text.
    if (hasHeadings && !(bold && (number || isNamed))) return [];
    const isShort = columns(words) <= LONGEST_HEADING && /\p{L}/u.test(words) && !isCaption(words);
    const next = children[index + 1];
    if (!isShort || !next || next.type === "thematicBreak" || ENDS.test(words)) return [];
    if (/[.!?！？]$/u.test(words) && !bold) return [];
    if (!bold && !number && !isNamed) return [];
    return [{ block, index, words, bold, number, isNamed }];
  });
  const last = new Map<string, number>();
  const order: string[] = [];
  for (const { block, index, words, bold, number, isNamed } of candidates) {
    const next = children[index + 1] as RootContent;
    const kind = number && !isNamed ? number.kind + number.levels : undefined;
    const after = next.type === "paragraph" ? numbering(said(next)) : undefined;
    const isEntry = number !== undefined && !bold && after?.kind === number.kind && after.value === number.value + 1;
    const isInSequence =
      kind !== undefined && number !== undefined && (number.value === 1 || last.get(kind) === number.value - 1);
    // One ideograph alone may be anything, but that what follows counts.
    const isName = isNamed && (words.length > 1 || bold || next.type === "list" || after !== undefined);
    const confidence = isName ? 0.9 : isEntry ? 0 : isInSequence ? (bold ? 0.9 : 0.7) : bold && index > 0 ? 0.65 : 0;
    if (confidence === 0) continue;
    const style = isName ? "named" : (kind ?? "bold");
    const strong = ["part1", "chapter1", "section1"].indexOf(style);
    const known = order.indexOf(style);
    const depth =
      style === "named" || strong === 0
        ? 1
        : number?.kind === "decimal" && kind
          ? number.levels
          : known >= 0
            ? known + 1
            : order.length + 1;
    const answer = findings.decide({
      key: `heading ${index + 1}`,
      place: `paragraph ${index + 1}`,
      text: excerpt(words),
      taken: String(Math.min(4, depth)),
      confidence,
      answers: [...LEVELS],
    });
    if (answer === "none") continue;
    if (kind && number) last.set(kind, number.value);
    if (style !== "named" && known < 0) order.push(style);
    const heading: Heading = {
      type: "heading",
      depth: Number(answer) as Heading["depth"],
      children: block.children.flatMap(unbold),
      data: { origin: `“${excerpt(words, 30)}”` },
      ...(block.position && { position: block.position }),
    };
    takeHeadingNumber(heading);
    children[index] = heading;
  }
}

const unbold = (node: PhrasingContent): PhrasingContent[] =>
  node.type === "strong" || node.type === "emphasis" ? node.children.flatMap(unbold) : [node];

/** Paragraphs of a title page, which most people type. */
const MOST_FRONT = 8;
const AFFILIATION =
  /(?:大学|大學|研究所|研究科|学部|学院|機構|学会|センター|University|Universität|Université|Institut|College|School|Department|Faculty|Academy)/u;
const HONORIFICS =
  /^(?:(?:Prof(?:essor)?|Dr|Mag|Mr|Mrs|Ms|Sir|Dame|Mme)\.?\s+(?:(?:med|phil|jur|rer|nat|habil|em|h\. ?c)\.\s*)*)+/u;
const COMMA_AFFILIATION = /^(?<name>[^,，]+?)\s*[,，]\s*(?<place>\S.*)$/u;
const WITH_AFFILIATION = /^(?<name>[^（(]+?)\s*[（(](?<place>[^（()）]+)[）)]$/u;

/** Takes title, subtitle, names and date off the beginning of the text. */
function takeFrontMatter({ tree, metadata, findings, hasTitle }: Typed, places: LedgerPlaces): void {
  const { children } = tree;
  const firstHeading = children.findIndex(({ type }) => type === "heading");
  const end = Math.min(firstHeading < 0 ? children.length - 1 : firstHeading, MOST_FRONT);
  const stretches: { start: number; words: string; to: Fragment["to"]; why?: string }[] = [];
  const taken: number[] = [];
  const found: ManuscriptMetadata = {};
  const known = (metadata.authors ?? []).map((name) => letters(Object.values(name).join("")));
  const isAuthor = (name: string) =>
    isNameLike(name) &&
    !isNamedPart(name) &&
    (known.length === 0 ||
      [name, name.replace(HONORIFICS, "")].some(
        (said) => known.includes(letters(said)) || known.includes(letters(turned(said))),
      ));
  let hasNames = false;
  let start = 0;
  let isTitleDue = !hasTitle;
  for (let index = 0; index < end; index += 1) {
    const block = children[index];
    if (block?.type !== "paragraph" || block.children.some(({ type }) => type === "footnoteReference")) break;
    const words = said(block);
    const shown = () => {
      const { words: own, readings } = titleWords(block);
      if (readings.length > 0) found.readings = [...(found.readings ?? []), ...readings];
      return own;
    };
    const send = (to: Fragment["to"], why?: string) => {
      stretches.push({ start, words, to, ...(why && { why }) });
      taken.push(index);
    };
    const ask = (field: string, confidence: number) =>
      findings.decide({
        key: `front ${index + 1}`,
        place: `paragraph ${index + 1}`,
        text: excerpt(words),
        taken: field,
        confidence,
        answers: [field, "text"],
      }) === field;
    const isLine = columns(words) <= 96 && !/[。．]$/u.test(words) && words !== "";
    const byline = words.replace(/^(?:著者?|by|author|von|par|por|door)\s*[:：]?\s+/iu, "");
    const names = splitNames(byline);
    const affiliated = (WITH_AFFILIATION.exec(byline) ?? COMMA_AFFILIATION.exec(byline))?.groups;
    const isNames = names.length > 0 && names.every(isAuthor);
    if (isTitleDue && metadata.title !== undefined && letters(words) === letters(metadata.title)) {
      found.title = shown();
      send("field title");
      isTitleDue = false;
    } else if (isTitleDue && index === 0 && isLine && looksLikeTitle(children, index, end)) {
      if (!ask("title", block.children.every(isBold) ? 0.85 : 0.7)) break;
      found.title = shown();
      send("field title");
      isTitleDue = false;
    } else if (!isTitleDue && !metadata.subtitle && !found.subtitle && isLine && /^[―—–‐〜～-]/u.test(words)) {
      found.subtitle = shown();
      send("field subtitle");
    } else if (isLine && affiliated?.["name"] && AFFILIATION.test(affiliated["place"] ?? "") && !hasNames) {
      const own = splitNames(affiliated["name"]);
      if (!own.every(isAuthor) || own.length > 1 || !ask("author", 0.8)) break;
      if (known.length === 0) found.authors = own.map(parseName);
      hasNames = true;
      if (!metadata.affiliation) found.affiliation = affiliated["place"] ?? "";
      send("left out", "name and affiliation of the author");
    } else if (isLine && isNames && !hasNames && (!isTitleDue || metadata.title !== undefined)) {
      if (!ask("author", 0.7)) break;
      hasNames = true;
      if (known.length === 0) found.authors = names.map(parseName);
      send("left out", "names of the authors");
    } else if (
      isLine &&
      hasNames &&
      !metadata.affiliation &&
      !found.affiliation &&
      AFFILIATION.test(words) &&
      columns(words) <= LONGEST_HEADING
    ) {
      found.affiliation = words.replace(/^[（(](?<inner>[^（()）]+)[）)]$/u, "$<inner>");
      send("left out", "affiliation of the author");
    } else if (isLine && !found.date && taken.length > 0 && isoDate(words) && words.length <= 24) {
      if (!metadata.date) found.date = isoDate(words) as string;
      send("left out", "date");
    } else break;
    start += lettersOf(block).length;
  }
  if (taken.length === 0 || !places.send(stretches)) return;
  Object.assign(metadata, found);
  tree.children = children.filter((_, index) => !taken.includes(index));
}

/** “Given Family” as family and given name. */
const turned = (name: string): string => {
  const parts = name.trim().split(/\s+/u);
  return [parts.at(-1), ...parts.slice(0, -1)].join(" ");
};

/** A line over the text is its title where it stands out, or a name, a subtitle or a heading follows. */
function looksLikeTitle(children: readonly RootContent[], index: number, end: number): boolean {
  const block = children[index];
  if (block?.type !== "paragraph" || /[.!,、，]$/u.test(said(block))) return false;
  if (block.children.every(isBold)) return true;
  if (isNameLike(said(block))) return false;
  const after = children.slice(index + 1, end + 1);
  const [next] = after;
  if (!next) return false;
  const isHeaded = next.type === "heading" && index + 1 === end;
  const words = said(next as Nodes);
  return isHeaded || isNameLike(words) || /^[―—–]/u.test(words) || WITH_AFFILIATION.test(words);
}

/** How a note's text begins. */
const NOTE_START =
  /^(?:[（([［〔【〈＜]\s*(?:注|註|※|note|주)?\s*(?<a>\d{1,3}|[〇一二三四五六七八九十百]{1,4})\s*[)）\]］〕】〉＞][.:：]?|(?:注|註|※|[＊*])\s*[（(]?(?<b>\d{1,3}|[〇一二三四五六七八九十百]{1,4}(?=[)）.:：、\s\u3000]))[)）]?[.:：、]?|(?<c>\d{1,3})[.)．）](?=\s*\D)|(?<d>\d{1,3})(?=[\s\u3000])|(?<e>[〇一二三四五六七八九十百]{1,4})(?:[、．]|(?=[\s\u3000])))[\s\u3000]*/iu;
const EXPLICIT = /^[（([［〔【〈＜]?\s*(?:注|註|※)/u;
const MARKS =
  /[（([［〔【〈＜]\s*(?:注|註|※|주)\s*(?<a>\d{1,3}|[〇一二三四五六七八九十百]{1,4})\s*[)）\]］〕】〉＞]|(?:注|註)(?<b>\d{1,3})[)）]|※(?<c>\d{1,3})|[[［](?<d>\d{1,3})[\]］]|[（(〔](?<e>\d{1,3}|[〇一二三四五六七八九十百]{1,4})[)）〕]/gu;
const RAISED = /^\s*[（([［〔【]?\s*(?:注|註|※|[＊*])?\s*(?<a>\d{1,3})\s*[)）\]］〕】]?\s*$/u;

/** The same length, with digits as ASCII has them. */
const digits = (text: string): string =>
  plainDigits(text).replaceAll(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
const numberOf = (match: RegExpExecArray | null): number | undefined => {
  const found = Object.values(match?.groups ?? {}).find((one) => one !== undefined);
  return found === undefined ? undefined : plainNumber(found);
};

interface Entry {
  readonly number: number;
  /** What numbers it, as it is written; empty in a list that counts by itself. */
  readonly written: string;
  readonly blocks: RootContent[];
}

interface Region {
  readonly from: number;
  readonly to: number;
  /** Whether the first block is the title of the notes or the rule over them. */
  readonly isHeaded: boolean;
  readonly entries: readonly Entry[];
}

/** Finds notes that were typed: a list that counts, and the numbers in the text before it. */
function takeTypedNotes(
  { tree, findings }: Typed,
  places: LedgerPlaces,
  /** The numbers of the blocks before the title page was taken off: what is decided of it moves no key. */
  ordinals: ReadonlyMap<RootContent, number>,
): void {
  if (tree.children.some(({ type }) => type === "footnoteDefinition")) return;
  const { children } = tree;
  const starts: number[] = [];
  children.reduce((sum, block, index) => {
    starts[index] = sum;
    return sum + lettersOf(block).length;
  }, 0);
  const stretches: { start: number; words: string; to: Fragment["to"]; why?: string }[] = [];
  const changes: (() => void)[] = [];
  let count = 0;
  let after = 0;
  for (const region of regionsOf(children)) {
    const candidates = children.slice(after, region.from).flatMap((block, index) => {
      const start = starts[after + index] ?? 0;
      return block.type === "paragraph" ||
        block.type === "blockquote" ||
        block.type === "list" ||
        block.type === "heading"
        ? marksIn(block, start + (block.type === "heading" ? plain(block.data?.number ?? "").length : 0))
        : [];
    });
    const chosen = chooseMarks(candidates, region.entries);
    if (!chosen) continue;
    const ordinal = ordinals.get(children[region.from] as RootContent) ?? region.from + 1;
    const answer = findings.decide({
      key: `notes ${ordinal}`,
      place: `paragraph ${ordinal}`,
      text: `${region.entries.length} numbered notes, from “${excerpt(said(region.entries[0]?.blocks[0] as Nodes))}”`,
      taken: "notes",
      confidence: 0.8,
      answers: ["notes", "text"],
    });
    if (answer !== "notes") continue;
    after = region.to;
    const definitions: FootnoteDefinition[] = [];
    for (const mark of chosen)
      stretches.push({ start: mark.start, words: mark.written, to: "left out", why: "note mark" });
    let position = starts[region.from] ?? 0;
    const head = children[region.from];
    if (region.isHeaded && head && lettersOf(head) !== "") {
      stretches.push({ start: position, words: lettersOf(head), to: "left out", why: "title of the notes" });
      position += lettersOf(head).length;
    }
    region.entries.forEach((entry, index) => {
      count += 1;
      const label = String(count);
      if (entry.written.trim() !== "")
        stretches.push({ start: position, words: entry.written, to: "left out", why: "number of a note" });
      const words = entry.blocks.map((block) => wordsOf(block as Nodes)).join("");
      const own = plain(words).slice(plain(entry.written).length);
      if (own !== "")
        stretches.push({ start: position + plain(entry.written).length, words: own, to: `note ${label}` });
      position += plain(words).length;
      const mark = chosen[index];
      changes.push(() => {
        if (mark) mark.replace({ type: "footnoteReference", identifier: label, label });
        dropStart(entry.blocks[0], entry.written);
        definitions.push({
          type: "footnoteDefinition",
          identifier: label,
          label,
          children: entry.blocks as FootnoteDefinition["children"],
        });
      });
    });
    changes.push(() => {
      const gone = new Set(children.slice(region.from, region.to));
      tree.children = [...tree.children.filter((block) => !gone.has(block)), ...definitions];
    });
  }
  if (changes.length === 0 || !places.send(stretches)) return;
  // Marks from the last on: what stands before one in its text stays where it is.
  const marks = changes.splice(0);
  for (const change of marks) change();
  findings.count("notes typed by hand and matched", count);
}

function* regionsOf(children: readonly RootContent[]): Generator<Region> {
  for (let index = 0; index < children.length; index += 1) {
    const block = children[index];
    if (!block) continue;
    const isTitle = block.type === "heading" || block.type === "paragraph" ? isNotesTitle(said(block)) : false;
    const isRule = block.type === "thematicBreak";
    const isHeaded = isTitle || isRule;
    const from = isHeaded ? index + 1 : index;
    const first = children[from];
    if (!first || (!isHeaded && !(first.type === "paragraph" && EXPLICIT.test(said(first))))) continue;
    const { entries, to } = entriesFrom(children, from, isTitle);
    // One entry under a rule may be anything; under the title it is a note.
    if (entries.length === 0 || entries[0]?.number !== 1) continue;
    yield { from: index, to, isHeaded, entries };
    index = to - 1;
  }
}

function entriesFrom(
  children: readonly RootContent[],
  from: number,
  isTitled: boolean,
): { entries: Entry[]; to: number } {
  const entries: Entry[] = [];
  let index = from;
  for (; index < children.length; index += 1) {
    const block = children[index];
    if (!block || block.type === "heading" || block.type === "thematicBreak") break;
    if (block.type === "list" && block.ordered && (isTitled || entries.length > 0)) {
      const list: List = block;
      if ((list.start ?? 1) !== entries.length + 1) break;
      for (const item of list.children)
        entries.push({ number: entries.length + 1, written: "", blocks: item.children as RootContent[] });
      continue;
    }
    const match = block.type === "paragraph" ? NOTE_START.exec(digits(leadingText(block))) : null;
    const number = numberOf(match);
    if (match && number === entries.length + 1) {
      entries.push({ number, written: leadingText(block as Paragraph).slice(0, match[0].length), blocks: [block] });
      continue;
    }
    // Under its title a note may go on; elsewhere what does not count is the text.
    if (!isTitled || entries.length === 0 || match || isRemark(block)) break;
    entries.at(-1)?.blocks.push(block);
  }
  return { entries, to: index };
}

/** What an author adds at the end of all, whom he thanks and where the text was read first: it is part of no note. */
const isRemark = (block: RootContent): boolean =>
  block.type === "paragraph" &&
  /^[〔［[【（(＊*]?\s*(?:付記|附記|追記|補記|後記|謝辞|初出|acknowledge?ments?|danksagung|remerciements)(?=[\P{L}]|本|$)/iu.test(
    said(block),
  );

/** The words of a paragraph's first piece of text, in raised letters too. */
function leadingText(block: Paragraph): string {
  const [first, second] = block.children;
  if (first?.type === "text") return first.value;
  if (first?.type === "mdxJsxTextElement" && first.name === "sup")
    return wordsOf(first) + (second?.type === "text" && /^\s/u.test(second.value) ? " " : " ");
  return "";
}

/** Takes what numbers a note off its first paragraph. */
function dropStart(block: RootContent | undefined, written: string): void {
  if (block?.type !== "paragraph" || written === "") return;
  const [first] = block.children;
  if (first?.type === "text") first.value = first.value.slice(written.length).trimStart();
  else block.children.shift();
  const [next] = block.children;
  if (next?.type === "text") next.value = next.value.trimStart();
}

interface Mark {
  readonly number: number;
  readonly style: "raised" | "named" | "bracketed";
  /** Letters of the body before it. */
  readonly start: number;
  readonly written: string;
  readonly replace: (by: FootnoteReference) => void;
}

function marksIn(block: Nodes, start: number): Mark[] {
  const marks: Mark[] = [];
  let offset = start;
  const walk = (node: Nodes, parent: Nodes | undefined, above?: Nodes): void => {
    if (node.type === "mdxJsxTextElement" && node.name === "sup") {
      const words = wordsOf(node);
      const number = numberOf(RAISED.exec(digits(words)));
      if (number !== undefined && parent && "children" in parent)
        marks.push({
          number,
          style: "raised",
          start: offset,
          written: words,
          replace: (by) => {
            const siblings = parent.children as Nodes[];
            siblings.splice(siblings.indexOf(node), 1, by);
          },
        });
      offset += plain(words).length;
      return;
    }
    if (node.type === "text" && parent && "children" in parent) {
      for (const match of digits(node.value).matchAll(MARKS)) {
        const number = numberOf(match);
        if (number === undefined) continue;
        const written = node.value.slice(match.index, match.index + match[0].length);
        marks.push({
          number,
          style: (match.groups?.["d"] ?? match.groups?.["e"]) ? "bracketed" : "named",
          start: offset + plain(node.value.slice(0, match.index)).length,
          written,
          // A mark that leads to its note by a link of the page's is the mark alone.
          replace: (by) =>
            parent.type === "link" && node.value.trim() === written.trim() && above && "children" in above
              ? void (above.children as Nodes[]).splice((above.children as Nodes[]).indexOf(parent), 1, by)
              : replaceIn(parent, written, by),
        });
      }
      offset += plain(node.value).length;
      return;
    }
    if ("children" in node && !("name" in node && node.name === "rp"))
      for (const child of [...node.children]) walk(child as Nodes, node, parent);
    else offset += plain(wordsOf(node)).length;
  };
  walk(block, undefined);
  return marks;
}

/** Puts a mark in the place of the first words that are written so; those before them are marks already. */
function replaceIn(parent: Nodes, written: string, by: FootnoteReference): void {
  if (!("children" in parent)) return;
  const siblings = parent.children as Nodes[];
  const index = siblings.findIndex((node) => node.type === "text" && node.value.includes(written));
  const node = siblings[index];
  if (node?.type !== "text") return;
  const at = node.value.indexOf(written);
  const [before, after] = [node.value.slice(0, at), node.value.slice(at + written.length)];
  const parts: Nodes[] = [
    ...(before ? [{ type: "text", value: before } as const] : []),
    by,
    ...(after ? [{ type: "text", value: after } as const] : []),
  ];
  siblings.splice(index, 1, ...parts);
}

/** @returns a mark for each note, in order, of one style where that will do; undefined where some have none */
function chooseMarks(candidates: readonly Mark[], entries: readonly Entry[]): Mark[] | undefined {
  for (const styles of [["raised"], ["named"], ["bracketed"], ["raised", "named", "bracketed"]]) {
    const chosen: Mark[] = [];
    for (const mark of candidates)
      if (styles.includes(mark.style) && mark.number === entries[chosen.length]?.number) chosen.push(mark);
    if (chosen.length === entries.length) return chosen;
  }
  return undefined;
}
