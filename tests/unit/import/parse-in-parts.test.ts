import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Nodes } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { parseInParts } from "../../../src/import/forms/parse-in-parts.ts";

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** A tree without offsets and columns: its nodes, words and lines. */
const shape = (node: Nodes): unknown => ({
  type: node.type,
  line: node.type === "root" ? 0 : node.position?.start.line,
  ...("value" in node && { value: node.value }),
  ...("identifier" in node && { identifier: node.identifier }),
  ...("children" in node && { children: node.children.map((child) => shape(child as Nodes)) }),
});

const BLOCKS = [
  "A paragraph with [a link][far] and a note.[^1]",
  "# Heading",
  "Set\n===",
  "- one\n\n  more of one\n- two",
  "1. first\n\n       code in it",
  "> quoted\nlazily",
  "```js\ncode\n\nafter an empty line\n```",
  "<!-- a comment\n\nwith a line\n-->",
  "<pre>\n\nraw\n\n</pre>",
  "<div>\n\nNo raw\n\n</div>",
  "| a | b |\n| - | - |\n| 1 | [x][far] |",
  "[far]: https://example.org/",
  "[^1]: The note.\n\n    Its second paragraph.",
  "    indented code",
  "Next paragraph of letters.",
  "日本語の段落である。[^1]",
];

test("a text that is parsed in parts gives the tree of the whole", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...BLOCKS), { minLength: 1, maxLength: 14 }),
      fc.integer({ min: 1, max: 60 }),
      (blocks, size) => {
        const source = `${blocks.join("\n\n")}\n`;
        const whole = parser.parse(source);
        assert.deepEqual(
          shape(parseInParts(source, (text) => parser.parse(text), undefined, size)),
          shape(whole),
          source,
        );
      },
    ),
    { numRuns: 150 },
  );
});
