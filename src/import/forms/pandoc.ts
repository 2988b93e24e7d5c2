import type { BlockContent, Nodes, Paragraph, PhrasingContent, Root, RootContent, TableCell } from "mdast";
import { visit } from "unist-util-visit";
import { flowElement, textElement } from "../../markdown/jsx.ts";
import type { SourceWords } from "../account.ts";
import { columns } from "../characters.ts";
import { isoDate } from "../lines/dates.ts";
import { append, least } from "../lists.ts";
import type { ManuscriptMetadata } from "../manuscript.ts";
import { rubyElement } from "../marked-text.ts";
import { parseName, splitNames } from "../names.ts";
import { cellContent } from "./html-to-markdown.ts";
import { READING } from "./typed-ruby.ts";

/** A block that Markdown has no sign for and Pandoc has: its parts are Markdown again. */
type PandocBlock =
  | {
      readonly kind: "div";
      readonly classes: readonly string[];
      readonly title: string;
      readonly language: string | undefined;
      readonly inner: string;
    }
  | {
      readonly kind: "definitions";
      readonly entries: readonly { readonly term: string; readonly definitions: readonly string[] }[];
    }
  | { readonly kind: "lines"; readonly lines: readonly string[] }
  | { readonly kind: "math"; readonly tex: string }
  | { readonly kind: "table"; readonly rows: readonly (readonly string[])[] };

/** Markdown without Pandoc's blocks; in their places stand signs. */
export interface Extracted {
  readonly source: string;
  readonly metadata: ManuscriptMetadata;
  /** The words that the metadata were read of. */
  readonly said: readonly string[];
  /** What programs put into a text and no reader sees, by line. */
  readonly unseen: readonly SourceWords[];
  readonly blocks: readonly PandocBlock[];
}

/** Noncharacters around a block's number: no text has them. */
const sign = (index: number): string => `\uFDD7${index}\uFDD8`;
const SIGN = /^\uFDD7(?<index>\d+)\uFDD8$/u;

const FENCE = /^ {0,3}(?<marks>`{3,}|~{3,})/u;
const DIV = /^ {0,3}:{3,}\s*(?<attributes>\S.*?)?\s*:*\s*$/u;
/** Obsidian's comments in lines of their own. */
const COMMENT_SIGN = /^\s*%%\s*$/u;
/** What says to TeX how a page is set, in a line of its own; the words between such lines are the author's. */
const TEX_LINE =
  /^\s*\\(?:(?:newpage|clearpage|cleardoublepage|pagebreak|bigskip|medskip|smallskip|noindent|vfill|maketitle|tableofcontents|listof(?:figures|tables)|appendix|frontmatter|mainmatter|backmatter|centering|raggedright|singlespacing|doublespacing|par)\b|(?:vspace|hspace|thispagestyle|pagestyle|setcounter\{\w+\})\*?\{[^{}]*\}|(?:begin|end)\{(?:center|flushright|flushleft|landscape|singlespace|doublespace|multicols)\}(?:\{\d\})?)\s*$/u;
const DEFINITION = /^ {0,3}[:~][ \t]+(?=\S)/u;
const DASHES = /^\s*-{2,}(?:\s+-{2,})+\s*$/u;

/** Takes Pandoc's title block, blocks and inline notes out of a text. Code is left alone. */
export function extractPandoc(text: string): Extracted {
  const metadata: ManuscriptMetadata = {};
  const blocks: PandocBlock[] = [];
  const lines = text.split("\n");
  const said: string[] = [];
  const unseen: SourceWords[] = [];
  const titles = takeTitleBlock(lines, metadata, said);
  const out: string[] = [...titles];
  let index = titles.length;
  const put = (block: PandocBlock, until: number) => {
    // What stands beneath a table stands over it in an essay, where it can be no other table's.
    const next = isBlank(lines[until]) ? until + 1 : until;
    const caption = block.kind === "table" ? CAPTION.exec(lines[next] ?? "")?.groups?.["words"] : undefined;
    const isOver = /^ {0,3}(?:[Tt]able)?:\s/u.test(out.findLast((line) => line.trim() !== "") ?? "");
    if (caption !== undefined && !isOver) {
      let end = next + 1;
      let words = caption;
      for (; end < lines.length && !isBlank(lines[end]); end += 1) words += ` ${(lines[end] ?? "").trim()}`;
      out.push("", `Table: ${words.replace(/\s*\{#[^{}]*\}\s*$/u, "")}`);
      blocks.push(block);
      out.push("", sign(blocks.length - 1), "");
      index = end;
      return;
    }
    blocks.push(block);
    out.push("", sign(blocks.length - 1), "");
    index = until;
  };
  while (index < lines.length) {
    const line = lines[index] ?? "";
    const fence = FENCE.exec(line)?.groups?.["marks"];
    if (fence) {
      const end = lines.findIndex(
        (one, at) =>
          at > index && new RegExp(`^ {0,3}${fence[0] === "~" ? "~" : "`"}{${fence.length},}\\s*$`, "u").test(one),
      );
      append(out, lines.slice(index, end < 0 ? undefined : end + 1));
      index = end < 0 ? lines.length : end + 1;
      continue;
    }
    if (COMMENT_SIGN.test(line) || TEX_LINE.test(line)) {
      const end = TEX_LINE.test(line) ? index : lines.findIndex((one, at) => at > index && COMMENT_SIGN.test(one));
      if (end >= index) {
        unseen.push({ place: `line ${index + 1}`, text: lines.slice(index, end + 1).join("\n") });
        append(
          out,
          lines.slice(index, end + 1).map(() => ""),
        );
        index = end + 1;
        continue;
      }
    }
    const attributes = DIV.exec(line)?.groups?.["attributes"];
    if (attributes) {
      const end = endOfDiv(lines, index);
      const title = /\btitle=(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/u.exec(attributes)?.groups ?? {};
      put(
        {
          kind: "div",
          classes: classesOf(attributes),
          title: title["double"] ?? title["single"] ?? "",
          language: /\blang=["']?(?<tag>[\w-]+)/u.exec(attributes)?.groups?.["tag"],
          inner: lines.slice(index + 1, end).join("\n"),
        },
        end + 1,
      );
      continue;
    }
    // A table's caption may be called something, by which the text refers to it.
    const captioned = CAPTIONED.exec(line)?.groups?.["words"];
    if (captioned !== undefined) {
      out.push(captioned);
      index += 1;
      continue;
    }
    const formula = readFormula(lines, index);
    if (formula) {
      put({ kind: "math", tex: formula.tex }, formula.until);
      continue;
    }
    const ruled = readGrid(lines, index) ?? readRuledTable(lines, index);
    if (ruled) {
      put({ kind: "table", rows: ruled.rows }, ruled.until);
      continue;
    }
    if (isTerm(lines, index)) {
      const { entries, until } = readDefinitions(lines, index);
      put({ kind: "definitions", entries }, until);
      continue;
    }
    if (isLineBlock(lines, index)) {
      const own: string[] = [];
      while (index < lines.length && /^\|(?: |$)/u.test(lines[index] ?? "")) {
        own.push((lines[index] ?? "").replace(/^\| ?/u, ""));
        index += 1;
        // A line that begins with a space goes on.
        while (index < lines.length && /^ +\S/u.test(lines[index] ?? "")) {
          own[own.length - 1] += ` ${(lines[index] ?? "").trim()}`;
          index += 1;
        }
      }
      put({ kind: "lines", lines: own }, index);
      continue;
    }
    if (DASHES.test(lines[index + 1] ?? "") && line.trim() !== "" && (lines[index - 1] ?? "").trim() === "") {
      const { rows, until } = readTable(lines, index);
      if (rows.length > 1) {
        put({ kind: "table", rows }, until);
        continue;
      }
    }
    // Pandoc counts by itself where a list's numbers are left to it.
    out.push(line.replace(/^(?<indent>\s*)#\.(?=\s)/u, "$<indent>1."));
    index += 1;
  }
  return { source: takeInlineNotes(out.join("\n")), metadata, said, unseen, blocks };
}

/** `% title`, `% authors`, `% date` at the top. Their lines stay, empty, so that the others keep their numbers. */
function takeTitleBlock(lines: readonly string[], metadata: ManuscriptMetadata, said: string[]): string[] {
  const fields: string[] = [];
  let index = 0;
  while (index < lines.length && fields.length < 3 && /^%(?:\s|$)/u.test(lines[index] ?? "")) {
    let field = (lines[index] ?? "").slice(1).trim();
    index += 1;
    while (index < lines.length && /^\s+\S/u.test(lines[index] ?? "")) {
      field += `; ${(lines[index] ?? "").trim()}`;
      index += 1;
    }
    fields.push(field);
  }
  const [title, authors, date] = fields;
  if (title) metadata.title = title.replaceAll("; ", " ");
  if (authors)
    metadata.authors = authors
      .split(/\s*;\s*/u)
      .flatMap(splitNames)
      .map(parseName);
  const iso = date ? isoDate(date) : undefined;
  if (iso) metadata.date = iso;
  said.push(title ?? "", authors ?? "", (iso && date) || "");
  return Array.from({ length: index }, () => "");
}

const classesOf = (attributes: string): string[] =>
  /^\{/u.test(attributes)
    ? [...attributes.matchAll(/\.(?<name>[\w-]+)/gu)].map(({ groups }) => groups?.["name"] ?? "")
    : [attributes.replaceAll(/[{}:]/gu, "").trim()];

function endOfDiv(lines: readonly string[], start: number): number {
  let depth = 0;
  for (let index = start; index < lines.length; index += 1) {
    const match = DIV.exec(lines[index] ?? "");
    if (!match) continue;
    depth += match.groups?.["attributes"] ? 1 : -1;
    if (depth === 0) return index;
  }
  return lines.length;
}

const CAPTION = /^ {0,3}(?:[Tt]able)?:\s+(?<words>\S.*)$/u;
const CAPTIONED = /^(?<words> {0,3}(?:Table)?:\s.*\S)\s*\{#tbl[-:][^{}]*\}\s*$/u;

/** A line by itself, followed by one that begins with a colon, and is no caption. */
function isTerm(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? "";
  if (!/^\S/u.test(line) || /^(?:[#>|+*:~-]|\d+[.)]\s|\[\^)/u.test(line)) return false;
  if (index > 0 && (lines[index - 1] ?? "").trim() !== "" && !DEFINITION.test(lines[index - 1] ?? "")) return false;
  const next = (lines[index + 1] ?? "").trim() === "" ? index + 2 : index + 1;
  const isOverTable = (lines[next + 1] ?? "").trim() === "" && /^\|.*\|\s*$/u.test(lines[next + 2] ?? "");
  if (next === index + 2 && (isOverTable || CAPTIONED.test(lines[next] ?? ""))) return false;
  return (
    DEFINITION.test(lines[next] ?? "") && !(/^Table$/u.test(line) || /^\s*:\s*\S.*\|\s*$/u.test(lines[next] ?? ""))
  );
}

function readDefinitions(
  lines: readonly string[],
  start: number,
): { entries: { term: string; definitions: string[] }[]; until: number } {
  const entries: { term: string; definitions: string[] }[] = [];
  let index = start;
  while (index < lines.length && isTerm(lines, index)) {
    const definitions: string[] = [];
    const term = (lines[index] ?? "").trim();
    index += 1;
    for (;;) {
      const at = (lines[index] ?? "").trim() === "" ? index + 1 : index;
      if (!DEFINITION.test(lines[at] ?? "")) break;
      index = at;
      const own = [(lines[index] ?? "").replace(DEFINITION, "")];
      index += 1;
      // What is indented, and lazy lines of the same paragraph, belong to it.
      while (index < lines.length) {
        const line = lines[index] ?? "";
        const goesOn =
          line.trim() === ""
            ? /^(?: {2,}|\t)\S/u.test(lines[index + 1] ?? "")
            : /^(?: {2,}|\t)/u.test(line) ||
              ((lines[index - 1] ?? "").trim() !== "" && !DEFINITION.test(line) && !isTerm(lines, index));
        if (!goesOn) break;
        own.push(line.replace(/^(?: {4}|\t| {2,3})/u, ""));
        index += 1;
      }
      definitions.push(own.join("\n"));
    }
    entries.push({ term, definitions });
    while ((lines[index] ?? "x").trim() === "" && index < lines.length && isTerm(lines, index + 1)) index += 1;
  }
  return { entries, until: index };
}

/** Lines that each begin with a bar and do not end with one: an address, verse. */
const isLineBlock = (lines: readonly string[], index: number): boolean =>
  /^\| \S/u.test(lines[index] ?? "") &&
  !/\|\s*$/u.test((lines[index] ?? "").slice(1)) &&
  !/^\s*\|?[\s:|-]+\|[\s:|-]*$/u.test(lines[index + 1] ?? "") &&
  (lines[index - 1] ?? "").trim() === "";

const isBlank = (line: string | undefined): boolean => (line ?? "").trim() === "";
const ENVIRONMENT = /^\s*\\begin\{(?<name>(?:equation|align|gather|multline|eqnarray|displaymath)\*?)\}/u;

/** A formula in lines of its own: between double dollars in one line, in `\\[ \\]`, or in an environment of LaTeX. */
function readFormula(lines: readonly string[], start: number): { tex: string; until: number } | undefined {
  const line = lines[start] ?? "";
  if (!isBlank(lines[start - 1])) return undefined;
  const whole = /^\s*\$\$(?<tex>(?:[^$\\]|\\.)+)\$\$(?:\s*\{#[\w:-]+\})?\s*$/u.exec(line)?.groups?.["tex"];
  if (whole !== undefined && isBlank(lines[start + 1])) return { tex: whole.trim(), until: start + 1 };
  const name = ENVIRONMENT.exec(line)?.groups?.["name"];
  if (name === undefined) return undefined;
  const end = lines.findIndex((one, at) => at >= start && one.trimEnd().endsWith(`\\end{${name}}`));
  if (end < 0 || !isBlank(lines[end + 1]) || lines.slice(start, end).some(isBlank)) return undefined;
  return {
    tex: lines
      .slice(start, end + 1)
      .join("\n")
      .trim(),
    until: end + 1,
  };
}

/** Where the runs of a line begin that are set with dashes, in half-width columns. */
const columnsOf = (dashes: string): number[] => [...dashes.matchAll(/-+/gu)].map(({ index }) => index);

/** @returns the line cut at columns, of which an ideograph takes two */
function cutAt(line: string, starts: readonly number[]): string[] {
  const cells = starts.map(() => "");
  let column = 0;
  let cell = 0;
  for (const character of line) {
    while (cell + 1 < starts.length && column >= (starts[cell + 1] ?? 0)) cell += 1;
    cells[cell] += character;
    column += columns(character);
  }
  return cells.map((text) => text.trimEnd());
}

/** A table whose columns are where the dashes are. */
function readTable(lines: readonly string[], start: number): { rows: string[][]; until: number } {
  const starts = columnsOf(lines[start + 1] ?? "");
  const cells = (line: string): string[] => cutAt(line, starts).map((cell) => cell.trim());
  const rows = [cells(lines[start] ?? "")];
  let index = start + 2;
  while (index < lines.length && !isBlank(lines[index]) && !DASHES.test(lines[index] ?? "")) {
    rows.push(cells(lines[index] ?? ""));
    index += 1;
  }
  if (DASHES.test(lines[index] ?? "")) index += 1;
  return { rows, until: index };
}

const RULE = /^ {0,3}-{3,}\s*$/u;

/** A table between rules, whose rows may have several lines, or one without a head. */
function readRuledTable(lines: readonly string[], start: number): { rows: string[][]; until: number } | undefined {
  if (!isBlank(lines[start - 1])) return undefined;
  const line = lines[start] ?? "";
  const isHeaded = RULE.test(line);
  if (!isHeaded && !DASHES.test(line)) return undefined;
  let dashes = start;
  if (isHeaded) {
    dashes = start + 1;
    while (!isBlank(lines[dashes]) && !DASHES.test(lines[dashes] ?? "")) dashes += 1;
    if (dashes === start + 1 || !DASHES.test(lines[dashes] ?? "")) return undefined;
  }
  let end = dashes + 1;
  while (end < lines.length && !RULE.test(lines[end] ?? "") && !DASHES.test(lines[end] ?? "")) end += 1;
  if (end >= lines.length || end === dashes + 1 || !isBlank(lines[end + 1])) return undefined;
  const starts = columnsOf(lines[dashes] ?? "");
  const row = (own: readonly string[]): string[] =>
    own
      .map((one) => cutAt(one, starts))
      .reduce(
        (sum, cells) => sum.map((cell, index) => `${cell} ${(cells[index] ?? "").trim()}`.trim()),
        starts.map(() => ""),
      );
  const body = lines.slice(dashes + 1, end);
  const parts: string[][] = [[]];
  for (const one of body)
    if (isBlank(one)) parts.push([]);
    else parts.at(-1)?.push(one);
  // Without empty lines each line is a row.
  const groups = isHeaded || parts.length > 1 ? parts.filter((part) => part.length > 0) : body.map((one) => [one]);
  const head = isHeaded ? row(lines.slice(start + 1, dashes)) : starts.map(() => "");
  return { rows: [head, ...groups.map(row)], until: end + 1 };
}

const GRID = /^ {0,3}\+(?:[:=-]+\+)+\s*$/u;

/** A table that is drawn with its lines; cells that reach over several are left as they are drawn. */
function readGrid(lines: readonly string[], start: number): { rows: string[][]; until: number } | undefined {
  const first = lines[start] ?? "";
  if (!GRID.test(first) || !isBlank(lines[start - 1])) return undefined;
  let end = start + 1;
  while (/^ {0,3}[|+]/u.test(lines[end] ?? "")) end += 1;
  const own = lines.slice(start, end);
  const starts = [...first.matchAll(/\+(?=.)/gu)].map(({ index }) => index);
  if (own.length < 3 || !GRID.test(own.at(-1) ?? "")) return undefined;
  const rows: string[][] = [];
  let open: string[][] = [];
  let hasHead = false;
  for (const line of own.slice(1)) {
    if (GRID.test(line)) {
      if (/=/u.test(line) && rows.length === 0) hasHead = true;
      rows.push(starts.map((_, index) => dedent(open.map((cells) => cells[index] ?? ""))));
      open = [];
      continue;
    }
    const cells = cutAt(line.replace(/\|\s*$/u, ""), starts);
    if (!cells.every((cell) => /^ {0,3}\|/u.test(cell) || cell === "")) return undefined;
    open.push(cells.map((cell) => cell.replace(/^ {0,3}\|/u, "")));
  }
  return { rows: hasHead ? rows : [starts.map(() => ""), ...rows], until: end };
}

function dedent(lines: readonly string[]): string {
  const indent = least(lines.filter((line) => !isBlank(line)).map((line) => /^ */u.exec(line)?.[0].length ?? 0));
  return lines
    .map((line) => line.slice(Number.isFinite(indent) ? indent : 0).trimEnd())
    .join("\n")
    .trim();
}

/** `^[a note]` becomes a note with a label; what stands in code is code. */
function takeInlineNotes(text: string): string {
  const notes: string[] = [];
  let result = "";
  let position = 0;
  const pattern = /(?<code>`+)|\^\[/gu;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const code = match.groups?.["code"];
    if (code) {
      const end = text.indexOf(code, match.index + code.length);
      const paragraph = text.indexOf("\n\n", match.index);
      if (end > 0 && (paragraph < 0 || end < paragraph || code.length > 2)) pattern.lastIndex = end + code.length;
      continue;
    }
    if (text[match.index - 1] === "\\" || text[match.index - 1] === "[") continue;
    let depth = 1;
    let end = match.index + 2;
    while (end < text.length && depth > 0) {
      if (text[end] === "\\") end += 1;
      else if (text[end] === "[") depth += 1;
      else if (text[end] === "]") depth -= 1;
      else if (text.startsWith("\n\n", end)) break;
      end += 1;
    }
    if (depth > 0) continue;
    notes.push(text.slice(match.index + 2, end - 1).replaceAll(/\s*\n\s*/gu, " "));
    result += `${text.slice(position, match.index)}[^inline--${notes.length}]`;
    position = end;
    pattern.lastIndex = end;
  }
  result += text.slice(position);
  return notes.length === 0
    ? result
    : `${result}\n\n${notes.map((note, index) => `[^inline--${index + 1}]: ${note}`).join("\n\n")}\n`;
}

/** Puts the blocks back as trees, and reads what Pandoc adds inside paragraphs. */
export function restorePandoc(tree: Root, { blocks }: Extracted, parse: (inner: string) => RootContent[]): void {
  const inline = (text: string): PhrasingContent[] => {
    const [first] = parse(text);
    return first?.type === "paragraph" ? first.children : [{ type: "text", value: text }];
  };
  const walk = (node: Nodes): void => {
    if (!("children" in node)) return;
    (node as { children: Nodes[] }).children = (node.children as Nodes[]).flatMap((child): Nodes[] => {
      const only = child.type === "paragraph" && child.children.length === 1 ? child.children[0] : undefined;
      const index = only?.type === "text" ? SIGN.exec(only.value)?.groups?.["index"] : undefined;
      const block = index === undefined ? undefined : blocks[Number(index)];
      if (!block) {
        walk(child);
        return [child];
      }
      return blockTree(block, inline, parse);
    });
  };
  walk(tree);
  readInline(tree);
}

function blockTree(
  block: PandocBlock,
  inline: (text: string) => PhrasingContent[],
  parse: (inner: string) => RootContent[],
): Nodes[] {
  switch (block.kind) {
    case "div": {
      const inner = parse(block.inner);
      if (block.title !== "") inner.unshift({ type: "paragraph", children: inline(block.title) });
      // What heads a box, or one of several that a reader chooses from, is a line of it: as a heading it would take the rest of the text along.
      if (block.classes.some((name) => /^(?:callout-|(?:panel-)?tabset$)/u.test(name)))
        inner.forEach((one, at) => {
          if (one.type === "heading")
            inner[at] = { type: "paragraph", children: [{ type: "strong", children: one.children }] };
        });
      if (block.language !== undefined)
        visit({ type: "root", children: inner }, "paragraph", (paragraph) => {
          paragraph.children = [textElement("span", { lang: block.language ?? "" }, paragraph.children)];
        });
      const quotes = block.classes.some((name) => /^(?:quote|blockquote|quotation)$/u.test(name));
      return quotes ? [{ type: "blockquote", children: inner as BlockContent[] }] : inner;
    }
    case "definitions":
      return [
        flowElement(
          "dl",
          {},
          block.entries.flatMap(({ term, definitions }) => [
            flowElement("dt", {}, [{ type: "paragraph", children: inline(term) }]),
            ...definitions.map((one) => flowElement("dd", {}, parse(one) as BlockContent[])),
          ]),
        ),
      ];
    case "lines": {
      const paragraph: Paragraph = {
        type: "paragraph",
        children: block.lines.flatMap((line, index): PhrasingContent[] => [
          ...(index > 0 ? [{ type: "break" } as const] : []),
          ...inline(line.trim() === "" ? "\u00A0" : line.trim()),
        ]),
      };
      return [paragraph];
    }
    case "math":
      return [{ type: "math", value: block.tex }];
    case "table":
      return [
        {
          type: "table",
          children: block.rows.map((row) => ({
            type: "tableRow",
            children: row.map(
              (cell): TableCell => ({ type: "tableCell", children: cell === "" ? [] : cellContent(parse(cell)) }),
            ),
          })),
        },
      ];
  }
}

/** Whether what stands in braces says something about words, as Pandoc writes it, and is no words itself. */
export const isAttributes = (inner: string): boolean =>
  /^\s*(?:(?:[#.][\p{L}\p{N}_:.-]+|[\w:.-]+=(?:"[^"]*"|'[^']*'|[^\s"'{}]+)|-)(?:\s+|$))*$/u.test(inner);

/** `[words]{lang=fr}`, `H~2~O`, `2^nd^`, and attributes behind images, links and code. */
function readInline(tree: Root): void {
  visit(tree, "text", (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const before = (parent.children as Nodes[])[index - 1];
    if (before && ["image", "link", "inlineCode"].includes(before.type))
      node.value = node.value.replace(/^\{(?<inner>[^{}\n]*)\}/u, (whole: string, inner: string) =>
        isAttributes(inner) ? "" : whole,
      );
    const pattern =
      /\[(?<words>[^[\]\n]+)\]\{(?<attributes>[^{}\n]*)\}|\^(?<sup>[^\s^[\]]{1,20})\^|(?<!~)~(?<sub>[^\s~]{1,20})~(?!~)/gu;
    const parts: PhrasingContent[] = [];
    let end = 0;
    for (const match of node.value.matchAll(pattern)) {
      const { words, attributes = "", sup, sub } = match.groups ?? {};
      if (match.index > end) parts.push({ type: "text", value: node.value.slice(end, match.index) });
      const say = (value: string): PhrasingContent[] => [{ type: "text", value }];
      if (words !== undefined && !isAttributes(attributes)) {
        // Other programs write readings so: [東京]{とうきょう}.
        if (/\p{sc=Han}/u.test(words) && READING.test(attributes)) parts.push(rubyElement(say(words), attributes));
        else append(parts, say(match[0]));
      } else if (words !== undefined) {
        const language = /\blang=["']?(?<tag>[\w-]+)/u.exec(attributes)?.groups?.["tag"];
        if (language) parts.push(textElement("span", { lang: language }, say(words)));
        else if (/\.(?:underline|ul)\b/u.test(attributes)) parts.push(textElement("u", {}, say(words)));
        else append(parts, say(words));
      } else parts.push(textElement(sup === undefined ? "sub" : "sup", {}, say(sup ?? sub ?? "")));
      end = match.index + match[0].length;
    }
    if (end === 0) return undefined;
    if (end < node.value.length) parts.push({ type: "text", value: node.value.slice(end) });
    (parent.children as PhrasingContent[]).splice(index, 1, ...parts);
    return index + parts.length;
  });
}
