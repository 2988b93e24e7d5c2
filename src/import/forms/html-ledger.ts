import type { Nodes, Root } from "hast";
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
