import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { contentsBeside, hasAllSummaries } from "../../../src/essay/contents.ts";
import type { Section } from "../../../src/essay/model.ts";
import { type SectionTree, sectionTrees, treesOf } from "../../../src/essay/navigate.ts";
import { section, text } from "../../support/text.ts";

/** @returns chapters with parts, and parts of these, named by their places: `c2`, `c2-3`, `c2-3-1` */
function outline(chapters: number, parts: number, subparts: number): Section[] {
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  return numbers(chapters).flatMap((chapter) => [
    section(`c${chapter}`),
    ...numbers(parts).flatMap((part) => [
      section(`c${chapter}-${part}`, { depth: 2, parent: `c${chapter}` }),
      ...numbers(subparts).map((subpart) =>
        section(`c${chapter}-${part}-${subpart}`, { depth: 3, parent: `c${chapter}-${part}` }),
      ),
    ]),
  ]);
}

const idsOf = (trees: readonly SectionTree[]): string[] =>
  trees.flatMap(({ section: { id }, parts }) => [id, ...idsOf(parts)]);

describe("the contents beside a section", () => {
  it("are all of a text of thirty sections", () => {
    const short = text(...outline(5, 5, 0));
    assert.equal(short.sections.length, 30);
    assert.deepEqual(contentsBeside(short, "c3-2"), { trees: sectionTrees(short), isCut: false });
  });

  it("are all of a longer text where no section is shown", () => {
    const long = text(...outline(4, 9, 0));
    assert.deepEqual(contentsBeside(long, undefined), { trees: sectionTrees(long), isCut: false });
  });

  it("are, of a longer text, on every level the sections around the present one, in order", () => {
    const long = text(...outline(20, 20, 3));
    const { trees, isCut } = contentsBeside(long, "c10-4-2");
    assert.ok(isCut);
    const chapters = [7, 8, 9, 10, 11, 12, 13].map((number) => `c${number}`);
    assert.deepEqual(
      trees.map(({ section: { id } }) => id),
      chapters,
    );
    const parts = Array.from({ length: 7 }, (_, index) => `c10-${index + 1}`);
    assert.deepEqual(
      idsOf(trees).filter((id) => id.startsWith("c10-")),
      parts.flatMap((id) => (id === "c10-4" ? [id, "c10-4-1", "c10-4-2", "c10-4-3"] : [id])),
    );
    assert.equal(idsOf(trees).length, 7 + 7 + 3);
  });

  it("name the present section wherever it is, and its own parts", () => {
    const long = text(...outline(20, 20, 3));
    for (const { id } of long.sections) {
      const ids = idsOf(contentsBeside(long, id).trees);
      assert.ok(ids.includes(id), id);
      assert.equal(ids.length, id.split("-").length === 1 ? 14 : 17, id);
    }
  });

  it("grow no longer with the number of sections, one a chapter or all in one", () => {
    for (const [chapters, parts] of [
      [5_000, 0],
      [1, 4_999],
    ] as const) {
      const long = text(...outline(chapters, parts, 0));
      assert.ok(idsOf(contentsBeside(long, long.sections[2_500]?.id).trees).length <= 8);
    }
  });
});

describe("the summaries on the cover", () => {
  it("are those of all sections up to a hundred, of the chapters beyond", () => {
    assert.equal(hasAllSummaries(text(...outline(10, 9, 0))), true);
    assert.equal(hasAllSummaries(text(...outline(10, 9, 0), section("last"))), false);
  });
});

describe("the trees of some sections", () => {
  it("have outermost those whose parent is elsewhere", () => {
    const [, part, subpart] = outline(1, 1, 1);
    assert.ok(part && subpart);
    const next = section("c2");
    assert.deepEqual(treesOf([part, subpart, next]), [
      { section: part, parts: [{ section: subpart, parts: [] }] },
      { section: next, parts: [] },
    ]);
  });
});
