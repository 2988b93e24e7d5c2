import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { excerpt } from "../../../src/search/excerpt.ts";
import { matchUnit, type Range } from "../../../src/search/match.ts";
import { parseQuery } from "../../../src/search/query.ts";

/** The excerpt of a text for a query, its hits in braces. */
function shown(text: string, query: string, references: readonly Range[] = []): string {
  const match = matchUnit({ kind: "paragraph", anchor: "p1", number: "1", text }, parseQuery(query));
  return excerpt(text, match?.ranges ?? [], references)
    .map((part) => (part.hit ? `{${part.text}}` : part.text))
    .join("");
}

describe("an excerpt", () => {
  const cases: readonly (readonly [title: string, text: string, query: string, expected: string])[] = [
    ["is the sentence of the first hit", "川がある。橋はない。舟で渡る。", "橋", "{橋}はない。"],
    ["is the first sentence where the hit stands there", "橋はない。川がある。", "橋", "{橋}はない。"],
    ["is the last sentence, also without a stop", "川がある。橋はない", "橋", "{橋}はない"],
    ["ends a sentence after its closing bracket", "彼は「ない。」と言った。橋。", "橋", "{橋}。"],
    ["keeps a quotation's stop and bracket together", "「橋はない。」川がある。", "橋", "「{橋}はない。」"],
    ["knows Latin sentences, but no stop inside a number", "It is 3.5 m. The bridge! Yes.", "bridge", "The {bridge}!"],
    ["takes a number with a point as one sentence", "It is 3.5 m long. Yes.", "long", "It is 3.5 m {long}."],
    ["ends at a line break", "橋の話\n川の話", "橋", "{橋}の話"],
    ["begins after a line break and white space", "川の話。\n  橋の話", "橋", "{橋}の話"],
    ["marks every hit in it", "橋と橋と川。橋。", "橋 川", "{橋}と{橋}と{川}。"],
    [
      "is the sentence that has the most words of the query",
      "橋。橋と橋。川と橋がある。橋と川。",
      "橋 川",
      "{川}と{橋}がある。",
    ],
    ["joins hits that overlap", "集団防衛の義務。", "集団防 防衛", "{集団防}{衛}の義務。"],
    ["marks a hit over two sentences whole", "川。橋。村。", "川。橋", "{川。橋}。"],
    ["marks once a hit inside another", "集団防衛。", "集団防衛 団", "{集団防衛}。"],
  ];
  for (const [title, text, query, expected] of cases) {
    it(title, () => {
      assert.equal(shown(text, query), expected);
    });
  }

  describe("of a note", () => {
    const text = "橋梁局『橋の年報』二〇二三年。 橋は落ちた。村誌『橋と川』。";
    const references = ["橋梁局『橋の年報』二〇二三年。", "村誌『橋と川』。"].map((words) => {
      const start = text.indexOf(words);
      return { start, end: start + words.length };
    });
    const shownOfNote = (query: string) => shown(text, query, references);

    it("is what the note says, where it says it", () => {
      assert.equal(shownOfNote("橋"), "{橋}は落ちた。");
    });

    it("is what it says, where a reference has more words of the query", () => {
      assert.equal(shownOfNote("橋 川"), "{橋}は落ちた。");
    });

    it("is the whole reference where the hits are in references only", () => {
      assert.equal(shownOfNote("年報"), "橋梁局『橋の{年報}』二〇二三年。");
      assert.equal(shownOfNote("川"), "村誌『橋と{川}』。");
    });
  });

  const long = "あ".repeat(200);

  it("of a long sentence begins with it where the hit is near, and says where it is cut", () => {
    assert.equal(shown(`${"い".repeat(20)}橋${long}。`, "橋"), `${"い".repeat(20)}{橋}${"あ".repeat(89)}…`);
  });

  it("of a long sentence shows some words before a hit that is far, and says where it is cut", () => {
    assert.equal(shown(`${long}橋${long}。`, "橋"), `…${"あ".repeat(24)}{橋}${"あ".repeat(85)}…`);
  });

  it("of a long sentence ends with it where the hit is near its end", () => {
    assert.equal(shown(`川。${long}橋だ。村。`, "橋"), `…${"あ".repeat(24)}{橋}だ。`);
  });

  it("shows a hit whole, however long it is", () => {
    assert.equal(shown(`${long}橋`, `${long}橋`), `{${long}橋}`);
  });

  it("never cuts a surrogate pair", () => {
    for (let before = 100; before < 104; before += 1) {
      for (const odd of ["", "い"]) {
        const words = shown(`${odd}${"𠮷".repeat(before)}橋${odd}${"𠮷".repeat(100)}`, "橋");
        assert.ok(words.isWellFormed(), words);
        assert.match(words, /^…𠮷+\{橋\}い?𠮷+…$/u);
      }
    }
  });

  it("without a hit is the beginning of the text", () => {
    assert.deepEqual(excerpt("川がある。", []), [{ text: "川がある。", hit: false }]);
  });

  it("without a hit cuts no surrogate pair either", () => {
    assert.ok(excerpt(`い${"𠮷".repeat(100)}`, [])[0]?.text.isWellFormed());
  });
});

describe("the excerpt of a place that is named", () => {
  const word = "alliance ";
  it("ends after a whole word, and says that it goes on", () => {
    const [words, more, ...others] = excerpt(word.repeat(40).trim(), []);
    assert.match(words?.text ?? "", /^(?:alliance )*alliance$/u);
    assert.deepEqual([more?.text, others], ["…", []]);
  });

  it("is the whole of a short one", () => {
    assert.deepEqual(excerpt("A short one.", []), [{ text: "A short one.", hit: false }]);
  });
});
