import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Paragraph } from "../../../src/essay/model.ts";
import { numberParagraphs } from "../../../src/markdown/number-paragraphs.ts";
import { parseSection } from "../../../src/markdown/parser.ts";
import { serialiseTree } from "../../support/serialise-tree.ts";

const paragraph = (number: number): Paragraph => ({
  anchor: `p${number}`,
  number: String(number),
  section: "bridge",
  text: "",
  line: 1,
  sources: [],
});
const section = (...numbers: number[]) => ({ file: "ja/bridge.mdx", paragraphs: numbers.map(paragraph) });

describe("numbering paragraphs", () => {
  it("wraps a paragraph and completes a component that the author wrote", () => {
    const tree = parseSection("# 見出し\n\n一。\n\n<Paragraph>\n\n二。\n\n三。\n\n</Paragraph>\n");
    numberParagraphs(tree, section(8, 9));
    assert.equal(
      serialiseTree(tree),
      [
        "heading(見出し)",
        "<Paragraph number=8 anchor=p8>paragraph(一。)</Paragraph>",
        "<Paragraph number=9 anchor=p9>paragraph(二。)paragraph(三。)</Paragraph>",
      ].join(""),
    );
  });

  it("fails where the text has more paragraphs than were counted", () => {
    assert.throws(() => numberParagraphs(parseSection("一。\n\n二。\n"), section(1)), /ja\/bridge\.mdx has more/u);
  });
});
