import assert from "node:assert/strict";
import { test } from "node:test";
import { noteStart } from "../../../src/import/lines/note-texts.ts";
import { plainDigits } from "../../../src/import/lines/numbers.ts";
import { MarkedText } from "../../../src/import/marked-text.ts";

import { importFiles, sectionsOf } from "../../support/manuscripts.ts";

const notesOf = async (name: string, text: string, language: string) => {
  const imported = await importFiles({ [name]: text }, { language });
  const { draft, findings } = imported;
  return {
    notes: sectionsOf(imported).flatMap(({ notes }) => notes.map(({ before, words }) => [before.slice(-2), words])),
    titles: draft.sections.map(({ title }) => title),
    findings,
  };
};

test("digits of Arabic, Persian and Urdu are as long as ASCII's", () => {
  assert.equal(plainDigits("ص ١٢ و ۳۴"), "ص 12 و 34");
});

test("the scale of a drawing is no note, whose words may begin with a number", () => {
  const numberOf = (text: string) => noteStart({ marked: new MarkedText(text) })?.number;
  for (const scale of ["5 4 3 2 1 0 図3 国の費え", "0 10 20 30", "1 2 3"])
    assert.equal(numberOf(scale), undefined, scale);
  for (const note of ["5 347 U.S. 483", "5 2023年4月4日の発表。", "5 12 月の号。"])
    assert.equal(numberOf(note), 5, note);
});

const JAPANESE = (mark: (number: string) => string, note: (number: string) => string) =>
  `橋の話\n\n山田太郎\n\nはじめに\n\n　橋は古い${mark("一")}。川は新しい${mark("二")}。\n\nおわりに\n\n　橋は法である${mark("三")}。\n\n註\n${note("一")}甲の書。\n${note("二")}乙の書。\n${note("三")}丙の書。\n`;

for (const [style, mark, note] of [
  ["（註一）", (one: string) => `（註${one}）`, (one: string) => `（註${one}）`],
  ["（一） and 一　", (one: string) => `（${one}）`, (one: string) => `${one}　`],
  ["（一） and 一、", (one: string) => `（${one}）`, (one: string) => `${one}、`],
  ["【注一】", (one: string) => `【注${one}】`, (one: string) => `【注${one}】`],
  ["〈註一〉", (one: string) => `〈註${one}〉`, (one: string) => `〈註${one}〉`],
] as const)
  for (const form of ["a.txt", "a.md"])
    test(`notes that count in ideographs are found: ${style} in ${form}`, async () => {
      const plain = JAPANESE(mark, note);
      // In Markdown each note is a paragraph, and a heading has its sign.
      const text =
        form === "a.md"
          ? plain
              .replaceAll(/^(?=はじめに|おわりに)/gmu, "## ")
              .replace("橋の話", "# 橋の話")
              .replaceAll("の書。\n", "の書。\n\n")
              .replace("註\n", "## 註\n\n")
          : plain;
      const { notes } = await notesOf(form, text, "ja");
      assert.deepEqual(notes, [
        ["古い", "甲の書。"],
        ["しい", "乙の書。"],
        ["ある", "丙の書。"],
      ]);
    });

test("lines that count in ideographs are notes under their title alone", async () => {
  const { notes } = await notesOf(
    "a.txt",
    "橋の話\n\n山田太郎\n\n　橋は古い（一）。川は新しい（二）。\n\n　条件は次のとおりである。\n\n一　甲の条件である。\n二　乙の条件である。\n",
    "ja",
  );
  assert.deepEqual(
    notes.filter(([, words]) => words !== ""),
    [],
  );
});

test("a text of Aozora's whose notes count in ideographs has them at their marks", async () => {
  const { notes } = await notesOf(
    "a.txt",
    "題\n山田太郎\n\n　権利《けんり》は古い（註一）。川は新しい（註二）。\n\n註一　甲の書《しょ》。\n註二　乙の書。\n\n底本：「全集」書店\n",
    "ja",
  );
  assert.deepEqual(notes, [
    ["古い", "甲の書しょ。"],
    ["しい", "乙の書。"],
  ]);
});

test("a mark with a bracket after a sentence's end is one in any language, and a decimal is none", async () => {
  const { notes } = await notesOf(
    "a.txt",
    "다리와 법\n\n김철수\n\n1. 머리말\n\n다리는 법의 대상이었다.1) 값은 1.2)였다. 강은 국가가 관리하였다.2)\n\n1) 이영희, 『다리』, 12쪽.\n2) 위의 책, 15쪽.\n",
    "ko",
  );
  assert.deepEqual(notes, [
    ["었다", "이영희,『다리』, 12쪽."],
    ["였다", "위의 책, 15쪽."],
  ]);
});

test("notes with the digits of Arabic stand at their marks, and their title is none of a part's", async () => {
  const { notes, titles } = await notesOf(
    "a.txt",
    "الجسر والقانون\n\nأحمد علي\n\nمقدمة\n\nسقط الجسر في عام ١٩٤٠(١). وكان مهندسه معروفا(٢).\n\nخاتمة\n\nالجسور هي القانون(٣).\n\nالهوامش\n\n(١) التاريخ محل خلاف.\n(٢) انظر: لو، ص ١٢.\n(٣) المرجع نفسه.\n",
    "ar",
  );
  assert.deepEqual(titles, ["مقدمة", "خاتمة"]);
  assert.deepEqual(
    notes.map(([, words]) => words),
    ["التاريخ محل خلاف.", "انظر: لو، ص ١٢.", "المرجع نفسه."],
  );
});

test("signs that begin anew on each page of a text lead to the notes under the rule at its foot", async () => {
  const page = (text: string, notes: string, number: number, head = "") =>
    `${head}${text}\n\n____________\n${notes}\n\n${" ".repeat(34)}${number}\n`;
  const long = (words: string) =>
    `${words}\nThe county paid for the piers, the parish paid for the planks, and the\nmiller paid for nothing, which was the custom of the place and of the time,\nas the oldest of the ledgers that are kept in the church will still tell\nanybody who can read them and has the patience to turn their many leaves,\nof which there are four hundred, and some have been eaten by the mice of\nthe vestry, who prefer the older paper.`;
  const head = "Journal of Quays, vol. 3\n\n";
  const { notes, findings } = await notesOf(
    "a.txt",
    `THE QUAY\n\nJane Marsh\n\n${page(long("The quay was built in 1931* and fell in 1940.†"), "* The date is disputed.\n† According to the Times.", 12)}${page(long("After the fall an inquiry was held.*"), "* Lowe was not heard, as he was by then\nin another country.", 13, head)}${page(long("The inquiry lasted three months.‡"), "‡ Marsh, Law, 33.", 14, head)}`,
    "en",
  );
  assert.deepEqual(notes, [
    ["31", "The date is disputed."],
    ["40", "According to the Times."],
    ["ld", "Lowe was not heard, as he was by then in another country."],
    ["hs", "Marsh, Law, 33."],
  ]);
  assert.equal(findings.counts.get("page numbers left out"), 3);
});
