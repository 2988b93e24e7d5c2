import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { joinLines } from "../../../src/markdown/join-lines.ts";
import { parseSection } from "../../../src/markdown/parser.ts";
import { plainText } from "../../../src/markdown/plain-text.ts";

function joined(source: string): string {
  const tree = parseSection(source);
  joinLines(tree);
  return plainText(tree);
}

describe("a line break inside a paragraph", () => {
  const cases: readonly (readonly [title: string, source: string, expected: string])[] = [
    ["vanishes between kanji and kana", "橋は\n架かった", "橋は架かった"],
    ["vanishes after Japanese punctuation", "橋。\n川", "橋。川"],
    ["vanishes with white space around it", "橋は \n 架かった", "橋は架かった"],
    ["vanishes before and after full-width forms", "橋\n（川）\n村", "橋（川）村"],
    ["vanishes where Japanese meets Latin", "橋は\nNATO", "橋はNATO"],
    ["vanishes where Latin meets Japanese", "NATO\nの橋", "NATOの橋"],
    ["vanishes after the long vowel mark", "タワー\nへ", "タワーへ"],
    ["stays between Latin words", "the\nbridge", "the\nbridge"],
  ];
  for (const [title, source, expected] of cases) {
    it(title, () => {
      assert.equal(joined(source), expected);
    });
  }
});
