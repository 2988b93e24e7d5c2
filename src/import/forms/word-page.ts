import type { Element, ElementContent, Root as HastRoot, Nodes, Parents, Text } from "hast";
import { toString as hastText } from "hast-util-to-string";
import { dropped } from "./html-ledger.ts";
import { classNames } from "./page-parts.ts";
import { SKIP, visit } from "./visit-hast.ts";

/** Text in which white space says something, or that nobody reads. */
const AS_IT_IS = new Set(["pre", "code", "textarea", "script", "style", "samp", "kbd"]);
/** Letters and signs that no space parts. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3001-\u303F\u30FC\uFF01-\uFF60\uFFE0-\uFFE6]/u;

/**
 * A line's end in a page's source between two characters that no space parts is none of the text (CSS Text 3, 4.1.3):
 * programs and people break such lines anywhere.
 */
export function dropLineEnds(tree: HastRoot): void {
  const texts: Text[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === "text") texts.push(node);
    else if ("children" in node && !(node.type === "element" && AS_IT_IS.has(node.tagName)))
      node.children.forEach(walk);
  };
  walk(tree);
  const said = texts.map(({ value }) => value);
  const isUnspaced = (character: string | undefined): boolean => character !== undefined && UNSPACED.test(character);
  for (const [index, node] of texts.entries())
    node.value = node.value.replaceAll(/[ \t]*\r?\n\s*/gu, (space, at: number, whole: string) => {
      const before = at > 0 ? whole[at - 1] : lastOf(said, index);
      const end = at + space.length;
      const after = end < whole.length ? whole[end] : firstOf(said, index);
      return isUnspaced(before) && isUnspaced(after) ? "" : space;
    });
}

const lastOf = (said: readonly string[], index: number): string | undefined =>
  said
    .slice(Math.max(0, index - 8), index)
    .findLast((value) => value !== "")
    ?.at(-1);

const firstOf = (said: readonly string[], index: number): string | undefined =>
  said.slice(index + 1, index + 9).find((value) => value !== "")?.[0];

/**
 * Word says of every run in which language its author's keyboard stood: of figures and signs, and of the page's own language,
 * that says nothing. Their words stand in the text itself again.
 */
export function unwrapIdleLanguages(tree: HastRoot, language: string | undefined): void {
  const primary = (tag: string): string => tag.toLowerCase().split(/[-_]/u)[0] ?? "";
  const walk = (node: Parents, around: string): void => {
    const own = node.type === "element" ? String(node.properties["lang"] ?? "") : "";
    const here = own === "" ? around : primary(own);
    const children: ElementContent[] = [];
    for (const child of node.children as ElementContent[]) {
      if (child.type === "element") walk(child, here);
      const isIdle =
        child.type === "element" &&
        child.tagName === "span" &&
        typeof child.properties["lang"] === "string" &&
        (primary(child.properties["lang"]) === here || !/\p{L}/u.test(hastText(child)));
      if (!isIdle) {
        if (child.type === "element" && typeof child.properties["lang"] === "string")
          child.properties["lang"] = canonical(child.properties["lang"]);
        addTo(children, child);
        continue;
      }
      delete child.properties["lang"];
      const isPlain = Object.entries(child.properties).every(
        ([name, value]) =>
          name === "style" && !/font-style|font-weight|decoration|emphasis|vertical-align/u.test(String(value)),
      );
      if (isPlain) for (const inner of child.children) addTo(children, inner);
      else children.push(child);
    }
    (node as { children: Nodes[] }).children = children;
  };
  walk(tree, primary(language ?? ""));
}

const canonical = (tag: string): string => {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll("_", "-"))[0] ?? tag;
  } catch {
    return tag;
  }
};

/** Texts that stand side by side are one. */
function addTo(children: ElementContent[], child: ElementContent): void {
  const last = children.at(-1);
  if (child.type === "text" && last?.type === "text") last.value += child.value;
  else children.push(child);
}

/** Styles of paragraphs that quote, as Word calls them in a page. */
const QUOTES = /^Mso(?:Intense)?Quote(?:CxSp(?:First|Middle|Last))?$|^MsoBlockText$/u;
const LISTS = /^MsoList(?:Paragraph|Bullet|Number|Continue)?\d?(?:CxSp(?:First|Middle|Last))?$/u;
/** The signs of Wingdings and Symbol that Word sets before items, and those that others use. */
const BULLET = /^[\s\u00A0]*(?<sign>[lnuØüqvw§·•●○◦▪■□◆◇–—*o-])[\s\u00A0]+$/u;
const COUNT = /^[\s\u00A0]*(?<sign>\d{1,3})[.)．）][\s\u00A0]+$/u;

/** The styles of a title page, by the names that other programs give them. */
const TITLES: Readonly<Record<string, string>> = { MsoTitle: "title", MsoSubtitle: "subtitle" };
const GATHERED = new Set(["blockquote", "ul", "ol", "li"]);

/** Gives the paragraphs of a page that Word wrote the elements that their styles mean: lists, quotations. */
export function readWordStyles(tree: HastRoot): void {
  visit(tree, (node, _index, parent) => {
    const named = classNames(node).map((name) => TITLES[name] ?? name);
    if (named.length > 0) node.properties["className"] = named;
    if (parent.type === "element" && GATHERED.has(parent.tagName)) return;
    const siblings = parent.children as ElementContent[];
    if (!siblings.some((one) => one.type === "element" && classNames(one).some((name) => name.startsWith("Mso"))))
      return;
    parent.children = gathered(siblings) as never;
  });
}

function gathered(siblings: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  let open: Element | undefined;
  for (const node of siblings) {
    if (node.type === "text" && node.value.trim() === "") {
      result.push(node);
      continue;
    }
    const block = node.type === "element" ? blockOf(node) : undefined;
    if (block === undefined) {
      open = undefined;
      result.push(node);
      continue;
    }
    if (open?.tagName !== block.name) {
      open = { type: "element", tagName: block.name, properties: {}, children: [] };
      result.push(open);
    }
    open.children.push(block.child);
  }
  return result;
}

function blockOf(node: Element): { name: "blockquote" | "ul" | "ol"; child: Element } | undefined {
  const names = classNames(node);
  if (node.tagName !== "p") return undefined;
  if (names.some((name) => QUOTES.test(name)))
    return { name: "blockquote", child: { ...node, children: upright(node) } };
  if (!names.some((name) => LISTS.test(name))) return undefined;
  const sign = takeSign(node);
  return sign && { name: sign, child: { type: "element", tagName: "li", properties: {}, children: node.children } };
}

/** A style for quotations leans their letters: all of them, and none more than others. */
function upright(node: Element): ElementContent[] {
  const [only, ...others] = node.children.filter((one) => one.type !== "text" || one.value.trim() !== "");
  return only?.type === "element" && ["i", "em"].includes(only.tagName) && others.length === 0
    ? only.children
    : node.children;
}

/** Takes the sign before an item off it: it stands in a run of its own, with spaces as wide as a tab. */
function takeSign(node: Element): "ul" | "ol" | undefined {
  let found: "ul" | "ol" | undefined;
  visit(node, (one, index, parent) => {
    if (found || one.tagName !== "span") return undefined;
    const words = hastText(one);
    const isOrdered = COUNT.test(words);
    if (!isOrdered && !BULLET.test(words)) return undefined;
    // It stands before everything else.
    if (!hastText(node).startsWith(words)) return undefined;
    found = isOrdered ? "ol" : "ul";
    (parent.children as ElementContent[])[index] = dropped("sign of a list", one.children);
    return SKIP;
  });
  return found;
}
