import assert from "node:assert/strict";
import { test } from "node:test";
import { citedWorks } from "../../../src/citation/cited-works.ts";
import { note, section, text } from "../../support/text.ts";

const reference = (id: string) => ({
  id,
  html: `<cite>${id}</cite>`,
  listed: `<cite>${id}</cite>`,
  language: "en",
  citedBy: [],
});
const one = section("one", {
  notes: [
    { ...note("a", 1, "one", 1), sources: ["marsh", "kawabata", "marsh"] },
    { ...note("b", 2, "one", 1), sources: [] },
  ],
});
const essay = { ...text(one), bibliography: [reference("kawabata"), reference("marsh")] };

test("a note's works come in its order, each once, with the way to the sources and files", () => {
  const works = citedWorks(essay, one, "/essay/");
  assert.deepEqual(Object.keys(works), ["note-a"], "a note that cites nothing is left out");
  assert.deepEqual(
    works["note-a"]?.map(({ html }) => html),
    ["<cite>marsh</cite>", "<cite>kawabata</cite>"],
  );
  assert.equal(works["note-a"]?.[0]?.page, "/essay/ja/sources/#source-marsh");
  assert.deepEqual(works["note-a"]?.[0]?.files, {
    bibtex: "/essay/cite/sources/marsh.bib",
    ris: "/essay/cite/sources/marsh.ris",
    csl: "/essay/cite/sources/marsh.csl.json",
  });
});
