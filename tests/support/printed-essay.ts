import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import type { Element, ElementContent, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import type { Nodes, RootContent } from "mdast";
import { toString as wordsOfTree } from "mdast-util-to-string";
import { EXIT, visit } from "unist-util-visit";
import { parse } from "yaml";
import { SETTINGS_KEY, type Settings } from "../../src/elements/reading/settings.ts";
import type { ImportedEssay } from "../../src/import/import-manuscript.ts";
import { parseSection } from "../../src/markdown/parser.ts";

/** A block of an essay as it is compared: its words without white space, with the words of its notes where they are marked. */
export interface ComparedBlock {
  readonly kind: "heading" | "paragraph" | "quotation";
  readonly words: string;
  /** Whether it belongs to the paragraph that the block before it begins. */
  readonly isWithin: boolean;
  /** The words before each mark, the last twelve of them, and the note's first. */
  readonly notes: readonly string[];
}

/** How a page of a site is printed. */
export interface PagePrint {
  /** Path of the page below the site's folder. */
  readonly page: string;
  readonly settings: Settings;
  /** Whether the file says its structure, as some browsers write it and others do not. */
  readonly isTagged: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html",
  css: "text/css",
  js: "text/javascript",
  svg: "image/svg+xml",
  json: "application/json",
};

/** Prints pages of a built site as its readers do, without a server. */
export async function printPages(
  site: string,
  prints: readonly PagePrint[],
  executable: string,
): Promise<Uint8Array[]> {
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ executablePath: executable, args });
  try {
    const files: Uint8Array[] = [];
    for (const { page: path, settings, isTagged } of prints) {
      const context = await browser.newContext({ serviceWorkers: "block" });
      const page = await context.newPage();
      await page.addInitScript(([key, value]) => localStorage.setItem(key, value), [
        SETTINGS_KEY,
        JSON.stringify(settings),
      ] as const);
      await page.route("**/*", (route) => {
        const { pathname } = new URL(route.request().url());
        const name = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
        try {
          const body = readFileSync(join(site, decodeURIComponent(name)));
          return route.fulfill({
            body,
            contentType: TYPES[name.split(".").at(-1) ?? ""] ?? "application/octet-stream",
          });
        } catch {
          return route.fulfill({ status: 404 });
        }
      });
      await page.goto(`http://site.invalid/${path}`);
      await page.evaluate(async () => {
        await document.fonts.ready;
      });
      files.push(await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: isTagged }));
      await context.close();
    }
    return files;
  } finally {
    await browser.close();
  }
}

/** White space, the widths of brackets and signs that only show where a mark stands tell no words apart. */
const bare = (words: string): string => words.replaceAll(/[\s\u00AD\u200B]+/gu, "");

const hasClass = (node: Element, name: string): boolean => {
  const own = node.properties["className"];
  return Array.isArray(own) && own.includes(name);
};

/** Stands for a mark in the words of a paragraph. */
const MARKED = /\uE000(?<id>[^\uE001]*)\uE001/gu;

/** @returns the words of a part of a page as it is printed, each mark of a note as its note's id between two signs */
function wordsOfPage(node: ElementContent | Root, isMarked = true): string {
  if (node.type === "text") return node.value;
  if (node.type !== "element" && node.type !== "root") return "";
  if (node.type === "element") {
    if (["rt", "rp", "script", "style", "title", "desc", "summary"].includes(node.tagName)) return "";
    // The importer takes a heading's number for what the site counts itself.
    if (hasClass(node, "ordinal")) return "";
    if (hasClass(node, "note-mark")) {
      let id = "";
      visit(node, "element", ({ properties }) => {
        if (typeof properties["href"] !== "string") return undefined;
        id = properties["href"].slice(1);
        return EXIT;
      });
      return isMarked ? `\uE000${id}\uE001` : "";
    }
  }
  return node.children.map((child) => wordsOfPage(child as ElementContent, isMarked)).join("");
}

/** How many characters tell the place of a mark, and a note. */
const TELLING = 12;

/** Parts the words of a block from the places of its marks. */
function withNotes(
  kind: ComparedBlock["kind"],
  words: string,
  noteOf: (id: string) => string,
  isWithin = false,
): ComparedBlock {
  const text = bare(words);
  let said = "";
  let last = 0;
  const notes: string[] = [];
  for (const match of text.matchAll(MARKED)) {
    said += text.slice(last, match.index);
    last = match.index + match[0].length;
    notes.push(`${said.slice(-TELLING)} → ${noteOf(match.groups?.["id"] ?? "").slice(0, TELLING)}`);
  }
  return { kind, words: said + text.slice(last), isWithin, notes };
}

/**
 * @param hasEditors whether the notes of the editors are shown
 * @returns the blocks of a page of a site that has the whole text or a section
 */
export function blocksOfPage(html: string, hasEditors: boolean): ComparedBlock[] {
  const tree = fromHtml(html);
  const notes = new Map<string, string>();
  visit(tree, "element", (node) => {
    const { id } = node.properties;
    if (typeof id !== "string" || !hasClass(node, "note")) return;
    visit(node, "element", (inner) => {
      if (!hasClass(inner, "note-body")) return undefined;
      notes.set(id, bare(wordsOfPage(inner, false)));
      return EXIT;
    });
  });
  const blocks: ComparedBlock[] = [];
  const noteOf = (id: string) => notes.get(id) ?? "";
  const add = (kind: ComparedBlock["kind"], node: Element, isWithin = false) => {
    const shown = wordsOfPage(node).replaceAll(MARKED, (mark, id: string) =>
      !hasEditors && id.startsWith("note-ed-") ? "" : mark,
    );
    blocks.push(withNotes(kind, shown, noteOf, isWithin));
  };
  visit(tree, "element", (node, _, parent) => {
    if (node.tagName === "main") return undefined;
    const isTitle =
      parent?.type === "element" &&
      (hasClass(parent, "section-heading") || (node.tagName === "h1" && !hasClass(node, "full-title")));
    if (/^h[1-6]$/u.test(node.tagName) && isTitle) add("heading", node);
    if (typeof node.properties["dataParagraph"] !== "string") return undefined;
    for (const child of node.children)
      if (child.type === "element" && child.tagName === "p") add("paragraph", child);
      else if (child.type === "element" && child.tagName === "blockquote")
        for (const inner of child.children)
          if (inner.type === "element" && inner.tagName === "p") add("quotation", inner, true);
    return "skip";
  });
  return blocks;
}

/** The number of a section, which stands in its title where it is all that is printed. */
const HEADING_NUMBER = /^(?:[（(]\d+[)）]|\d+)\s*/u;

/** @returns the blocks of an import, read again from its files */
export function blocksOfImport({ files, draft, language }: ImportedEssay): ComparedBlock[] {
  // A section that is printed alone is an essay of its own: its title is the essay's.
  const whole = (parse(String(files.get("essay.yaml"))) as { readonly title?: string }).title;
  const opening: ComparedBlock[] =
    whole === undefined ? [] : [withNotes("heading", whole.replace(HEADING_NUMBER, ""), () => "")];
  return opening.concat(
    draft.sections.flatMap(({ id, title }) => {
      const tree = parseSection(String(files.get(`${language}/${id}.mdx`)));
      const notes = new Map(
        tree.children.flatMap((node) =>
          node.type === "footnoteDefinition" ? [[node.identifier, bare(wordsOfTree(node))] as const] : [],
        ),
      );
      const noteOf = (label: string) => notes.get(label) ?? "";
      const words = (node: Nodes): string => {
        if (node.type === "mdxJsxTextElement" && ["rt", "rp"].includes(node.name ?? "")) return "";
        if (node.type === "footnoteReference") return `\uE000${node.identifier}\uE001`;
        if ("children" in node) return node.children.map((child) => words(child as Nodes)).join("");
        return "value" in node ? node.value : "";
      };
      const blockOf = (node: RootContent, isWithin = false): ComparedBlock[] => {
        if (node.type === "footnoteDefinition" || node.type === "yaml") return [];
        if (node.type === "mdxJsxFlowElement" && node.name === "Paragraph")
          return node.children.flatMap((child, index) => blockOf(child, index > 0));
        if (node.type === "blockquote")
          return node.children.map((child, index) =>
            withNotes("quotation", words(child), noteOf, isWithin || index > 0),
          );
        return [withNotes(node.type === "heading" ? "heading" : "paragraph", words(node), noteOf, isWithin)];
      };
      return [
        ...(title === undefined ? [] : [withNotes("heading", title, noteOf)]),
        ...tree.children.flatMap((node) => blockOf(node)),
      ];
    }),
  );
}

/** Words are joined where the page has marks and spaces between them. */
const wordsAlone = (words: string): string => words.replaceAll(/[^\p{L}\p{N}]+/gu, "");

/** @returns the words under the figures of a page, without white space */
export function captionsOfPage(html: string): string {
  const captions: string[] = [];
  visit(fromHtml(html), "element", (node) => {
    if (node.tagName === "figcaption" || node.tagName === "table") captions.push(wordsAlone(wordsOfPage(node, false)));
  });
  return captions.join("");
}

/**
 * @param captions what may stand between the blocks; undefined where anything may
 * @returns in words what of the essay did not come back where it was, and what came in between
 */
export function differences(
  expected: readonly ComparedBlock[],
  found: readonly ComparedBlock[],
  captions?: string,
): string[] {
  const told: string[] = [];
  let from = 0;
  const matched = new Set<number>();
  for (const block of expected) {
    const at = found.findIndex(
      ({ kind, words }, index) => index >= from && kind === block.kind && words === block.words,
    );
    if (at < 0) {
      const near = found.find(({ words }) => words.includes(block.words.slice(0, TELLING)));
      told.push(`lost: ${block.kind} “${block.words.slice(0, 30)}…”, near “${(near?.words ?? "").slice(0, 60)}…”`);
      continue;
    }
    matched.add(at);
    from = at + 1;
    const [own, other] = [block.notes.join(" | "), found[at]?.notes.join(" | ")];
    if (block.isWithin !== found[at]?.isWithin) told.push(`not of its paragraph: “${block.words.slice(0, 30)}…”`);
    if (own !== other) told.push(`notes of “${block.words.slice(0, 30)}…”: ${own} ≠ ${other}`);
  }
  const [first, last] = [Math.min(...matched), Math.max(...matched)];
  for (const [index, { kind, words }] of found.entries())
    if (index > first && index < last && !matched.has(index) && captions?.includes(wordsAlone(words)) === false)
      told.push(`came in: ${kind} “${words.slice(0, 60)}…”`);
  return told;
}
