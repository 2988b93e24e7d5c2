import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { documentOf } from "../../../src/markdown/document.ts";
import { type HtmlPart, htmlParts } from "../../../src/markdown/document-html.ts";
import { parseSection } from "../../../src/markdown/parser.ts";

/** A Markdown text as it stands in a page, components as tags with their properties. */
const written = (markdown: string): string =>
  htmlParts(documentOf(parseSection(markdown)), (name) => name === "a")
    .map(tag)
    .join("");

const tag = (part: HtmlPart): string =>
  typeof part === "string"
    ? part
    : `‹${[part.name, ...Object.entries(part.properties).map(([key, value]) => `${key}=${value}`)].join(" ")}›${part.children.map(tag).join("")}‹/›`;

describe("a document as HTML", () => {
  it("is whole where no component stands in it", () => {
    assert.equal(
      written('One *word* & <b lang="en">two</b>.'),
      '<p>One <em>word</em> &#x26; <b lang="en">two</b>.</p>',
    );
  });

  it("has a place for a component wherever it stands, with its words and no space more", () => {
    assert.equal(
      written('<Paragraph>\n\nOne <em>a <Term id="t">b</Term> c</em>.\n\n</Paragraph>'),
      "‹Paragraph›<p>One <em>a ‹Term id=t›b‹/› c</em>.</p>‹/›",
    );
  });

  it("leaves a link to the page, however it is written", () => {
    assert.equal(
      written('[one](#p1) <a href="/ja/notes/" class="x">two</a>'),
      "<p>‹a href=#p1›one‹/› ‹a href=/ja/notes/ class=x›two‹/›</p>",
    );
  });

  it("marks a link whose words are an address, within which lines may break, and no other", () => {
    assert.equal(
      written("<https://example.org/a_b?c=1> [a/b](https://example.org/)"),
      "<p>‹a href=https://example.org/a_b?c=1 class=written-address›https://example.org/a_b?c=1‹/› ‹a href=https://example.org/›a/b‹/›</p>",
    );
  });

  it("has an id for a heading, and nothing of a comment", () => {
    assert.equal(written("## The bridge {/* or the river */}"), '<h2 id="the-bridge-">The bridge </h2>');
  });
});
