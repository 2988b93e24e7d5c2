import type { Element, ElementContent, Root as HastRoot, Nodes, Parents } from "hast";
import { toString as hastText } from "hast-util-to-string";
import { letters } from "../../essay/text-hash.ts";
import { excerpt, type Findings } from "../findings.ts";
import { isoDate } from "../lines/dates.ts";
import { append } from "../lists.ts";
import type { ManuscriptMetadata } from "../manuscript.ts";
import { parseName } from "../names.ts";
import { dropped } from "./html-ledger.ts";
import { CONTRIBUTORS } from "./page-itself.ts";
import { SKIP, visit } from "./visit-hast.ts";

/** @returns the names by which style sheets know an element */
export const classNames = (node: Element): string[] =>
  [node.properties["className"]].flat().flatMap((name) => (name ? String(name).split(/\s+/u) : []));

const wordsOf = (node: Nodes): string =>
  hastText(node as never)
    .replaceAll(/\s+/gu, " ")
    .trim();
const is = (node: Element, names: RegExp): boolean => classNames(node).some((name) => names.test(name));

function all(node: Nodes, names: RegExp): Element[] {
  const found: Element[] = [];
  visit(node, (one) => {
    if (is(one, names)) found.push(one);
  });
  return found;
}

/** Puts what programs write pages with into the forms that are read: title blocks, formulas, paragraphs. */
export function preparePage(tree: HastRoot, metadata: ManuscriptMetadata, findings: Findings): void {
  readLatexMl(tree, metadata, findings);
  takeTitleBlock(tree, metadata, findings);
  takeContributors(tree, metadata, findings);
  dropRepeatedTitles(tree);
  bareHeadings(tree);
  captionHeadings(tree);
  markFormulas(tree);
  openFormulaTables(tree);
  partAtBreaks(tree);
}

/** What LaTeXML writes in ways of its own: commands that it did not know, dates, institutes, heads of theorems, entries of sources. */
function readLatexMl(tree: HastRoot, metadata: ManuscriptMetadata, findings: Findings): void {
  const tell = (place: string, words: string) =>
    findings.leftOut.push({ place, text: `“${excerpt(words, 120)}”`, words });
  visit(tree, (node, index, parent) => {
    const siblings = parent.children as ElementContent[];
    const words = wordsOf(node);
    const date = is(node, /^ltx_dates$/u) ? isoDate(words.replaceAll(/^[(（]|[)）]$/gu, "")) : undefined;
    if (date !== undefined) metadata.date ??= date;
    if (is(node, /^ltx_role_affiliation$/u) && words !== "") metadata.affiliation ??= words;
    const isUnknown = is(node, /^ltx_ERROR$/u);
    if (isUnknown || date !== undefined || is(node, /^ltx_bib_cited$/u)) {
      if (words !== "")
        tell(
          isUnknown
            ? "a command of LaTeX that was not understood"
            : date === undefined
              ? "where a source is cited, by LaTeXML"
              : "the day, in essay.yaml now",
          words,
        );
      siblings[index] = { type: "text", value: "" };
      return SKIP;
    }
    // A head that runs on into its paragraph heads no section.
    if (/^h[1-6]$/u.test(node.tagName) && is(node, /^ltx_runin$/u)) {
      node.tagName = "p";
      node.children = [{ type: "element", tagName: "strong", properties: {}, children: node.children }];
    }
    const parts = is(node, /^(?:ltx_tag_bibitem|ltx_bibblock)$/u) && siblings[index + 1]?.type === "element";
    if (parts) siblings.splice(index + 1, 0, { type: "text", value: " " });
    return undefined;
  });
}

const TITLE_BLOCK = /^(?:quarto-title-block|title-block-header|ltx_authors)$/u;
const NAME = /^(?:author|ltx_personname)$/u;

/** The block over an article in which Pandoc, Quarto and LaTeXML say title, names and date again. */
function takeTitleBlock(tree: HastRoot, metadata: ManuscriptMetadata, findings: Findings): void {
  visit(tree, (node, index, parent) => {
    if (!is(node, TITLE_BLOCK) && node.properties["id"] !== "title-block-header") return undefined;
    const title = all(node, /^title$/u).find(({ tagName }) => tagName === "h1");
    const of = (names: RegExp) =>
      all(node, names)
        .map(wordsOf)
        .filter((words) => words !== "");
    if (title) metadata.title = wordsOf(title);
    const [subtitle] = of(/^subtitle$/u);
    if (subtitle) metadata.subtitle ??= subtitle;
    // Institutes and addresses stand in further lines.
    const names = all(node, NAME)
      .map(firstLine)
      .filter((words) => words !== "");
    if (names.length > 0) metadata.authors ??= names.map(parseName);
    const date = of(/^date$/u)
      .map(isoDate)
      .find((one) => one !== undefined);
    if (date) metadata.date ??= date;
    for (const abstract of all(node, /^abstract$/u)) {
      const paragraphs = abstract.children.filter(
        (child): child is Element => child.type === "element" && child.tagName === "p",
      );
      const words = paragraphs.map(wordsOf).join(" ");
      if (words !== "") metadata.abstract ??= words;
    }
    const rest = structuredClone(node);
    visit(rest, (one) => {
      if (one.tagName === "h1" && is(one, /^title$/u)) one.children = [];
    });
    if (wordsOf(rest) !== "")
      findings.leftOut.push({ place: "title block", text: `read into essay.yaml: “${excerpt(wordsOf(rest), 160)}”` });
    (parent.children as Nodes[]).splice(index, 1, ...(title ? [title] : [{ type: "text" as const, value: "" }]));
    return SKIP;
  });
}

/** @returns the words of an element before its first break */
function firstLine(node: Element): string {
  const end = node.children.findIndex((one) => one.type === "element" && one.tagName === "br");
  return wordsOf({ ...node, children: end < 0 ? node.children : node.children.slice(0, end) });
}

/** Who wrote an article and when, in one line beside its title. */
const BYLINE = /^(?:entry|post|article)-?meta$/iu;

/** Who wrote an article and where they work, beside its title: the page says it in its own fields too, which are read. */
function takeContributors(tree: HastRoot, metadata: ManuscriptMetadata, findings: Findings): void {
  const authors = metadata.authors ?? [];
  if (authors.length === 0) return;
  const names = authors.map((name) => Object.values(name).map((part) => letters(String(part))));
  let isNamed = false;
  visit(tree, (node, index, parent) => {
    const isCalledSo = is(node, CONTRIBUTORS) || is(node, BYLINE);
    if (/^(?:h2|p|section)$/u.test(node.tagName) && !isCalledSo) return SKIP;
    if (!isCalledSo) return undefined;
    const words = wordsOf(node);
    const said = letters(words);
    const isNames = names.every((parts) => parts.every((part) => said.includes(part)));
    // Institutes stand with the names.
    if (words === "" || words.length > 400 || !(isNames || isNamed) || isSentence(words)) return SKIP;
    isNamed = true;
    findings.leftOut.push({ place: "title block", text: `who wrote it: “${excerpt(words, 160)}”`, words });
    (parent.children as Nodes[])[index] = { type: "text", value: "" };
    return SKIP;
  });
}

/** Whether more is said than who someone is and where: most of its words begin small, as those of names and institutes do not. */
function isSentence(words: string): boolean {
  const cased = words.match(/(?<!\p{L})(?:\p{Lu}|\p{Ll})[\p{L}\p{M}]*/gu) ?? [];
  return /[.!?]$/u.test(words) && cased.filter((word) => /^\p{Ll}/u.test(word)).length > cased.length / 2;
}

/** A heading in a box of its own, beside which nothing else stands, is a heading among its section's blocks. */
function bareHeadings(tree: HastRoot): void {
  visit(tree, (node, index, parent) => {
    if (node.tagName !== "div") return;
    const [only, ...others] = node.children.filter((one) => one.type !== "text" || one.value.trim() !== "");
    if (only?.type === "element" && /^h[1-6]$/u.test(only.tagName) && others.length === 0)
      (parent.children as Nodes[])[index] = only;
  });
}

/** What a page shows where the pointer rests on a note's mark is the note again. */
function dropRepeatedTitles(tree: HastRoot): void {
  const places = new Map<string, Element>();
  visit(tree, (node) => {
    for (const key of [node.properties["id"], node.properties["name"]]) if (key) places.set(String(key), node);
  });
  visit(tree, (node, _index, parent) => {
    const { href, title } = node.properties;
    if (node.tagName !== "a" || typeof title !== "string" || !String(href ?? "").startsWith("#")) return;
    const target = places.get(String(href).slice(1));
    if (!target || parent === target) return;
    // The place may be a mark of its own at the beginning of the note.
    let block: Element = target;
    visit(tree, (one) => {
      if (["p", "li", "div", "dd"].includes(one.tagName) && one.children.includes(target)) block = one;
    });
    if (letters(wordsOf(block)).includes(letters(title))) delete node.properties["title"];
  });
}

/** What a box with a figure or a table is called in the style sheets of journals. */
const FLOAT = /^(?:fig|figure|fig-group|table-wrap|tw|boxed-table)$/iu;

/** What heads a figure or a table in its own box is a line of its caption: as a heading it would take the text along. */
function captionHeadings(tree: HastRoot): void {
  visit(tree, (node) => {
    if (node.tagName !== "figure" && !(["div", "section"].includes(node.tagName) && is(node, FLOAT))) return;
    let shows = 0;
    visit(node, ({ tagName }) => {
      if (["img", "svg", "table", "picture", "video"].includes(tagName)) shows += 1;
    });
    if (shows === 0) return;
    visit(node, (one) => {
      if (/^h[1-6]$/u.test(one.tagName)) one.tagName = "p";
    });
  });
}

/** LaTeXML sets a formula and its number in the cells of a table. */
function openFormulaTables(tree: HastRoot): void {
  visit(tree, (node, index, parent) => {
    if (node.tagName !== "table" || !is(node, /^ltx_(?:equation|equationgroup|eqn_table)$/u)) return undefined;
    const lines: Element[] = [];
    visit(node, (row) => {
      if (row.tagName !== "tr") return;
      const children = row.children.flatMap((cell) => (cell.type === "element" ? cell.children : []));
      if (children.some((one) => wordsOf(one) !== ""))
        lines.push({ type: "element", tagName: "p", properties: {}, children });
    });
    (parent.children as Nodes[]).splice(index, 1, ...lines);
    return index + lines.length;
  });
}

const FORMULA =
  /^\s*(?:\\\((?<inline>[\s\S]*)\\\)|\\\[(?<display>[\s\S]*)\\\]|\$\$(?<dollars>[\s\S]*)\$\$|\$(?<dollar>[^$]*)\$)\s*$/u;

/** Formulas that a script sets in the reader's browser. */
function markFormulas(tree: HastRoot): void {
  visit(tree, (node) => {
    if (node.tagName !== "span" || !is(node, /^math$/u)) return undefined;
    const words = hastText(node);
    const found = FORMULA.exec(words)?.groups;
    const tex = found?.["inline"] ?? found?.["display"] ?? found?.["dollars"] ?? found?.["dollar"];
    if (!found || tex === undefined || tex.trim() === "") return undefined;
    const at = words.indexOf(tex);
    const sign = (value: string): Element => dropped("sign around a formula", value);
    const isDisplay = found["inline"] === undefined && found["dollar"] === undefined;
    node.tagName = "essay-formula";
    node.properties = { display: isDisplay ? "block" : "inline" };
    node.children = [sign(words.slice(0, at)), { type: "text", value: tex }, sign(words.slice(at + tex.length))];
    return SKIP;
  });
}

const CONTAINERS = new Set(["body", "div", "center", "blockquote", "main", "article", "section", "td", "font"]);
const FLOW = new Set(
  "address article aside blockquote center dd details dialog div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table ul".split(
    " ",
  ),
);

/** Paragraphs that are parted by two line breaks, as people write who know one element of HTML. */
function partAtBreaks(tree: HastRoot): void {
  const walk = (node: Parents): void => {
    for (const child of node.children) if (child.type === "element") walk(child);
    const isContainer = node.type === "root" || (node.type === "element" && CONTAINERS.has(node.tagName));
    if (!isContainer) return;
    const result: ElementContent[] = [];
    let run: ElementContent[] = [];
    const close = () => {
      append(result, partRun(run));
      run = [];
    };
    for (const child of node.children as ElementContent[]) {
      if (child.type === "element" && (FLOW.has(child.tagName) || containsFlow(child))) {
        close();
        result.push(child);
      } else run.push(child);
    }
    close();
    (node as { children: Nodes[] }).children = result;
  };
  walk(tree);
}

const containsFlow = (node: Element): boolean =>
  node.children.some((child) => child.type === "element" && (FLOW.has(child.tagName) || containsFlow(child)));

const isBreak = (node: ElementContent | undefined): boolean => node?.type === "element" && node.tagName === "br";
const isSpace = (node: ElementContent): boolean => node.type === "text" && node.value.trim() === "";
const isTarget = (node: ElementContent | undefined): boolean =>
  node?.type === "element" &&
  node.tagName === "a" &&
  node.properties["href"] === undefined &&
  Boolean(node.properties["name"] ?? node.properties["id"]);

/** @returns the run's paragraphs, where two breaks part it, or a break before a place that links lead to */
function partRun(run: readonly ElementContent[]): ElementContent[] {
  const parts: ElementContent[][] = [[]];
  let hasParts = false;
  for (let index = 0; index < run.length; index += 1) {
    const node = run[index] as ElementContent;
    if (!isBreak(node)) {
      parts.at(-1)?.push(node);
      continue;
    }
    let end = index + 1;
    let breaks = 1;
    for (let one = run[end]; one && (isBreak(one) || isSpace(one)); one = run[end]) {
      if (isBreak(one)) breaks += 1;
      end += 1;
    }
    if (breaks > 1 || isTarget(run[end])) {
      hasParts = true;
      parts.push([]);
      index = end - 1;
    } else parts.at(-1)?.push(node);
  }
  // What a link leads to is a block, so that a note can be told from the text.
  if (!hasParts && !run.some((node) => isTarget(node))) return [...run];
  return parts
    .filter((part) => part.some((node) => !isSpace(node)))
    .map((children): Element => ({ type: "element", tagName: "p", properties: {}, children }));
}

/** Elements that hold a note in the line where it is called, by what they are called in sites' style sheets. */
const INLINE_NOTE =
  /^(?:ltx_role_footnote|ltx_role_endnote|sidenote|marginnote|footnote|inline-?(?:foot)?note|(?:[\w-]*[-_])?foot-?note[-_]*(?:note|text|content|tooltip))$/iu;
const NOTE_APART = /^(?:foot-?notes?|endnotes?|fn)$/iu;
const INNER_MARK = /^(?:ltx_note_mark|ltx_tag|ltx_tag_note|sidenote-number|footnote-number)$/u;
const LINES = new Set(["p", "li", "dd", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption"]);

/**
 * Makes notes of elements that stand within a line and say that they are notes; marks beside and inside them go.
 *
 * @returns how many
 */
export function markInlineNotes(tree: HastRoot): number {
  const texts: Element[] = [];
  const drop = (node: ElementContent, why: string): Element =>
    dropped(why, node.type === "element" ? node.children : [node]);
  const walk = (node: Parents, isLine: boolean): void => {
    for (let index = 0; index < node.children.length; index += 1) {
      const child = node.children[index];
      if (child?.type !== "element") continue;
      const isNote =
        isLine &&
        ["span", "small", "aside"].includes(child.tagName) &&
        is(child, INLINE_NOTE) &&
        !holdsCallAlone(child) &&
        wordsOf(child) !== "";
      // What is inside a note that stands apart is its text.
      if (!isNote && LINES.has(child.tagName) && is(child, NOTE_APART)) continue;
      if (!isNote) {
        walk(child, isLine || LINES.has(child.tagName));
        continue;
      }
      const label = `inline--${texts.length + 1}`;
      visit(child, (one, at, parent) => {
        if (!is(one, INNER_MARK)) return undefined;
        (parent.children as ElementContent[])[at] = drop(one, "number of a note");
        return SKIP;
      });
      texts.push({ type: "element", tagName: "essay-note-text", properties: { label }, children: child.children });
      const siblings = node.children as ElementContent[];
      siblings[index] = { type: "element", tagName: "essay-note", properties: { label }, children: [] };
      // What shows and hides the note on a narrow screen, and its number.
      for (let before = index - 1; before >= 0; before -= 1) {
        const one = siblings[before];
        if (one?.type === "text" && one.value.trim() === "") continue;
        const isMark = one?.type === "element" && one.tagName === "sup" && /^[[(]?\d{1,3}[\])]?$/u.test(wordsOf(one));
        if (one?.type !== "element" || !(isMark || ["label", "input"].includes(one.tagName))) break;
        siblings[before] = drop(one, "note mark");
      }
    }
  };
  walk(tree, false);
  for (const text of texts)
    tree.children.push({
      ...text,
      children: [{ type: "element", tagName: "p", properties: {}, children: text.children }],
    });
  return texts.length;
}

/** Whether an element that is called a note is only its mark: a link with a number. */
const holdsCallAlone = (node: Element): boolean => {
  let linked = "";
  visit(node, (one) => {
    if (one.tagName === "a" && String(one.properties["href"] ?? "").startsWith("#")) linked += wordsOf(one);
  });
  return linked !== "" && wordsOf(node).replaceAll(/[[\]()（）\s]/gu, "").length <= linked.length + 1;
};

/** As many readings after as many bases belong to each other one by one, wherever they stand. */
function inPairs(children: readonly ElementContent[]): ElementContent[] {
  const named = (name: string) =>
    children.filter((child): child is Element => child.type === "element" && child.tagName === name);
  const [bases, readings] = [named("rb"), named("rt")];
  const isOther = (child: ElementContent) =>
    child.type === "text"
      ? child.value.trim() !== ""
      : child.type === "element" && !["rb", "rt", "rp"].includes(child.tagName);
  if (bases.length < 2 || bases.length !== readings.length || children.some(isOther)) return [...children];
  return bases.flatMap((base, index): ElementContent[] => [base, readings[index] as Element]);
}

/** Gives each base of a ruby its own reading, where bases and readings stand apart. */
export function pairReadings(tree: HastRoot): void {
  visit(tree, (node) => {
    if (node.tagName === "ruby") node.children = inPairs(node.children);
  });
}
