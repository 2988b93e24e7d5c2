import type { Element, ElementContent, Nodes, Parents, Root } from "hast";
import { toString as hastText } from "hast-util-to-string";
import { decodeFragment } from "../../essay/fragment.ts";
import { isNotesTitle } from "../lines/headings.ts";
import { append, greatest } from "../lists.ts";
import { dropped } from "./html-ledger.ts";
import { SKIP, visit, visitParents } from "./visit-hast.ts";

const idOf = (node: Element): string => String(node.properties["id"] ?? "");
const nameOf = (node: Element): string => String(node.properties["name"] ?? "");
const listOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : typeof value === "string" ? value.split(/\s+/u) : [];
const classesOf = (node: Element): string[] => listOf(node.properties["className"]);
/** `role` and EPUB's `epub:type`, which HTML's parser keeps under its written name. */
const typesOf = (node: Element): string[] => [
  ...listOf(node.properties["role"]),
  ...listOf(node.properties["epub:type"] ?? node.properties["epubType"]),
];

const NOTE_TYPES = new Set(["doc-footnote", "doc-endnote", "footnote", "endnote", "rearnote", "note"]);
const CONTAINER_TYPES = new Set(["doc-endnotes", "footnotes", "endnotes", "rearnotes"]);
const CONTAINER_CLASS =
  /^(?:footnotes?|endnotes?|notes|references|fn-group|reflist|footnote-list|mw-references-wrap)$/iu;
const CALL =
  /^[\s\u00A0]*[[(（〔［【]?\s*(?:注釈?|註釈?|脚注|原注|訳注|fn\.?|[※*＊]|\p{L}{1,6}\.?[\s\u00A0]+(?=\d))?\s*(?:\d{1,4}|[０-９]{1,3}|[*†‡§¶＊]{1,4}|[a-z]{1,2}|[ivxlc]{1,6}|[①-⑳])\s*[\])）〕］】]?[\s\u00A0]*$/iu;
/** What the block of a note is called in sites' style sheets. */
const NOTE_CLASS = /^(?:fn|footnote|endnote|foot-?note-?(?:item|text|single)|fn-?(?:item|text))$/iu;
const BACK_LINK =
  /^[\s\u00A0]*(?:[\u21A9\u2191\u2190\u21B5\u2B06\u25B2^▲△←↑⏎]\uFE0E?\uFE0F?|(?:back|return|zurück|retour|戻る|本文へ(?:戻る)?)|↩\uFE0E?\s*\d*|[[(（〔［]?(?:注|註|[＊*※])?\s*(?:[\d０-９]{1,4}|[*†‡§]+|[a-z]|[ivxlc]+)[\])）〕］.．:]*)[\s\u00A0]*$/iu;
const NOTE_BLOCKS = new Set(["li", "p", "div", "aside", "dd", "section", "td", "tr", "blockquote"]);

/**
 * Finds notes in HTML, whoever wrote it: a short link that leads to a block from which a link leads back, or that says of
 * itself that it calls a note. The mark becomes `essay-note`, the text `essay-note-text`, and what only leads back, or
 * numbers the text, `essay-dropped`.
 *
 * @returns how many notes were found
 */
export function markNotes(tree: Root): number {
  const targets = new Map<string, { node: Element; ancestors: Parents[] }>();
  visitParents(tree, (node, ancestors) => {
    for (const id of [idOf(node), nameOf(node)])
      if (id && !targets.has(id)) targets.set(id, { node, ancestors: [...ancestors] });
  });

  const texts = new Map<string, Element>();
  const marks = new Map<string, string>();
  const calls: { link: Element; ancestors: Parents[]; id: string; block: Element }[] = [];
  visitParents(tree, (node, ancestors) => {
    if (node.tagName !== "a") return;
    const href = String(node.properties["href"] ?? "");
    if (!href.startsWith("#") || href.length < 2) return;
    const id = decodeFragment(href.slice(1));
    const target = targets.get(id) ?? targets.get(href.slice(1));
    if (!target) return;
    const words = hastText(node);
    const saysSo =
      typesOf(node).some((type) => type === "doc-noteref" || type === "noteref") ||
      classesOf(node).some((name) => /^(?:footnote-?ref|noteref|fn-?ref|footnote-reference)$/iu.test(name));
    if (!CALL.test(words) && !saysSo) return;
    // What a list of sources holds is cited, and is a note of nothing, whoever leads there and back.
    if ([...target.ancestors, target.node].some((one) => one.type === "element" && isOfSources(one))) return;
    const block = blockOf(target.node, target.ancestors);
    // A link from a note back into the text looks like a call from there.
    if (!block || ancestors.includes(block)) return;
    const isContained = [...target.ancestors, target.node].some((one) => one.type === "element" && isContainer(one));
    const isTyped = [target.node, block].some(
      (one) =>
        typesOf(one).some((type) => NOTE_TYPES.has(type)) ||
        (!INLINE.has(one.tagName) && classesOf(one).some((name) => NOTE_CLASS.test(name))),
    );
    const inNotes = ancestors.some(
      (one) => one.type === "element" && (isContainer(one) || typesOf(one).some((type) => NOTE_TYPES.has(type))),
    );
    if (inNotes && !isTyped) return;
    const comesLater = positionOf(tree, node) < positionOf(tree, block);
    if (
      saysSo ||
      isTyped ||
      isContained ||
      (comesLater && leadsBack(block, [node, ...placesBefore(node, ancestors), ...[...ancestors].reverse()]))
    )
      calls.push({ link: node, ancestors: [...ancestors], id, block });
  });

  const labels = new Map<Element, string>();
  for (const { link, ancestors, block } of calls) {
    const label = labels.get(block) ?? String(labels.size + 1);
    labels.set(block, label);
    texts.set(label, block);
    if (!marks.has(label)) marks.set(label, digitsIn(hastText(link)) || label);
    replaceCall(link, ancestors, label);
  }
  const parents = new Map<Element, Parents>();
  visit(tree, (one, _, parent) => {
    parents.set(one, parent);
  });
  const flattened = new Set<Nodes>();
  for (const [label, block] of texts) {
    // What stood in a note that was taken apart stands elsewhere now, and is looked for.
    const parent = parents.get(block);
    const index = parent && !flattened.has(parent) ? (parent.children as Nodes[]).indexOf(block) : -1;
    const place = parent && index >= 0 ? { parent, index } : findParent(tree, block);
    if (place)
      for (const one of shapeText(place, block, { label, number: marks.get(label) ?? label })) flattened.add(one);
  }
  tidyContainers(tree);
  return texts.size;
}

/** The order of a tree's elements, made once. */
const orders = new WeakMap<Root, Map<Element, number>>();
function positionOf(tree: Root, node: Element): number {
  let order = orders.get(tree);
  if (!order) {
    order = new Map();
    orders.set(tree, order);
    visit(tree, (one) => {
      order?.set(one, order.size);
    });
  }
  return order.get(node) ?? 0;
}

const INLINE = new Set(["sup", "span", "a", "small", "b", "i", "em", "strong"]);

const isContainer = (node: Element): boolean =>
  typesOf(node).some((type) => CONTAINER_TYPES.has(type)) ||
  // A mark in the line is called so too.
  (!INLINE.has(node.tagName) && [...classesOf(node), idOf(node)].some((name) => CONTAINER_CLASS.test(name)));

const SOURCES_CLASS = /^(?:ltx_bibliography|ltx_biblist|ltx_bibitem|csl-bib-body|csl-entry)$/u;
const isOfSources = (node: Element): boolean =>
  typesOf(node).some((type) => /^(?:doc-bibliography|doc-biblioentry|bibliography|biblioentry)$/u.test(type)) ||
  classesOf(node).some((name) => SOURCES_CLASS.test(name));

function blockOf(node: Element, ancestors: readonly Parents[]): Element | undefined {
  // Elsewhere an article is a page's text.
  if (node.tagName === "article" && ancestors.some((one) => one.type === "element" && isContainer(one))) return node;
  if (NOTE_BLOCKS.has(node.tagName)) return node.tagName === "td" ? undefined : node;
  for (const ancestor of [...ancestors].reverse()) {
    if (ancestor.type !== "element") return undefined;
    if (ancestor.tagName === "dt") return ancestor;
    if (NOTE_BLOCKS.has(ancestor.tagName)) return ancestor;
    if (["article", "main", "body"].includes(ancestor.tagName)) return undefined;
  }
  return undefined;
}

/** A place without words right before a link, or before what it stands in alone, to which its note leads back. */
function placesBefore(node: Element, ancestors: readonly Parents[]): Element[] {
  let inner: Nodes = node;
  for (const parent of [...ancestors].reverse()) {
    const siblings = parent.children as Nodes[];
    const before = siblings[siblings.indexOf(inner) - 1];
    if (before?.type === "element" && INLINE.has(before.tagName) && hastText(before) === "") return [before];
    if (parent.type !== "element" || !INLINE.has(parent.tagName) || siblings.indexOf(inner) > 0) break;
    inner = parent;
  }
  return [];
}

function leadsBack(block: Element, callers: readonly Nodes[]): boolean {
  const ids = new Set(
    callers
      .slice(0, 4)
      .flatMap((one) => (one.type === "element" ? [idOf(one), nameOf(one)] : []))
      .filter(Boolean),
  );
  let found = false;
  visit(block, (node) => {
    const href = String(node.properties["href"] ?? "");
    if (
      node.tagName === "a" &&
      href.startsWith("#") &&
      (ids.has(href.slice(1)) || ids.has(decodeFragment(href.slice(1))))
    )
      found = true;
  });
  return found;
}

/** The mark stands in the place of the link, and of a raised element and brackets that hold nothing else. */
function replaceCall(link: Element, ancestors: readonly Parents[], label: string): void {
  const mark: Element = { type: "element", tagName: "essay-note", properties: { label }, children: [] };
  const held = dropped("note mark", link.children);
  let target: Element = link;
  for (const ancestor of [...ancestors].reverse()) {
    if (
      ancestor.type !== "element" ||
      !["sup", "span", "small", "b", "i", "em", "strong", "cite", "font"].includes(ancestor.tagName)
    )
      break;
    const others = ancestor.children.filter((child) => child !== target);
    const words = others.map((child) => hastText(child)).join("");
    if (!/^[\s[\](),，、（）〔〕［］【】]*$/u.test(words)) break;
    if (ancestor.children.filter((child) => child.type === "element" && hasLink(child)).length > 1) break;
    held.children = [
      ...ancestor.children.map((child) => (child === target ? { ...held, tagName: "span", properties: {} } : child)),
    ];
    target = ancestor;
  }
  const parent = ancestors.findLast((one) => (one.children as Nodes[]).includes(target));
  if (!parent) return;
  const siblings = parent.children as ElementContent[];
  const index = siblings.indexOf(target);
  // Brackets around the link in the running text: text [1] text.
  const [before, after] = [siblings[index - 1], siblings[index + 1]];
  const wrap = (text: string): Element => dropped("note mark", text);
  const content: ElementContent[] = [held, mark];
  if (before?.type === "text" && after?.type === "text") {
    const [open, close] = [/[[(（〔［【]\s*$/u.exec(before.value)?.[0], /^\s*[\])）〕］】]/u.exec(after.value)?.[0]];
    if (open && close) {
      before.value = before.value.slice(0, -open.length);
      after.value = after.value.slice(close.length);
      content.unshift(wrap(open));
      content.push(wrap(close));
    }
  }
  siblings.splice(index, 1, ...content);
}

const hasLink = (node: Element): boolean => {
  let found = node.tagName === "a";
  visit(node, (one) => {
    if (one.tagName === "a") found = true;
  });
  return found;
};

/**
 * Takes number and back links off a note's text, and gathers what belongs to it.
 *
 * @returns the elements that it was gathered from
 */
function shapeText(
  { parent, index }: { parent: Parents; index: number },
  block: Element,
  { label, number }: { readonly label: string; readonly number: string },
): Element[] {
  const siblings = parent.children as ElementContent[];
  let taken: ElementContent[] = [block];
  if (block.tagName === "dt") {
    const next = siblings.slice(index + 1).findIndex((one) => one.type === "element" && one.tagName === "dt");
    taken = siblings.slice(index, next < 0 ? undefined : index + 1 + next);
  } else if (block.tagName === "p" && parent.type === "element" && isContainer(parent)) {
    // A note of several paragraphs: those after it that nothing calls.
    for (const sibling of siblings.slice(index + 1)) {
      if (sibling.type === "text" && sibling.value.trim() === "") continue;
      if (sibling.type !== "element" || sibling.tagName !== "p" || idOf(sibling) !== "" || startsWithTarget(sibling))
        break;
      taken.push(sibling);
    }
  }
  const list = taken.filter((one): one is Element => one.type === "element");
  const start = siblings.indexOf(block);
  for (const one of list) dropOpeningRules(one);
  for (const one of list) dropBackLinks(one, number);
  dropNumber(list[0], number);
  const text: Element = {
    type: "element",
    tagName: "essay-note-text",
    properties: { label },
    children: list.flatMap((one): ElementContent[] =>
      ["li", "dt", "dd", "div", "aside", "article", "section", "tr", "blockquote"].includes(one.tagName)
        ? flowOf(one)
        : [one],
    ),
  };
  const end = greatest(taken.map((one) => siblings.indexOf(one)));
  siblings.splice(start, end - start + 1, text);
  return list;
}

const startsWithTarget = (node: Element): boolean => {
  const [first] = node.children.filter((child) => child.type !== "text" || child.value.trim() !== "");
  return first?.type === "element" && (idOf(first) !== "" || nameOf(first) !== "");
};

const BLOCKS = new Set([
  "p",
  "ul",
  "ol",
  "blockquote",
  "table",
  "pre",
  "div",
  "dl",
  "figure",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "hr",
  "section",
]);

/** Words that stand beside blocks get a paragraph. */
function flowOf(node: Element): ElementContent[] {
  const result: ElementContent[] = [];
  let run: ElementContent[] = [];
  const close = () => {
    if (run.some((child) => child.type === "element" || (child.type === "text" && child.value.trim() !== "")))
      result.push({ type: "element", tagName: "p", properties: {}, children: run });
    run = [];
  };
  for (const child of node.children) {
    if (child.type === "element" && (BLOCKS.has(child.tagName) || ["td", "th", "dd"].includes(child.tagName))) {
      close();
      if (["td", "th", "dd"].includes(child.tagName)) append(result, flowOf(child));
      else result.push(child);
    } else run.push(child);
  }
  close();
  return result;
}

/** A rule that parts a note from the text above it says nothing, and stands between the note and its number. */
function dropOpeningRules(block: Element): void {
  const first = block.children.findIndex((one) => one.type !== "text" || one.value.trim() !== "");
  const opening = block.children[first];
  if (opening?.type !== "element") return;
  if (opening.tagName === "hr") {
    block.children.splice(first, 1);
    dropOpeningRules(block);
  } else dropOpeningRules(opening);
}

/** @returns the number in a mark; empty where it is a letter or a sign */
const digitsIn = (words: string): string => /\d+/u.exec(words.normalize("NFKC"))?.[0] ?? "";

/** A number that is not the mark's is a word: of a line, a page, a century. */
const isOther = (words: string, number: string): boolean => {
  const digits = digitsIn(words);
  return digits !== "" && digits !== number;
};

/** @param number the number by which the note is called */
function dropBackLinks(block: Element, number: string): void {
  visit(block, (node, index, parent) => {
    if (node.tagName === "essay-dropped") return SKIP;
    const href = String(node.properties["href"] ?? "");
    const saysSo =
      typesOf(node).some((type) => type === "doc-backlink" || type === "backlink") ||
      classesOf(node).some((name) => /back-?(?:link|ref)/iu.test(name));
    if (!(node.tagName === "a" && href.startsWith("#")) && !(saysSo && node.tagName !== "li")) return undefined;
    if (!saysSo && !BACK_LINK.test(hastText(node)) && hastText(node).trim() !== "") return undefined;
    if (!parent || index === undefined || (!saysSo && isOther(hastText(node), number))) return undefined;
    (parent.children as ElementContent[])[index] = dropped("link back from a note", node.children);
    return SKIP;
  });
}

/** The note's number at its beginning, which the site gives by itself: what is left of `[1]`, `1.` and a raised 1. */
function dropNumber(block: Element | undefined, own: string): void {
  if (!block) return;
  const [first, second] = textsOf(block);
  if (!first) return;
  if (second && dropBrackets(first, second)) return;
  const raised = first.parents.some((one) => one.tagName === "sup");
  const value = first.node.value;
  const match = raised
    ? /^\s*[[(]?(?:[\d*†‡§]{1,4}|[a-z])[\])]?\s*$/u.exec(value)
    : (/^\s*(?:[[(（〔［]\s*(?:注|註)?\s*[\d０-９*†‡]{1,4}\s*[\])）〕］][.:：]?|(?:注|註)[\d０-９]{1,3}[)）:：]?|[\d０-９]{1,3}(?:[.)．）:](?![\d０-９])|(?=\u3000))|\^|[*＊※][\d０-９]{1,3}[\s\u3000]?|[*＊†‡]{1,3})(?=\s|\S|$)/u.exec(
        value,
      ) ?? (afterDropped(block, first.node) ? /^\s*[\])）〕］.．:：]+/u.exec(value) : null));
  if (!match || match[0].trim() === "" || isOther(match[0], own)) return;
  const sign = first.parents.findLast((one) => one.tagName === "sup");
  if (sign && hastText(sign).trim() === match[0].trim()) {
    sign.tagName = "essay-dropped";
    sign.properties = { why: "number of a note" };
    return;
  }
  const parent = first.parents.at(-1) ?? block;
  const index = parent.children.indexOf(first.node);
  const number = dropped("number of a note", match[0]);
  first.node.value = value.slice(match[0].length);
  parent.children.splice(index, 0, number);
}

/** Takes off the brackets around a number that was a link back: `[<a>1</a>] The note`. */
function dropBrackets(first: PlacedText, second: PlacedText): boolean {
  const siblings = first.parents.at(-1)?.children ?? [];
  const at = siblings.indexOf(first.node);
  const between = siblings[at + 1];
  if (between?.type !== "element" || between.tagName !== "essay-dropped" || siblings[at + 2] !== second.node)
    return false;
  const close = /^\s*[\])）〕］】][.:：]?\s*/u.exec(second.node.value)?.[0];
  if (!close || !/^\s*[[(（〔［【]\s*$/u.test(first.node.value)) return false;
  second.node.value = second.node.value.slice(close.length);
  siblings.splice(at + 2, 0, dropped("number of a note", close));
  siblings[at] = dropped("number of a note", first.node.value);
  return true;
}

function afterDropped(block: Element, node: Nodes): boolean {
  let isPast = false;
  let found = false;
  visit(block, (one) => {
    if (one.tagName === "essay-dropped") isPast = true;
  });
  found = isPast && hastText(block) !== "" && node.type === "text";
  return found;
}

interface PlacedText {
  readonly node: Extract<ElementContent, { type: "text" }>;
  /** From the outermost to the one that holds it. */
  readonly parents: readonly Element[];
}

function textsOf(block: Element): PlacedText[] {
  const found: PlacedText[] = [];
  const walk = (node: Element, parents: Element[]) => {
    for (const child of node.children) {
      if (child.type === "text" && child.value.trim() !== "") found.push({ node: child, parents: [...parents, node] });
      if (child.type === "element" && child.tagName !== "essay-dropped") walk(child, [...parents, node]);
    }
  };
  walk(block, []);
  return found;
}

function findParent(tree: Root, node: Element): { parent: Parents; index: number } | undefined {
  let found: { parent: Parents; index: number } | undefined;
  visit(tree, (one, index, parent) => {
    if (one === node && parent && index !== undefined) found = { parent, index };
  });
  return found;
}

/** @returns 1 to 6 of a heading */
const rankOf = (node: ElementContent | undefined): number | undefined =>
  node?.type === "element" && /^h[1-6]$/u.test(node.tagName) ? Number(node.tagName.slice(1)) : undefined;

const saysNothing = (node: ElementContent): boolean =>
  node.type === "element"
    ? ["hr", "br", "essay-dropped"].includes(node.tagName) || (hastText(node).trim() === "" && !hasPicture(node))
    : node.type !== "text" || node.value.trim() === "";

const hasPicture = (node: Element): boolean => {
  let found = node.tagName === "img";
  visit(node, ({ tagName }) => {
    if (tagName === "img" || tagName === "svg") found = true;
  });
  return found;
};

/** @returns whether there is nothing but notes, and headings over notes, from a heading to the next one of its rank */
function headsOnlyNotes(siblings: readonly ElementContent[], index: number): boolean {
  const rank = rankOf(siblings[index]);
  if (rank === undefined) return false;
  let hasNotes = false;
  for (const [at, one] of siblings.entries()) {
    if (at <= index) continue;
    const own = rankOf(one);
    if (own !== undefined) {
      if (own <= rank) break;
      if (!headsOnlyNotes(siblings, at)) return false;
      hasNotes = true;
    } else if (one.type === "element" && holdsOnlyNotes(one)) hasNotes = true;
    else if (!saysNothing(one)) return false;
  }
  return hasNotes;
}

/** “Notes” over the notes, the titles of chapters over theirs, and rules that part them from the text, go with them. */
function tidyContainers(tree: Root): void {
  const tidy = (node: Parents): void => {
    const children = node.children as ElementContent[];
    // A box that holds notes and their titles alone is one of notes.
    for (const child of children) if (child.type === "element") tidy(child);
    const hasNotes = children.some((child) => child.type === "element" && holdsOnlyNotes(child));
    if (!hasNotes) return;
    children.forEach((child, index) => {
      if (child.type !== "element") return;
      const rest = children.slice(index + 1).find((one) => one.type === "element");
      const titled =
        rest && (rankOf(rest) || rest.tagName === "essay-dropped")
          ? children.slice(children.indexOf(rest) + 1).find((one) => one.type === "element")
          : rest;
      const before = titled?.type === "element" && holdsOnlyNotes(titled);
      const isTitle =
        (before && (rankOf(child) || child.tagName === "p") && isNotesTitle(hastText(child))) ||
        (before && rankOf(child) !== undefined && saysThatItHoldsNotes(node)) ||
        headsOnlyNotes(children, index);
      if (isTitle) children[index] = dropped("title of the notes", child.children);
      if (before && child.tagName === "hr") children[index] = { type: "text", value: "" };
    });
  };
  tidy(tree);
  // Notes stand for themselves, wherever their list stood.
  const texts: Element[] = [];
  const lift = (node: Parents): void => {
    (node as { children: Nodes[] }).children = (node.children as Nodes[]).filter((child) => {
      if (child.type !== "element") return true;
      if (child.tagName === "essay-note-text") {
        texts.push(child);
        return false;
      }
      const onlyNotes = holdsOnlyNotes(child);
      lift(child);
      return !onlyNotes || hasDropped(child);
    });
  };
  lift(tree);
  append(tree.children, texts);
}

const hasDropped = (node: Element): boolean => {
  let found = false;
  visit(node, (one) => {
    if (one.tagName === "essay-dropped") found = true;
  });
  return found;
};

/** Whether an element's type, role or class names it as the place of notes; a heading in it is theirs, whatever it says. */
const saysThatItHoldsNotes = (node: Parents): boolean =>
  node.type === "element" &&
  [node.properties["epub:type"], node.properties["role"], node.properties["className"]]
    .flat()
    .some((names) => /(?:^|\s)(?:doc-endnotes|footnotes|endnotes|rearnotes)(?:$|\s)/u.test(String(names ?? "")));

function holdsOnlyNotes(node: Element): boolean {
  if (node.tagName === "essay-note-text") return true;
  if (!["ol", "ul", "li", "div", "section", "aside", "dl", "table", "tbody", "footer"].includes(node.tagName))
    return false;
  const inner = node.children.filter(
    (child) => child.type === "element" || (child.type === "text" && child.value.trim() !== ""),
  );
  return (
    inner.length > 0 &&
    inner.every(
      (child) =>
        child.type === "element" &&
        (holdsOnlyNotes(child) ||
          child.tagName === "hr" ||
          child.tagName === "essay-dropped" ||
          (/^h[1-6]$/u.test(child.tagName) && (isNotesTitle(hastText(child)) || saysThatItHoldsNotes(node)))),
    )
  );
}
