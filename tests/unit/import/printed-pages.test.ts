import assert from "node:assert/strict";
import { test } from "node:test";
import type { PlacedGlyph } from "../../../src/import/pdf/glyphs.ts";
import { linesOfPage } from "../../../src/import/pdf/page-lines.ts";
import { importFiles, sectionsOf } from "../../support/manuscripts.ts";
import { type Piece, pdfOf } from "../../support/print-pdf.ts";

const paragraphsOf = async (file: Uint8Array, language: string) =>
  sectionsOf(await importFiles({ "a.pdf": file }, { language })).flatMap(({ paragraphs }) => paragraphs);

/** Changes what a file says: its objects have moved then, and a reader finds them anew. */
const changed = (file: Uint8Array, change: (file: string) => string): Uint8Array =>
  Buffer.from(
    change(Buffer.from(file).toString("latin1"))
      .replaceAll(/<<\/Length \d+>>stream\n([\s\S]*?)\nendstream/gu, (_, own: string) => {
        return `<</Length ${own.length}>>stream\n${own}\nendstream`;
      })
      .replace(/startxref\n\d+/u, "startxref\n0"),
    "latin1",
  );

const TEXT = [
  "In spring nobody crosses the river, and nobody asks",
  "why that should be so in a town of boats. Then the",
  "ice goes down to the sea, and the ferry, which has",
  "lain on its side since autumn, is painted once more.",
];

const rows = (lines: readonly string[], y: number): Piece[] =>
  lines.map((text, row) => ({ x: 50, y: y + row * 15, size: 10, text }));

test("heads that share a work's title and differ in their chapters are no text", async () => {
  const texts = [
    TEXT,
    ["The ferryman is paid in fish and in firewood, so", "that what he earns is eaten before summer comes."],
    ["A register was kept in the hall, of which only one", "volume has come down to us, and it is half empty."],
  ];
  const words = async (heads: readonly string[]) => {
    const pages = heads.map((text, page): Piece[] => [{ x: 50, y: 40, size: 8, text }, ...rows(texts[page] ?? [], 80)]);
    return (await paragraphsOf(pdfOf(pages, "latin"), "en")).join(" ");
  };
  assert.equal(
    await words(["The Ferry of the North: Ice", "The Ferry of the North: Fish", "The Ferry of the North: Boats"]),
    texts.flat().join(" "),
  );
  // Small lines that share nothing may be text.
  assert.match(
    await words(["Ice goes out in April", "Fish was what they paid", "Boats lay on the side"]),
    /Fish was what/u,
  );
});

test("heads that say their page's number and the title of its part are no text, and the first page's number neither", async () => {
  const title = (text: string, y: number): Piece => ({ x: 50, y, size: 14, text });
  const head = (text: string): Piece => ({ x: 50, y: 40, size: 10, text });
  const [fish, register, winter] = [
    ["The ferryman is paid in fish and in firewood, so", "that what he earns is eaten before summer comes."],
    ["A register was kept in the hall, of which only one", "volume has come down to us, and it is half empty."],
    ["In winter a lantern hung from the tower, and whoever", "was late on the ice could see it from both shores."],
  ] as const;
  const pages = [
    [title("1 The Ice", 80), ...rows(TEXT, 110), title("2 Of Boats", 190), { ...head("1"), x: 200, y: 560 }],
    [head("2 OF BOATS                       2"), ...rows(fish, 80), title("3 The Fish", 170), ...rows(register, 200)],
    [head("3 THE FISH                       3"), ...rows(winter, 80)],
  ];
  const words = (await paragraphsOf(pdfOf(pages, "latin"), "en")).join(" ");
  assert.doesNotMatch(words, /OF BOATS|THE FISH|\b1\b/u);
  for (const one of [TEXT, fish, register, winter]) assert.ok(words.includes(one.join(" ")), words);
});

test("a vertical page stays upright whose words of other scripts are more than its own", async () => {
  const column = (text: string, x: number, y: number): Piece[] =>
    [...text].map((own, row) => ({ x, y: y + row * 12, size: 12, text: own }));
  const lying = "The Fishermen's Register of the North";
  const pieces = [
    ...column("川の渡し守は", 300, 60),
    ...[300, 270, 240, 210].map((x): Piece => ({ x, y: x === 300 ? 140 : 60, size: 12, text: "~" })),
    ...column("を読んだという。", 180, 60),
  ];
  // A letter that lies stands for all: its line runs down the page.
  const hex = Buffer.from(lying, "utf16le").swap16().toString("hex");
  const file = changed(pdfOf([pieces], "japanese"), (text) =>
    text.replaceAll(/1 0 0 1 (\S+ \S+) Tm <007e>/gu, (_, place: string) => `0 -1 1 0 ${place} Tm <${hex}>`),
  );
  const words = (await paragraphsOf(file, "ja")).join("").replaceAll(/\s/gu, "");
  assert.ok(words.startsWith("川の渡し守は"), words);
  assert.ok(words.endsWith("を読んだという。"), words);
});

test("an address that a stylesheet has added to a tagged text goes on with its paragraph, and a drawing's words do not", async () => {
  const lines = [
    ...TEXT,
    "The register of crossings, which can be read at",
    "(https://example.org/crossings)",
    ...TEXT,
    ...TEXT,
  ];
  const labels: Piece[] = [
    { x: 150, y: 300, size: 6, text: "Norway" },
    { x: 230, y: 309, size: 6, text: "Sweden" },
  ];
  const pieces = [...rows(lines, 60), ...labels, ...rows(TEXT, 340)];
  const added = new Set(["(https://example.org/crossings)", "Norway", "Sweden"]);
  const file = changed(pdfOf([pieces], "latin"), (text) => {
    let number = 0;
    const content = text.replaceAll(/BT .*? ET/gu, (piece) => {
      const isAdded = added.has(pieces[number]?.text ?? "");
      const [mark, id] = isAdded ? ["/Artifact BMC", ""] : [`/P <</MCID ${number}>> BDC`, String(number)];
      number += 1;
      return `${mark} ${piece} EMC${id === "" ? " " : ""}`;
    });
    const ids = pieces.flatMap(({ text: own }, index) => (added.has(own) ? [] : [index]));
    const last = Math.max(...[...content.matchAll(/^(\d+) 0 obj/gmu)].map(([, own]) => Number(own)));
    const [root, element, parents] = [last + 1, last + 2, last + 3];
    const page = /(\d+) 0 obj<<\/Type\/Page\//u.exec(content)?.[1] ?? "6";
    const structure = [
      `${root} 0 obj<</Type/StructTreeRoot/K[${element} 0 R]/ParentTree ${parents} 0 R>>endobj`,
      `${element} 0 obj<</Type/StructElem/S/P/P ${root} 0 R/Pg ${page} 0 R/K[${ids.join(" ")}]>>endobj`,
      `${parents} 0 obj<</Nums[0[${pieces.map(() => `${element} 0 R`).join(" ")}]]>>endobj`,
    ].join("\n");
    return content
      .replace("<</Type/Catalog", `<</Type/Catalog/MarkInfo<</Marked true>>/StructTreeRoot ${root} 0 R`)
      .replace("<</Type/Page/Parent", "<</Type/Page/StructParents 0/Parent")
      .replace(/\nxref/u, `\n${structure}\nxref`);
  });
  const words = (await paragraphsOf(file, "en")).join(" ");
  assert.match(words, /can be read at \(https:\S*example\S*crossings\) In spring/u);
  assert.doesNotMatch(words, /Norway|Sweden/u);
});

test("columns of a text from right to left are read from the right", () => {
  const glyphs = ["א", "ב"].flatMap((letter, place) =>
    Array.from({ length: 8 }, (_, row) =>
      Array.from({ length: 20 }, (_unused, at): PlacedGlyph => {
        const [x, y] = [(place === 0 ? 390 : 190) - at * 8, 60 + row * 15];
        return {
          text: letter,
          x,
          y,
          u: x,
          v: y,
          size: 10,
          advance: 8,
          direction: "horizontal",
          isRightToLeft: true,
          isBold: false,
          element: undefined,
          isArtifact: false,
          item: place * 100 + row,
        };
      }),
    ).flat(),
  );
  const lines = linesOfPage(glyphs, 10).map((line) => line.glyphs[0]?.text ?? "");
  assert.equal(lines.join(""), "א".repeat(8) + "ב".repeat(8));
});

test("left pages have their columns elsewhere than right ones, and each column its notes under it", async () => {
  const NAMES = ["boat", "bell", "rope", "fish", "town", "weir", "snow", "salt", "raft", "hall"];
  const word = (index: number) => NAMES[(index * 7 + Math.floor(index / 10)) % NAMES.length] ?? "";
  const line = (column: number, row: number) =>
    `${word(column + row)} and ${word(column * 3 + row + 1)} of the ${word(column + row * 5 + 2)} and a`;
  const ENDS = [
    "as the ferryman told it.",
    "by a page of the register.",
    "though nobody believed it.",
    "if we trust the bailiff.",
    "long after he had died.",
    "which is now in the hall.",
    "or so his widow wrote.",
    "and he was never paid.",
  ];
  const ROWS = 9;
  const columns = Array.from({ length: 8 }, (_, column) => ({
    text: Array.from({ length: ROWS }, (_, row) =>
      row === ROWS - 1 ? `and that was all of it.[${column + 1}]` : line(column, row),
    ).map((text, row) => (row === 0 ? `A ${text}` : text)),
    note: [`[${column + 1}] What the ${word(column)} said of the ${word(column + 3)},`, ENDS[column] ?? ""],
  }));
  // The last column ends early, high above its note.
  columns.at(-1)?.text.splice(5, ROWS - 6);
  const pages = [0, 1, 2, 3].map((page) =>
    columns.slice(page * 2, page * 2 + 2).flatMap(({ text, note }, side): Piece[] => {
      const x = (page % 2 === 0 ? 30 : 54) + side * 160;
      return [
        ...text.map((words, row) => ({ x, y: 80 + row * 9 + side * 4, size: 7, text: words })),
        ...note.map((words, row) => ({ x, y: 240 + row * 7 + side * 3, size: 5, text: words })),
      ];
    }),
  );
  const sections = sectionsOf(await importFiles({ "a.pdf": pdfOf(pages, "latin") }, { language: "en" }));
  const bare = (text: string) => text.replaceAll(/\s*\[\^?\d+\]/gu, "");
  assert.deepEqual(
    sections.flatMap(({ paragraphs }) => paragraphs),
    columns.map(({ text }) => bare(text.join(" "))),
  );
  const notes = sections.flatMap((section) => section.notes);
  assert.deepEqual(
    notes.map(({ words }) => words),
    columns.map(({ note }) => bare(note.join(" ")).trim()),
  );
});

test("signs that their font does not name are left out and told with their page", async () => {
  const [first = "", ...others] = TEXT;
  const pages = [rows([`${first}\u0001`, ...others], 80), rows(TEXT.toReversed(), 80)];
  const { findings } = await importFiles({ "a.pdf": pdfOf(pages, "latin") }, { language: "en" });
  const told = findings.open.filter(({ text }) => /^1 of its signs/u.test(text));
  assert.deepEqual(
    told.map(({ place }) => place),
    ["page 1"],
  );
});
