import assert from "node:assert/strict";
import { test } from "node:test";
import { containsQuote, quoteParameter } from "../../../src/elements/citation/quote.ts";

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
