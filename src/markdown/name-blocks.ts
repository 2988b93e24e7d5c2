import type { BlockContent, Root, RootContent } from "mdast";
import type { MdxJsxFlowElement } from "mdast-util-mdx-jsx";
import { textHash } from "../essay/text-hash.ts";
import { FIGURE_COMPONENT, isCitationUnit } from "./citation-units.ts";
import { flowElement } from "./jsx.ts";
import { plainText } from "./plain-text.ts";

/** Name of the component that gives a block between paragraphs an id. */
export const BLOCK_COMPONENT = "Block";

/** What stands between paragraphs and is no block of the text. */
const NO_BLOCKS = new Set<RootContent["type"]>([
  "yaml",
  "heading",
  "footnoteDefinition",
  "thematicBreak",
  "mdxFlowExpression",
]);

/**
 * @returns whether the top-level node is a block that belongs to no paragraph: a table, a list, a picture. It bears no
 *   number, and is linked to by an id of its own.
 */
export const isBlock = (node: RootContent): boolean =>
  !NO_BLOCKS.has(node.type) && !isCitationUnit(node) && !("name" in node && node.name === FIGURE_COMPONENT);

/**
 * Gives each block of a section its id: the one that its author gave it, else one made from its words in the first
 * language. When those change, the registry of anchors finds the block again by its words, and its old address leads on.
 *
 * @param trees the section in every language, the first one first; the blocks are put into `Block` components
 * @param used the ids that the sections before it have, since all stand on one page too; its own are added
 */
export function nameBlocks(trees: readonly Root[], used = new Set<string>()): void {
  const [first] = trees;
  if (!first) return;
  const ids = first.children.filter(isBlock).map((block) => blockId(block) ?? idFromWords(block, used));
  for (const tree of trees) {
    let index = 0;
    tree.children = tree.children.map((node) => {
      if (!isBlock(node)) return node;
      const id = blockId(node) ?? ids[index] ?? idFromWords(node, used);
      index += 1;
      return blockId(node) === undefined ? withId(node as BlockContent, id) : node;
    });
  }
}

/** @returns the section's blocks after they were named, in order */
export const textBlocks = (tree: Root): { anchor: string; text: string }[] =>
  tree.children
    .filter(isBlock)
    .map((node) => ({ anchor: blockId(node) ?? "", text: plainText(node) }))
    .filter(({ anchor }) => anchor !== "");

function withId(node: BlockContent, id: string): MdxJsxFlowElement {
  return { ...flowElement(BLOCK_COMPONENT, { id }, [node]), ...(node.position && { position: node.position }) };
}

/** @returns the id that a block has */
export function blockId(node: RootContent): string | undefined {
  if (node.type !== "mdxJsxFlowElement") return undefined;
  const attribute = node.attributes.find((one) => one.type === "mdxJsxAttribute" && one.name === "id");
  return typeof attribute?.value === "string" ? attribute.value : undefined;
}

/** Of two blocks with the same words the second is told apart by a number. */
function idFromWords(node: RootContent, used: Set<string>): string {
  const base = `block-${textHash(plainText(node) || sourceOf(node)).slice(0, 8)}`;
  let id = base;
  for (let count = 2; used.has(id); count += 1) id = `${base}-${count}`;
  used.add(id);
  return id;
}

/** A picture without words goes by its file. */
const sourceOf = (node: RootContent): string =>
  node.type === "mdxJsxFlowElement" ? node.attributes.map(({ value }) => String(value)).join(" ") : "";
