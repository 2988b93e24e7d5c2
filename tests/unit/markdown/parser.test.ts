import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { VFileMessage } from "vfile-message";
import { parseSection } from "../../../src/markdown/parser.ts";
import { plainText } from "../../../src/markdown/plain-text.ts";
import { serialiseTree } from "../../support/serialise-tree.ts";

/** The only paragraph of a text, drawn without its block. */
const inline = (source: string): string =>
  serialiseTree(parseSection(source)).replace(/^paragraph\(([\s\S]*)\)$/u, "$1");
const words = (source: string): string => plainText(parseSection(source));

describe("emphasis beside Japanese punctuation", () => {
  const cases: readonly (readonly [source: string, expected: string])[] = [
    ["これは**「失敗」**である。", "これは**「失敗」**である。"],
    ["これを**失敗。**という。", "これを**失敗。**という。"],
    ["安全保障*体制*として", "安全保障*体制*として"],
    ["NATOの**（抑止）**は", "NATOの**（抑止）**は"],
    ["*『橋』*の話", "*『橋』*の話"],
  ];
  for (const [source, expected] of cases) {
    it(`is emphasis in ${source}`, () => {
      assert.equal(inline(source), expected);
      assert.doesNotMatch(words(source), /\*/u);
    });
  }

  it("stays text where a space stands inside the signs", () => {
    assert.match(words("これは** 失敗 **である。"), /\*\*/u);
  });
});

describe("the syntax of a section", () => {
  it("knows frontmatter, notes, components and headings", () => {
    const tree = parseSection(
      "---\ntitle: 橋\n---\n\n# 見出し\n\n<Paragraph>\n\n文[^a]。\n\n</Paragraph>\n\n[^a]: 注。\n",
    );
    assert.deepEqual(
      tree.children.map(({ type }) => type),
      ["yaml", "heading", "mdxJsxFlowElement", "footnoteDefinition"],
    );
  });

  it("refuses MDX that is not well formed, with its place", () => {
    assert.throws(
      () => parseSection("文。\n\n文<span>。\n"),
      (error) => error instanceof VFileMessage && error.line === 3,
    );
  });
});

describe("the plain text of a node", () => {
  const cases: readonly (readonly [title: string, source: string, expected: string])[] = [
    ["has no emphasis", "a *b* **c** `d`", "a b c d"],
    ["has no note marks", "雨[^a]の日。\n\n[^a]: 注", "雨の日。\n注"],
    ["has the words of links", "[次の節](/ja/)へ", "次の節へ"],
    ["has the words of inline elements", '村（<span lang="pl">Przewodów</span>）', "村（Przewodów）"],
    ["has no readings in ruby", "<ruby>川筋<rp>（</rp><rt>かわすじ</rt><rp>）</rp></ruby>は", "川筋は"],
    ["has no frontmatter", "---\ntitle: 橋\n---\n\n文。", "文。"],
    ["has no expressions", "{1 + 1}文", "文"],
    ["has a line break for a hard break", "上  \n下", "上\n下"],
    ["parts blocks by a line break", "<Paragraph>\n\n一。\n\n二。\n\n</Paragraph>", "一。\n二。"],
  ];
  for (const [title, source, expected] of cases) {
    it(title, () => {
      assert.equal(words(source).trim(), expected);
    });
  }
});
