import { Readability } from "@mozilla/readability";
import type { Element, Root as HastRoot, Nodes, Parents } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString as hastText } from "hast-util-to-string";
import { parseHTML } from "linkedom";
import type { Root } from "mdast";
import { visit as visitMdast } from "unist-util-visit";
import { FALLBACK_LANGUAGE } from "../../essay/language.ts";
import { attributesOf, tellUnaccounted } from "../account.ts";
import { decodeAs, decodeText } from "../encoding.ts";
import { excerpt, type Findings } from "../findings.ts";
import { takeHeadingNumber } from "../heading-number.ts";
import { ImportError } from "../import-error.ts";
import { plain } from "../law.ts";
import { isoDate } from "../lines/dates.ts";
import type { Fragment, Manuscript, ManuscriptImage, ManuscriptMetadata } from "../manuscript.ts";
import { mendTree } from "../mend-tree.ts";
import { parseName, splitNames } from "../names.ts";
import { guardCaptions, labelCaptions } from "../table-captions.ts";
import { takeTitle } from "../take-title.ts";
import { tidyEmphasis } from "../tidy-emphasis.ts";
import { trimParagraphs } from "../trim-paragraphs.ts";
import { readTypedStructure } from "../typed-structure.ts";
import { warnOfCharacters } from "../warn-of-characters.ts";
import { captionTables, gatherFigures, setCaptionsFirst, settleFigures } from "./figures.ts";
import type { FormContext, ReadForm } from "./form.ts";
import { commentsOf, hastLedger, wordsOfPage } from "./html-ledger.ts";
import { markNotes } from "./html-notes.ts";
import { hastToMdast } from "./html-to-markdown.ts";
import { takeImages } from "./images-beside.ts";
import { leadLinksToHeadings } from "./link-places.ts";
import { nameFences, writeFences } from "./math-fences.ts";
import { openObjects } from "./objects.ts";
import { dropPrintedNumbers } from "./page-breaks.ts";
import { inlineStyles, nestLists, shortenOwnLinks, takeComments, takeHead, unwrapRedirects } from "./page-itself.ts";
import { classNames, markInlineNotes, pairReadings, preparePage } from "./page-parts.ts";
import { shownText } from "./shown-text.ts";
import { joinVerse } from "./verse.ts";
import { SKIP, visit } from "./visit-hast.ts";
import { dropLineEnds, readWordStyles, unwrapIdleLanguages } from "./word-page.ts";

/** Reads a page: all of it where it is the essay and nothing else, its article where it has more. */
export const readHtml: ReadForm = async (bytes, file, { findings, encoding, language, beside }) => {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  const declared =
    /<meta[^>]+charset\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1] ??
    /<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/iu.exec(head)?.[1];
  const decoded = encoding ? decodeAs(bytes, file, encoding) : decodeText(bytes, file, { declared, language });
  const text = nameFences(decoded.text);
  // Entities that a page defines itself are none of HTML's: what would be left of their list are its brackets.
  const tree = fromHtml(text.replace(/(?<=<!DOCTYPE[^[>]*)\[[\s\S]*?\](?=\s*>)/iu, ""));
  const metadata = pageMetadata(tree);
  if (find(tree, ({ tagName }) => tagName === "frameset"))
    throw new ImportError(
      file,
      "is a set of frames and holds no text itself",
      "Give the page that its largest frame shows; right-click in it to save it.",
    );
  shortenOwnLinks(tree);
  inlineStyles(tree, tree);
  takeComments(tree, findings);
  const article = articleOf(tree, text, file, findings);
  // An article that was told from its page was read from the page's source anew.
  shortenOwnLinks(article);
  openObjects(article);
  dropMachineWords(article);
  inlineStyles(article, tree);
  unwrapRedirects(article);
  nestLists(article);
  readWordStyles(article);
  unwrapIdleLanguages(article, metadata.language ?? language);
  takeHead(article, metadata, findings);
  preparePage(article, metadata, findings);
  return manuscriptOfHtml(article, { file, metadata, findings, images: [], beside });
};

/** What wikis write for machines beside what they show: a source's fields (COinS), the picture of a formula that is there. */
function dropMachineWords(tree: HastRoot): void {
  visit(tree, (node, index, parent) => {
    const names = [node.properties["className"]].flat().map(String);
    const isData = names.includes("Z3988") && hastText(node).trim() === "";
    const isCopy = node.tagName === "img" && names.some((name) => name.startsWith("mwe-math-fallback"));
    if (!isData && !(isCopy && parent.children.some((one) => one.type === "element" && one !== node))) return undefined;
    (parent.children as Nodes[]).splice(index, 1);
    return index;
  });
}

/** What HTML from any form is made a manuscript with. */
export interface HtmlManuscript {
  /** CSL-JSON items that the manuscript itself holds. */
  readonly references?: Manuscript["references"];
  readonly file: string;
  readonly metadata: ManuscriptMetadata;
  readonly findings: Findings;
  readonly images: readonly ManuscriptImage[];
  /** Where the images are files beside it: gives their bytes. */
  readonly beside?: FormContext["beside"];
  /** The ledger where the form has its own. */
  readonly ledger?: readonly Fragment[];
  /** Whether the title was taken out of the text already. */
  readonly hasOwnTitle?: boolean;
}

/** Makes a manuscript of a tree of HTML: its notes, its words, its blocks. */
export function manuscriptOfHtml(tree: HastRoot, context: HtmlManuscript): Manuscript {
  const { file, findings } = context;
  const metadata = { ...context.metadata };
  writeFences(tree);
  for (const [kind, count] of Object.entries(dropPrintedNumbers(tree)))
    if (count > 0) findings.count(`${kind} numbers left out`, count);
  joinVerse(tree);
  const comments = commentsOf(tree);
  if (comments.length > 0)
    findings.leftOut.push({
      place: file,
      text: `${comments.length === 1 ? "a comment" : `${comments.length} comments`} in the page's source: ${excerpt(comments.map((one) => `“${excerpt(one, 60)}”`).join(", "), 240)}`,
    });
  if (!context.ledger) {
    dropLineEnds(tree);
    captionTables(tree);
    setCaptionsFirst(tree);
  }
  const source = context.ledger ? [] : wordsOfPage(tree, file);
  pairReadings(tree);
  findings.count("notes matched", markInlineNotes(tree) + markNotes(tree));
  leadLinksToHeadings(tree);
  gatherFigures(tree);
  const ledger = context.ledger ? withoutNumbersOfNotes(context.ledger, tree) : hastLedger(tree, file);
  tellCells(tree, file, findings);
  tellDrawings(tree, file, findings);
  const mdast = hastToMdast(tree);
  visitMdast(mdast, "heading", (heading) => {
    heading.data = { ...heading.data, origin: `“${excerpt(hastTextOfMdast(heading), 30)}”` };
    takeHeadingNumber(heading);
  });
  dropImageTitles(mdast as Root);
  const attributes = attributesOf(mdast as Root);
  const images = context.beside ? takeImages(mdast as Root, file, findings, context.beside) : context.images;
  settleFigures(mdast as Root);
  dropEmpty(mdast);
  tidyEmphasis(mdast as Root);
  trimParagraphs(mdast as Root);
  const words = mendTree(mdast, findings);
  guardCaptions(mdast as Root);
  warnOfCharacters(words, findings);
  const title = context.hasOwnTitle ? [] : takeTitle(mdast, metadata);
  const hasTitle = context.hasOwnTitle === true || title.length > 0;
  const sent = readTypedStructure({ tree: mdast as Root, metadata, findings, hasTitle }, retitle(ledger, title));
  labelCaptions(mdast as Root);
  if (source.length > 0) tellUnaccounted(source, [...attributes, ...ledger.map(({ text }) => text)], findings);
  return { file, metadata, tree: mdast, ledger: sent, images, references: context.references ?? [] };
}

/**
 * A cell of an essay's table is one, and holds running text: the items of a list in it stand one under the other, and its
 * numbers are not counted.
 */
function tellCells(tree: HastRoot, file: string, findings: Findings): void {
  let lists = 0;
  let wide = 0;
  visit(tree, (node) => {
    if (node.tagName !== "td" && node.tagName !== "th") return;
    if (Number(node.properties["colSpan"]) > 1 || Number(node.properties["rowSpan"]) > 1) wide += 1;
    visit(node, (one) => {
      if (one.tagName === "ol") lists += 1;
    });
  });
  const tell = (text: string) => findings.leftOut.push({ place: file, text });
  if (wide > 0) tell(`${wide} cells of tables that reach over several columns or rows: their words stand in the first`);
  if (lists > 0)
    tell(`${lists} numbered lists in cells of tables: their items stand one under the other, without the numbers`);
}

/** Pixels: what is smaller is a sign beside words, as on a button. */
const SMALLEST_DRAWING = 40;

/** Drawings that the page's own source holds are no images that could be taken along. */
function tellDrawings(tree: HastRoot, file: string, findings: Findings): void {
  const names: string[] = [];
  visit(tree, (node) => {
    if (node.tagName !== "svg" && node.tagName !== "canvas") return undefined;
    const width = Number.parseFloat(String(node.properties["width"] ?? ""));
    const isSign = node.properties["ariaHidden"] === "true" || width < SMALLEST_DRAWING;
    if (!isSign) names.push(String(node.properties["ariaLabel"] ?? "").trim());
    return SKIP;
  });
  const said = names.filter((name) => name !== "");
  if (names.length > 0)
    findings.leftOut.push({
      place: file,
      text: `${names.length} drawings that the page itself holds (SVG)${said.length > 0 ? `: ${excerpt(said.map((name) => `“${name}”`).join(", "), 160)}` : ""}: save each as a picture and put it into the essay`,
      words: said.join(" "),
    });
}

/** What was taken off the beginning of a note's text is left out of a form's own ledger too. */
function withoutNumbersOfNotes(ledger: readonly Fragment[], tree: HastRoot): readonly Fragment[] {
  const numbers = new Map<string, string>();
  visit(tree, (node) => {
    if (node.tagName !== "essay-note-text") return;
    const dropped = find(node, (one) => one.properties["why"] === "number of a note");
    const words = dropped ? plain(hastText(dropped)) : "";
    if (words !== "") numbers.set(`note ${String(node.properties["label"])}`, words);
  });
  if (numbers.size === 0) return ledger;
  return ledger.flatMap((one): Fragment[] => {
    const left = numbers.get(one.to) ?? "";
    const text = plain(one.text);
    if (left === "" || text === "") return [one];
    if (!left.startsWith(text.slice(0, left.length))) {
      numbers.delete(one.to);
      return [one];
    }
    const taken = text.slice(0, left.length);
    numbers.set(one.to, left.slice(taken.length));
    return [
      { ...one, text: taken, to: "left out", why: "number of a note" },
      ...(text.length > taken.length ? [{ ...one, text: text.slice(taken.length) }] : []),
    ];
  });
}

const hastTextOfMdast = (node: { children: readonly unknown[] }): string =>
  (node.children as { value?: string; children?: unknown[] }[])
    .map((child) => child.value ?? (child.children ? hastTextOfMdast(child as { children: unknown[] }) : ""))
    .join("");

/** Spaces, whatever they are set in. */
const isEmptyRun = (node: unknown): boolean => {
  const {
    type,
    value = "",
    name,
    children,
  } = node as {
    type: string;
    value?: string;
    name?: string;
    children?: unknown[];
  };
  if (type === "text" || type === "break") return value.trim() === "";
  const isRun = ["emphasis", "strong", "delete"].includes(type) || (type === "mdxJsxTextElement" && name === "span");
  return isRun && (children ?? []).every(isEmptyRun);
};

/** Paragraphs that held nothing but an image or a mark back, and lists that held nothing but buttons. */
function dropEmpty(tree: { children: unknown[] }): void {
  visitMdast(tree as Root, "list", (list, index, parent) => {
    if (!parent || index === undefined || list.children.some(({ children }) => children.length > 0)) return undefined;
    parent.children.splice(index, 1);
    return index;
  });
  visitMdast(
    tree as never,
    "paragraph",
    (node: { children: unknown[] }, index, parent: { children: unknown[] } | undefined) => {
      if (!parent || index === undefined || !node.children.every(isEmptyRun)) return undefined;
      parent.children.splice(index, 1);
      return index;
    },
  );
}

/** What a page shows where the pointer rests is none of its words; here it would be a caption. */
function dropImageTitles(tree: Root): void {
  visitMdast(tree, "image", (image) => {
    image.alt ||= image.title ?? "";
    image.title = null;
  });
}

/**
 * The words that were taken for the title go to their field in the ledger too.
 *
 * @param title what the tree's title was
 */
function retitle(ledger: readonly Fragment[], title: readonly Fragment[]): Fragment[] {
  const [first] = title;
  if (!first) return [...ledger];
  const wanted = first.text.replaceAll(/\s+/gu, "");
  const start = ledger.findIndex((_, index) => takes(ledger, index, wanted) > 0);
  const length = start < 0 ? 0 : takes(ledger, start, wanted);
  return ledger.map((one, index) =>
    index >= start && index < start + length && one.to === "body" ? { ...one, to: "field title" } : one,
  );
}

/** @returns how many fragments from here on, notes' marks among them, say exactly these words; 0 where they do not */
function takes(ledger: readonly Fragment[], from: number, wanted: string): number {
  let said = "";
  for (let index = from; index < ledger.length; index += 1) {
    const one = ledger[index];
    if (!one) return 0;
    if (one.to === "body") said += one.text.replaceAll(/\s+/gu, "");
    else if (index === from) return 0;
    if (said === wanted) return index - from + 1;
    if (!wanted.startsWith(said)) return 0;
  }
  return 0;
}

const CLUTTER = new Set(["nav", "footer", "aside", "form", "button", "dialog", "menu"]);
const CLUTTER_ROLES = new Set([
  "navigation",
  "banner",
  "contentinfo",
  "search",
  "complementary",
  "dialog",
  "toolbar",
  "doc-toc",
]);
/** Fewer characters are no article. */
const SHORTEST_ARTICLE = 140;

/** @returns the tree of the article; the page's own parts are counted and named */
function articleOf(tree: HastRoot, html: string, file: string, findings: Findings): HastRoot {
  const body = find(tree, (node) => node.tagName === "body") ?? tree;
  const whole = length(body);
  if (whole === 0)
    throw new ImportError(
      file,
      "holds no words",
      "A page that a script fills has to be saved from the browser as it shows it, or printed to PDF.",
    );
  // An element that is hidden from some readers and says nothing, such as a line's anchor, is no part of a page's frame.
  const hasClutter = has(body, (node) => isClutter(node) && length(node) > 0);
  const main =
    articleIn(only(body, "main")) ??
    only(body, "article") ??
    alone(body, ({ properties }) => properties["role"] === "main");
  if (main && length(main) >= Math.min(SHORTEST_ARTICLE, whole * 0.5)) return cleaned(main, body, file, findings);
  if (!hasClutter) {
    // A table of contents beside the text is no article.
    const links = linkLength(body) / Math.max(1, whole);
    if (whole < SHORTEST_ARTICLE && !has(body, (node) => node.tagName === "p" || /^h[1-6]$/u.test(node.tagName)))
      throw new ImportError(file, "holds no article", "Give the page of the essay itself.");
    if (links > 0.7)
      throw new ImportError(file, "is a list of links, not an article", "Give the page of the essay itself.");
    return cleaned(body, body, file, findings);
  }
  const { document } = parseHTML(html.replace(/<script[\s\S]*?<\/script>/giu, ""));
  // It would take the footer of a quotation for the page's.
  for (const footer of document.querySelectorAll("blockquote footer")) {
    const block = document.createElement("p");
    block.append(...footer.childNodes);
    footer.replaceWith(block);
  }
  let content: string | null | undefined;
  try {
    content = new Readability(document as unknown as Document, {
      charThreshold: SHORTEST_ARTICLE,
      keepClasses: true,
    }).parse()?.content;
  } catch {
    content = undefined;
  }
  const article = content ? fromHtml(content, { fragment: true }) : undefined;
  if (!article || length(article) < SHORTEST_ARTICLE)
    throw new ImportError(
      file,
      "holds no article that could be told from the page around it",
      "Save the article alone, or give it as .docx, .md or .pdf.",
    );
  // Notes at the foot of a page are easily taken for its footer.
  restoreNotes(article, body);
  report(length(article), whole, file, findings);
  tellMissing(article, body, file, findings);
  tellMedia(article, body, file, findings);
  return cleaned(article, undefined, file, findings);
}

/** @returns the one article that is most of a page's main part and has all its titles; else that part */
function articleIn(main: Element | undefined): Element | undefined {
  const article = main && only(main, "article");
  if (!main || !article || length(article) < length(main) * 0.5) return main;
  const titles = (node: Nodes): number => {
    let count = 0;
    visit(node, ({ tagName }) => {
      if (tagName === "h1") count += 1;
    });
    return count;
  };
  return titles(article) === titles(main) ? article : main;
}

/** What a site puts into an article that is none of its words: buttons for sharing, links to other articles. */
const WIDGET =
  /(?:^|[-_])(?:share|sharing|sns|social|related(?:posts)?|breadcrumbs?|pagination|pager|newsletter|subscribe|adverts?|ads|cookie|recommend(?:ed|ations?)?)(?:$|[-_])/iu;

/** Whether the words of an element, its headings apart, are links for this share at least; a script may have filled none. */
function isOfLinks(node: Element, share: number): boolean {
  let headings = 0;
  visit(node, (one) => {
    if (!/^h[1-6]$/u.test(one.tagName)) return undefined;
    headings += length(one);
    return SKIP;
  });
  return linkLength(node) > length(node) * share || (headings > 0 && headings === length(node));
}

/** Whether an element is called like a widget and its words are links for the most part. */
const isWidget = (node: Element): boolean =>
  !/^(?:h[1-6]|header|body|main|article)$/u.test(node.tagName) &&
  [node.properties["className"], node.properties["id"]].flat().some((name) => WIDGET.test(String(name ?? ""))) &&
  isOfLinks(node, 0.5);

/** What wikis and blogs print into an article's own element: links to edit, boxes of links, lists of its headings. */
const FURNITURE =
  /^(?:mw-editsection|mw-jump-link|mw-navigation|printfooter|catlinks|navbox|noprint|no-print|screen-reader-text|visually-hidden|sr-only|siteSub|contentSub|skip-link|subscription-widget(?:-wrap)?|button-wrapper|wp-block-buttons?|sharedaddy|post-ufi|p-article__action|wp-block-comments|comments-area|comment-list|respond|[acdfio]mbox|infobox|vertical-navbox|sistersitebox|side-box|portal(?:box|-bar)?|mw-indicators|p-lang-btn|vector-page-toolbar|hatnote|m-tagList|tag-?list|entry-tags|post-tags|tags-links|entry-categories|post-categories|cat-links|p-recommend|p-article__creator)$/u;
/** What a page calls its frame, where it has no elements for it. */
const FRAME =
  /^(?:(?:page|site|global)[-_]?)?(?:header|footer|nav|navigation|sidebar|menu)(?:[-_](?:wrap|wrapper|area|container))?$/iu;
/** Sites' and blogs' names for a list of contents: `toc_container`, `ez-toc-container`, `wp-block-table-of-contents`. */
const CONTENTS =
  /^(?!(?:has|no|with|is|show|hide)[-_])(?:[a-z0-9]+[-_])*(?:lw|ltx_)?(?:toc|table[-_]?of[-_]?contents)(?:[-_]+(?:container|wrap(?:per)?|block|box|list|nav|widget))?$/iu;

const namesOf = (node: Element): string[] => [...classNames(node), String(node.properties["id"] ?? "")];

const isFurniture = (node: Element): boolean =>
  namesOf(node).some((name) => FURNITURE.test(name) || (node.tagName === "table" && name === "sidebar")) ||
  ([node.tagName, ...namesOf(node)].some((name) => CONTENTS.test(name)) && isOfLinks(node, 0.3));

const isClutter = (node: Element): boolean =>
  (isWidget(node) && !isNotes(node)) ||
  (isFurniture(node) && !isNotes(node)) ||
  (node.tagName === "div" &&
    (FRAME.test(String(node.properties["id"] ?? "")) ||
      classNames(node).some((name) => /^(?:page|site|global)[-_]?/iu.test(name) && FRAME.test(name))) &&
    !has(node, ({ tagName }) => tagName === "h1")) ||
  (CLUTTER.has(node.tagName) && !isNotes(node)) ||
  String(node.properties["role"] ?? "")
    .split(/\s+/u)
    .some((role) => CLUTTER_ROLES.has(role)) ||
  node.properties["hidden"] === true ||
  node.properties["ariaHidden"] === "true";

const isNotes = (node: Element): boolean =>
  /footnotes?|endnotes?|rearnote|doc-(?:foot|end)note/iu.test(
    [node.properties["role"], node.properties["epub:type"], node.properties["className"], node.properties["id"]]
      .flat()
      .map(String)
      .join(" "),
  );

function restoreNotes(article: HastRoot, body: Nodes): void {
  const ids = new Set<string>();
  visit(article, (node) => {
    if (node.properties["id"]) ids.add(String(node.properties["id"]));
  });
  const missing: Element[] = [];
  visit(article, (node) => {
    const href = String(node.properties["href"] ?? "");
    if (node.tagName !== "a" || !href.startsWith("#") || ids.has(href.slice(1))) return;
    const target = find(body, (one) => String(one.properties["id"] ?? "") === href.slice(1));
    if (target && ["li", "p", "div", "aside"].includes(target.tagName)) {
      ids.add(href.slice(1));
      missing.push(target);
    }
  });
  if (missing.length > 0)
    article.children.push({
      type: "element",
      tagName: "section",
      properties: { className: ["footnotes"] },
      children: missing,
    });
}

function cleaned(node: Nodes, body: Nodes | undefined, file: string, findings: Findings): HastRoot {
  const root: HastRoot = { type: "root", children: "children" in node ? (node.children as HastRoot["children"]) : [] };
  const whole = body ? length(body) : 0;
  const said: string[] = [];
  const clean = (parent: Parents, isQuoted: boolean): void => {
    parent.children.forEach((one, index) => {
      if (one.type !== "element") return;
      // A quotation's footer says where it is from.
      const isItsOwn = isQuoted && ["header", "footer"].includes(one.tagName);
      if ((isItsOwn || !isClutter(one)) && !["script", "style", "noscript", "template"].includes(one.tagName)) {
        clean(one, isQuoted || ["blockquote", "figure"].includes(one.tagName));
        return;
      }
      if (length(one) > 0) said.push(shownText(one));
      (parent.children as Nodes[])[index] = { type: "text", value: "" };
    });
  };
  clean(root, false);
  if (body) report(length(root), whole, file, findings);
  for (const words of said.slice(0, MOST_TOLD)) findings.leftOut.push({ place: file, text: `“${excerpt(words, 80)}”` });
  if (said.length > MOST_TOLD)
    findings.leftOut.push({ place: file, text: `${said.length - MOST_TOLD} other parts like these` });
  return root;
}

/** So many parts of a page that were left out are told by their words. */
const MOST_TOLD = 20;

/** Blocks of a page that the article lacks are told by their words: what was left out is seen. */
function tellMissing(article: Nodes, body: Nodes, file: string, findings: Findings): void {
  /** By what they say without white space. */
  const leaves = (node: Nodes): Map<string, string> => {
    const found = new Map<string, string>();
    visit(node, (one) => {
      if (SILENT.has(one.tagName)) return SKIP;
      if (!LEAVES.has(one.tagName)) return undefined;
      const words = hastText(one).replaceAll(/\s+/gu, " ").trim();
      if (words !== "") found.set(words.replaceAll(" ", ""), words);
      return SKIP;
    });
    return found;
  };
  const kept = leaves(article);
  const whole = hastText(article as never).replaceAll(/\s+/gu, "");
  const missing = [...leaves(body)]
    .filter(([letters]) => !kept.has(letters))
    .filter(([letters], index) => index > MOST_SOUGHT || !whole.includes(letters))
    .map(([, words]) => words);
  for (const words of missing.slice(0, MOST_TOLD))
    findings.leftOut.push({ place: file, text: `“${excerpt(words, 80)}”` });
  if (missing.length > MOST_TOLD)
    findings.leftOut.push({ place: file, text: `${missing.length - MOST_TOLD} other parts like these` });
}

/** Films, sounds and frames of a page that the article lacks: an essay shows none of them. */
function tellMedia(article: Nodes, body: Nodes, file: string, findings: Findings): void {
  const addresses = (node: Nodes): Set<string> => {
    const found = new Set<string>();
    visit(node, (one) => {
      if (!["iframe", "video", "audio", "embed", "object", "source"].includes(one.tagName)) return;
      const address = String(one.properties["src"] ?? one.properties["data"] ?? "");
      if (address !== "") found.add(address);
    });
    return found;
  };
  const kept = addresses(article);
  const missing = [...addresses(body)].filter((address) => !kept.has(address));
  if (missing.length > 0)
    findings.leftOut.push({
      place: file,
      text: `${missing.length} films, sounds or frames of the page: ${excerpt(missing.join(", "), 240)}`,
    });
}

/** So many blocks are sought in the article's words, where blocks were parted in another way. */
const MOST_SOUGHT = 400;

const LEAVES = new Set([
  "p",
  "li",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "td",
  "th",
  "dt",
  "dd",
  "figcaption",
  "footer",
  "pre",
]);

function report(kept: number, whole: number, file: string, findings: Findings): void {
  const left = whole - kept;
  if (left > 0)
    findings.leftOut.push({
      place: file,
      text: `${left.toLocaleString(FALLBACK_LANGUAGE)} characters of the page around the article (menus, headers, footers)`,
    });
}

const SILENT = new Set(["script", "style", "noscript", "template", "svg"]);

/** @returns how many characters the node says, white space apart */
function length(node: Nodes): number {
  if (node.type === "text") return node.value.replaceAll(/\s+/gu, "").length;
  if (node.type === "element" && SILENT.has(node.tagName)) return 0;
  return "children" in node ? node.children.reduce((sum: number, child) => sum + length(child), 0) : 0;
}

function linkLength(node: Nodes): number {
  let sum = 0;
  visit(node, (one) => {
    if (one.tagName === "a" && one.properties["href"]) sum += length(one);
  });
  return sum;
}

function find(node: Nodes, test: (node: Element) => boolean): Element | undefined {
  let found: Element | undefined;
  visit(node, (one) => {
    if (!found && test(one)) found = one;
  });
  return found;
}

const has = (node: Nodes, test: (node: Element) => boolean): boolean => find(node, test) !== undefined;

const only = (node: Nodes, name: string): Element | undefined => alone(node, ({ tagName }) => tagName === name);

function alone(node: Nodes, test: (node: Element) => boolean): Element | undefined {
  const found: Element[] = [];
  visit(node, (one) => {
    if (test(one)) found.push(one);
  });
  return found.length === 1 ? found[0] : undefined;
}

/** What a page says of itself: Highwire's and Dublin Core's fields, Open Graph, JSON-LD, its language. */
export function pageMetadata(tree: HastRoot): ManuscriptMetadata {
  const metadata: ManuscriptMetadata = {};
  const meta = new Map<string, string[]>();
  visit(tree, (node) => {
    if (node.tagName === "html" || (node.tagName === "body" && metadata.language === undefined)) {
      const language = node.properties["lang"] ?? node.properties["xml:lang"] ?? node.properties["xmlLang"];
      if (typeof language === "string" && /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/iu.test(language))
        metadata.language = Intl.getCanonicalLocales(language)[0] ?? language;
    }
    if (node.tagName !== "meta") return;
    const key = String(node.properties["name"] ?? node.properties["property"] ?? "").toLowerCase();
    const content = String(node.properties["content"] ?? "").trim();
    if (key && content) meta.set(key, [...(meta.get(key) ?? []), content]);
  });
  const first = (...keys: string[]) => keys.flatMap((key) => meta.get(key) ?? [])[0];
  const all = (...keys: string[]) => keys.map((key) => meta.get(key) ?? []).find((list) => list.length > 0) ?? [];
  const linked = { ...microformat(tree), ...jsonLd(tree) };
  const title = first("citation_title", "dc.title", "dcterms.title") ?? linked.title;
  if (title) metadata.title = title;
  const names = all("citation_author", "dc.creator", "dcterms.creator", "author");
  const authors = (names.length > 0 ? names : (linked.authors ?? [])).flatMap((name) =>
    names.length > 1 || /,/u.test(name) ? [name] : splitNames(name),
  );
  if (authors.length > 0 && authors.every((name) => !/^https?:/u.test(name))) metadata.authors = authors.map(parseName);
  const date =
    first(
      "citation_publication_date",
      "citation_date",
      "dc.date",
      "dcterms.issued",
      "dcterms.date",
      "article:published_time",
      "date",
    ) ?? linked.date;
  const iso = date ? isoDate(date.replaceAll("/", "-")) : undefined;
  if (iso) metadata.date = iso;
  const doi = first("citation_doi", "dc.identifier", "dc.identifier.doi")?.replace(
    /^(?:doi:|https?:\/\/(?:dx\.)?doi\.org\/)/iu,
    "",
  );
  if (doi && /^10\.\d{4,9}\/\S+$/u.test(doi)) metadata.doi = doi;
  const deed = find(
    tree,
    ({ tagName, properties }) => tagName === "link" && [properties["rel"]].flat().includes("license"),
  );
  const rights =
    deed?.properties["href"] ?? first("dcterms.license", "dc.rights", "dcterms.rights", "citation_license");
  if (typeof rights === "string" && rights !== "") metadata.rights = rights;
  const keywords = all("keywords", "citation_keywords")
    .flatMap((list) => list.split(/\s*[,;、]\s*/u))
    .filter(Boolean);
  if (keywords.length > 0) metadata.keywords = keywords;
  const page = find(tree, (node) => node.tagName === "title");
  const titles: Element[] = [];
  visit(tree, (node) => {
    if (node.tagName === "h1" && length(node) > 0) titles.push(node);
  });
  const said = (node: Element): string => hastText(node).trim().replaceAll(/\s+/gu, " ");
  // Of several headings of the first level that one is the title which the page's own title begins with.
  const outer = [first("og:title"), page && said(page)].filter((one) => one !== undefined);
  const heading =
    titles.find((node) => outer.some((one) => one === said(node))) ??
    titles.find((node) => outer.some((one) => one.startsWith(said(node)))) ??
    titles.find((node) => outer.some((one) => one.endsWith(said(node)))) ??
    (titles.length === 1 ? titles[0] : undefined);
  const named = heading
    ? said(heading)
    : (first("og:title") ?? (page ? hastText(page).trim().replaceAll(/\s+/gu, " ") : undefined));
  if (metadata.title === undefined && named) metadata.title = named;
  return metadata;
}

interface LinkedData {
  title?: string;
  authors?: string[];
  date?: string;
}

/** What the classes of microformats say of an entry: who wrote it and when. */
function microformat(tree: HastRoot): LinkedData {
  const entry = find(tree, (node) => classNames(node).includes("h-entry"));
  const found: LinkedData = {};
  if (!entry) return found;
  visit(entry, (node) => {
    const words = hastText(node).replaceAll(/\s+/gu, " ").trim();
    if (classNames(node).includes("p-author") && words !== "" && words.length < 80) found.authors ??= [words];
    if (classNames(node).includes("dt-published")) found.date ??= String(node.properties["dateTime"] ?? words);
  });
  return found;
}

function jsonLd(tree: HastRoot): LinkedData {
  const found: LinkedData = {};
  visit(tree, (node) => {
    if (node.tagName !== "script" || node.properties["type"] !== "application/ld+json") return;
    try {
      const parsed = JSON.parse(hastText(node)) as Record<string, unknown> | Record<string, unknown>[];
      const items = [parsed]
        .flat()
        .flatMap((data) => [data, ...((data["@graph"] as Record<string, unknown>[] | undefined) ?? [])]);
      const article = items.find((item) => /Article|Posting|Book|Report/u.test(String(item["@type"])));
      if (!article) return;
      if (typeof article["headline"] === "string") found.title = article["headline"];
      if (typeof article["datePublished"] === "string") found.date = article["datePublished"];
      const authors = Array.isArray(article["author"]) ? article["author"] : [article["author"]];
      const names = authors.flatMap((author: unknown) =>
        typeof author === "string"
          ? [author]
          : author && typeof (author as { name?: unknown }).name === "string"
            ? [(author as { name: string }).name]
            : [],
      );
      if (names.length > 0) found.authors = names;
    } catch {
      // Someone else's broken JSON is not the essay's.
    }
  });
  return found;
}
