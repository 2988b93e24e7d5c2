import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { citationUnits, noteDefinitions, noteLabel, noteMarks } from "../../../src/markdown/citation-units.ts";
import { parseSection } from "../../../src/markdown/parser.ts";

const SOURCE = `---
title: 橋
---

# 見出し

一[^Alpha]二[^beta]。

<Paragraph>

引く[^beta]。

- 項目

</Paragraph>

<Figure />

- 裸の項目

三。

[^Alpha]: 注一。
[^beta]: 注二。
`;

describe("the citable paragraphs of a section", () => {
  const tree = parseSection(SOURCE);
  const units = citationUnits(tree);

  it("are its paragraphs and Paragraph components, in order, and nothing else", () => {
    assert.deepEqual(
      units.map((unit) => [unit.type, unit.position?.start.line]),
      [
        ["paragraph", 7],
        ["mdxJsxFlowElement", 9],
        ["paragraph", 21],
      ],
    );
  });

  it("know the marks inside them, in order", () => {
    assert.deepEqual(
      units.map((unit) => noteMarks(unit).map(noteLabel)),
      [["Alpha", "beta"], ["beta"], []],
    );
  });

  it("leave the definitions apart, under the labels that the author wrote", () => {
    assert.deepEqual(noteDefinitions(tree).map(noteLabel), ["Alpha", "beta"]);
  });
});
