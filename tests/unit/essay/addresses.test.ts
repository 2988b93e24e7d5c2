import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { markAnchor, noteAnchor, paragraphAnchor, sourceAnchor } from "../../../src/essay/anchors.ts";
import { RESERVED_SLUGS } from "../../../src/essay/reserved-ids.ts";
import { address, routes } from "../../../src/essay/routes.ts";

describe("the anchors, which are permanent,", () => {
  it("are p and a number for a paragraph, and a word and the label for what has a label", () => {
    assert.equal(paragraphAnchor("23"), "p23");
    assert.equal(noteAnchor("biden-2021"), "note-biden-2021");
    assert.equal(sourceAnchor("nato-2022"), "source-nato-2022");
  });

  it("number a note's marks from the second on", () => {
    assert.equal(markAnchor("boat", 1), "mark-boat");
    assert.equal(markAnchor("boat", 2), "mark-boat-2");
  });
});

describe("the addresses of pages", () => {
  it("stand below their language and end in a slash", () => {
    assert.equal(routes.cover("ja"), "ja/");
    assert.equal(routes.section("en", "river"), "en/river/");
  });

  it("leave none of the site's own pages to a section", () => {
    const { full, notes, search, about } = routes;
    for (const [name, route] of Object.entries({ full, notes, search, about })) {
      const slug = route("ja").split("/")[1] ?? "";
      assert.ok(RESERVED_SLUGS.includes(slug), `${name} stands at “${slug}”, which a section could take`);
    }
  });

  it("stand below the base path, however Astro writes it", () => {
    assert.equal(address("/", "ja/"), "/ja/");
    assert.equal(address("/essay", "ja/"), "/essay/ja/");
    assert.equal(address("/essay/", "ja/"), "/essay/ja/");
  });
});
