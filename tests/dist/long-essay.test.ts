import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { Element } from "hast";
import { select, selectAll } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";
import { FORMAT_NAMES } from "../support/format-names.ts";
import { parsedSite } from "../support/site.ts";
import { testSite } from "../support/sites.ts";
import { visibleText } from "../support/visible-text.ts";

/** A long original essay in Korean, in one language: three levels, tables, pictures, formulas, a hundred notes. */
const { directory } = testSite("korean");
const { pages } = parsedSite(directory, "/");

const on = (path: string, selector: string): Element[] =>
  selectAll(selector, pages.get(path)?.tree ?? assert.fail(path));
const sections = on("/ko/", ".contents a").map((link) => String(link.properties["href"]));
const parts = sections.filter((path) => path.includes("part-"));

describe("a long essay in Korean", () => {
  it("is in its language, from left to right, on every page", () => {
    for (const [path, { tree }] of pages) {
      const { lang, dir } = select("html", tree)?.properties ?? {};
      assert.deepEqual([lang, dir], ["ko", "ltr"], path);
    }
  });

  it("shows no word of another language, but the names of formats and styles", () => {
    for (const [path, { tree }] of pages) {
      const said = selectAll("body", tree)
        .map(visibleText)
        .join(" ")
        .replaceAll(/https?:\S+/gu, "")
        .replaceAll(FORMAT_NAMES, "");
      const foreign = said.match(/\p{sc=Latin}{2,}|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu);
      assert.deepEqual(foreign ?? [], [], path);
      assert.equal(
        selectAll("[hreflang]:not([hreflang=ko]):not([hreflang=x-default]), .peek-link", tree).length,
        0,
        path,
      );
    }
  });

  it("has its sections on three levels, each numbered, in the contents and on their pages", () => {
    assert.equal(sections.length, 15);
    const ordinals = on("/ko/", ".contents .ordinal").map(textOf);
    assert.deepEqual(ordinals.slice(0, 6), ["1", "2", "3", "3.1", "3.1.1", "3.1.2"]);
    assert.equal(ordinals.at(-1), "3.3.3");
    assert.equal(on("/ko/", ".cover-contents .contents ol ol").length, 3);
    for (const [index, path] of sections.entries())
      assert.equal(on(path, "h1 .ordinal").map(textOf).join(), ordinals[index], path);
    const levels = new Set(on("/ko/full/", "article .section-heading > *").map(({ tagName }) => tagName));
    assert.ok(["h2", "h3", "h4"].every((level) => levels.has(level)));
  });

  it("numbers more than a hundred notes through all sections, each led to and back", () => {
    const numbers = sections.flatMap((path) => on(path, ".notes .note").map(({ properties }) => properties["value"]));
    assert.deepEqual(
      numbers.map(Number),
      Array.from({ length: 105 }, (_none, index) => index + 1),
    );
    assert.equal(on("/ko/notes/", ".note").length, 105);
    for (const path of sections)
      for (const mark of on(path, ".note-mark a")) {
        const { id, href } = mark.properties;
        assert.equal(on(path, `[id="${String(href).slice(1)}"] a[href="#${id}"]`).length, 1, `${path}#${id}`);
      }
  });

  it("has a table with its caption, a picture of its own size and formulas in every section", () => {
    assert.equal(parts.length, 13);
    for (const path of parts) {
      assert.equal(on(path, "article table caption").length, 1, path);
      const [image, ...others] = on(path, "article figure img");
      assert.equal(others.length, 0);
      const { src, width, height, alt } = image?.properties ?? {};
      assert.ok(existsSync(join(directory, String(src))), path);
      assert.ok(Number(width) > 0 && Number(height) > 0 && String(alt).length > 0, path);
      assert.equal(on(path, "article figure figcaption").length, 1, path);
      assert.deepEqual(
        on(path, "article math").map(({ properties }) => properties["display"] === "block"),
        [false, true],
        path,
      );
    }
  });

  it("has each address once on the page of the whole, though sections have the same headings and formulas", () => {
    const ids = on("/ko/full/", "[id]").map(({ properties }) => properties["id"]);
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(on("/ko/full/", "article .prose :is(h2, h3, h4, h5)").length, 13);
  });
});
