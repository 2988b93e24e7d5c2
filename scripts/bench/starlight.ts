import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../../src/essay/problem.ts";
import type { GeneratedEssay, GeneratedSection } from "./generated-essay.ts";
import { setAside } from "./measured-build.ts";

/** Exact, so that two runs compare with the same thing. */
const VERSION = "0.42.4";
/** What Starlight wants beside it. */
const MARKDOWN = "7.3.1";

/**
 * Prepares a project of Starlight's with the same text: a page a section, notes as footnotes of Markdown, in Starlight's
 * default form. What it needs comes from npm into the folder, once.
 *
 * @param directory absolute; its `dist/` is what a build makes
 */
export function writeStarlightProject(essay: GeneratedEssay, directory: string): void {
  mkdirSync(directory, { recursive: true });
  const astro = JSON.parse(readFileSync("node_modules/astro/package.json", "utf8")) as { version: string };
  const [first = "en", ...others] = essay.options.languages;
  const locales = Object.fromEntries([
    ["root", { label: first, lang: first }],
    ...others.map((language) => [language, { label: language, lang: language }]),
  ]);
  const files: Record<string, string> = {
    "package.json": JSON.stringify({
      type: "module",
      private: true,
      dependencies: {
        astro: astro.version,
        "@astrojs/markdown-remark": MARKDOWN,
        "@astrojs/starlight": VERSION,
      },
    }),
    "astro.config.mjs": [
      'import { defineConfig } from "astro/config";',
      'import starlight from "@astrojs/starlight";',
      `const options = ${JSON.stringify({ title: "Generated Essay", locales })};`,
      'export default defineConfig({ site: "http://localhost:4321", integrations: [starlight(options)] });',
    ].join("\n"),
    "src/content.config.ts": [
      'import { defineCollection } from "astro:content";',
      'import { docsLoader } from "@astrojs/starlight/loaders";',
      'import { docsSchema } from "@astrojs/starlight/schema";',
      "export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };",
    ].join("\n"),
  };
  for (const [language, sections] of Object.entries(essay.texts)) {
    const folder = language === first ? "" : `${language}/`;
    files[`src/content/docs/${folder}index.md`] = page("Generated Essay", [sections[0]?.summary ?? ""]);
    for (const section of sections) files[`src/content/docs/${folder}${section.id}.md`] = sectionPage(section);
  }
  for (const folder of ["src", ".astro", "dist", "node_modules/.astro"]) setAside(join(directory, folder));
  const known = join(directory, "package.json");
  const isInstalled =
    existsSync(join(directory, "node_modules/@astrojs/starlight")) &&
    existsSync(known) &&
    readFileSync(known, "utf8") === files["package.json"];
  for (const [path, text] of Object.entries(files)) {
    const target = join(directory, path);
    mkdirSync(join(target, ".."), { recursive: true });
    writeFileSync(target, text);
  }
  if (!isInstalled) install(directory);
}

function install(directory: string): void {
  const { status, stderr } = spawnSync("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline"], {
    cwd: directory,
    encoding: "utf8",
  });
  if (status !== 0) throw new UserError(`Starlight could not be installed in ${directory}.\n${stderr.slice(-2_000)}`);
}

const page = (title: string, blocks: readonly string[]): string =>
  [`---\ntitle: ${JSON.stringify(title)}\n---`, ...blocks, ""].join("\n\n");

const sectionPage = ({ title, paragraphs, notes }: GeneratedSection): string =>
  page(title, [
    ...paragraphs.map(
      (text, index) =>
        text + notes.flatMap(({ label, paragraph }) => (paragraph === index ? [`[^${label}]`] : [])).join(""),
    ),
    ...notes.map(({ label, text }) => `[^${label}]: ${text}`),
  ]);
