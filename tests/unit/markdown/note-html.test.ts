import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { FootnoteDefinition } from "mdast";
import { renderNote } from "../../../src/markdown/note-html.ts";
import { parseSection } from "../../../src/markdown/parser.ts";

const definition = (body: string) => parseSection(`[^a]: ${body}\n`).children[0] as FootnoteDefinition;
const rendered = (body: string, language = "ja") =>
  renderNote(definition(body), language, {
    citation: ({ works }) =>
      works.map(({ id, locator }) => `<cite>${id}${locator ? `:${locator}` : ""}</cite>`).join("; "),
    asOf: (date) => `(${date})`,
  });

describe("a rendered note", () => {
  it("has its citations formatted where they stand", () => {
    assert.deepEqual(rendered("前[@a]中[@b, 九頁]後"), {
      html: "<p>前<cite>a</cite>中<cite>b:九頁</cite>後</p>",
      text: "前a中b:九頁後",
      references: ["a", "b:九頁"],
    });
  });

  it("keeps Markdown and plain elements with their attributes", () => {
    assert.deepEqual(rendered('*強く*、<span lang="en">likely</span>と[頁](https://example.org/)'), {
      html: '<p><em>強く</em>、<span lang="en">likely</span>と<a href="https://example.org/">頁</a></p>',
      text: "強く、likelyと頁",
      references: [],
    });
  });

  it("says on which day it was checked, told from the days of which it speaks", () => {
    assert.equal(
      rendered('Joined on <time datetime="2023-04-04">that day</time>.', "en").html,
      '<p>Joined on <time datetime="2023-04-04">that day</time>.</p>',
    );
    assert.deepEqual(rendered('Joined. <time datetime="2024-03-07" />', "en"), {
      html: '<p>Joined. <time class="as-of" datetime="2024-03-07">(2024-03-07)</time></p>',
      text: "Joined. (2024-03-07)",
      references: [],
    });
  });

  it("parts its blocks by a line break in its text", () => {
    assert.equal(rendered("一。\n\n    二。").text, "一。\n二。");
  });

  it("escapes what is text", () => {
    assert.equal(rendered("a &lt;b&gt; &amp; c").html, "<p>a &#x3C;b> &#x26; c</p>");
  });

  it("marks digits and abbreviations for vertical writing, in Japanese only", () => {
    assert.equal(
      rendered("第5条とNATO").html,
      '<p>第<span class="tcy">5</span>条と<span class="upright">NATO</span></p>',
    );
    assert.equal(rendered("Article 5 and NATO", "en").html, `<p><span class="unbroken">Article 5</span> and NATO</p>`);
  });

  it("sets the digits of its references and its day as those of its text, not those of other languages and addresses", () => {
    const { html, text, references } = renderNote(definition('第5条[@a]。<time datetime="2024-03-07" />'), "ja", {
      citation: () =>
        '<cite><span lang="en">12 Days</span> <span class="date">2023年3月</span>、<a href="#">g7.org 7</a></cite>',
      asOf: () => "11月確認",
    });
    assert.equal(
      html,
      '<p>第<span class="tcy">5</span>条<cite><span lang="en">12 Days</span> <span class="date"><span class="digits">2023</span>年<span class="tcy">3</span>月</span>、<a href="#">g7.org 7</a></cite>。<time class="as-of" datetime="2024-03-07"><span class="tcy">11</span>月確認</time></p>',
    );
    assert.equal(text, "第5条12 Days 2023年3月、g7.org 7。11月確認");
    assert.deepEqual(references, ["12 Days 2023年3月、g7.org 7"]);
  });

  it("leaves the definition as it was", () => {
    const node = definition("前[@a-1]後");
    const before = structuredClone(node);
    renderNote(node, "ja", { citation: () => "<cite>A</cite>", asOf: String });
    assert.deepEqual(node, before);
  });
});
