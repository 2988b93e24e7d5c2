import { globSync } from "node:fs";
import type { RemarkPlugin } from "@astrojs/markdown-remark";
import type { AstroUserConfig } from "astro";
import { type DocumentOfFile, rehypeDocument } from "../markdown/rehype-document.ts";
import { writtenModule } from "./virtual-module.ts";

/** What pages import: the sections as `@astrojs/mdx` compiles them. */
const MODULE = "virtual:compiled-sections";

/**
 * Section files that are compiled at most. Each is parsed a second time and becomes a module in the bundler's graph; pages
 * are made from the same documents without that (ADR 17), and a build of a hundred sections is a tenth shorter.
 */
const MOST_COMPILED = 60;

/** What compiles sections as MDX: a part of Astro's configuration. */
export type SectionCompiler = Required<Pick<AstroUserConfig, "markdown" | "integrations">>;

/**
 * Loads the compiler of MDX, which is some two hundred modules.
 *
 * @param essayDirectory absolute
 * @returns `undefined` of an essay whose sections are too many to be compiled
 */
export async function sectionCompiler(
  essayDirectory: string,
  documentOfFile: DocumentOfFile,
): Promise<SectionCompiler | undefined> {
  if (globSync("*/*.mdx", { cwd: essayDirectory }).length > MOST_COMPILED) return undefined;
  const [{ unified }, { default: mdx }, { default: rehypeSlug }, { syntaxExtensions }] = await Promise.all([
    import("@astrojs/markdown-remark"),
    import("@astrojs/mdx"),
    import("rehype-slug"),
    import("../markdown/parser.ts"),
  ]);
  const processor = unified({
    gfm: true,
    smartypants: false,
    remarkPlugins: syntaxExtensions as RemarkPlugin[],
    rehypePlugins: [[rehypeDocument, documentOfFile], rehypeSlug],
  });
  return { markdown: { syntaxHighlight: false, processor }, integrations: [mdx()] };
}

/**
 * Makes the Vite plugin of the module that loads each section's MDX.
 *
 * @param files the files of the sections that are compiled, absolute, by language and id; waits until the essay is read
 */
export const compiledSections = (files: () => Promise<ReadonlyMap<string, string>>) => ({
  name: "compiled-sections",
  ...writtenModule(MODULE, async () => {
    const entries = [...(await files())].map(
      ([key, path]) => `${JSON.stringify(key)}: () => import(${JSON.stringify(path)})`,
    );
    return `export default { ${entries.join(", ")} };`;
  }),
});
