import type { Element, ElementContent, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import { profileOf } from "../../essay/language-profile.ts";
import type { Section } from "../../essay/model.ts";
import { strings } from "../../i18n/index.ts";
import { paragraphsOf, runningHead } from "../../i18n/running-head.ts";
import { sectionLabel } from "../../i18n/section-label.ts";
import { copyTree } from "../../markdown/copy-tree.ts";
import { visit } from "../../markdown/visit.ts";
import { type BookSource, bookPages, pageOfSection } from "../epub/epub.ts";
import { bookStyle } from "../epub/style.ts";
import type { Page } from "../epub/xhtml.ts";
import type { PrintFormat } from "../formats.ts";
import { printStyle } from "./style.ts";

/** A book to be printed. */
export interface PrintedBook {
  /** The whole book as one HTML document, its images relative to it. */
  readonly html: string;
  /** Ids that a reader may be sent to by a locator; the document links to each, since browsers name no other places. */
  readonly anchors: readonly string[];
}

/**
 * Puts the pages of a book one after the other, for a browser that prints them.
 *
 * @param fontFaces `@font-face` rules of the embedded font; its family is `EMBEDDED_FAMILY` of `style.ts`
 */
export function printedBook(source: BookSource, format: PrintFormat, fontFaces: string): PrintedBook {
  const { text, record } = source;
  const { language } = text;
  const pages = bookPages(source);
  const parts = pages.flatMap((page, index) => [
    part(page, index),
    ...(page.type === "frontmatter" ? [contents(source, pages)] : []),
  ]);
  const root: Root = { type: "root", children: parts };
  const anchors: string[] = [];
  visit(root, "element", ({ tagName, properties, children }) => {
    if (typeof properties["id"] === "string") anchors.push(properties["id"]);
    // What only XML and reading systems know.
    delete properties["epub:type"];
    delete properties["xml:lang"];
    // The outline of the file would run the two together.
    if (tagName === "h1")
      for (const child of children) if (isSubtitle(child)) child.children.unshift({ type: "text", value: " " });
    if (tagName === "a" && typeof properties["href"] === "string") properties["href"] = inBook(properties["href"]);
  });
  const style = printStyle({
    ...format,
    direction: profileOf(language).direction,
    typography: profileOf(language).typography,
    heads: pages.map(({ name }, index) => ({ name: pageName(index), title: headOf(text.sections, name) })),
    work: text.title,
  });
  const html = h("html", { lang: language, dir: profileOf(language).direction, className: format.writing }, [
    h("head", [
      h("meta", { charSet: "utf-8" }),
      h("title", record.title),
      h("style", fontFaces + bookStyle(source.essay.languages) + style),
    ]),
    h("body", [
      ...parts,
      h(
        "div",
        { hidden: true },
        anchors.map((id) => h("a", { href: `#${id}` })),
      ),
    ]),
  ]);
  return { html: toHtml({ type: "root", children: [{ type: "doctype" }, html] }), anchors };
}

const isSubtitle = (node: ElementContent): node is Element =>
  node.type === "element" &&
  Array.isArray(node.properties["className"]) &&
  node.properties["className"].includes("subtitle");

/** @returns what stands above a page of a section; nothing above others */
function headOf(sections: readonly Section[], page: string): string {
  const section = sections.find(({ id }) => pageOfSection(id) === page);
  return section ? runningHead(section) : "";
}

const pageName = (index: number): string => `part-${index + 1}`;
const idOfPage = (name: string): string => `page-${name.replace(".xhtml", "")}`;

const part = ({ name, type, content }: Page, index: number): Element =>
  h("div", { id: idOfPage(name), className: ["part", type, pageName(index)] }, [...copyTree(content)]);

/** @returns where a link of the book's pages leads when they are one document */
function inBook(href: string): string {
  const [, page = "", fragment] = /^([\w-]+\.xhtml)(?:#(.+))?$/u.exec(href) ?? [];
  return page ? `#${fragment ?? idOfPage(page)}` : href;
}

/**
 * The contents, with the paragraphs of each section, which are what a reader is sent to, and room for the number of its
 * page: which one it is, who prints the book knows (`scripts/pdf.ts`).
 */
function contents({ text }: BookSource, pages: readonly Page[]): Element {
  const label = strings(text.language);
  const entry = (id: string, title: string, range = ""): ElementContent =>
    h("li", [
      h("a", { href: `#${id}` }, title),
      ...(range ? [" ", h("span", { className: "range" }, range)] : []),
      " ",
      h("span", { className: "page-number", dataPageOf: id }),
    ]);
  const titled = (section: Section) => [sectionLabel(section, text.language), section.title].filter(Boolean).join(" ");
  return h("nav", { className: "part contents" }, [
    h("h1", label.contents),
    h("ul", [
      ...text.sections.map((section) => entry(section.id, titled(section), paragraphsOf([section]))),
      ...pages.filter(({ type }) => type === "backmatter").map(({ name, title }) => entry(idOfPage(name), title)),
    ]),
  ]);
}
