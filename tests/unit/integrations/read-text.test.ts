import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { decodeText, readText } from "../../../src/integrations/read-text.ts";

const JAPANESE = "川の両岸に\n村があった。NATOの橋はまだない。\n";
const bytes = (text: string) => Buffer.from(text, "utf8");
const textOf = (content: Uint8Array) => {
  const read = decodeText(content, "ja/one.mdx");
  return "text" in read ? read.text : assert.fail(read.problem.what);
};
const problemOf = (content: Uint8Array) => {
  const read = decodeText(content, "ja/one.mdx");
  return "problem" in read ? read.problem : assert.fail(`it was read as ${read.text}`);
};

describe("what is harmless in a file", () => {
  it("is taken: a byte-order mark, and the line endings of Windows and of old Macs", () => {
    assert.equal(textOf(bytes(JAPANESE)), JAPANESE);
    assert.equal(textOf(bytes(`\uFEFF${JAPANESE}`)), JAPANESE);
    assert.equal(textOf(bytes(JAPANESE.replaceAll("\n", "\r\n"))), JAPANESE);
    assert.equal(textOf(bytes(JAPANESE.replaceAll("\n", "\r"))), JAPANESE);
    assert.equal(textOf(bytes("")), "");
  });

  it("is a line of equals signs under a heading, and a quotation in a quotation", () => {
    const text = "Heading\n=======\n\n> > > three deep\n\n<<<<<< six\n";
    assert.equal(textOf(bytes(text)), text);
  });
});

describe("a file in another encoding", () => {
  const swap = (content: Buffer) => Buffer.from(content).swap16();
  const wide: readonly (readonly [string, Buffer])[] = [
    ["little-endian, with its mark", Buffer.from(`\uFEFF${JAPANESE}`, "utf16le")],
    ["big-endian, with its mark", swap(Buffer.from(`\uFEFF${JAPANESE}`, "utf16le"))],
    ["little-endian, without a mark", Buffer.from(JAPANESE, "utf16le")],
    ["big-endian, without a mark, in English", swap(Buffer.from("title: A bridge\n", "utf16le"))],
  ];
  for (const [title, content] of wide)
    it(`is named: UTF-16, ${title}`, () => {
      const { what, how } = problemOf(content);
      assert.equal(what, "this file is UTF-16, not UTF-8");
      assert.match(how, /^Save it as UTF-8/u);
    });

  // 「日本の川。かわ」 in each.
  const legacy: readonly (readonly [string, string])[] = [
    ["Shift_JIS", "93fa967b82cc90ec814282a982ed"],
    ["EUC-JP", "c6fccbdca4ceC0eea1a3a4aba4ef"],
  ];
  for (const [name, hex] of legacy)
    it(`is named with the line on which it shows: ${name}`, () => {
      const problem = problemOf(Buffer.concat([bytes("title: x\n"), Buffer.from(hex, "hex")]));
      assert.equal(problem.what, `this file is not UTF-8; it looks like ${name}`);
      assert.equal(problem.line, 2);
    });

  it("is named where one byte in a Latin text is not UTF-8", () => {
    const problem = problemOf(Buffer.concat([bytes("one\ncaf"), Buffer.from([0xe9]), bytes(" in the old town\n")]));
    assert.equal(problem.what, "this file is not UTF-8; it looks like Windows-1252 or Latin-1");
    assert.deepEqual([problem.line, problem.column], [2, 4]);
  });

  it("is named where it is ISO-2022-JP, which is made of ASCII alone", () => {
    assert.match(problemOf(bytes("title: \u001B$B6K\u001B(B\n")).what, /ISO-2022-JP/u);
  });

  it("is no text at all", () => {
    const problem = problemOf(Buffer.from([0x50, 0x4b, 3, 4, 0x0a, 20, 0, 8, 1]));
    assert.match(problem.what, /not a text file/u);
    assert.equal(problem.line, 2);
  });
});

describe("an unfinished merge", () => {
  const MERGE = "<<<<<<< HEAD\nthis\n=======\nthat\n>>>>>>> other\n";
  for (const [title, text, line] of [
    ["in MDX", `---\ntitle: x\n---\n\n${MERGE}`, 5],
    ["in YAML with Windows' line endings", `id: x\n${MERGE}`.replaceAll("\n", "\r\n"), 2],
    [
      "in JSON with the common ancestor",
      '{\n<<<<<<< ours\n"a": 1\n||||||| base\n=======\n"a": 2\n>>>>>>> theirs\n}\n',
      2,
    ],
    ["of which the first line was deleted already", "this\n=======\nthat\n>>>>>>> other\n", 4],
  ] as const)
    it(`is called what it is: ${title}`, () => {
      const problem = problemOf(bytes(text));
      assert.match(problem.what, /^a merge of two versions was left unfinished here/u);
      assert.equal(problem.line, line);
    });
});

describe("a path at which there is no file", () => {
  it("is told and not thrown", () => {
    const folder = mkdtempSync(join(tmpdir(), "text-"));
    try {
      mkdirSync(join(folder, "essay.yaml"));
      const read = readText(join(folder, "essay.yaml"), "essay.yaml");
      assert.match("problem" in read ? read.problem.what : "", /is a folder/u);
      const missing = readText(join(folder, "nowhere.yaml"), "nowhere.yaml");
      assert.match("problem" in missing ? missing.problem.what : "", /is missing/u);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
