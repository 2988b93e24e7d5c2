import assert from "node:assert/strict";
import { test } from "node:test";
import { proseOf } from "../../../scripts/bench/prose.ts";
import { randomFrom } from "../../../scripts/random.ts";
import { stylesFor } from "../../../src/citation/text-styles.ts";
import { essay, formattersIn, records } from "./helpers.ts";

const LANGUAGES = essay.languages;
const STYLES = stylesFor(LANGUAGES);
const { format, ofCiteproc: real } = await formattersIn(LANGUAGES);

/** Titles that a style may touch in some way, and such as it may not. */
const TITLES = [
  "A study of the bridge in the war",
  "what is old: a new thing",
  "Deterrence by denial, and after",
  "Well-known post-war questions of is",
  "The “Russia problem” & co.",
  "Rise and fall?",
  "NATO’s 1999 enlargement",
  "e-mail from iPhone users",
  "Over the Rhine",
  "Volume 2, part 3",
  "fig. 2 and n. 3",
  "題「名」の話",
  "抑止の可視化と図1",
  "2022年2月24日",
  "戦争とその後―欧州の場合",
  "NATOの抑止",
  "冷戦後のNATO",
  "三つのCの話",
  "序ー一",
  "An <i>italic</i> title",
  "Trailing colon:",
  "C",
  "Über den Öltransport",
];

test("a title put into a citation stands there as citeproc itself would have set it", () => {
  const random = randomFrom(7);
  const words = { en: proseOf("en", random), ja: proseOf("ja", random) };
  const generated = [1, 2].flatMap(() => [
    `${words.en.word()} of the ${words.en.word()}`,
    `${words.ja.word()}の${words.ja.word()}`,
  ]);
  for (const record of records.filter(({ name }) => name === "przewodow" || name === "full")) {
    const { name } = record;
    // A work is set in italics where a part is not: a few titles show it.
    for (const title of name === "full"
      ? ["A study of the bridge", "NATOの抑止", ...generated]
      : [...TITLES, ...generated])
      for (const style of STYLES)
        for (const language of LANGUAGES) {
          const place = {
            kind: "paragraph",
            number: "7",
            url: "https://essay.example/#p7",
            accessed: "2027-05-09",
          } as const;
          const titled = { ...record, title };
          assert.deepEqual(format(titled, style, language, place), real(titled, style, language, place));
        }
  }
});
