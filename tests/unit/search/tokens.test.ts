import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { normalise, pairs, token } from "../../../src/search/tokenise.ts";
import { searchSections } from "../../../src/search/units.ts";
import { NO_ANNOTATIONS, note, paragraph, section, text } from "../../support/text.ts";

/** Ten thousand pairs of kana and kanji. */
const PAIRS = Array.from({ length: 10_000 }, (_none, index) =>
  String.fromCodePoint(0x4e00 + (index % 100), 0x3041 + Math.floor(index / 100)),
);

describe("the pairs of a text", () => {
  it("are each two characters side by side, once, a surrogate pair being one character", () => {
    assert.deepEqual([...pairs("𠮷野𠮷野家")], ["𠮷野", "野𠮷", "野家"]);
  });

  it("are none where there is no second character", () => {
    assert.equal(pairs("橋").size, 0);
    assert.equal(pairs("").size, 0);
  });

  it("of a phrase are among the pairs of every text that contains it", () => {
    const words = pairs(normalise("ＮＡＴＯによる 抑止の可視化"));
    for (const pair of pairs(normalise("よる抑止"))) assert.ok(words.has(pair), pair);
  });
});

const space = (shards: number) => ({ shards, tokens: 36 ** 3 });

describe("the token of a pair", () => {
  it("is always the same, and short", () => {
    assert.deepEqual(token("抑止", space(8)), token("抑止", space(8)));
    for (const pair of PAIRS) assert.match(token(pair, space(8)).value, /^[0-9a-z]{1,3}$/u);
  });

  it("is rarely that of another", () => {
    const values = new Set(PAIRS.map((pair) => token(pair, space(1)).value));
    // As many as 10 000 balls hit of 46 656 urns: 46 656 · (1 − e^(−10 000 / 46 656)) ≈ 9 000.
    assert.ok(values.size > 8_800, `${values.size} different tokens`);
  });

  for (const shards of [1, 2, 7, 16]) {
    it(`stands in one of ${shards} shards, which fill evenly`, () => {
      const sizes = new Array<number>(shards).fill(0);
      for (const pair of PAIRS) {
        const { shard } = token(pair, space(shards));
        assert.ok(Number.isInteger(shard) && shard >= 0 && shard < shards);
        sizes[shard] = (sizes[shard] ?? 0) + 1;
      }
      const mean = PAIRS.length / shards;
      for (const size of sizes) assert.ok(Math.abs(size - mean) <= mean / 4, sizes.join(" "));
    });
  }

  it("stands for a word in the shard of its beginning, and has a value of its own there", () => {
    const [typed, whole, other] = ["dete", "deterrence", "determine"].map((word) => token(word, space(16)));
    assert.equal(typed?.shard, whole?.shard);
    assert.equal(other?.shard, whole?.shard);
    assert.notEqual(other?.value, whole?.value);
  });

  it("is spread over the shards apart from its value", () => {
    const shardsOf = (value: (token: string) => boolean) =>
      new Set(PAIRS.map((pair) => token(pair, space(4))).flatMap((one) => (value(one.value) ? [one.shard] : [])));
    assert.equal(shardsOf((value) => value.endsWith("0")).size, 4);
  });
});

describe("what can be found", () => {
  it("is each section's title, then its paragraphs, then its notes, with their addresses", () => {
    const river = section("river", {
      title: "川",
      paragraphs: [paragraph(2, "river", "川がある。")],
      notes: [note("report", 1, "river", 2, "報告。")],
    });
    assert.deepEqual(searchSections(text(section("opening", { title: "はじめに" }), river), NO_ANNOTATIONS), [
      {
        route: "ja/opening/",
        order: 0,
        title: "はじめに",
        units: [{ kind: "title", anchor: "opening", number: "", text: "はじめに" }],
      },
      {
        route: "ja/river/",
        order: 1,
        title: "川",
        units: [
          { kind: "title", anchor: "river", number: "", text: "川" },
          { kind: "paragraph", anchor: "p2", number: "2", text: "川がある。" },
          { kind: "note", anchor: "note-report", number: "1", text: "報告。" },
        ],
      },
    ]);
  });

  it("is named with the parts of the essay in which it stands", () => {
    const sections = searchSections(
      text(
        section("river", { title: "川", number: "2", numbering: "decimal" }),
        section("boats", { title: "舟", number: "3", numbering: "decimal", depth: 2, parent: "river" }),
      ),
      NO_ANNOTATIONS,
    );
    assert.deepEqual(
      sections.map(({ title }) => title),
      ["2 川", "2 川　（3） 舟"],
    );
    assert.equal(sections[1]?.units[0]?.text, "舟");
  });

  it("is, after the essay, every annotation with its words, a term by the reading that it shows too", () => {
    const river = section("river", {
      title: "川",
      notes: [{ ...note("ed-flood", 1, "river", 2, "水が出た。"), origin: "editor" }],
    });
    const sections = searchSections(text(river), {
      glossary: [
        {
          id: "bridge",
          anchor: "term-bridge",
          term: { ja: "橋", en: "bridge" },
          reading: "はし",
          definition: { ja: "川を渡るもの。", en: "What crosses a river." },
          forms: {},
          uses: {},
        },
        {
          id: "raft",
          anchor: "term-raft",
          term: { ja: "イカダ", en: "raft" },
          reading: "いかだ",
          definition: { ja: "丸太を組んだもの。", en: "Logs bound together." },
          forms: {},
          uses: {},
        },
      ],
      timeline: [
        {
          id: "flood",
          anchor: "event-flood",
          date: "2020",
          text: { ja: "水が出る", en: "The river floods" },
          paragraphs: [],
          notes: [],
          sources: [],
        },
      ],
      figures: [],
      synonyms: [],
    });
    assert.deepEqual(
      sections.map(({ route, units }) => [route, units.map(({ kind, anchor, text: words }) => [kind, anchor, words])]),
      [
        [
          "ja/river/",
          [
            ["title", "river", "川"],
            ["editor-note", "note-ed-flood", "水が出た。"],
          ],
        ],
        [
          "ja/glossary/",
          [
            ["term", "term-bridge", "橋\nはし\nbridge\n川を渡るもの。"],
            // What is written in kana is shown without a reading.
            ["term", "term-raft", "イカダ\nraft\n丸太を組んだもの。"],
          ],
        ],
        ["ja/timeline/", [["event", "event-flood", "2020年\n水が出る"]]],
      ],
    );
  });
});
