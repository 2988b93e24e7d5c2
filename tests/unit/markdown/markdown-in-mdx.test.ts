import assert from "node:assert/strict";
import { test } from "node:test";
import type { Nodes } from "mdast";
import { visit } from "unist-util-visit";
import { parseSection } from "../../../src/markdown/parser.ts";
import { plainText } from "../../../src/markdown/plain-text.ts";

function typesIn(source: string): string[] {
  const types: string[] = [];
  visit(parseSection(source), (node: Nodes) => {
    if (!["root", "paragraph", "text"].includes(node.type)) types.push(node.type);
  });
  return types;
}

test("takes comments out, in a sentence and between paragraphs, whatever stands in them", () => {
  const tree = parseSection("One <!-- {x} <b> -- > \n still --> two.\n\n<!-- a\n\nb -->\n\nThree.<!---->\n");
  assert.deepEqual(tree.children.map(plainText), ["One  two.", "Three."]);
  assert.deepEqual(typesIn("<!-- alone -->"), []);
  assert.deepEqual(parseSection("> <!-- in a quotation -->\n> a").children.map(plainText), ["a"]);
});

test("ends a line at <br>, however it is written", () => {
  for (const source of ["a<br>b", "a<BR>b"]) assert.deepEqual(typesIn(source), ["break"], source);
  assert.equal(plainText(parseSection("a<br>b")), "a\nb");
  assert.deepEqual(typesIn("`<br>`"), ["inlineCode"]);
});

test("reads addresses in angle brackets", () => {
  assert.deepEqual(typesIn("see <https://example.org/a?b=1&c>"), ["link"]);
  assert.deepEqual(typesIn("write to <editor@example.org>"), ["link"]);
});

test("reads both at the head of a line, of an item and of a quotation", () => {
  assert.deepEqual(typesIn("<https://example.org/x> and more"), ["link"]);
  assert.deepEqual(typesIn("See\n<https://example.org/x> there."), ["link"]);
  assert.deepEqual(typesIn("- <https://example.org/x>\n- <editor@example.org>"), [
    "list",
    "listItem",
    "link",
    "listItem",
    "link",
  ]);
  assert.deepEqual(typesIn("> a\n> <br>b"), ["blockquote", "break"]);
});

test("leaves elements and components to MDX", () => {
  assert.deepEqual(typesIn('<span lang="en">x</span> <br />'), ["mdxJsxTextElement", "mdxJsxTextElement"]);
  assert.throws(() => parseSection("<Paragraph>\n\nnever closed"), /Paragraph/u);
});
