import type { Html, Nodes, PhrasingContent, Root, RootContent } from "mdast";
import type { Options, Unsafe } from "mdast-util-to-markdown";
import { toMarkdown } from "mdast-util-to-markdown";
import { stringify } from "yaml";
import { textElement } from "./jsx.ts";
import { parser } from "./parser.ts";
import { visit } from "./visit.ts";

/** A word that begins a line and would be read as an ECMAScript module's. */
const MODULE_WORDS: readonly Unsafe[] = [
  { atBreak: true, before: "", character: "i", after: "mport(?:[^\\w-]|$)" },
  { atBreak: true, before: "", character: "e", after: "xport(?:[^\\w-]|$)" },
];

/**
 * Writes a section file of its frontmatter and its blocks, with the syntax of the parser's own plugins, so that what is
 * written is read again as the same tree: every character with a meaning in MDX is escaped.
 *
 * @param frontmatter the keys of the file; none where it is empty
 * @param children the blocks; they are not changed
 */
export function writeSection(frontmatter: Readonly<Record<string, unknown>>, children: readonly RootContent[]): string {
  const head = Object.keys(frontmatter).length > 0 ? `---\n${stringify(frontmatter, { lineWidth: 0 })}---\n\n` : "";
  const blocks = withListsTogether(children).map(writeBlocks);
  return `${head}${blocks.filter((block) => block !== "").join("\n")}`;
}

/** Lists that follow each other are written together: each takes another sign than the one before, or they would be one. */
function withListsTogether(children: readonly RootContent[]): RootContent[][] {
  const groups: RootContent[][] = [];
  for (const block of children) {
    const group = groups.at(-1);
    if (block.type === "list" && group?.[0]?.type === "list") group.push(block);
    else groups.push([block]);
  }
  return groups;
}

/**
 * Emphasis that touches other emphasis, or punctuation, is not always read again as it was meant: there its elements are
 * written as tags.
 */
function writeBlocks(blocks: RootContent[]): string {
  const root: Root = { type: "root", children: blocks };
  const written = writeMarkdown(root);
  const isPlain = !/[*_~]/u.test(written);
  if (isPlain || shapeOf(readAgain(written)) === shapeOf(root)) return written;
  return writeMarkdown(withTags(root));
}

function readAgain(written: string): Root {
  try {
    return parser.parse(written);
  } catch {
    return { type: "root", children: [] };
  }
}

/** What a reader would see of a tree: its elements and words, without the places of either. */
function shapeOf(node: Nodes): string {
  // A mark whose note stands elsewhere is read as its letters.
  if (node.type === "footnoteReference") return `[^${node.label ?? node.identifier}]`;
  if (node.type === "text" || node.type === "html") return node.value.replaceAll(/\s+/gu, " ");
  const name = "name" in node ? node.name : "";
  const own = "value" in node ? node.value : "";
  const inner = "children" in node ? node.children.map((child) => shapeOf(child as Nodes)).join("") : "";
  return `<${node.type}${name ?? ""}>${own}${inner}</>`;
}

const TAGS: Readonly<Record<string, string>> = { emphasis: "em", strong: "strong", delete: "del" };

function withTags<Node extends Nodes>(node: Node): Node {
  if (!("children" in node)) return node;
  const children = (node.children as Nodes[]).map(withTags);
  const tag = TAGS[node.type];
  return (tag ? textElement(tag, {}, children as PhrasingContent[]) : { ...node, children }) as Node;
}

/** @returns the blocks as MDX */
function writeMarkdown(tree: Root): string {
  const given = (parser.data() as { toMarkdownExtensions?: Options[] }).toMarkdownExtensions ?? [];
  const own: Options = {
    bullet: "-",
    emphasis: "*",
    strong: "*",
    fence: "`",
    fences: true,
    listItemIndent: "one",
    resourceLink: true,
    rule: "-",
    unsafe: [...MODULE_WORDS, ...radicals(tree)],
  };
  return toMarkdown(tree, { ...own, extensions: given });
}

/** A radical that no one could map is written by its number, as the check of characters refuses it in the text. */
function radicals(tree: Root): Unsafe[] {
  const found = new Set<string>();
  visit(tree, "text", ({ value }) => {
    for (const [radical] of value.matchAll(/[\u2E80-\u2FDF]/gu)) found.add(radical);
  });
  return [...found].map((character) => ({ character }));
}

/** @returns a citation in the essay's own syntax, of which no bracket is escaped */
export const citationText = (value: string): Html => ({ type: "html", value });
