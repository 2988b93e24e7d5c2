import type { Element, ElementContent, Root as HastRoot, Nodes, Parents } from "hast";
import { toString as hastText } from "hast-util-to-string";
import { excerpt, type Findings } from "../findings.ts";
import { isDate, isoDate } from "../lines/dates.ts";
import { append } from "../lists.ts";
import type { ManuscriptMetadata } from "../manuscript.ts";
import { visit } from "./visit-hast.ts";

const EXTERNAL = /^(?<address>https?:\/\/[^#]+)#(?<id>[^#]+)$/u;

/**
 * A page that was saved names itself by its whole address: links to its own places lead there again. An address is the
 * page's own where the page says so, or where all its links to places, two at least, are found here.
 */
export function shortenOwnLinks(tree: HastRoot): void {
  const ids = new Set<string>();
  const own = new Set<string>();
  const links = new Map<string, Element[]>();
  visit(tree, (node) => {
    for (const key of ["id", "name"]) if (node.properties[key]) ids.add(String(node.properties[key]));
    const { href, rel, property, content } = node.properties;
    if (node.tagName === "link" && [rel].flat().includes("canonical")) own.add(String(href));
    if (node.tagName === "meta" && property === "og:url") own.add(String(content));
    const address = node.tagName === "a" ? EXTERNAL.exec(String(href ?? ""))?.groups?.["address"] : undefined;
    if (address !== undefined) links.set(address, [...(links.get(address) ?? []), node]);
  });
  const place = (node: Element): string => {
    const id = EXTERNAL.exec(String(node.properties["href"]))?.groups?.["id"] ?? "";
    try {
      return decodeURIComponent(id);
    } catch {
      return id;
    }
  };
  for (const [address, nodes] of links) {
    const found = nodes.filter((node) => ids.has(place(node)));
    if (!own.has(address) && (found.length < 2 || found.length < nodes.length)) continue;
    for (const node of found) node.properties["href"] = `#${place(node)}`;
  }
}

/** Where a link leads that goes through a program which counts who follows it. */
export function unwrapRedirects(tree: Nodes): void {
  visit(tree, (node) => {
    const href = node.properties["href"];
    if (node.tagName !== "a" || typeof href !== "string") return;
    if (!/^https?:\/\/(?:www\.)?google\.[a-z.]+\/url\?/u.test(href)) return;
    const target = new URL(href).searchParams.get("q") ?? new URL(href).searchParams.get("url");
    if (target && /^https?:/u.test(target)) node.properties["href"] = target;
  });
}

const RULE = /\.(?<name>[\w-]+)\s*\{(?<body>[^{}]*)\}/gu;

/**
 * Programs that write a page from a word processor's file say what is in italics, bold, struck or raised in a style sheet.
 *
 * @param page where its style sheets are
 */
export function inlineStyles(tree: HastRoot, page: HastRoot): void {
  const looks = new Map<string, string[]>();
  visit(page, (node) => {
    if (node.tagName !== "style") return;
    for (const { groups } of hastText(node).matchAll(RULE)) {
      const kept = (groups?.["body"] ?? "").match(
        /font-style\s*:\s*italic|font-weight\s*:\s*(?:bold|[6-9]00)|text-decoration[^;]*line-through|vertical-align\s*:\s*(?:super|sub)(?!\w)/gu,
      );
      if (kept) looks.set(groups?.["name"] ?? "", kept);
    }
  });
  visit(tree, (node) => {
    if (node.tagName === "hr" && /display\s*:\s*none/u.test(String(node.properties["style"] ?? ""))) {
      // The end of a printed page.
      node.tagName = "span";
      return;
    }
    if (node.tagName !== "span" || /font-(?:style|weight)/u.test(String(node.properties["style"] ?? ""))) return;
    const found = [node.properties["className"]].flat().flatMap((name) => looks.get(String(name)) ?? []);
    if (found.length > 0)
      node.properties["style"] = [node.properties["style"], ...found].filter((one) => one !== undefined).join(";");
  });
}

/** Google's documents write each level of a list as a list of its own, and name the level. */
export function nestLists(tree: Nodes): void {
  const level = (node: ElementContent | undefined): number | undefined => {
    if (node?.type !== "element" || !["ul", "ol"].includes(node.tagName)) return undefined;
    const name = [node.properties["className"]].flat().find((one) => /^lst-kix_\w+-\d$/u.test(String(one)));
    return name === undefined ? undefined : Number(String(name).at(-1));
  };
  const walk = (parent: Parents): void => {
    const siblings = parent.children as ElementContent[];
    for (let index = 0; index < siblings.length; index += 1) {
      const node = siblings[index];
      if (node?.type !== "element") continue;
      const own = level(node);
      if (own === undefined) {
        walk(node);
        continue;
      }
      if (own === 0) {
        const former = siblings[index - 1];
        // It goes on after the lists that stood in it.
        if (former?.type !== "element" || level(former) !== 0 || has(node, "start") || former.tagName !== node.tagName)
          continue;
        append(former.children, node.children);
        siblings.splice(index, 1);
        index -= 1;
        continue;
      }
      let into = siblings[index - 1];
      const before = level(into);
      if (into?.type !== "element" || before === undefined || before >= own) continue;
      // The list that was put into an item before stands at its end.
      for (let deeper = into; deeper && (level(deeper) ?? own) < own; ) {
        into = deeper;
        const item = lastElement(deeper);
        const last = item && lastElement(item);
        if (last?.type !== "element" || level(last) === undefined) break;
        deeper = last;
      }
      const isSame = level(into) === own;
      const item = isSame ? undefined : lastElement(into);
      if (isSame) append((into as Element).children, node.children);
      else if (item) item.children.push(node);
      else continue;
      siblings.splice(index, 1);
      index -= 1;
    }
  };
  if ("children" in tree) walk(tree);
}

const has = (node: Element, name: string): boolean => [node.properties["className"]].flat().includes(name);

const lastElement = (node: Element): Element | undefined =>
  node.children.findLast((one): one is Element => one.type === "element");

/** Remarks that others wrote beside a text are told, and are none of its notes. */
export function takeComments(tree: HastRoot, findings: Findings): void {
  visit(tree, (node, index, parent) => {
    const href = String(node.properties["href"] ?? "");
    if (node.tagName !== "a" || !/^#cmnt(?:_ref)?\d+$/u.test(href)) return;
    const isMark = /^#cmnt\d/u.test(href);
    const words = isMark
      ? ""
      : hastText(parent as Element)
          .replace(hastText(node), "")
          .trim();
    if (words !== "") findings.leftOut.push({ place: "comment", text: `“${excerpt(words, 120)}”`, words });
    const dropped = { type: "text" as const, value: "" };
    if (isMark && parent.type === "element" && parent.tagName === "sup") {
      parent.tagName = "span";
      parent.children = [dropped];
    } else if (isMark) (parent.children as Nodes[])[index] = dropped;
    else (parent as Element).children = [dropped];
  });
}

/** What names and institutes beside a title are called in the style sheets of journals. */
export const CONTRIBUTORS = /^(?:contrib-group|contributors|authors|author-list|aff|affiliations?|author-notes)$/iu;
const classesOf = (node: Element): string[] => [node.properties["className"]].flat().map((name) => String(name ?? ""));

const letters = (text: string): string => text.replaceAll(/[\s|·•,、，/／-]+/gu, "").toLowerCase();

/** So many blocks may stand between a page's title and its text. */
const MOST_LINES = 12;

/**
 * Lines over the text that say again what the page says of itself: its title where it is no heading, who wrote it, when.
 *
 * @param metadata what the page says; a subtitle is added to it
 */
export function takeHead(tree: HastRoot, metadata: ManuscriptMetadata, findings: Findings): void {
  const names = (metadata.authors ?? []).flatMap((name) => {
    const parts = Object.values(name).map(String);
    return [letters(parts.join("")), letters([...parts].reverse().join(""))];
  });
  takeLinesOverTitle(tree, findings);
  const titled = firstBlock(tree);
  // A paragraph that is called so stands over all headings.
  if (titled?.tagName === "p" && [titled.properties["className"]].flat().includes("title"))
    metadata.title = hastText(titled).replaceAll(/\s+/gu, " ").trim();
  const title = letters(metadata.title ?? "");
  const said: string[] = [];
  let count = 0;
  const isAgain = (words: string): boolean => {
    const own = letters(words);
    if ((own === title && title !== "") || (own !== "" && own === letters(metadata.subtitle ?? ""))) return true;
    // All who wrote it, each with the marks of an institute.
    const others = (metadata.authors ?? []).reduce((left, author) => {
      const parts = Object.values(author).map((part) => letters(String(part)));
      return [parts.join(""), [...parts].reverse().join("")].reduce((sum, one) => sum.replace(one, ""), left);
    }, own);
    if (names.length > 0 && others !== own && others.replaceAll(/(?:and|und|et|y|e)|[^\p{L}]/gu, "") === "")
      return true;
    const name = names.find((one) => one !== "" && own.replace(/^(?:by|von|par|著者?|文)[:：]?/u, "").startsWith(one));
    const rest = name === undefined ? words : words.slice(lengthOf(words, name)).trim();
    if (name !== undefined && letters(rest) === "") return true;
    const date = isoDate(rest.replace(/\s+\d{1,2}:\d{2}.*$/u, "").trim());
    // A date that nothing else says is the text's own; what follows one may be anything.
    if (name === undefined && metadata.date === undefined && !isDate(words)) return false;
    if (date !== undefined && metadata.date === undefined) metadata.date = date;
    return (
      /(?:[\d日]|\d{1,2}:\d{2}.*)$/u.test(rest) &&
      date !== undefined &&
      (metadata.date === undefined || date === metadata.date) &&
      rest.length <= 40
    );
  };
  const walk = (parent: Parents): boolean => {
    for (const [index, node] of parent.children.entries()) {
      if (node.type === "text" && node.value.trim() !== "") return true;
      if (node.type !== "element") continue;
      const words = hastText(node).replaceAll(/\s+/gu, " ").trim();
      if (words === "") continue;
      if (/^h1$/u.test(node.tagName)) continue;
      // Names that are called so are told from institutes elsewhere.
      if (classesOf(node).some((name) => CONTRIBUTORS.test(name))) continue;
      count += 1;
      if (count > MOST_LINES) return true;
      if (isAgain(words)) {
        said.push(words);
        (parent.children as Nodes[])[index] = { type: "text", value: "" };
        continue;
      }
      const isSubtitle = [node.properties["className"]]
        .flat()
        .some((name) => /(?:^|[-_])subtitle$|^p-summary$/u.test(String(name)));
      if (isSubtitle && metadata.subtitle === undefined && words.length <= 160 && !/^h1$/u.test(node.tagName)) {
        metadata.subtitle = words;
        (parent.children as Nodes[])[index] = { type: "text", value: "" };
        findings.leftOut.push({ place: "over the text", text: `read into essay.yaml: “${excerpt(words, 80)}”`, words });
        continue;
      }
      if (["p", "h2", "h3", "h4", "blockquote", "ul", "ol", "table", "figure"].includes(node.tagName)) return true;
      if (walk(node)) return true;
    }
    return false;
  };
  walk(tree);
  for (const words of said)
    findings.leftOut.push({ place: "over the text", text: `essay.yaml says it: “${excerpt(words, 80)}”`, words });
}

/** What stands in a box of its own over a paragraph that is called the title is the head of printed pages. */
function takeLinesOverTitle(tree: HastRoot, findings: Findings): void {
  let box: Parents | undefined;
  const blocks: { node: Element; parent: Parents; index: number }[] = [];
  visit(tree, (node, index, parent) => {
    if (box || !["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table"].includes(node.tagName)) return;
    if (node.tagName === "p" && has(node, "title")) box = parent;
    else blocks.push({ node, parent, index });
  });
  const said = blocks.filter(({ node }) => hastText(node).trim() !== "");
  if (!box || said.length > 3 || said.some(({ node, parent }) => node.tagName !== "p" || parent === box)) return;
  for (const { node, parent, index } of said) {
    const words = hastText(node).replaceAll(/\s+/gu, " ").trim();
    findings.leftOut.push({
      place: "over the title",
      text: `the head of printed pages: “${excerpt(words, 80)}”`,
      words,
    });
    (parent.children as Nodes[])[index] = { type: "text", value: "" };
  }
}

/** @returns the first element with words that no other such element stands in alone */
function firstBlock(node: Parents): Element | undefined {
  for (const one of node.children) {
    if (one.type !== "element" || hastText(one).trim() === "") continue;
    return ["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table"].includes(one.tagName) ? one : firstBlock(one);
  }
  return undefined;
}

/** How many characters of the words say these letters. */
function lengthOf(words: string, wanted: string): number {
  let length = 1;
  while (length < words.length && !letters(words.slice(0, length)).endsWith(wanted)) length += 1;
  return length;
}
