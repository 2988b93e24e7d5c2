import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { formatReferences, joinReferences } from "../../../src/citation/csl-engine.ts";
import type { CslItem } from "../../../src/schemas/references.ts";

const ITEM: CslItem = {
  id: "marsh-2019",
  type: "book",
  title: "Bridges",
  language: "en",
  author: [{ family: "Marsh", given: "Ada" }],
};

describe("the engine that formats references", () => {
  it("leaves everything global as it is, while it runs and after, also where runs overlap", async () => {
    const { fetch } = globalThis;
    const languages = ["en", "ja", "de", "en", "ja"];
    const seen: boolean[] = [];
    const runs = languages.map(async (language, index) => {
      if (index % 2 === 1) await new Promise(setImmediate);
      const formatted = await formatReferences([ITEM], language, "notes");
      seen.push(globalThis.fetch === fetch);
      return formatted.full.get(ITEM.id);
    });
    seen.push(globalThis.fetch === fetch);
    const [english, japanese, , ...again] = await Promise.all(runs);
    assert.ok(seen.every(Boolean));
    assert.equal(globalThis.fetch, fetch);
    assert.match(english ?? "", /Bridges/u);
    assert.deepEqual(again, [english, japanese]);
  });

  it("sets a place before the full stop, in the language of the note", async () => {
    const [english, german] = await Promise.all(["en", "de"].map((one) => formatReferences([ITEM], one, "notes")));
    assert.match(english?.at(ITEM.id, "p. 9 & 10") ?? "", /Bridges<\/i>, n\.d\., p\. 9 &amp; 10\.<\/cite>$/u);
    assert.match(german?.at(ITEM.id, "S. 9") ?? "", /, <span lang="de">S\. 9<\/span>\.<\/cite>$/u);
  });

  it("keeps a place in one piece where lines run from right to left", async () => {
    const { at } = await formatReferences([{ ...ITEM, language: "ar" }], "ar", "notes");
    assert.match(at(ITEM.id, "p. 9"), /، <bdi>p\. 9<\/bdi>\.<\/cite>$/u);
  });

  it("parts several works by semicolons, and Japanese ones by their full stops", () => {
    assert.equal(joinReferences(["<cite>A.</cite>", "<cite>B.</cite>"]), "<cite>A</cite>; <cite>B.</cite>");
    assert.equal(joinReferences(["<cite>甲。</cite>", "<cite>乙。</cite>"]), "<cite>甲。</cite><cite>乙。</cite>");
  });

  it("knows the style of a language by its parents", async () => {
    const [own, parent] = await Promise.all(
      ["ja-JP", "ja"].map((language) => formatReferences([ITEM], language, "notes")),
    );
    assert.deepEqual(own?.full, parent?.full);
  });

  it("tells works of one author and year apart, in the text as in the bibliography", async () => {
    const items = ["Rivers", "Bridges"].map(
      (title): CslItem => ({ ...ITEM, id: title.toLowerCase(), title, issued: { "date-parts": [[2019]] } }),
    );
    const { full, short } = await formatReferences(items, "en", "author-date");
    assert.match(full.get("bridges") ?? "", /Marsh, Ada\. 2019a\. <i>Bridges/u);
    assert.match(full.get("rivers") ?? "", /Marsh, Ada\. 2019b\. <i>Rivers/u);
    assert.equal(short("rivers", "both", { label: "page", locator: "9" }), "Marsh 2019b, 9");
    assert.equal(short("bridges", "date", { label: "chapter", locator: "3" }), "2019a, chap. 3");
    assert.equal(short("bridges", "author"), "Marsh");
  });
});
