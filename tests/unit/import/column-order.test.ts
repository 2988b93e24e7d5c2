import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { importFiles } from "../../support/manuscripts.ts";
import { type Piece, pdfOf } from "../../support/print-pdf.ts";

const WORDS = "river boat winter spring nobody asks town pier ferry painted again ministry report treaty border".split(
  " ",
);
/** Courier: every character is as wide. */
const SIZE = 8;
const ADVANCE = SIZE * 0.6;
const MEASURE = 30;

interface Block {
  readonly kind: "full" | "verse" | "list" | "centred";
  readonly lines: number;
  readonly seed: number;
  readonly gap: number;
}

const blockOf = (kinds: readonly Block["kind"][], min: number, max: number): fc.Arbitrary<Block> =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    lines: fc.integer({ min, max }),
    seed: fc.nat(1000),
    gap: fc.constantFrom(0, 0, 5),
  });

/** Paragraphs that fill their column, and lines between them that are far from filling it. */
const columnOf = fc
  .array(fc.tuple(blockOf(["full"], 6, 9), blockOf(["verse", "list", "centred"], 1, 5)), { minLength: 2, maxLength: 5 })
  .map((pairs) => pairs.flat());

/** A column of a page, each of whose lines begins with its own name. */
function place(blocks: readonly Block[], x: number, top: number, tag: string): { pieces: Piece[]; names: string[] } {
  const pieces: Piece[] = [];
  const names: string[] = [];
  let y = top;
  for (const { kind, lines, seed, gap } of blocks) {
    for (let line = 0; line < lines && y < 560; line += 1) {
      const isLast = line === lines - 1;
      const name = `${tag}${"abcdefgh"[Math.floor(names.length / 8)]}${"abcdefgh"[names.length % 8]}`;
      const length = kind !== "full" ? 12 : isLast ? 14 : MEASURE - 3;
      let text = name;
      for (let word = seed + line; text.length < length; word += 5) text += ` ${WORDS[word % WORDS.length]}`;
      text = `${kind === "list" ? "- " : ""}${text.slice(0, MEASURE).trim()}${kind === "full" && isLast ? "." : ""}`;
      const inset = { full: 0, verse: 3, list: 2, centred: (MEASURE - text.length) / 2 }[kind];
      pieces.push({ x: x + inset * ADVANCE, y, size: SIZE, text });
      names.push(name);
      y += 10;
    }
    y += gap;
  }
  return { pieces, names };
}

test("columns are read one after the other, also where short lines stand beside short lines between full ones", async () => {
  await fc.assert(
    fc.asyncProperty(columnOf, columnOf, fc.boolean(), async (one, other, hasTitle) => {
      const top = hasTitle ? 100 : 60;
      const left = place(one, 40, top, "Lq");
      const right = place(other, 40 + MEASURE * ADVANCE + 20, top, "Rq");
      const title = hasTitle ? [{ x: 100, y: 60, size: 14, text: "The Quiet Border" }] : [];
      const imported = await importFiles(
        { "a.pdf": pdfOf([[...title, ...left.pieces, ...right.pieces]], "latin") },
        { language: "en" },
      );
      const files = [...imported.files].flatMap(([name, text]) =>
        /\.(?:mdx|yaml)$/u.test(name) ? [String(text)] : [],
      );
      const found = files.toSorted((a, b) => Number(b.startsWith("#")) - Number(a.startsWith("#"))).join("\n");
      assert.deepEqual([...new Set(found.match(/[LR]q[a-h]{2}/gu))], [...left.names, ...right.names]);
    }),
    { numRuns: 40 },
  );
});

test("lines with a number at their end are no columns where other pages have a gutter", async () => {
  const blocks = (seed: number): Block[] => [
    { kind: "full", lines: 9, seed, gap: 5 },
    { kind: "full", lines: 9, seed: seed + 7, gap: 5 },
  ];
  const gutter = 40 + MEASURE * ADVANCE;
  const page = (seed: number): Piece[] => [
    ...place(blocks(seed), 40, 60, `L${"pqrs"[seed]}`).pieces,
    ...place(blocks(seed + 3), gutter + 20, 60, `R${"pqrs"[seed]}`).pieces,
  ];
  const harbours = ["Arendal", "Bergen", "Molde", "Narvik", "Stavern", "Trondheim"];
  const list = harbours.flatMap((name, index): Piece[] => [
    { x: 40, y: 90 + index * 10, size: SIZE, text: `The boats of ${name} in spring` },
    { x: gutter + 40, y: 90 + index * 10, size: SIZE, text: String(index * 37 + 211) },
  ]);
  const imported = await importFiles(
    { "a.pdf": pdfOf([page(0), page(1), list, page(2)], "latin") },
    { language: "en" },
  );
  const text = [...imported.files.values()].join("\n");
  for (const [index, name] of harbours.entries())
    assert.match(text, new RegExp(`${name} in spring[ |]+${index * 37 + 211}`, "u"));
});
