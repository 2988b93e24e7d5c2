import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Heading } from "mdast";
import { applyHeadingIds, tellHeadingsApart } from "../../../src/markdown/heading-ids.ts";
import { parseSection } from "../../../src/markdown/parser.ts";
import { plainText } from "../../../src/markdown/plain-text.ts";

/** The words and the given id of a heading. */
function applied(source: string): [words: string, id: unknown] {
  const tree = parseSection(source);
  applyHeadingIds(tree);
  const heading = tree.children[0] as Heading;
  return [plainText(heading), heading.data?.hProperties?.["id"]];
}

describe("a heading", () => {
  it("takes the id that its author gave, and shows it no more", () => {
    assert.deepEqual(applied("## 川筋 [#course-2]"), ["川筋", "course-2"]);
  });

  it("takes an id behind emphasis", () => {
    assert.deepEqual(applied("## *川筋* [#course]"), ["川筋", "course"]);
  });

  it("without an id has none", () => {
    assert.deepEqual(applied("## 川筋"), ["川筋", undefined]);
  });

  it("keeps what is no id", () => {
    assert.deepEqual(applied("## 川筋 [#2nd]"), ["川筋 [#2nd]", undefined]);
    assert.deepEqual(applied("## [#course] 川筋"), ["[#course] 川筋", undefined]);
  });
});

it("is told apart from one of the same words in another section, and from a section’s id", () => {
  const used = new Set(["course"]);
  const trees = ["## Bridge\n\n## Ford [#ford]", "## Bridge\n\n## Course"].map(parseSection);
  for (const tree of trees) tellHeadingsApart(tree, used);
  const ids = trees.flatMap(({ children }) =>
    children.map((heading) => (heading as Heading).data?.hProperties?.["id"]),
  );
  assert.deepEqual(ids, [undefined, undefined, "bridge-2", "course-2"]);
});
