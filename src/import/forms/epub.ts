import type { Element, Root as HastRoot, Nodes, Parents } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString as hastText } from "hast-util-to-string";
import { parseHTML } from "linkedom";
import { letters } from "../../essay/text-hash.ts";
import { decodeText } from "../encoding.ts";
import { excerpt } from "../findings.ts";
import { ImportError } from "../import-error.ts";
import { isoDate } from "../lines/dates.ts";
import { append } from "../lists.ts";
import type { Manuscript, ManuscriptImage, ManuscriptMetadata } from "../manuscript.ts";
import { parseName } from "../names.ts";
import type { ReadForm } from "./form.ts";
import { manuscriptOfHtml } from "./html.ts";
import { imageName } from "./image-name.ts";
import { nameFences } from "./math-fences.ts";
import { openObjects } from "./objects.ts";
import { shownText } from "./shown-text.ts";
import { visit } from "./visit-hast.ts";
import { child, elements, parseXml, type XmlElement } from "./xml.ts";
import { resolvePath, unpack } from "./zip.ts";

const IMAGE = /\.(?:png|jpe?g|gif|webp|svg|avif)$/iu;

/** Reads an EPUB: its chapters in their order, as one page. */
export const readEpub: ReadForm = async (bytes, file, { findings, progress }): Promise<Manuscript> => {
  const entries = unpack(
    bytes,
    file,
    (name) =>
      /\.(?:xhtml|html?|xml|opf|ncx)$/iu.test(name) ||
      IMAGE.test(name) ||
      name === "mimetype" ||
      name.startsWith("META-INF/"),
  );
  const text = (path: string): string | undefined => {
    const found = entries.get(path);
    return found && decodeText(found, path).text;
  };
  const broken = (what: string) => new ImportError(file, what, "Export the book again, or give it as .docx or .html.");
  const encryption = text("META-INF/encryption.xml");
  if (encryption && /enc:EncryptedData|<EncryptedData/u.test(encryption) && !onlyFonts(encryption))
    throw new ImportError(file, "is protected by DRM", "Only a book without protection can be imported.");
  const container = text("META-INF/container.xml");
  const packagePath = container && /full-path\s*=\s*["']([^"']+)["']/u.exec(container)?.[1];
  const opf = packagePath ? text(packagePath) : undefined;
  if (!packagePath || opf === undefined)
    throw broken("is not a whole EPUB: the file that lists its chapters is missing");

  const { document } = parseHTML(
    `<html><body>${opf
      .replace(/<\?xml[\s\S]*?\?>/u, "")
      .replaceAll(/<(\/?)(?:opf|dc):/giu, "<$1dc-")
      .replaceAll(
        /<(item|itemref|meta|reference|dc-item|dc-itemref|dc-meta|dc-reference)\b([^>]*)\/>/giu,
        "<x-$1$2></x-$1>",
      )
      .replaceAll(/<(\/?)(metadata|meta|title|link)\b/giu, "<$1x-$2")}</body></html>`,
  );
  const all = (names: string): Element2[] => [...document.querySelectorAll(names)] as unknown as Element2[];
  const items = new Map(
    all("x-item, x-dc-item, item, dc-item").map((item) => [
      item.getAttribute("id") ?? "",
      {
        href: item.getAttribute("href") ?? "",
        type: (item.getAttribute("media-type") ?? "").toLowerCase(),
        properties: item.getAttribute("properties") ?? "",
        fallback: item.getAttribute("fallback") ?? "",
      },
    ]),
  );
  const spine = all("x-itemref, x-dc-itemref, itemref, dc-itemref").flatMap((entry) => {
    const item = shownOf(entry.getAttribute("idref") ?? "", items);
    return item
      ? [
          {
            path: resolvePath(packagePath, item.href),
            isContents: /\bnav\b/u.test(item.properties),
            isImage: item.type.startsWith("image/"),
          },
        ]
      : [];
  });
  if (spine.every(({ isContents }) => isContents)) throw broken("lists no chapters");
  // EPUB 2 says so of its own pages.
  const guide = new Map(
    all("x-reference, x-dc-reference, reference").map((one) => [
      resolvePath(packagePath, decodePath((one.getAttribute("href") ?? "").split("#")[0] ?? "")),
      (one.getAttribute("type") ?? "").toLowerCase(),
    ]),
  );
  const metadata = packageMetadata(all);
  // A book that this program made of an essay: what it adds is made again of the essay's data.
  const isOwn = /\bhref="citation\.csl\.json"/u.test(opf);

  const labels = contentsOf(
    [...items.values()].find(({ type }) => type === "application/x-dtbncx+xml")?.href,
    packagePath,
    text,
  );
  const root: HastRoot = { type: "root", children: [] };
  const images = new Map<string, ManuscriptImage>();
  const tops = new Map<string, string>();
  const toTops: { node: Element; path: string }[] = [];
  for (const [index, { path, isContents, isImage }] of spine.entries()) {
    progress(index + 1, spine.length, "chapters");
    const html = entries.has(path) && isImage ? "" : text(path);
    if (html === undefined) {
      findings.leftOut.push({ place: path, text: "the chapter is listed and not in the book" });
      continue;
    }
    const { root: chapter, contents, types, pages } = isImage ? imagePage(path) : bodyOf(html);
    if (pages > 0) findings.count("page numbers left out", pages);
    for (const said of contents)
      findings.leftOut.push({
        place: path,
        text: `a list of contents, which the site makes itself: “${excerpt(said, 80)}”`,
        words: said,
      });
    const isNamed = FRAME.test(types) || GUIDE_FRAME.test(guide.get(path) ?? "");
    if (isContents || isNamed || isFrame(chapter, path, metadata) || (isOwn && OWN_APPARATUS.test(path))) {
      const said = shownText(chapter);
      if (said !== "")
        findings.leftOut.push({
          place: path,
          text: `a page of the book's own (${excerpt(said, 40)}), ${[...words(chapter)].length} characters`,
          words: said,
        });
      else if (hasImage(chapter))
        findings.leftOut.push({
          place: path,
          text: `a page of the book's own: an image alone, as on a cover${described(chapter)}`,
        });
      if (said !== "" && described(chapter) !== "")
        findings.leftOut.push({ place: path, text: `its images${described(chapter)}` });
      continue;
    }
    findings.count("headings of a book's contents", headByContents(chapter, labels.get(path) ?? []));
    for (const lost of tieTogether(chapter, path, { entries, images, tops, toTops }))
      findings.leftOut.push({ place: path, text: `the image ${excerpt(lost, 60)} is not in the book` });
    append(root.children, apart(chapter.children as Element["children"]));
  }
  for (const { node, path } of toTops) {
    const top = tops.get(path);
    if (top === undefined) delete node.properties["href"];
    else node.properties["href"] = `#${top}`;
  }
  if (words(root).length === 0)
    throw new ImportError(
      file,
      "holds pictures and no words",
      "Have its words recognised (OCR), or give the text itself.",
    );
  return manuscriptOfHtml(root, { file, metadata, findings, images: [...images.values()] });
};

/** Words of a chapter that stand in no block are not joined to those of the next. */
function apart(children: Element["children"]): Element["children"] {
  const isLoose = (node: Element["children"][number]): boolean =>
    node.type === "text" ? node.value.trim() !== "" : node.type === "element" && LOOSE.test(node.tagName);
  return children.some(isLoose) ? [{ type: "element", tagName: "div", properties: {}, children }] : children;
}

const LOOSE = /^(?:a|abbr|b|bdi|bdo|br|cite|code|em|font|i|img|math|q|ruby|small|span|strong|sub|sup|svg|tt|u)$/u;

/** A file of the book as its package lists it. */
interface Item {
  readonly href: string;
  readonly type: string;
  readonly properties: string;
  /** The id of what stands for it where it cannot be shown. */
  readonly fallback: string;
}

/** @returns the item, or the first of those that stand for it that is a page or an image; the item where none is */
function shownOf(id: string, items: ReadonlyMap<string, Item>): Item | undefined {
  const seen = new Set<string>();
  for (let at = id; !seen.has(at); at = items.get(at)?.fallback ?? "") {
    const item = items.get(at);
    if (!item) break;
    seen.add(at);
    if (/html/u.test(item.type) || IMAGE.test(item.href)) return item;
  }
  return items.get(id);
}

/** An image that is a page of the book by itself. */
function imagePage(path: string): Page {
  const image: Element = {
    type: "element",
    tagName: "img",
    properties: { src: path.split("/").at(-1) ?? "" },
    children: [],
  };
  return { root: { type: "root", children: [image] }, contents: [], types: "", pages: 0 };
}

/** @returns the descriptions of a page's images, for a message */
function described(page: HastRoot): string {
  const said: string[] = [];
  visit(page, (node) => {
    const about = String(node.properties["alt"] ?? "").trim();
    if (node.tagName === "img" && about !== "") said.push(`“${about}”`);
  });
  return said.length === 0 ? "" : `, described as ${said.join(", ")}`;
}

/** An entry of a book's list of contents. */
interface Label {
  readonly words: string;
  /** From 1. */
  readonly depth: number;
  /** The id of the place in the chapter's file that it leads to; empty where it leads to its beginning. */
  readonly id: string;
}

/** @returns what an EPUB 2 lists in its contents (`toc.ncx`), by the files of its chapters */
function contentsOf(
  href: string | undefined,
  packagePath: string,
  text: (path: string) => string | undefined,
): Map<string, Label[]> {
  const labels = new Map<string, Label[]>();
  const path = href === undefined ? undefined : resolvePath(packagePath, href);
  const xml = path === undefined ? undefined : text(path);
  if (path === undefined || xml === undefined) return labels;
  const walk = (node: XmlElement, depth: number): void => {
    for (const one of elements(node)) {
      if (one.tagName !== "navPoint") {
        if (one.tagName === "navMap") walk(one, depth);
        continue;
      }
      const [target = "", id = ""] = (child(one, "content")?.getAttribute("src") ?? "").split("#");
      const words = child(one, "navLabel")?.textContent ?? "";
      const to = resolvePath(path, decodePath(target));
      labels.set(to, [...(labels.get(to) ?? []), { words, depth, id }]);
      walk(one, depth + 1);
    }
  };
  try {
    walk(parseXml(xml.replace(/<!DOCTYPE[^>]*>/u, "")).documentElement, 1);
  } catch {
    // A list of contents that is broken heads nothing; the chapters are read all the same.
    labels.clear();
  }
  return labels;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** So many lines may make a heading: the word for a chapter, its number, its title. */
const MOST_HEAD_LINES = 3;

/**
 * Makes headings of the lines that the book's list of contents names, where a chapter has none: books of EPUB 2 often set them
 * as paragraphs that look so.
 *
 * @returns how many
 */
function headByContents(chapter: HastRoot, labels: readonly Label[]): number {
  const blocks: { node: Element; parent: Parents; ids: string[] }[] = [];
  let hasHeadings = false;
  const walk = (parent: Parents, ids: readonly string[]): void => {
    for (const node of parent.children) {
      if (node.type !== "element") continue;
      if (/^h[1-6]$/u.test(node.tagName)) hasHeadings = true;
      const id = String(node.properties["id"] ?? "");
      const own = id === "" ? ids : [...ids, id];
      const inner: string[] = [];
      visit(node, (one) => {
        if (one.properties["id"]) inner.push(String(one.properties["id"]));
      });
      const holdsBlocks = node.children.some(
        (one) => one.type === "element" && ["p", "div", "section", "h1", "h2", "h3"].includes(one.tagName),
      );
      if (holdsBlocks) walk(node, own);
      else if (["p", "div"].includes(node.tagName) && words(node) !== "")
        blocks.push({ node, parent, ids: [...own, ...inner] });
    }
  };
  walk(chapter, []);
  if (hasHeadings) return 0;
  let count = 0;
  for (const { words: label, depth, id } of labels) {
    const start = id === "" ? 0 : blocks.findIndex(({ ids }) => ids.includes(id));
    const wanted = letters(label);
    if (start < 0 || wanted === "") continue;
    for (let length = 1; length <= MOST_HEAD_LINES; length += 1) {
      const own = blocks.slice(start, start + length);
      if (own.length < length || letters(own.map(({ node }) => hastText(node)).join("")) !== wanted) continue;
      const [first, ...others] = own;
      if (!first || others.some(({ parent }) => parent !== first.parent)) break;
      first.node.tagName = `h${Math.min(6, depth)}`;
      for (const { node, parent } of others) {
        first.node.children.push({ type: "text", value: " " }, ...node.children);
        parent.children.splice((parent.children as Nodes[]).indexOf(node), 1);
      }
      count += 1;
      break;
    }
  }
  return count;
}

interface Element2 {
  getAttribute(name: string): string | null;
  readonly textContent: string;
}

const OWN_APPARATUS = /\/(?:figures|glossary|timeline|sources)\.xhtml$/u;

const onlyFonts = (xml: string): boolean =>
  [...xml.matchAll(/CipherReference[^>]+URI\s*=\s*["']([^"']+)["']/gu)].every(([, path]) =>
    /\.(?:otf|ttf|woff2?)$/iu.test(path ?? ""),
  );

function packageMetadata(all: (names: string) => Element2[]): ManuscriptMetadata {
  const metadata: ManuscriptMetadata = {};
  // EPUB 3 says what a title and a name are for in elements that refine them, EPUB 2 in attributes.
  const refined = (node: Element2, property: string): string | undefined => {
    const id = node.getAttribute("id");
    const found =
      id &&
      all("x-meta, meta").find(
        (one) => one.getAttribute("refines") === `#${id}` && one.getAttribute("property") === property,
      );
    return found ? ((found.textContent.trim() || found.getAttribute("content")) ?? undefined) : undefined;
  };
  const text = (node: Element2): string => node.textContent.trim().replaceAll(/\s+/gu, " ");
  const titles = all("dc-title").filter((node) => text(node) !== "");
  const title = titles.find((node) => refined(node, "title-type") === "main") ?? titles[0];
  if (title) metadata.title = text(title);
  const subtitle = titles.find((node) => refined(node, "title-type") === "subtitle");
  if (subtitle && subtitle !== title) metadata.subtitle = text(subtitle);
  const people = all("dc-creator, dc-contributor").map((node) => ({
    name: text(node),
    role: node.getAttribute("opf:role") ?? node.getAttribute("role") ?? refined(node, "role") ?? "",
    isCreator: /creator/iu.test((node as unknown as { tagName: string }).tagName),
  }));
  const authors = people.filter(({ name, role, isCreator }) => name && (role === "aut" || (isCreator && role === "")));
  if (authors.length > 0) metadata.authors = authors.map(({ name }) => parseName(name));
  const translators = people.filter(({ name, role }) => name && role === "trl");
  if (translators.length > 0) metadata.translators = translators.map(({ name }) => parseName(name));
  const doi = [...all("dc-identifier"), ...all("dc-source")]
    .map((node) => /(?:^|doi[:.]|doi\.org\/)(?<doi>10\.\d{4,9}\/\S+)$/iu.exec(text(node))?.groups?.["doi"])
    .find((one) => one !== undefined);
  if (doi) metadata.doi = doi;
  const language = all("dc-language")[0]?.textContent.trim();
  if (language && /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/u.test(language)) metadata.language = language;
  const rights = all("dc-rights")[0]?.textContent.trim();
  if (rights) metadata.rights = rights;
  const publisher = all("dc-publisher")[0]?.textContent.trim();
  if (publisher) metadata.publisher = publisher;
  const date = all("dc-date")[0]?.textContent.trim();
  const iso = date ? isoDate(date.slice(0, 10)) : undefined;
  if (iso) metadata.date = iso;
  const keywords = all("dc-subject")
    .map(({ textContent }) => textContent.trim())
    .filter(Boolean);
  if (keywords.length > 0) metadata.keywords = keywords;
  return metadata;
}

interface Page {
  readonly root: HastRoot;
  /** The lists of contents that stood in it, by their words. */
  readonly contents: readonly string[];
  /** What its body says that it is. */
  readonly types: string;
  /** How many numbers of printed pages stood in it. */
  readonly pages: number;
}

/** XHTML's elements that close themselves are open ones to HTML's parser. */
function bodyOf(xhtml: string): Page {
  const html = xhtml
    .replace(/^\s*<\?xml[\s\S]*?\?>/u, "")
    .replaceAll(
      /<(title|script|style|a|span|div|p|i|b|em|strong|td|th|li|section|sup|sub|iframe|textarea)(\s[^<>]*?)?\/>/giu,
      "<$1$2></$1>",
    );
  const tree = fromHtml(nameFences(html));
  let body: Element | undefined;
  visit(tree, (node) => {
    if (node.tagName === "body") body ??= node;
  });
  const contents: string[] = [];
  if (body) openObjects(body);
  let pages = 0;
  const root: HastRoot = { type: "root", children: (body?.children ?? []) as HastRoot["children"] };
  visit(root, (node, index, parent) => {
    const types = `${String(node.properties["epub:type"] ?? "")} ${String(node.properties["role"] ?? "")}`;
    const isContents = node.tagName === "nav" || /\b(?:toc|landmarks|page-list|doc-toc|doc-pagelist)\b/u.test(types);
    // Numbers of the printed pages, and lists of contents.
    if (!/\bpagebreak\b/u.test(types) && !isContents) return;
    const said = shownText(node);
    if (isContents && said !== "") contents.push(said);
    if (!isContents && said !== "") pages += 1;
    (parent.children as Nodes[])[index] = { type: "text", value: "" };
  });
  return { root, contents, types: body ? String(body.properties["epub:type"] ?? "") : "", pages };
}

/** Pages that a book calls its own. */
const FRAME = /\b(?:cover|titlepage|halftitlepage|toc|landmarks|loi|lot|lov|loa|colophon|copyright-page|imprint)\b/u;
const GUIDE_FRAME = /^(?:cover|title-?page|toc|loi|lot|colophon|copyright-page)$/u;

const words = (node: Nodes): string => hastText(node as never).replaceAll(/\s+/gu, "");

/** Covers, title pages and contents are the book's, not the text's. */
function isFrame(chapter: HastRoot, path: string, metadata: ManuscriptMetadata): boolean {
  const said = words(chapter);
  if (said === "") return !hasImage(chapter) || /cover|title/iu.test(path);
  let isFrameWhole = false;
  visit(chapter, (node) => {
    const type = String(node.properties["epub:type"] ?? "");
    if (FRAME.test(type) && words(node) === said) isFrameWhole = true;
  });
  if (isFrameWhole) return true;
  const title = (metadata.title ?? "").replaceAll(/\s+/gu, "");
  const name = path.split("/").at(-1) ?? "";
  return (
    /^(?:p-)?(?:cover|title(?:[-_]?page)?|toc|nav|contents|colophon|okuduke|copyright|imprint)\b/iu.test(name) &&
    said.length < Math.max(400, title.length * 4)
  );
}

function hasImage(node: Nodes): boolean {
  let found = false;
  visit(node, (one) => {
    if (one.tagName === "img" || one.tagName === "image") found = true;
  });
  return found;
}

interface Book {
  readonly entries: ReadonlyMap<string, Uint8Array>;
  readonly images: Map<string, ManuscriptImage>;
  /** The id of the first heading of each chapter, by its file. */
  readonly tops: Map<string, string>;
  /** Links to whole chapters. */
  readonly toTops: { node: Element; path: string }[];
}

/**
 * Ids and links lead through one page now; images are taken along.
 *
 * @returns the images that are named and not in the book
 */
function tieTogether(chapter: HastRoot, path: string, { entries, images, tops, toTops }: Book): string[] {
  const lost: string[] = [];
  const local = (id: string, from = path) => `${from.replaceAll(/[^\w]+/gu, "-")}--${id}`;
  visit(chapter, (node) => {
    if (!/^h[1-6]$/u.test(node.tagName) || tops.has(path)) return;
    node.properties["id"] ??= "chapter";
    tops.set(path, local(String(node.properties["id"])));
  });
  visit(chapter, (node) => {
    // Books set a picture that fills its page as a drawing that holds nothing else.
    if (node.tagName === "svg") {
      const [image, ...others] = node.children.filter((one) => one.type === "element");
      const source = image?.properties["xLinkHref"] ?? image?.properties["href"];
      if (image?.tagName === "image" && others.length === 0 && typeof source === "string") {
        node.tagName = "img";
        node.properties = { src: source, alt: "" };
        node.children = [];
      }
    }
    for (const key of ["id", "name"]) {
      const id = node.properties[key];
      if (typeof id === "string" && id) node.properties[key] = local(id);
    }
    const href = node.properties["href"];
    if (typeof href === "string" && node.tagName === "a" && !/^[a-z][a-z0-9+.-]*:/iu.test(href)) {
      const [target = "", fragment] = href.split("#");
      const to = target === "" ? path : resolvePath(path, target);
      if (fragment) node.properties["href"] = `#${local(fragment, to)}`;
      else toTops.push({ node, path: to });
    }
    if (node.tagName === "img") {
      const source = resolvePath(path, String(node.properties["src"] ?? ""));
      const bytes = entries.get(source);
      if (!bytes) {
        lost.push(String(node.properties["src"] ?? ""));
        node.properties["src"] = "";
        return;
      }
      const known = [...images.values()].find((one) => one.bytes === bytes);
      const name = known?.name ?? imageName(source, images);
      images.set(name, { name, bytes });
      node.properties["src"] = name;
    }
  });
  return lost;
}
