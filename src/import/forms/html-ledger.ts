import type { Element, ElementContent, Nodes, Root } from "hast";
import type { SourceWords } from "../account.ts";
import type { Fragment } from "../manuscript.ts";

/** Elements whose text is not part of the words. */
const SILENT = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "rp",
  "iframe",
  "svg",
  "canvas",
  "audio",
  "video",
  "object",
  "embed",
  "select",
  "textarea",
  "title",
  "head",
  "annotation",
  "annotation-xml",
  "meta",
  "link",
]);

/**
 * What a rule takes out of a page stays in its tree as an element of its own, so that the ledger has its words.
 *
 * @param why it is no part of the text, as the report says
 * @param content the words, or what had them
 */
export const dropped = (why: string, content: string | ElementContent[]): Element => ({
  type: "element",
  tagName: "essay-dropped",
  properties: { why },
  children: typeof content === "string" ? [{ type: "text", value: content }] : content,
});

/**
 * The words of a page as its tree has them, with where they go: the text, a note, or nowhere. It is made before the tree
 * becomes Markdown, and by other means.
 *
 * @param place where in the manuscript the tree stands
 */
export function hastLedger(tree: Root, place: string): Fragment[] {
  const fragments: Fragment[] = [];
  let heading = place;
  const walk = (node: Nodes, to: Fragment["to"], why?: string): void => {
    if (node.type === "text") {
      if (node.value.trim() !== "") fragments.push({ text: node.value, to, place: heading, ...(why && { why }) });
      return;
    }
    if (node.type !== "element" && node.type !== "root") return;
    if (node.type === "element") {
      if (SILENT.has(node.tagName)) return;
      if (node.tagName === "essay-dropped") {
        for (const child of node.children) walk(child, "left out", String(node.properties["why"]));
        return;
      }
      if (node.tagName === "essay-note-text") {
        for (const child of node.children) walk(child, `note ${String(node.properties["label"])}`);
        return;
      }
      if (/^h[1-6]$/u.test(node.tagName)) heading = `${place}, “${textOf(node).trim().slice(0, 30)}”`;
      else if (node.position) heading = heading.includes("“") ? heading : `${place}, line ${node.position.start.line}`;
    }
    for (const child of node.children) walk(child, to, why);
  };
  walk(tree, "body");
  return fragments;
}

const textOf = (node: Nodes): string =>
  node.type === "text" ? node.value : "children" in node ? node.children.map((child) => textOf(child)).join("") : "";

/** What is code to a browser, or says in another form what stands beside it. */
const UNREAD = new Set(["script", "style", "template", "head", "title", "annotation", "annotation-xml"]);
/** Attributes that hold words, or lead to what is shown in their place. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  "*": ["title"],
  img: ["alt", "title"],
  input: ["alt", "title", "value", "placeholder"],
  textarea: ["title", "placeholder"],
  iframe: ["title", "src"],
  video: ["title", "src"],
  audio: ["title", "src"],
  source: ["src"],
  object: ["title", "data"],
  embed: ["title", "src"],
};

/**
 * The words of a page before anything is made of it, in text and in attributes, whether they will be read or not.
 *
 * @param place where in the manuscript the tree stands
 */
export function wordsOfPage(tree: Root, place: string): SourceWords[] {
  const found: SourceWords[] = [];
  let heading = place;
  const walk = (node: Nodes): void => {
    if (node.type === "text" && node.value.trim() !== "") found.push({ place: heading, text: node.value });
    if (node.type === "element") {
      if (UNREAD.has(node.tagName)) return;
      if (/^h[1-6]$/u.test(node.tagName)) heading = `${place}, “${textOf(node).trim().slice(0, 30)}”`;
      for (const name of WORDS[node.tagName] ?? WORDS["*"] ?? []) {
        const value = node.properties[name];
        // Some pages show the description again where the pointer rests.
        if (name === "title" && value === node.properties["alt"]) continue;
        // An image in the page's own text is bytes and no words.
        if (typeof value === "string" && !value.startsWith("data:")) found.push({ place: heading, text: value });
      }
    }
    if (node.type === "element" || node.type === "root") for (const child of node.children) walk(child);
  };
  walk(tree);
  return found;
}

/** @returns the remarks in a page's source that hold words */
export function commentsOf(tree: Root): string[] {
  const found: string[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === "comment" && /\p{L}{2}/u.test(node.value)) found.push(node.value.trim());
    if ("children" in node) for (const child of node.children) walk(child);
  };
  walk(tree);
  return found;
}
