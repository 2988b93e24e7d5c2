import assert from "node:assert/strict";
import { test } from "node:test";
import { wholeWords } from "../../../src/elements/citation/whole-words.ts";

/** The words that are quoted where what stands between bars is selected. */
function quoted(marked: string): string {
  const [before = "", selected = "", after = ""] = marked.split("|");
  const text = before + selected + after;
  return text.slice(...wholeWords(text, before.length, before.length + selected.length));
}

test("a quotation begins and ends with whole words, where spaces part them", () => {
  assert.equal(quoted("In the na|rrow stre|et."), "narrow street");
  assert.equal(quoted("In the |narrow| street."), "narrow");
  assert.equal(quoted("Eur|ope’s post-w|ar order"), "Europe’s post-war");
  assert.equal(quoted("Europe’|s po|st-war order"), "Europe’s post-war");
  assert.equal(quoted("the ‘|quick|’ fox"), "quick");
  assert.equal(quoted("Straß|en und Brü|cken"), "Straßen und Brücken");
  assert.equal(quoted("ال|أمن الأو|روبي"), "الأمن الأوروبي");
  assert.equal(quoted("유럽|의 안|보는"), "유럽의 안보는");
});

test("a script without spaces is quoted as it was selected, with the whole of a foreign word in it", () => {
  assert.equal(quoted("集団|防衛|義務"), "防衛");
  assert.equal(quoted("防衛はNA|TOの|義務"), "NATOの");
  assert.equal(quoted("第|5条の|発動"), "5条の");
});
