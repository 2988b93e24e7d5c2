import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { EpubCheck } from "@likecoin/epubcheck-ts";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Element, ElementContent, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toText } from "hast-util-to-text";
import { attribute } from "../../src/checks/html/page.ts";
import type { Essay, EssayText } from "../../src/essay/model.ts";
import { letters } from "../../src/essay/text-hash.ts";
import { booksIn } from "../../src/export/formats.ts";
import { strings } from "../../src/i18n/index.ts";
import { builtFile, settings } from "../support/built-site.ts";
import { essayIn } from "../support/essays.ts";
import { elements } from "../support/site.ts";

let essay: Essay;
let texts: EssayText[];
before(async () => {
  ({ essay } = await essayIn(settings.essayDirectory));
  texts = Object.values(essay.texts);
});

const bytesOf = (route: string): Uint8Array => new Uint8Array(readFileSync(join(settings.outputDirectory, route)));

/** Problems that the reader of books finds; hints of good practice are none. */
async function problemsIn(book: Uint8Array): Promise<string[]> {
  const { messages } = await EpubCheck.validate(book);
  return messages
    .filter(({ severity }) => ["fatal", "error", "warning"].includes(severity))
    .map(({ id, message, location }) => `${id} ${message} ${location?.path ?? ""}`);
}

function pagesIn(book: Uint8Array): Map<string, Root> {
  const files = Object.entries(unzipSync(book)).filter(([path]) => path.endsWith(".xhtml"));
  return new Map(files.map(([path, bytes]) => [path.replace("EPUB/", ""), fromHtml(strFromU8(bytes))]));
}

/** @returns a copy of an element without the marks of notes in it */
function withoutMarks(element: Element): Element {
  const children = element.children.flatMap((child): ElementContent[] => {
    if (child.type !== "element") return [child];
    return attribute(child, "role") === "doc-noteref" ? [] : [withoutMarks(child)];
  });
  return { ...element, children };
}

const idsIn = (tree: Root) => new Set(elements(tree).flatMap((element) => attribute(element, "id") ?? []));

describe("the books", () => {
  it("are without an error or a warning, in every language and writing mode", async () => {
    for (const { language } of texts)
      for (const { route } of booksIn(essay.id, language))
        assert.deepEqual(await problemsIn(bytesOf(route)), [], route);
  });

  it("are checked by something that finds errors", async () => {
    const files = unzipSync(bytesOf(booksIn(essay.id, "en")[0]?.route ?? ""));
    const name = "EPUB/section-introduction.xhtml";
    const page = strFromU8(files[name] ?? new Uint8Array());
    files[name] = strToU8(page.replace('href="style.css"', 'href="missing.css"'));
    assert.notDeepEqual(
      await problemsIn(zipSync({ mimetype: [files["mimetype"] ?? new Uint8Array(), { level: 0 }], ...files })),
      [],
    );
  });

  it("say how their pages are turned, and set Japanese in columns unless asked otherwise", () => {
    for (const { language } of texts)
      for (const { route, writing } of booksIn(essay.id, language)) {
        const files = unzipSync(bytesOf(route));
        const progression = writing === "vertical" ? "rtl" : "ltr";
        assert.match(
          strFromU8(files["EPUB/package.opf"] ?? new Uint8Array()),
          new RegExp(`page-progression-direction="${progression}"`, "u"),
        );
        const section = strFromU8(files["EPUB/section-introduction.xhtml"] ?? new Uint8Array());
        assert.match(section, new RegExp(`<html [^>]*class="${writing}"`, "u"));
      }
    assert.equal(booksIn(essay.id, "ja")[0]?.writing, "vertical");
  });

  it("have every paragraph under its number, with its words, and every note with the way back first", () => {
    for (const text of texts) {
      const pages = pagesIn(bytesOf(booksIn(essay.id, text.language)[0]?.route ?? ""));
      for (const { id, paragraphs, notes } of text.sections) {
        const tree = pages.get(`section-${id}.xhtml`);
        assert.ok(tree, id);
        for (const { anchor, number, text: words } of paragraphs) {
          const [paragraph] = elements(tree, (element) => attribute(element, "id") === anchor);
          assert.ok(paragraph, anchor);
          const found = letters(toText(withoutMarks(paragraph)));
          assert.ok(found.startsWith(number), `${anchor} begins with its number`);
          // Readings stand among the words of a book.
          for (const part of words.split(/[、。，．,.;:—–「」『』（）“”‘’()\s]+/u))
            assert.ok(found.includes(letters(part)), `${anchor}: ${part}`);
        }
        for (const { anchor, marks } of notes) {
          const [note] = elements(tree, (element) => attribute(element, "id") === anchor);
          assert.ok(note, anchor);
          const [first] = elements(note, ({ tagName }) => tagName === "a");
          assert.equal(first && attribute(first, "href"), `#${marks[0]?.anchor}`);
        }
      }
    }
  });

  it("open notes in place, and say what they are to catalogues, libraries and who cannot see", () => {
    for (const { language, sections } of texts)
      for (const { route } of booksIn(essay.id, language)) {
        const files = unzipSync(bytesOf(route));
        const read = (name: string) => strFromU8(files[`EPUB/${name}`] ?? new Uint8Array());
        for (const { id, notes } of sections) {
          const page = read(`section-${id}.xhtml`);
          assert.equal(page.split('epub:type="footnote"').length - 1, notes.length, id);
          const marks = notes.flatMap((note) => note.marks);
          assert.equal(page.split('epub:type="noteref"').length - 1, marks.length, id);
        }
        assert.doesNotMatch(read("nav.xhtml"), /<rt|<ruby/u);
        const description = read("package.opf");
        for (const needed of [
          'properties="cover-image"',
          "schema:accessMode",
          "schema:accessModeSufficient",
          "schema:accessibilityFeature",
          "schema:accessibilityHazard",
          "schema:accessibilitySummary",
        ])
          assert.ok(description.includes(needed), needed);
        assert.match(description, /<link rel="record" href="citation\.csl\.json"/u);
        const [record] = JSON.parse(read("citation.csl.json")) as readonly { readonly version?: string }[];
        assert.equal(record?.version, essay.edition.version);
        for (const tree of pagesIn(bytesOf(route)).values())
          for (const drawing of elements(tree, ({ properties }) => properties["role"] === "img"))
            assert.ok(attribute(drawing, "ariaLabel"), "a drawing has its words");
      }
  });

  it("turn nothing that flows among vertical lines: reading systems lay it over the lines that follow", () => {
    const style = strFromU8(
      unzipSync(bytesOf(booksIn(essay.id, "ja")[0]?.route ?? ""))["EPUB/style.css"] ?? new Uint8Array(),
    );
    const level = [...style.matchAll(/^(.+?) \{[^}]*[ ;]writing-mode: horizontal-tb/gmu)].map(
      ([, selector]) => selector,
    );
    assert.deepEqual(level, ["html", ".drawing, figure img"]);
  });

  it("lead to what is in them, and a retired address to what took its place", () => {
    for (const text of texts) {
      const pages = pagesIn(bytesOf(booksIn(essay.id, text.language)[0]?.route ?? ""));
      const all = new Set<string>();
      for (const [page, tree] of pages) {
        for (const id of idsIn(tree)) all.add(id);
        for (const link of elements(tree, ({ tagName }) => tagName === "a")) {
          const href = attribute(link, "href") ?? "";
          if (/^[a-z]+:/u.test(href)) {
            assert.doesNotMatch(href, /localhost/u);
            continue;
          }
          const [target = "", fragment] = href.split("#");
          const there = pages.get(target || page);
          assert.ok(there, `${page}: ${href}`);
          if (fragment) assert.ok(idsIn(there).has(fragment), `${page}: ${href}`);
        }
      }
      for (const { id } of essay.retiredAnchors) assert.ok(all.has(id), id);
    }
  });
});

describe("the texts", () => {
  it("have every paragraph with its number, and every note", () => {
    for (const { language, sections } of texts)
      for (const { id, title, paragraphs, notes } of sections) {
        const plain = builtFile(`${language}/${id}.txt`);
        const markdown = builtFile(`${language}/${id}.md`);
        assert.ok(plain.startsWith(title) || plain.includes(title));
        for (const { number } of paragraphs)
          for (const file of [plain, markdown]) assert.ok(file.includes(`¶${number} `), number);
        for (const { label } of notes) {
          assert.equal(markdown.split(`[^${label}]:`).length, 2, label);
          assert.ok(markdown.split(`[^${label}]`).length > 2, label);
        }
        const words = letters(plain);
        for (const note of notes) assert.ok(words.includes(letters(note.text.slice(0, 12))), note.label);
      }
  });

  it("say which notes are the editors', and have addresses in full", () => {
    for (const { language, sections } of texts)
      for (const { id, notes } of sections) {
        const [markdown, plain] = ["md", "txt"].map((form) => builtFile(`${language}/${id}.${form}`));
        const heading = plain?.indexOf(`\n${strings(language).editorNotes}\n`) ?? -1;
        for (const { label, number, origin } of notes) {
          const isEditors = origin === "editor";
          const said = `[^${label}]: **${strings(language).noteMark(number, origin)}** `;
          assert.equal(markdown?.includes(said), isEditors, said);
          const at = plain?.indexOf(`\n[${strings(language).noteNumber(number, origin)}] `) ?? -1;
          assert.ok(at > 0 && at > heading === isEditors, `${id}: ${label}`);
        }
        const addresses = notes.flatMap(({ html }) => [...html.matchAll(/class="address" href="([^"&]+)"/gu)]);
        for (const [, address = "?"] of addresses) assert.ok(plain?.includes(address), address);
      }
  });

  it("have the whole in the order of its sections", () => {
    for (const { language, sections } of texts) {
      const whole = builtFile(`${language}/full.txt`);
      const places = sections.flatMap(({ paragraphs }) => paragraphs.map(({ number }) => whole.indexOf(`¶${number} `)));
      assert.ok(places.every((place) => place >= 0));
      assert.deepEqual(
        [...places].sort((a, b) => a - b),
        places,
      );
    }
  });
});

describe("the sections to hand out", () => {
  it("are each in one file, with every paragraph and note, and say what they are from and whose words they have", () => {
    for (const { language, sections } of texts)
      for (const { id, title, paragraphs, notes } of sections) {
        const html = builtFile(`${language}/${id}/handout.html`);
        const tree = fromHtml(html);
        const ids = idsIn(tree);
        for (const { anchor } of [...paragraphs, ...notes]) assert.ok(ids.has(anchor), `${id}: ${anchor}`);
        const words = letters(toText(tree));
        for (const { text: said } of notes) assert.ok(words.includes(letters(said.slice(0, 12))), said);
        const author = essay.source?.author?.[language] ?? "?";
        const { name = "?" } = essay.licence.text ?? {};
        const licence = typeof name === "string" ? name : (name[language] ?? "?");
        for (const said of [title, essay.titles[language]?.title ?? "?", author, licence])
          assert.ok(words.includes(letters(said)), `${id}: ${said}`);
        for (const { properties } of elements(tree, ({ tagName }) => ["a", "img", "link"].includes(tagName))) {
          const [leads] = [properties["href"], properties["src"]].flatMap((one) =>
            typeof one === "string" ? [one] : [],
          );
          // Without an address of the site, nothing leads to a machine of its author's.
          assert.match(leads ?? "#", /^(?:#|data:|mailto:|https?:(?!\/\/localhost))/u, id);
          if (leads?.startsWith("#")) assert.ok(ids.has(leads.slice(1)), `${id}: ${leads}`);
        }
        assert.doesNotMatch(html, /<script|xml:lang|epub:type|\.xhtml/u);
        for (const form of ["txt", "md"]) assert.ok(builtFile(`${language}/${id}.${form}`).includes(author), form);
      }
  });
});
