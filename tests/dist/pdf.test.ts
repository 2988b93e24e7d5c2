import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString as textOf } from "hast-util-to-string";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { visit } from "unist-util-visit";
import { findBrowser } from "../../scripts/find-browser.ts";
import { printPdf } from "../../scripts/pdf.ts";
import { printsIn } from "../../src/export/formats.ts";
import { printedBook } from "../../src/export/pdf/printed-book.ts";
import { readBuildSettings } from "../../src/integrations/build-settings.ts";
import { bookImages, bookSource } from "../../src/integrations/exports.ts";
import { essayIn } from "../support/essays.ts";
import { PROJECT_ROOT } from "../support/project.ts";
import { testSite } from "../support/sites.ts";

/** A word that Chromium writes with a Kangxi radical where its own font is taken. */
const WORD = "抑止";
/** Paper on which nothing is printed at either side, in points. */
const MARGIN = 28;
const ORIGIN = "https://example.org";

function browserHere(): string | undefined {
  try {
    return findBrowser().executable;
  } catch (error) {
    if (process.env["CI"]) throw error;
    return undefined;
  }
}
const executable = browserHere();
const needsBrowser = { skip: executable === undefined && "there is no Chromium to print with" };
const hasPoppler = spawnSync("pdftotext", ["-v"]).status === 0;

/** An edition in which paragraphs of earlier ones are gone. */
const essayDirectory = join(testSite("later-edition").directory, "..", "essay");
const settings = readBuildSettings({ ESSAY_DIR: essayDirectory, SITE_URL: ORIGIN, BASE_PATH: "/essay" }, PROJECT_ROOT);
const { essay, bodies } = await essayIn(essayDirectory);
const [text] = Object.values(essay.texts);
assert.ok(text);
const source = bookSource(settings, essay, text, bodies, await bookImages(essay));
const format = printsIn(essay.id, text.language).find(({ writing }) => writing === "vertical");
assert.ok(format);

const folder = mkdtempSync(join(tmpdir(), "pdf-"));
after(() => rmSync(folder, { recursive: true }));
const file = join(folder, "book.pdf");
const bytes = executable === undefined ? undefined : await printPdf(source, format, executable);
if (bytes) writeFileSync(file, bytes);
const open = () => getDocument({ data: new Uint8Array(bytes ?? []), verbosity: 0 }).promise;

/** How often a text has the word, which the lines of a file may part. */
const count = (words: string): number => words.replaceAll(/\s/gu, "").split(WORD).length - 1;

/** The words that are printed: neither readings nor what only a screen reader or the browser is told. */
function printedWords(): string {
  const tree = fromHtml(printedBook(source, format as NonNullable<typeof format>, "").html);
  visit(tree, "element", (element, index, parent) => {
    const isSilent = ["head", "rt", "rp", "title", "desc"].includes(element.tagName) || element.properties["hidden"];
    if (!isSilent || index === undefined) return undefined;
    (parent as Element | Root).children.splice(index, 1);
    return index;
  });
  return textOf(tree);
}

describe("the vertical book as PDF", needsBrowser, () => {
  it("has its words as they are typed, for who searches in it", async () => {
    const pdf = await open();
    let words = "";
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const [, , width = 0, height = 0] = page.view;
      const { items } = await page.getTextContent();
      // What is too high for a page pushes all lines aside, those of other pages too.
      for (const item of items)
        if ("str" in item && item.str.trim() !== "") {
          const x = Number(item.transform[4]);
          assert.ok(x > MARGIN && x < width - MARGIN, `page ${number}: “${item.str}” at ${x}`);
        }
      // Running heads say the titles once more.
      const isBetween = (y: number) => y > height * 0.06 && y < height * 0.93;
      words += items
        .flatMap((item) => ("str" in item && isBetween(Number(item.transform[5])) ? [item.str] : []))
        .join("");
    }
    assert.ok(count(printedWords()) > 20);
    assert.equal(count(words), count(printedWords()));
  });

  it("has them for poppler too", { skip: !hasPoppler && "pdftotext is not installed" }, () => {
    const { stdout } = spawnSync("pdftotext", ["-raw", file, "-"], { encoding: "utf8" });
    assert.ok(count(stdout) >= count(printedWords()));
    assert.doesNotMatch(stdout, /[\u2E80-\u2FDF]/u);
  });

  it("names the places that the web names, those of paragraphs that are gone too", async () => {
    const places = await (await open()).getDestinations();
    const anchors = text.sections.flatMap(({ id, paragraphs, notes }) => [
      id,
      ...[...paragraphs, ...notes].map(({ anchor }) => anchor),
    ]);
    const retired = essay.retiredAnchors.map(({ id }) => id).filter((id) => /^p\d/u.test(id));
    assert.ok(retired.length > 0);
    assert.deepEqual(
      [...anchors, ...retired].filter((id) => !places.has(id)),
      [],
    );
  });

  it("names in its contents the page on which each entry begins", async () => {
    const pdf = await open();
    const places = await pdf.getDestinations();
    const pageOf = async (id: string) => {
      const place: readonly Parameters<typeof pdf.getPageIndex>[0][] = places.get(id) ?? [];
      assert.ok(place[0], id);
      return (await pdf.getPageIndex(place[0])) + 1;
    };
    const entries: string[] = [];
    visit(fromHtml(printedBook(source, format, "").html), "element", ({ properties }) => {
      if (typeof properties["dataPageOf"] === "string") entries.push(properties["dataPageOf"]);
    });
    assert.ok(entries.length > text.sections.length);
    const page = await pdf.getPage(2);
    const [, , , height = 0] = page.view;
    // Each at the foot of its column, above the page's own number.
    const isAtFoot = (y: number) => y > height * 0.07 && y < height * 0.13;
    const printed = (await page.getTextContent()).items
      .flatMap((item) => ("str" in item && /^\d+$/u.test(item.str) ? [item] : []))
      .filter(({ transform }) => isAtFoot(Number(transform[5])))
      .sort((a, b) => Number(b.transform[4]) - Number(a.transform[4]));
    assert.deepEqual(
      printed.map(({ str }) => Number(str)),
      await Promise.all(entries.map(pageOf)),
    );
  });

  it("says of each drawing what it shows", async () => {
    const pdf = await open();
    const told: string[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const waiting: unknown[] = [await (await pdf.getPage(number)).getStructTree()];
      while (waiting.length > 0) {
        const node = waiting.pop() as { role?: string; alt?: string; children?: unknown[] } | null;
        if (node?.role === "Figure") told.push(node.alt ?? "");
        waiting.push(...(node?.children ?? []));
      }
    }
    const { figures } = essay.annotations;
    assert.ok(figures.length > 0);
    for (const { description } of figures) {
      const words = description[text.language] ?? "";
      assert.ok(
        told.some((alternative) => alternative.endsWith(words)),
        words,
      );
    }
  });

  it("leads to the public addresses, and nowhere on the machine that printed it", async () => {
    const pdf = await open();
    const links = new Set<string>();
    for (let number = 1; number <= pdf.numPages; number += 1)
      for (const { url } of await (await pdf.getPage(number)).getAnnotations()) if (url) links.add(String(url));
    for (const link of links) assert.doesNotMatch(link, /localhost|127\.0\.0\.1|\.invalid/u);
    for (const { id, paragraphs } of text.sections)
      for (const { anchor } of paragraphs)
        assert.ok(links.has(`${ORIGIN}/essay/${text.language}/${id}/#${anchor}`), anchor);
  });

  it("says what it is, is tagged, and has its sections in its outline", async () => {
    const pdf = await open();
    const { info, metadata } = await pdf.getMetadata();
    assert.equal((info as { readonly Language?: string }).Language, text.language);
    assert.match(String(metadata.get("dc:title")), new RegExp(text.title, "u"));
    assert.equal(String(metadata.get("dc:language")), text.language);
    assert.ok(String(metadata.get("dc:creator")).length > 0);
    // pdf.js gives a map here, of which its types know nothing.
    assert.equal(((await pdf.getMarkInfo()) as ReadonlyMap<string, unknown> | null)?.get("Marked"), true);
    assert.equal((await pdf.getViewerPreferences())?.get("Direction"), "R2L");
    const outline = (await pdf.getOutline()).map(({ title }) => title);
    for (const { title } of text.sections)
      assert.ok(
        outline.some((entry) => entry.includes(title)),
        title,
      );
    const [, , width, height] = (await pdf.getPage(1)).view;
    assert.deepEqual([Math.round(Number(width)), Math.round(Number(height))], [420, 595]);
  });
});
