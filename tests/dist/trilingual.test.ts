import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { Element } from "hast";
import { select, selectAll } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";
import { parsedSite } from "../support/site.ts";
import { testSite } from "../support/sites.ts";

/*
 * An essay in three languages, of which the site itself does not speak the third: a folder of texts, a file of strings
 * and a line in essay.yaml.
 */

const { directory, output } = testSite("trilingual");
const { pages } = parsedSite(directory, "/");

function on(path: string, selector: string): Element[] {
  const page = pages.get(path);
  assert.ok(page, path);
  return selectAll(selector, page.tree);
}
const words = (path: string, selector: string) => on(path, selector).map((element) => textOf(element).trim());

describe("a third language", () => {
  it("has its pages, its strings and its dates", () => {
    assert.equal(select("html", pages.get("/fr/")?.tree ?? assert.fail())?.properties["lang"], "fr");
    assert.deepEqual(words("/fr/", ".cover-contents h2"), ["Sommaire"]);
    assert.match(words("/fr/", ".cover-imprint").join(), /Édition 1\.0\.0 \(29 février 2024\)/u);
    assert.equal(on("/fr/", "link[rel=alternate][hreflang]").length, 4);
    assert.deepEqual(words("/fr/", ".language-switch a"), ["日本語", "English"]);
    for (const page of ["opening", "full", "notes", "search", "about", "glossary", "timeline"])
      assert.ok(pages.has(`/fr/${page}/`), page);
  });

  it("says where its editors are reached, in the colophon and on the page about the site", () => {
    for (const path of ["/fr/full/", "/ja/about/"])
      assert.deepEqual(
        on(path, "a[href^=mailto]").map((link) => link.properties["href"]),
        ["mailto:editors@example.org"],
      );
  });

  it("has a line for the work in its timeline where no event is the work itself", () => {
    for (const language of ["ja", "en", "fr"])
      assert.match(
        readFileSync(join(directory, language, "timeline", "index.html"), "utf8"),
        /<time datetime="2020-05">/u,
      );
  });

  it("stands beside each of the others, where both are finished", () => {
    for (const pair of ["", "ja-fr/", "en-ja/", "en-fr/", "fr-ja/", "fr-en/"]) {
      const path = `/parallel/opening/${pair}`;
      assert.equal(on(path, ".pair-lead [data-paragraph]").length, 2, pair);
      assert.equal(on(path, ".pair-other [data-paragraph]").length, 2, pair);
    }
    assert.ok(!pages.has("/parallel/lamp/fr-ja/"));
  });
});

describe("a draft", () => {
  it("is told to the author, and nothing else is missing", () => {
    assert.ok(output.includes("tests/fixtures/trilingual/fr/lamp.mdx\n    this section is a draft"), output);
  });

  it("tells its readers in their language which one they are shown", () => {
    assert.deepEqual(words("/fr/lamp/", "[role=note]"), [
      "Cette section n’est pas encore prête en français ; on la lit en japonais.",
    ]);
    for (const selector of [".prose", "h1 .title"])
      assert.equal(on("/fr/lamp/", selector)[0]?.properties["lang"], "ja", selector);
    assert.match(String(on("/fr/lamp/", "link[rel=canonical]")[0]?.properties["href"]), /\/ja\/lamp\/$/u);
    assert.equal(on("/ja/lamp/", "link[hreflang=fr]").length, 0);
    assert.equal(on("/ja/lamp/", "link[hreflang=en]").length, 1);
  });
});

describe("the links of a text", () => {
  it("lead to sections and paragraphs by their page, or on the page of the whole to the place there", () => {
    const html = (page: string) => readFileSync(join(directory, page, "index.html"), "utf8");
    assert.match(html("en/lamp"), /<a href="\/en\/opening\/">The opening<\/a>/u);
    assert.match(html("en/lamp"), /<a href="\/en\/opening\/#p1">the first paragraph<\/a>/u);
    assert.match(html("en/full"), /<a href="#p1">the first paragraph<\/a>/u);
    assert.match(html("ja/lamp"), /<h2 id="fog">霧<\/h2>/u);
  });

  it("lead there from the section as a text of its own", () => {
    const markdown = readFileSync(join(directory, "en", "lamp.md"), "utf8");
    assert.match(markdown, /\[The opening\]\((?:https?:\/\/[^/]+)?\/en\/opening\/\)/u);
    assert.match(markdown, /\[the first paragraph\]\((?:https?:\/\/[^/]+)?\/en\/opening\/#p1\)/u);
  });
});
