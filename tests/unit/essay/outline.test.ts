import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { flattenOutline, type LevelNumbering, type OutlineNode } from "../../../src/essay/outline.ts";

const node = (id: string, rest: Partial<OutlineNode> = {}): OutlineNode => ({ id, sections: [], ...rest });

/** Each section's id with its number, by depth. */
const numbers = (nodes: readonly OutlineNode[], levels?: readonly LevelNumbering[]) =>
  flattenOutline(nodes, levels).map(({ id, depth, number = "" }) =>
    `${"  ".repeat(depth - 1)}${id} ${number}`.trimEnd(),
  );

describe("the outline", () => {
  it("stands in reading order, with numbers for what is numbered, each level counted by itself", () => {
    const deep = node("first", { sections: [node("a", { sections: [node("i"), node("ii")] }), node("b")] });
    assert.deepEqual(
      flattenOutline([node("introduction", { numbered: false }), deep, node("second", { sections: [node("c")] })]),
      [
        { id: "introduction", depth: 1 },
        { id: "first", depth: 1, numbering: "decimal", number: "1" },
        { id: "a", depth: 2, parent: "first", numbering: "decimal", number: "1" },
        { id: "i", depth: 3, parent: "a", numbering: "decimal", number: "1" },
        { id: "ii", depth: 3, parent: "a", numbering: "decimal", number: "2" },
        { id: "b", depth: 2, parent: "first", numbering: "decimal", number: "2" },
        { id: "second", depth: 1, numbering: "decimal", number: "2" },
        { id: "c", depth: 2, parent: "second", numbering: "decimal", number: "1" },
      ],
    );
  });

  it("writes the numbers of each level as the essay wants them", () => {
    const nodes = [node("a", { sections: [node("b"), node("c", { sections: [node("d"), node("e")] })] }), node("f")];
    assert.deepEqual(numbers(nodes, [{ style: "roman" }, { style: "nested" }, { style: "alpha" }]), [
      "a I",
      "  b I.1",
      "  c I.2",
      "    d A",
      "    e B",
      "f II",
    ]);
    assert.deepEqual(numbers(nodes, [{ style: "none" }, { style: "nested" }]), [
      "a",
      "  b 1",
      "  c 2",
      "    d 1",
      "    e 2",
      "f",
    ]);
    const many = Array.from({ length: 28 }, (_, index) => node(`n${index + 1}`));
    assert.deepEqual(numbers(many, [{ style: "alpha" }]).slice(25), ["n26 Z", "n27 AA", "n28 AB"]);
    assert.deepEqual(numbers(many, [{ style: "roman" }]).slice(3, 9), [
      "n4 IV",
      "n5 V",
      "n6 VI",
      "n7 VII",
      "n8 VIII",
      "n9 IX",
    ]);
  });

  it("counts appendices apart, and leaves what has another role without a number", () => {
    assert.deepEqual(
      numbers([
        node("preface", { role: "preface" }),
        node("one"),
        node("table", { role: "appendix" }),
        node("two"),
        node("list", { role: "appendix" }),
        node("thanks", { role: "acknowledgements" }),
        node("end", { role: "conclusion", numbered: true }),
      ]),
      ["preface", "one 1", "table A", "two 2", "list B", "thanks", "end 3"],
    );
  });

  it("gives a section the word of its level, or its own", () => {
    const label = { en: "Lecture" };
    const [first, second, appendix] = flattenOutline(
      [node("a"), node("b", { label: { en: "Coda" } }), node("c", { role: "appendix" })],
      [{ style: "roman", label }],
    );
    assert.deepEqual([first?.label, second?.label, appendix?.label], [label, { en: "Coda" }, undefined]);
  });
});
