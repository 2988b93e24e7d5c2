import assert from "node:assert/strict";
import { test } from "node:test";
import type { Root, RootContent } from "mdast";
import { BLOCK_COMPONENT, isBlock, nameBlocks } from "../../../src/markdown/name-blocks.ts";
import { parseSection } from "../../../src/markdown/parser.ts";
import { plainText } from "../../../src/markdown/plain-text.ts";

const nameOf = (node: RootContent | undefined) => (node && "name" in node && node.name ? node.name : node?.type);

function attribute(node: RootContent | undefined, name: string): string | undefined {
  if (node?.type !== "mdxJsxFlowElement") return undefined;
  const found = node.attributes.find((one) => one.type === "mdxJsxAttribute" && one.name === name);
  return typeof found?.value === "string" ? found.value : undefined;
}

const idsOf = (tree: Root) => tree.children.map((node) => attribute(node, "id"));

test("takes an image alone in its paragraph for a picture, its title for the caption", () => {
  const [picture, sentence] = parseSection(
    '![A bridge](images/bridge.jpg "The bridge, 1911")\n\nAn ![icon](i.png) here.',
  ).children;
  assert.equal(nameOf(picture), "Picture");
  assert.equal(attribute(picture, "src"), "images/bridge.jpg");
  assert.equal(attribute(picture, "alt"), "A bridge");
  assert.equal(picture && plainText(picture), "A bridge\nThe bridge, 1911");
  assert.equal(nameOf(sentence), "paragraph");
});

test("joins a table and its caption, which stands before or after", () => {
  const table = "| a | b |\n|---|---|\n| 1 | 2 |";
  for (const source of [
    `${table}\n\nTable: Sums.`,
    `Table: Sums.\n\n${table}`,
    `${table}\n\n: Sums.`,
    `${table}\n\n表：Sums.`,
  ]) {
    const { children } = parseSection(source);
    assert.deepEqual(children.map(nameOf), ["Table"], source);
    assert.equal(children[0] && plainText(children[0]), "Sums.\na b\n1 2", source);
  }
  assert.deepEqual(parseSection(`Before.\n\n${table}\n\nAfter.`).children.map(nameOf), [
    "paragraph",
    "Table",
    "paragraph",
  ]);
});

test("gives two tables their own captions", () => {
  const table = "| a |\n|---|\n| 1 |";
  const { children } = parseSection(`${table}\n\nTable: First.\n\n${table}\n\nTable: Second.`);
  assert.deepEqual(
    children.map((child) => plainText(child).split("\n")[0]),
    ["First.", "Second."],
  );
});

test("ends lines of verse where their author did", () => {
  const [verse] = parseSection("<Verse>\n\nOne line\nanother\n\nstanza\n\n</Verse>").children;
  assert.equal(verse && plainText(verse), "One line\nanother\nstanza");
});

test("knows what is a block, and what bears a number or is no text", () => {
  const source =
    'Text.\n\n- a\n\n## Heading\n\n***\n\n> q\n\nTerm\n: meaning\n\n$$\nx\n$$\n\n<Figure id="f" />\n\n[^n]: note';
  assert.deepEqual(
    parseSection(source)
      .children.filter(isBlock)
      .map((node) => node.type),
    ["list", "blockquote", "defList", "math"],
  );
});

test("names blocks by their words in the first language, alike in every other", () => {
  const [ja, en] = ["- 一\n- 二\n\n文。\n\n> 引用", "- one\n- two\n\nText.\n\n> quoted"].map(parseSection);
  assert.ok(ja && en);
  nameBlocks([ja, en]);
  assert.deepEqual(idsOf(en), idsOf(ja));
  assert.match(idsOf(ja)[0] ?? "", /^block-[0-9a-z]{8}$/u);
  assert.equal(nameOf(ja.children[0]), BLOCK_COMPONENT);
  const again = parseSection("> 新しい\n\n- 一\n- 二\n\n文。\n\n> 引用");
  nameBlocks([again]);
  assert.deepEqual(idsOf(again).slice(1), idsOf(ja), "a block keeps its id when another comes before it");
});

test("tells blocks with the same words apart, and keeps an author's id", () => {
  const tree = parseSection('- same\n\nText.\n\n- same\n\n<Verse id="song">\n\nla\n\n</Verse>');
  nameBlocks([tree]);
  const [first, , second, verse] = idsOf(tree);
  assert.equal(second, `${first}-2`);
  assert.equal(verse, "song");
});

test("tells blocks with the same words in two sections apart: both stand on the page of the whole", () => {
  const [one, two] = ["- same\n", "Text.\n\n- same\n"].map(parseSection);
  assert.ok(one && two);
  const used = new Set<string>();
  nameBlocks([one], used);
  nameBlocks([two], used);
  assert.equal(idsOf(two).at(-1), `${idsOf(one)[0]}-2`);
});
