import assert from "node:assert/strict";
import { test } from "node:test";
import { importFiles, sectionsOf } from "../../support/manuscripts.ts";
import { type Piece, pdfOf } from "../../support/print-pdf.ts";

const SIZE = 8;
const ADVANCE = SIZE * 0.6;
/** Where two columns begin, and how many characters their lines have. */
const [LEFT, RIGHT, MEASURE] = [40, 220, 33];
const WORDS = "river boat winter spring nobody asks town pier ferry painted again ministry report treaty border".split(
  " ",
);

/** Lines of one sentence that fill their measure, but for the last. */
function sentence(opening: string, lines: number, measure = MEASURE): string[] {
  let word = opening.length;
  return Array.from({ length: lines }, (_, line) => {
    let text = line === 0 ? opening : (WORDS[word % WORDS.length] ?? "");
    for (;;) {
      word += 7;
      const next = `${text} ${WORDS[word % WORDS.length]}`;
      if (next.length > (line === lines - 1 ? measure * 0.6 : measure)) break;
      text = next;
    }
    return line === lines - 1 ? `${text}.` : text.padEnd(measure, "s");
  });
}

const set = (lines: readonly string[], x: number, y: number, size = SIZE, leading = 11): Piece[] =>
  lines.map((text, index) => ({ x, y: y + index * leading, size, text }));

test("the number of a page between two columns is the page's, however close to the notes", async () => {
  const page = (number: number): Piece[] => {
    const note = (x: number, of: number): Piece[] => [
      { x, y: 530, size: 6, text: `${of} Holm, The River, p. ${of}3, and the rest.` },
    ];
    const column = (x: number, of: number): Piece[] => {
      const lines = sentence(`The ${["ferry", "barge", "pier", "boat"][of - 1]} of`, 30);
      const last = lines.at(-1) ?? "";
      return [
        ...set(lines, x, 60),
        { x: x + last.length * ADVANCE, y: 60 + 29 * 11 - 3, size: 5, text: String(of) },
        ...note(x, of),
      ];
    };
    return [
      ...column(LEFT, number * 2 - 1),
      ...column(RIGHT, number * 2),
      { x: 206, y: 541, size: 6, text: String(number) },
    ];
  };
  const imported = await importFiles(
    { "a.pdf": pdfOf([[{ x: 100, y: 36, size: 14, text: "The Quiet Border" }, ...page(1)], page(2)], "latin") },
    { language: "en" },
  );
  const sections = sectionsOf(imported);
  assert.doesNotMatch(sections.flatMap(({ paragraphs }) => paragraphs).join(" "), /\d/u);
  assert.equal(sections.flatMap(({ notes }) => notes).length, 4);
  assert.equal(imported.findings.counts.get("page numbers left out"), 2);
});

test("two small labels beside each other over a figure's caption are its drawing's", async () => {
  const imported = await importFiles(
    {
      "a.pdf": pdfOf(
        [
          [
            { x: 100, y: 36, size: 14, text: "The Quiet Border" },
            ...set(sentence("The ferry", 12, 60), LEFT, 80),
            { x: 110, y: 240, size: 6, text: "Boats" },
            { x: 200, y: 240, size: 6, text: "Piers" },
            { x: 100, y: 262, size: 6.5, text: "Figure 1. What lies at the river." },
            ...set(sentence("The barge", 12, 60), LEFT, 290),
          ],
        ],
        "latin",
      ),
    },
    { language: "en" },
  );
  const words = [...imported.files].flatMap(([name, text]) => (name.endsWith(".mdx") ? [String(text)] : [])).join("");
  assert.doesNotMatch(words, /Boats|Piers/u);
  assert.match(words, /Figure 1\. What lies at the river\./u);
  assert.ok(imported.findings.leftOut.some(({ text }) => text.includes("“Boats Piers”")));
});

test("a table's head of single letters is its first row", async () => {
  const line = (y: number, x: number, text: string): Piece => ({ x, y, size: 10, text });
  const cells = (y: number, texts: readonly string[]) => texts.map((text, at) => line(y, 80 + at * 100, text));
  const text = "国境の川を冬に渡る者はなく誰もその訳を問わない。";
  const pieces = [
    { x: 60, y: 60, size: 16, text: "川の船" },
    line(110, 60, text),
    ...cells(150, ["年", "船", "岸"]),
    ...cells(170, ["二年", "百隻", "北岸"]),
    ...cells(190, ["三年", "九隻", "南岸"]),
    line(240, 60, text),
  ];
  const imported = await importFiles({ "a.pdf": pdfOf([pieces], "japanese") }, { language: "ja" });
  assert.match(String(imported.files.get("ja/opening.mdx")), /^\| 年 +\| 船 +\| 岸 +\|\n\| -/mu);
});

test("a block that is set in at both edges ends where a first line is set in as far and fills its measure", async () => {
  const indent = 3 * ADVANCE;
  const paragraph = (opening: string, y: number): Piece[] => {
    const [first = "", ...rest] = sentence(opening, 5, 60);
    return [{ x: LEFT + indent, y, size: SIZE, text: first.slice(0, 57) }, ...set(rest, LEFT, y + 11)];
  };
  const imported = await importFiles(
    {
      "a.pdf": pdfOf(
        [
          [
            { x: 100, y: 36, size: 14, text: "The Quiet Border" },
            ...paragraph("The ferry", 80),
            ...paragraph("The barge", 140),
            ...set(sentence("Nobody crosses", 4, 54).with(-1, `${sentence("asks", 1, 90)[0]}`), LEFT + indent, 200),
            ...paragraph("The pier", 244),
            ...paragraph("The boat", 304),
            ...paragraph("The road", 364),
          ],
        ],
        "latin",
      ),
    },
    { language: "en" },
  );
  assert.deepEqual(
    sectionsOf(imported).flatMap(({ paragraphs }) => paragraphs.map((words) => words.split(" ").slice(0, 2).join(" "))),
    ["The ferry", "The barge", "Nobody crosses", "The pier", "The boat", "The road"],
  );
});

test("entries of a list without signs that are set in stand each by itself, and the last lines of sources too", async () => {
  const text = "Here is a sentence that goes on until the line is full and then ends in the next one, as it";
  const source = `The Quiet Border\n\n${text}\nshould be.\n\n${text}\nalso did.\n\n1 Sources of the Town\n\n${text}\nis here.\n\nReferences\n\nHolm, A. 1998. The River. Oslo: North Press.\nSmith, B. 2001. Boats. Oslo: North Press.\n`;
  const imported = await importFiles({ "a.txt": source }, { language: "en" });
  assert.deepEqual(sectionsOf(imported).at(-1)?.paragraphs, [
    "Holm, A. 1998. The River. Oslo: North Press.",
    "Smith, B. 2001. Boats. Oslo: North Press.",
  ]);
});

test("2-1 counts a heading where a space and Japanese follow", async () => {
  const text = "国境の川を冬に渡る者はなく誰もその訳を問わない。";
  const source = `川の船\n\n1　はじめに\n\n${text}\n\n2　岸の話\n\n${text}\n\n2-1　古い岸\n\n${text}\n\n2-2　新しい岸\n\n${text}\n`;
  const imported = await importFiles({ "a.txt": source }, { language: "ja" });
  assert.deepEqual(
    imported.draft.sections.map(({ title, depth }) => [title, depth]),
    [
      ["はじめに", 1],
      ["岸の話", 1],
      ["古い岸", 2],
      ["新しい岸", 2],
    ],
  );
});
