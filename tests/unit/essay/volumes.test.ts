import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Section } from "../../../src/essay/model.ts";
import { fullRoute, volumes } from "../../../src/essay/volumes.ts";
import { section, text } from "../../support/text.ts";

/** @returns a chapter of so many sections, its own among them; every third part is a part of the one before */
const chapter = (id: string, count: number): Section[] => [
  section(id),
  ...Array.from({ length: count - 1 }, (_, index) =>
    section(`${id}-${index + 1}`, index % 3 === 2 ? { depth: 3, parent: `${id}-${index}` } : { depth: 2, parent: id }),
  ),
];

describe("the volumes of the full text", () => {
  it("are one, the whole, up to a hundred sections", () => {
    const short = text(...chapter("a", 60), ...chapter("b", 40));
    assert.deepEqual(volumes(short), [{ id: "a", sections: short.sections }]);
    assert.equal(fullRoute(short, { id: "b-7" }), "ja/full/");
  });

  it("hold whole chapters, as many as a hundred sections allow", () => {
    const long = text(...chapter("a", 60), ...chapter("b", 40), ...chapter("c", 2), ...chapter("d", 99));
    assert.deepEqual(
      volumes(long).map(({ id, sections }) => [id, sections.length]),
      [
        ["a", 100],
        ["c", 2],
        ["d", 99],
      ],
    );
  });

  it("cut a chapter that is longer", () => {
    const long = text(...chapter("a", 230), ...chapter("b", 5));
    assert.deepEqual(
      volumes(long).map(({ id, sections }) => [id, sections.length]),
      [
        ["a", 100],
        ["a-100", 100],
        ["a-200", 35],
      ],
    );
  });

  it("have every section once, in order, and are where its address leads", () => {
    const long = text(...chapter("a", 150), ...chapter("b", 7), ...chapter("c", 101));
    assert.deepEqual(
      volumes(long).flatMap(({ sections }) => sections),
      long.sections,
    );
    for (const { id, sections } of volumes(long))
      for (const one of sections) assert.equal(fullRoute(long, one), `ja/full/${id}/`);
  });
});
