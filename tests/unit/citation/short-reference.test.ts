import assert from "node:assert/strict";
import { it } from "node:test";
import { shortReference } from "../../../src/citation/short-reference.ts";
import type { BibliographicItem } from "../../../src/essay/bibliographic.ts";

const short = (rest: Partial<BibliographicItem>) =>
  shortReference({
    id: "x",
    type: "book",
    title: "The Title",
    language: "en",
    issued: { "date-parts": [[2022, 6]] },
    ...rest,
  });
const person = (family: string) => ({ family, given: "A." });

it("a source is called by its writers and the year", () => {
  assert.equal(short({ author: [person("Marsh")], publisher: "Office" }), "Marsh 2022");
  assert.equal(short({ author: [person("Marsh"), person("Reed")] }), "Marsh & Reed 2022");
  assert.equal(short({ author: [person("Marsh"), person("Reed"), person("Sedge")] }), "Marsh et al. 2022");
});

it("a body goes by the name under which it publishes, an unsigned article by its newspaper", () => {
  const body = [{ literal: "North Atlantic Treaty Organization" }];
  assert.equal(short({ author: body, publisher: "NATO" }), "NATO 2022");
  assert.equal(short({ author: body }), "North Atlantic Treaty Organization 2022");
  assert.equal(short({ "container-title": "The Tribune", publisher: "Press" }), "The Tribune 2022");
  assert.equal(short({ publisher: "Press" }), "Press 2022");
});

it("a writer is called as the reader knows them", () => {
  const item = { id: "x", type: "book", title: "題", language: "ja", author: [person("湿地")] };
  assert.equal(shortReference({ ...item, issued: { "date-parts": [[2022]] } }, "Marsh"), "Marsh 2022");
});

it("without a date the title stands beside the writer, and alone where nobody is named", () => {
  assert.equal(short({ issued: undefined, author: [person("Marsh")] }), "Marsh: The Title");
  assert.equal(short({ issued: undefined }), "The Title");
});
