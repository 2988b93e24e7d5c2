import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { Element } from "hast";
import { select, selectAll } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";
import { FORMAT_NAMES } from "../support/format-names.ts";
import { parsedSite } from "../support/site.ts";
import { testSite } from "../support/sites.ts";
import { visibleText } from "../support/visible-text.ts";

/** An original essay in Arabic, in one language, with everything that a page may have. */
const { directory } = testSite("arabic");
const { pages } = parsedSite(directory, "/");

const on = (path: string, selector: string): Element[] =>
  selectAll(selector, pages.get(path)?.tree ?? assert.fail(path));

/** Words of no language but the author's, and the names of sources and registries. */
const NAMES =
  /\b(?:A Library of Wells|a library of wells|Harbour|Edith|Journal of Small Rooms|ORCID|Chicago notes|ID|p)\b/gu;

describe("an essay from right to left", () => {
  it("says so on every page", () => {
    assert.ok(pages.size > 10);
    for (const [path, { tree }] of pages) {
      const html = select("html", tree);
      assert.deepEqual([html?.properties["lang"], html?.properties["dir"]], ["ar", "rtl"], path);
    }
  });

  it("gives what is in English its own direction, in text, notes and sources", () => {
    for (const [path, { tree }] of pages)
      for (const element of selectAll("main [lang=en]", tree))
        assert.equal(element.properties["dir"], "ltr", `${path}: ${textOf(element)}`);
    assert.equal(on("/ar/opening/", ".paragraph [lang=en][dir=ltr]").length, 1);
    assert.equal(on("/ar/sources/", "cite[lang=en][dir=ltr]").length, 1);
    assert.equal(on("/ar/sources/", "cite[lang=ar]:not([dir])").length, 1);
  });

  it("draws time from the right, and has each text of a drawing run from right to left", () => {
    const svgs = [...on("/ar/rope/", ".figure-drawing svg"), ...on("/ar/timeline/", ".chronology svg")];
    assert.equal(svgs.length, 3);
    for (const svg of svgs) {
      assert.equal(svg.properties["direction"], "ltr");
      const years = selectAll("text", svg).flatMap((text) => {
        const year = /^\u2067?(19\d\d)\u2069?$/u.exec(textOf(text).trim())?.[1];
        return year ? [{ year: Number(year), x: Number(text.properties["x"]) }] : [];
      });
      assert.ok(years.length > 2);
      const byYear = [...years].sort((a, b) => a.year - b.year).map(({ x }) => x);
      assert.deepEqual(
        byYear,
        [...byYear].sort((a, b) => b - a),
      );
    }
  });

  it("numbers the editors’ notes as the text does", () => {
    const sheets = readdirSync(join(directory, "_astro")).filter((name) => name.endsWith(".css"));
    const css = sheets.map((name) => readFileSync(join(directory, "_astro", name), "utf8")).join("");
    assert.match(css, /@counter-style editors\{[^}]*prefix:"م"/u);
    assert.doesNotMatch(css, /編|vertical-rl/u);
  });
});

describe("a section with a role", () => {
  it("has it for those who do not see it, on its own page and in the whole", () => {
    for (const path of ["/ar/thirst/", "/ar/full/"]) {
      const [body, ...others] = on(path, "main [role=doc-conclusion]");
      assert.ok(body && others.length === 0, path);
      assert.equal(on(path, `[id=${body.properties["ariaLabelledBy"]}]`).length, 1);
    }
  });
});

describe("an essay in one language", () => {
  it("shows no word of another on any page", () => {
    for (const [path, { tree }] of pages) {
      const said = selectAll("body", tree)
        .map((body) => visibleText(body))
        .join(" ");
      const foreign = said
        .replaceAll(/https?:\S+/gu, "")
        .replaceAll(NAMES, "")
        .replaceAll(FORMAT_NAMES, "")
        .match(/\p{sc=Latin}{2,}|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu);
      assert.deepEqual(foreign ?? [], [], path);
    }
  });

  it("offers no other language and no style of another country", () => {
    const file = JSON.parse(readFileSync(join(directory, "cite/ar/opening.json"), "utf8"));
    assert.deepEqual(Object.keys(file.texts), ["chicago", "apa", "mla"]);
    for (const style of Object.values(file.texts)) assert.deepEqual(Object.keys(style as object), ["ar"]);
    for (const { tree } of pages.values())
      assert.equal(selectAll(".language-switch, .peek-link, link[rel=alternate][hreflang=en]", tree).length, 0);
  });

  it("has no words of other languages in its scripts", () => {
    for (const name of readdirSync(join(directory, "_astro")).filter((file) => file.endsWith(".js"))) {
      const script = readFileSync(join(directory, "_astro", name), "utf8");
      for (const words of [
        "Search results",
        "Copy citation",
        "出典をコピー",
        "Quelle kopieren",
        "Copier la référence",
        "출처 복사",
      ])
        assert.ok(!script.includes(words), `${words} in ${name}`);
    }
  });
});
