import type { ElementContent, Root, RootContent } from "hast";
import { toXast } from "hast-util-to-xast";
import { h } from "hastscript";
import { visit } from "unist-util-visit";
import type { Root as XmlRoot } from "xast";
import { toXml } from "xast-util-to-xml";

const OPS = "http://www.idpf.org/2007/ops";
const MATHML = "http://www.w3.org/1998/Math/MathML";

/** One content document of the publication. */
export interface Page {
  /** File name, `section-river.xhtml`. */
  readonly name: string;
  readonly title: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** What the page is (EPUB Structural Semantics), for `epub:type`. */
  readonly type: string;
  readonly content: readonly ElementContent[];
}

/** How the lines of a book run: its pages are turned the other way where they are vertical. */
export type Writing = "horizontal" | "vertical";

/** @returns the page as XHTML, for lines that are horizontal */
export function writePage({ title, language, direction, type, content }: Page): string {
  const root = { lang: language, "xml:lang": language, dir: direction, className: "horizontal", "xmlns:epub": OPS };
  const html = h("html", root, [
    h("head", [
      h("meta", { charSet: "utf-8" }),
      h("title", title),
      h("link", { rel: "stylesheet", type: "text/css", href: "style.css" }),
    ]),
    h("body", { "epub:type": type }, [...content]),
  ]);
  return toXmlText({ type: "root", children: [{ type: "doctype" }, html] });
}

/** @returns the same page for lines that run as `writing` says; only the root's class tells it */
export const inWriting = (page: string, writing: Writing): string =>
  page.replace(/(<html [^>]*class=")horizontal"/u, `$1${writing}"`);

/** @returns the nodes as XML, with a declaration before it */
function toXmlText(tree: Root): string {
  const xml = toXast(tree) as XmlRoot;
  // In XML a formula is one by its namespace, and the conversion knows those of HTML and SVG alone.
  if (contains(tree.children, "math"))
    visit(xml, { type: "element", name: "math" }, (formula) => {
      if (formula.type === "element") formula.attributes = { xmlns: MATHML, ...formula.attributes };
    });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(xml, { closeEmptyElements: true })}\n`;
}

/** @returns whether a page has an element of this name, for the properties of its manifest entry */
export function contains(content: readonly RootContent[], tagName: string): boolean {
  return content.some(
    (node) => node.type === "element" && (node.tagName === tagName || contains(node.children, tagName)),
  );
}
