import assert from "node:assert/strict";
import { test } from "node:test";
import { importFiles } from "../../support/manuscripts.ts";
import { type Piece, pdfOf } from "../../support/print-pdf.ts";

const SIZE = 11;
const LEADING = 24;
const TEXT = "春になると舟は岸を離れて川を下り町の人は橋の上からそれを見送った。";

/** A character with what stands beside it: the ending of its word at one side, the mark of order at the other. */
type Character = readonly [base: string, ending?: string, mark?: string, reading?: string];

const CHINESE: readonly Character[] = [
  ["学", "ビテ"],
  ["而"],
  ["時", "ニ"],
  ["習", "フ", "レ"],
  ["之", "ヲ"],
  ["、"],
  ["不", "", "⼆"],
  ["亦", "", "", "や"],
  ["説", "バシカラ", "⼀"],
  ["乎"],
  ["。"],
];

/** Sets lines of text and one of Chinese between them, at places along and across the lines. */
function pieces(setting: "japanese" | "vertical", gap: number, far: number): Piece[] {
  const isVertical = setting === "vertical";
  // In a vertical font a piece hangs from its place, in a horizontal one it stands on it.
  const at = (u: number, line: number, size: number, text: string, aside = 0): Piece =>
    isVertical
      ? { x: 360 - line * LEADING + aside, y: 60 + u, size, text }
      : { x: 60 + u, y: 60 + line * LEADING - aside + size * 0.38, size, text };
  const all = Array.from({ length: 6 }, (_, line) =>
    at(line === 0 ? SIZE : 0, line, SIZE, TEXT.slice(0, line === 2 ? 20 : 24)),
  );
  all[2] = at(0, 2, SIZE, `${TEXT.slice(0, 12)}。`);
  all.splice(3, 1);
  let u = SIZE * 2;
  for (const [base, ending = "", mark = "", reading = ""] of CHINESE) {
    all.push(at(u, 3, SIZE, base));
    // Letters of one reading are set one after the other.
    for (const [index, letter] of [...ending].entries())
      all.push(at(u + SIZE * 0.6 + (index * SIZE) / 2, 3, SIZE / 2, letter, far));
    if (mark) all.push(at(u + SIZE * 0.7, 3, SIZE / 2, mark, -far));
    if (reading) all.push(at(u + SIZE / 4, 3, SIZE / 2, reading, Math.max(far, SIZE * 0.8)));
    u += SIZE * (1 + (ending.length > 0 || mark ? gap : 0)) + (far < SIZE / 2 ? (ending.length * SIZE) / 2 : 0);
  }
  return all;
}

for (const setting of ["japanese", "vertical"] as const)
  for (const [how, gap, far] of [
    ["beside a solid line", 0, SIZE * 0.8],
    ["beside a line set apart", 0.6, SIZE * 0.7],
    ["in the gaps of a line", 0.3, SIZE * 0.25],
  ] as const)
    test(`marks by which Chinese is read as Japanese stay with their characters: ${setting}, ${how}`, async () => {
      const imported = await importFiles({ "a.pdf": pdfOf([pieces(setting, gap, far)], setting) }, { language: "ja" });
      const words = [...imported.files.values()]
        .map(String)
        .join("\n")
        .replaceAll(/<rp>.<\/rp>/gu, "");
      assert.match(
        words,
        /学<sup>ビテ<\/sup>而時<sup>ニ<\/sup>習<sup>フ<\/sup><sub>レ<\/sub>之<sup>ヲ<\/sup>、不<sub>二<\/sub><ruby>亦<rt>や<\/rt><\/ruby>説<sup>バシカラ<\/sup><sub>一<\/sub>乎。/u,
      );
    });
