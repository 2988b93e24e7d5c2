import type { Root } from "mdast";
import remarkCjkFriendly from "remark-cjk-friendly";
import { remarkDefinitionList } from "remark-definition-list";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { type PluggableList, unified } from "unified";
import { frameBlocks } from "./frame-blocks.ts";
import { remarkMarkdownInMdx } from "./markdown-in-mdx.ts";
import { remarkMathematics } from "./math-syntax.ts";

/** What a section file knows beside MDX and GitHub's Markdown; the compiler of MDX is given the same. */
export const syntaxExtensions: PluggableList = [
  remarkCjkFriendly,
  remarkDefinitionList,
  remarkMathematics,
  remarkMarkdownInMdx,
];

/** The syntax of a section file. */
export const parser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkMdx)
  .use(remarkGfm)
  .use(syntaxExtensions)
  .freeze();

/**
 * @param source the whole file, frontmatter included
 * @throws {VFileMessage} where the MDX is not well formed
 */
export const parseSection = (source: string): Root => frameBlocks(parser.parse(source));
