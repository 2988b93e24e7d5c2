import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { glyphsOf } from "../../../src/import/pdf/glyphs.ts";
import { importFiles, sectionsOf } from "../../support/manuscripts.ts";
import { type Piece, pdfOf, printPdf } from "../../support/print-pdf.ts";
import { PROJECT_ROOT } from "../../support/project.ts";

for (const name of ["horizontal", "vertical"])
  test(`a ${name} PDF keeps its readings, emphasis, numbers set upright and paragraphs`, async () => {
    const bytes = new Uint8Array(readFileSync(join(PROJECT_ROOT, "tests", "fixtures", "import", `${name}.pdf`)));
    const imported = await importFiles({ [`${name}.pdf`]: bytes }, { language: "ja" });
    assert.match(String(imported.files.get("essay.yaml")), /^title: 権利の話$/mu);
    assert.equal(imported.draft.sections.length, 1);
    const file = String(imported.files.get(`ja/${imported.draft.sections[0]?.id}.mdx`));
    const words = file.replaceAll(/<rp>.<\/rp>/gu, "");
    assert.match(
      words,
      /^<ruby>権<rt>けん<\/rt><\/ruby><ruby>利<rt>り<\/rt><\/ruby>は\*大切\*である\[\^1\]。ここで<ruby>北大西洋条約機構<rt>ナトー<\/rt><\/ruby>について/mu,
    );
    assert.match(words, /12月24日に長い会議が開かれ、事務総長は結束を訴えた。その西側の国民は、それを聞いた。$/mu);
    assert.match(words, /^次の段落である。NATO is an alliance of many countries\.$/mu);
    assert.ok(imported.findings.characters.radicals >= 5, "⻑, ⻄, ⺠ and others were radicals");
  });

test("a table that a page does not name is found by its columns, and text of any other kind is none", async () => {
  const table = [
    ["Year", "Percent", "Source"],
    ["2014", "1.4", "Holm"],
    ["2022", "2.1", "The ministry"],
  ];
  const text =
    "They had risen again in the years after the war, and nobody in the whole town could say why that should be so at all.";
  const bytes = printPdf(
    {
      title: "On Boats",
      sections: [{ title: "Piers", paragraphs: [text, text, text].map((words) => ({ text: words, note: undefined })) }],
    },
    "latin",
    table,
  );
  const imported = await importFiles({ "a.pdf": bytes }, { language: "en" });
  const [section] = imported.draft.sections;
  const file = String(imported.files.get(`en/${section?.id}.mdx`));
  assert.match(file, /^\| Year \| Percent \| Source +\|$/mu);
  assert.match(file, /^\| 2022 \| 2\.1 +\| The ministry \|$/mu);
  assert.equal(file.match(/They had risen again/gu)?.length, 3);
  const without = await importFiles(
    { "a.pdf": bytes },
    {
      language: "en",
      decisions: new Map(
        imported.findings.guesses.flatMap(({ key }) => (key.startsWith("table ") ? [[key, "text"] as const] : [])),
      ),
    },
  );
  assert.equal(without.findings.counts.get("tables"), 0);
});

test("columns have notes at their own feet, and what stands across the page belongs to none of them", async () => {
  const sentence = (subject: string) =>
    `${subject} had risen in that year as the old ministry wrote in its own report and nobody asked why it had done so`;
  const wrap = (text: string): string[] => {
    const lines = [""];
    for (const word of text.split(" ")) {
      const last = lines.at(-1) ?? "";
      if (last.length + word.length < 30) lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
      else lines.push(word);
    }
    return lines;
  };
  let note = 0;
  /** A column of text with a heading and a note; every character of the font is as wide. */
  const column = (x: number, heading: string, subject: string, from: number): Piece[] => {
    note += 1;
    const size = 8;
    const lines = Array.from({ length: 6 }, (_, index) => wrap(`${sentence(`${subject} ${"abcdef"[index]}`)}.`)).flat();
    const marked = `${lines[0]}`;
    const pieces: Piece[] = [{ x, y: from, size: 11, text: heading }];
    lines.forEach((text, index) => {
      pieces.push({ x, y: from + 24 + index * 12, size, text });
    });
    pieces.push({ x: x + marked.length * size * 0.6, y: from + 20, size: 5, text: String(note) });
    pieces.push({ x, y: 530, size: 6, text: `${note} Ibid., p. ${note}0, and the rest.` });
    return pieces;
  };
  const page = (head: readonly string[], number: number, from: number, headings: readonly string[]): Piece[] => [
    ...(head[0] ? [{ x: 40, y: 36, size: 8, text: head[0] }] : []),
    ...(head[1] ? [{ x: 330, y: 36, size: 8, text: head[1] }] : []),
    ...column(40, headings[0] ?? "", `The ${headings[0]?.slice(2).toLowerCase()}`, from),
    ...column(230, headings[1] ?? "", `The ${headings[1]?.slice(2).toLowerCase()}`, from),
    { x: 200, y: 570, size: 8, text: String(number) },
  ];
  const bytes = pdfOf(
    [
      [{ x: 100, y: 60, size: 16, text: "The Quiet Border" }, ...page([], 1, 100, ["1 Pier", "2 Boat"])],
      page(["Journal of Rivers", "Vol. 12"], 2, 80, ["3 Ferry", "4 Road"]),
    ],
    "latin",
  );
  const imported = await importFiles({ "a.pdf": bytes }, { language: "en" });
  assert.deepEqual(
    sectionsOf(imported).map(({ title, notes }) => [title, notes.map(({ words }) => words)]),
    [
      ["Pier", ["Ibid., p. 10, and the rest."]],
      ["Boat", ["Ibid., p. 20, and the rest."]],
      ["Ferry", ["Ibid., p. 30, and the rest."]],
      ["Road", ["Ibid., p. 40, and the rest."]],
    ],
  );
  const words = sectionsOf(imported)
    .flatMap(({ paragraphs }) => paragraphs)
    .join(" ");
  assert.doesNotMatch(words, /Journal|Vol\.|\b[12]\b/u);
});

test("the head and the number of a vertical page stand beyond its lines and are no text", async () => {
  const sentence = (part: string) =>
    `${part}国境の川を冬に渡る者はなく誰もその訳を問わないまま舟は岸に繋がれて春を待っていた`;
  const page = (number: number): Piece[] => [
    { x: 380, y: 30, size: 8, text: "国境の川" },
    ...Array.from({ length: 9 }, (_, line): Piece => {
      const opening = `${"春夏秋冬"[number - 1]}${"一二三四五六七八九"[line]}`;
      const text = [...sentence(opening)].slice(0, line === 8 ? 20 : 32).join("");
      return { x: 360 - line * 20, y: 80, size: 11, text: line === 8 ? `${text}。` : text };
    }),
    { x: 360 - number * 20, y: 530, size: 9, text: String(number) },
  ];
  const bytes = pdfOf(
    [[{ x: 390, y: 100, size: 18, text: "川の話" }, ...page(1)], page(2), page(3), page(4)],
    "vertical",
  );
  const imported = await importFiles({ "a.pdf": bytes }, { language: "ja" });
  const words = sectionsOf(imported)
    .flatMap(({ paragraphs }) => paragraphs)
    .join("");
  assert.doesNotMatch(words, /[1-4]|国境の川国境|問わ国/u);
  assert.equal(words.match(/九国境の川を冬に渡る者はなく誰もその訳。/gu)?.length, 4);
});

test("notes that signs mark begin anew on each page, and a raised number is told from the figures after it", async () => {
  const text = (page: number): Piece[] => {
    const long = `The ${["ferry", "barge", "steamer"][page - 1]} lies at its pier all winter on page ${page}.`;
    const when = ["In spring", "In summer", "In autumn"][page - 1] ?? "";
    return [
      { x: 60, y: 100, size: 8, text: long },
      { x: 60 + long.length * 4.8, y: 97, size: 5, text: "*" },
      { x: 60, y: 112, size: 8, text: `${when} the boats are painted again, and the ice goes down` },
      { x: 60, y: 124, size: 8, text: "the river to the sea. Then the town wakes up." },
      { x: 60 + 45 * 4.8, y: 121, size: 5, text: page === 3 ? "1" : "\u0086" },
      { x: 60, y: 136, size: 8, text: `${when} nobody crosses it, and nobody asks why that should` },
      { x: 60, y: 148, size: 8, text: "be so in a town of boats." },
      { x: 60, y: 520, size: 6, text: `* Smith, page ${page}0.` },
      ...(page === 3
        ? [
            { x: 60, y: 530, size: 4, text: "1" },
            { x: 63, y: 532, size: 6, text: "5 boats were counted." },
          ]
        : [{ x: 60, y: 532, size: 6, text: `\u0086 5 boats on page ${page}.` }]),
    ];
  };
  const bytes = pdfOf([[{ x: 100, y: 60, size: 16, text: "The Quiet Border" }, ...text(1)], text(2), text(3)], "latin");
  const imported = await importFiles({ "a.pdf": bytes }, { language: "en" });
  assert.deepEqual(
    sectionsOf(imported).flatMap(({ notes }) => notes),
    [
      { before: "page 1", words: "Smith, page 10." },
      { before: "kes up", words: "5 boats on page 1." },
      { before: "page 2", words: "Smith, page 20." },
      { before: "kes up", words: "5 boats on page 2." },
      { before: "page 3", words: "Smith, page 30." },
      { before: "kes up", words: "5 boats were counted." },
    ],
  );
});

/** Sentences of a made-up text, none like another. */
const told = (index: number) =>
  `${["Nobody", "The ferry", "A boat", "The town", "His brother", "The pilot"][index % 6]} ${["waits", "sleeps", "rests", "stays"][index % 4]} by the river ${["all winter", "in spring", "at noon"][index % 3]} for boat ${String.fromCharCode(97 + (index % 26))}`;

test("numbers of lines in the margin are no text", async () => {
  const page = (first: number): Piece[] =>
    Array.from({ length: 30 }, (_, line): Piece[] => {
      const [y, index] = [70 + line * 14, first + line];
      const text = line % 6 === 5 ? "So it ends." : told(index);
      return [
        { x: 40, y, size: 8, text: String(index).padStart(2) },
        { x: line % 6 === 0 ? 78 : 66, y, size: 8, text },
      ];
    }).flat();
  const imported = await importFiles({ "a.pdf": pdfOf([page(1), page(31)], "latin") }, { language: "en" });
  const words = sectionsOf(imported)
    .flatMap(({ paragraphs }) => paragraphs)
    .join(" ");
  assert.doesNotMatch(words, /\d/u);
  assert.equal(words.match(/So it ends\./gu)?.length, 10);
  assert.equal(imported.findings.counts.get("pages whose numbers in the margin were left out"), 2);
  const decisions = new Map([["numbers lines", "text"]]);
  const kept = await importFiles({ "a.pdf": pdfOf([page(1), page(31)], "latin") }, { language: "en", decisions });
  assert.equal(kept.findings.counts.get("pages whose numbers in the margin were left out"), undefined);
});

test("letters that are printed over themselves are read once", async () => {
  const lines = Array.from({ length: 12 }, (_, line): Piece[] => {
    const piece = { x: line % 6 === 0 ? 72 : 60, y: 90 + line * 14, size: 8, text: told(line) };
    return [piece, ...(line < 6 ? [piece] : [])];
  }).flat();
  const title: Piece = { x: 100, y: 50, size: 16, text: "The Quiet Border" };
  const imported = await importFiles({ "a.pdf": pdfOf([[title, ...lines]], "latin") }, { language: "en" });
  const words = [...imported.files.values()].map(String).join("\n");
  for (let line = 0; line < 12; line += 1) assert.equal(words.split(told(line)).length, 2, told(line));
});

test("the first row of a table over the text is no title beside", async () => {
  const rows = [
    ["Year", "Percent", "Source"],
    ["2014", "1.4", "Holm"],
    ["2022", "2.1", "The ministry"],
  ];
  const pieces = rows.flatMap((row, line) =>
    row.map((text, column): Piece => ({ x: 60 + column * 110, y: 60 + line * 17, size: 10, text })),
  );
  const text = Array.from(
    { length: 8 },
    (_, line): Piece => ({ x: 60, y: 150 + line * 14, size: 8, text: told(line) }),
  );
  const imported = await importFiles({ "a.pdf": pdfOf([[...pieces, ...text]], "latin") }, { language: "en" });
  assert.match([...imported.files.values()].map(String).join("\n"), /^\| Year \| Percent \| Source +\|$/mu);
});

test("lines on the first of two pages are told by their page, and a page that cannot be read is named", async () => {
  const page = Array.from({ length: 8 }, (_, line): Piece => ({ x: 60, y: 90 + line * 14, size: 8, text: told(line) }));
  const bytes = pdfOf([page, []], "latin");
  const imported = await importFiles({ "a.pdf": bytes }, { language: "en" });
  assert.equal(sectionsOf(imported).length, 1);
  const broken = Buffer.from(Buffer.from(bytes).toString("latin1").replace("8 0 R]>>", "2 0 R]>>"), "latin1");
  await assert.rejects(
    importFiles({ "a.pdf": broken }, { language: "en" }),
    /a damaged PDF: its page 2 cannot be read/u,
  );
});

test("a character that stands alone whatever is beside it is what the segmenter calls one too", () => {
  const kinds = ["か゛", "か\u3099", "ｶﾞ", "e\u0301", "日本（あ）", "ﬀ ¶1", "👩‍🌾", "ＡＢ", "①", "한국", "\u200d", "©‍"];
  const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
  for (const first of kinds)
    for (const second of kinds) {
      const item = { text: first + second, transform: [10, 0, 0, 10, 0, 0], length: 40 };
      const glyphs = glyphsOf([
        { ...item, isVerticalFont: false, isRightToLeft: false, isBold: false, element: undefined, isArtifact: false },
      ]);
      assert.deepEqual(
        glyphs.map(({ text }) => text),
        [...segmenter.segment(first + second)].map(({ segment }) => segment),
      );
    }
});

test("notes across the foot of a page part its columns from the next page's, and a long word may stick out of its column", async () => {
  const column = (x: number, first: number): Piece[] =>
    Array.from({ length: 12 }, (_, line) => ({ x, y: 110 + line * 13, size: 6, text: told(first + line) }));
  const page = (number: number): Piece[] => [
    ...column(40, number * 24),
    ...column(230, number * 24 + 12),
    { x: 40, y: 266, size: 6, text: `See www.example.org/${"a-long-path/".repeat(4)}` },
    { x: 230, y: 279, size: 6, text: "and so it goes on." },
    {
      x: 40,
      y: 500,
      size: 4,
      text: "1 Smith writes of it at great length, in a note that goes across both of the columns and on.",
    },
    { x: 40, y: 510, size: 4, text: "2 Ibid." },
  ];
  const bytes = pdfOf([[{ x: 60, y: 60, size: 16, text: "The Quiet Border" }, ...page(1)], page(2)], "latin");
  const imported = await importFiles({ "a.pdf": bytes }, { language: "en" });
  const words = [...imported.files.values()].map(String).join("\n").replaceAll(/\s+/gu, " ");
  for (const number of [1, 2])
    for (const from of [number * 24, number * 24 + 12])
      assert.ok(
        words.includes(Array.from({ length: 6 }, (_, line) => told(from + line)).join(" ")),
        `page ${number}, from ${from}`,
      );
  assert.match(words, /Smith writes of it at great length, in a note that goes across both of the columns and on\./u);
});

test("a text that has fewer letters than its notes is the text, and the numbers of its paragraphs are none", async () => {
  const page = (from: number): Piece[] => [
    ...(from === 1 ? [{ x: 72, y: 36, size: 16, text: "Numbers" }] : []),
    ...Array.from({ length: 4 }, (_, index): Piece[] => {
      const y = 60 + index * 44;
      return [
        { x: 44, y, size: 6, text: String(from + index) },
        { x: 72, y, size: 10, text: `${told(from + index)},` },
        { x: 72, y: y + 16, size: 10, text: "and so it ends there." },
      ];
    }).flat(),
    ...Array.from(
      { length: 6 },
      (_, index): Piece => ({ x: 72, y: 270 + index * 10, size: 6, text: `${told(index)}, ${told(index + 1)}` }),
    ),
  ];
  const imported = await importFiles({ "a.pdf": pdfOf([page(1), page(5)], "latin") }, { language: "en" });
  const found = sectionsOf(imported).flatMap(({ paragraphs }) => paragraphs);
  assert.deepEqual(
    Array.from(
      { length: 8 },
      (_, index) => found.filter((words) => words === `${told(index + 1)}, and so it ends there.`).length,
    ),
    Array.from({ length: 8 }, () => 1),
  );
  assert.deepEqual(
    imported.draft.sections.map(({ title }) => title),
    [undefined],
  );
});

test("the days of a timeline head nothing", async () => {
  const text = ["3 April 2008", "1 January 2022"]
    .map((day, index) => `${day}\n\n${told(index)}.\n${told(index + 1)}.\n`)
    .join("\n");
  const imported = await importFiles({ "a.txt": `A Time\n\n${told(4)}.\n\n${text}` }, { language: "en" });
  assert.deepEqual(
    imported.draft.sections.map(({ title }) => title),
    [undefined],
  );
});
