import type { Root } from "mdast";
import remarkCjkFriendly from "remark-cjk-friendly";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";

/**
 * The syntax of a section file, for code other than the page renderer. It must have the same extensions as the renderer
 * in `astro.config.mjs`.
 */
export const parser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkMdx)
  .use(remarkGfm)
  .use(remarkCjkFriendly)
  .freeze();

/**
 * @param source the whole file, frontmatter included
 * @throws {VFileMessage} where the MDX is not well formed
 */
export const parseSection = (source: string): Root => parser.parse(source);
