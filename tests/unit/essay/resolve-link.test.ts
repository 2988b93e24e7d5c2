import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { EssayText } from "../../../src/essay/model.ts";
import { resolveLink, resolveLinks } from "../../../src/essay/resolve-link.ts";
import { readEssay } from "../../../src/integrations/read-essay.ts";
import { MINIMAL_ESSAY } from "../../support/essay-folder.ts";

const text = (await readEssay(MINIMAL_ESSAY, MINIMAL_ESSAY)).texts["ja"] as EssayText;
const [opening, river] = text.sections;
const target = river?.paragraphs[0]?.anchor ?? "";
const on = (page: string) => ({ text, page, basePath: "/essay/" });

describe("a link of the essay", () => {
  it("leads to a paragraph on this page by its fragment alone", () => {
    assert.equal(resolveLink(`#${target}`, on(`/essay/ja/${river?.id}/`)), `#${target}`);
    assert.equal(resolveLink(`#${target}`, on("/essay/ja/full/")), `#${target}`);
  });

  it("leads to a paragraph of another section by that section's page", () => {
    assert.equal(resolveLink(`#${target}`, on(`/essay/ja/${opening?.id}/`)), `/essay/ja/${river?.id}/#${target}`);
    assert.equal(resolveLink(`#${target}`, on("/essay/ja/notes/")), `/essay/ja/${river?.id}/#${target}`);
  });

  it("leads to a page of the site below the base path", () => {
    assert.equal(resolveLink("/ja/notes/", on("/essay/ja/about/")), "/essay/ja/notes/");
  });

  it("leads to a source in the bibliography", () => {
    assert.equal(resolveLink("#source-a", on(`/essay/ja/${river?.id}/`)), "/essay/ja/sources/#source-a");
    assert.equal(resolveLink("#source-a", on("/essay/ja/sources/")), "#source-a");
  });

  it("leaves another site's address alone", () => {
    assert.equal(resolveLink("https://example.org/#p1", on("/essay/ja/notes/")), "https://example.org/#p1");
  });

  it("is resolved in the HTML of a note, whatever else the element has", () => {
    const html = `<p><a class="x" href="#${target}">段落</a>と<a href="https://example.org/">外</a></p>`;
    assert.equal(
      resolveLinks(html, on("/essay/ja/notes/")),
      `<p><a class="x" href="/essay/ja/${river?.id}/#${target}">段落</a>と<a href="https://example.org/">外</a></p>`,
    );
  });
});
