import assert from "node:assert/strict";
import { test } from "node:test";
import { otherWords } from "../../../src/import/pdf/file-order.ts";
import { importFiles } from "../../support/manuscripts.ts";
import { type Piece, pdfOf } from "../../support/print-pdf.ts";

test("two readings of a page are compared by their words, whatever order either has", () => {
  assert.deepEqual(otherWords("the ferry is\npainted", "painted the\nferry is"), []);
  assert.deepEqual(otherWords("theferry is painted", "the ferry is painted"), ["theferry"]);
  assert.deepEqual(otherWords("the fer ry", "the ferry"), ["fer", "ry"]);
  assert.deepEqual(otherWords("the the", "the"), ["the"]);
  assert.deepEqual(otherWords("field", "ﬁeld"), []);
  assert.deepEqual(otherWords("NATO加盟 国", "NATO 加盟国"), [], "scripts without spaces tell none");
  assert.deepEqual(otherWords("هولم", "ه ولم"), [], "nor do those whose order a file turns round");
});

/** Courier: every character is 0.6 of its height wide. Heights differ a little, as those of recognised words do. */
const line = (words: readonly string[], y: number, gap: number): Piece[] => {
  let x = 60;
  return words.map((text, index) => {
    const size = 10 + (index % 2) * 0.3;
    const piece = { x, y, size, text };
    x += text.length * size * 0.6 + gap;
    return piece;
  });
};

for (const [gap, read, isTold] of [
  [1.4, "In spring the ferry is painted again.", false],
  [0.4, "Inspringtheferryispaintedagain.", false],
] as const)
  test(`words of which each is set by itself, ${gap} tenths of their height apart`, async () => {
    const words = ["In", "spring", "the", "ferry", "is", "painted", "again."];
    const title = { x: 60, y: 60, size: 16, text: "The Quiet Border" };
    const imported = await importFiles(
      { "a.pdf": pdfOf([[title, ...line(words, 120, gap)]], "latin") },
      { language: "en" },
    );
    assert.ok([...imported.files.values()].join("\n").split("\n").includes(read));
    assert.equal(
      imported.findings.open.some(({ text }) => text.includes("own order")),
      isTold,
    );
  });

test("words that the file has otherwise are told with their page", async () => {
  const title = { x: 60, y: 60, size: 16, text: "The Quiet Border" };
  // Set from the last word to the first, with spaces that are too narrow to be seen.
  const pieces = [title, ...line(["It is plan", "B", "that nobody likes."], 120, 1.4).reverse()];
  const imported = await importFiles({ "a.pdf": pdfOf([pieces], "latin") }, { language: "en" });
  assert.match(
    imported.findings.open.map(({ place, text }) => `${place}: ${text}`).join("\n"),
    /^page 1: the file’s own order has .*“planBthat”/mu,
  );
});
