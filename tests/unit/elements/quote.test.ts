import assert from "node:assert/strict";
import { test } from "node:test";
import {
  containsQuote,
  nearest,
  placeOfQuote,
  queryForQuote,
  quoteParameter,
} from "../../../src/elements/citation/quote.ts";

const TEXT =
  "成功は痕跡を残さない。抑止論の構造的な弱みは、ここにある。たとえば、中国が尖閣諸島を武力で奪わずにいるのは、日米同盟が働いているからなのか。それとも、初めから奪うつもりがないのか。";

test("what is quoted from a text is found in it, in full or by its ends", () => {
  for (let start = 0; start < 20; start += 1) {
    for (let end = start + 1; end <= TEXT.length; end += 7) {
      assert.ok(containsQuote(TEXT, quoteParameter(TEXT.slice(start, end))) || !/\p{L}/u.test(TEXT.slice(start, end)));
    }
  }
});

test("spacing and punctuation do not count, other words do", () => {
  assert.ok(containsQuote(TEXT, "抑止論の 構造的な弱みは ここに"));
  assert.ok(!containsQuote(TEXT, "抑止論の表面的な弱み"));
  assert.ok(!containsQuote(TEXT, "つもりがない…成功は"));
  assert.ok(!containsQuote(TEXT, "。"));
});

test("the place of a quotation is that of its words, whatever stands between them", () => {
  const wordsAt = (text: string, quote: string) => {
    const place = placeOfQuote(text, quote);
    return place && text.slice(place.start, place.end);
  };
  assert.equal(wordsAt(TEXT, "抑止論の 構造的な弱みは ここに"), "抑止論の構造的な弱みは、ここに");
  assert.equal(wordsAt(TEXT, "痕跡を残…弱みは"), "痕跡を残さない。抑止論の構造的な弱みは");
  assert.equal(wordsAt("The ﬁrst “Ｐrzewodo\u0301w” missile", "first przewodów"), "ﬁrst “Ｐrzewodo\u0301w");
  // The last sigma of a word is another letter, which one alone does not tell.
  assert.equal(wordsAt("Ἐν ἀρχῇ ἦν ὁ ΛΟΓΟΣ", "λόγος".normalize("NFD").replaceAll("\u0301", "")), "Ἐν ἀρχῇ ἦν ὁ ΛΟΓΟΣ");
  assert.equal(wordsAt(TEXT, "どこにもない"), undefined);
  assert.equal(wordsAt(TEXT, "。"), undefined);
});

test("the query of a quotation has its clauses, without the words at their ends, which may be parts of words", () => {
  assert.equal(queryForQuote("わけではない。だが、破片は"), "“わけではない” “だが” “破片は”");
  assert.equal(
    queryForQuote("eterrence by denial of t…ot be “trusted” alone, an"),
    "“by denial of” “ot be” “trusted” “alone” “an”",
  );
  assert.equal(queryForQuote("。…"), "");
  assert.equal(queryForQuote(""), "");
});

test("of several units with the words it is the first after the target, else the last before it", () => {
  const units = [1, 2, 3, 4, 5];
  const from = (target: number) => (unit: number) => unit < target;
  assert.equal(
    nearest(units, (unit) => unit === 2 || unit === 4, from(3)),
    4,
  );
  assert.equal(
    nearest(units, (unit) => unit < 3, from(3)),
    2,
  );
  assert.equal(
    nearest(units, () => true, from(3)),
    3,
  );
  assert.equal(
    nearest(units, () => false, from(3)),
    undefined,
  );
});
