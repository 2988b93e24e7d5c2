import { readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants } from "node:zlib";
import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { SKIP, visit } from "unist-util-visit";
import { attribute, type BuiltPage, type BuiltSite } from "../src/checks/html/page.ts";
import { onceForEach } from "../src/essay/once.ts";
import { readBuildSettings } from "../src/integrations/build-settings.ts";
import { readSite } from "../src/integrations/check-site.ts";
import { markOfBuild } from "../src/integrations/output-folder.ts";
import { runCommand } from "./command.ts";

/** What a page may cost its reader, in bytes as brotli sends them. */
export const BUDGETS = {
  /** The HTML of a section's page without its drawings, and the CSS that it waits for. */
  page: 14_500,
  /** One drawing of a figure. */
  drawing: 15_000,
  /** All JavaScript that a page loads by itself, before a reader does anything. */
  script: 4_300,
  /** Files that a page waits for before it is drawn. */
  blocking: 1,
  /** Files that come before a reader does anything: the page, its sheet, its script, its sign, and a sheet for figures. */
  requests: 5,
} as const;

/** What a page costs. */
export interface PageCost {
  /** Address of the page below the base path. */
  readonly path: string;
  /** Bytes of the HTML without its drawings and of the CSS, compressed. */
  readonly page: number;
  /** Bytes of each drawing, compressed by itself, in order. */
  readonly drawings: readonly number[];
  /** Bytes of the scripts, compressed. */
  readonly script: number;
  readonly blocking: number;
  readonly requests: number;
}

/** @returns the bytes that a text costs as brotli sends it */
export const brotliSize = (text: string): number =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }).length;

/**
 * Weighs the pages on which the essay is read section by section.
 *
 * @param directory the folder of the built site
 */
export function weighSections(directory: string, basePath: string): PageCost[] {
  const site = readSite(directory, basePath);
  const sizeOf = onceForEach((file) => brotliSize(readFileSync(join(directory, file), "utf8")));
  return [...site.pages.values()]
    .map((page) => ({ ...page, tree: fromHtml(readFileSync(join(directory, page.file), "utf8")) }))
    .filter(isSection)
    .map((page) => weigh(page, site, directory, sizeOf));
}

/** @returns what a page costs more than it may, one clause each */
export function excesses(cost: PageCost): string[] {
  return [
    ...(cost.page > BUDGETS.page ? [`HTML and CSS are ${cost.page} bytes, of ${BUDGETS.page}`] : []),
    ...cost.drawings
      .filter((drawing) => drawing > BUDGETS.drawing)
      .map((drawing) => `a drawing is ${drawing} bytes, of ${BUDGETS.drawing}`),
    ...(cost.script > BUDGETS.script ? [`scripts are ${cost.script} bytes, of ${BUDGETS.script}`] : []),
    ...(cost.requests > BUDGETS.requests ? [`it asks for ${cost.requests} files, of ${BUDGETS.requests}`] : []),
    ...(cost.blocking !== BUDGETS.blocking ? [`it waits for ${cost.blocking} files, not ${BUDGETS.blocking}`] : []),
  ];
}

/** A page with its tree. */
type ParsedPage = BuiltPage & { readonly tree: Root };

function isSection({ tree }: ParsedPage): boolean {
  const root = tree.children.find((node): node is Element => node.type === "element" && node.tagName === "html");
  return root?.properties["dataKind"] === "section";
}

/** @param sizeOf gives the bytes of a file, which other pages share */
function weigh(page: ParsedPage, site: BuiltSite, directory: string, sizeOf: (file: string) => number): PageCost {
  const fileOf = (address: string) => address.slice(site.basePath.length);
  const styles = new Set<string>();
  // A sheet that stands in the body is waited for by what comes after it alone.
  const inHead = new Set<string>();
  const blockingScripts: string[] = [];
  const scripts = new Set<string>();
  /** All that comes with the page by itself, but pictures. */
  const files = new Set<string>();
  visit(page.tree, "element", (element, _index, parent) => {
    if (element.tagName === "noscript") return SKIP;
    const source = attribute(element, element.tagName === "link" ? "href" : "src");
    if (source === undefined) return undefined;
    if (element.tagName === "link" && isLoaded(element)) files.add(fileOf(source));
    if (element.tagName === "link" && isStylesheet(element) && isLoaded(element)) {
      styles.add(fileOf(source));
      if (parent?.type === "element" && parent.tagName === "head") inHead.add(fileOf(source));
    }
    if (element.tagName !== "script") return undefined;
    for (const file of withImports(fileOf(source), directory)) {
      scripts.add(file);
      files.add(file);
    }
    if (!isDeferred(element)) blockingScripts.push(source);
    return undefined;
  });
  const sum = (files: Iterable<string>) => [...files].reduce((total, file) => total + sizeOf(file), 0);
  const { html, drawings } = withoutDrawings(readFileSync(join(directory, page.file), "utf8"));
  return {
    path: page.path,
    page: brotliSize(html) + sum(styles),
    drawings: drawings.map(brotliSize),
    script: sum(scripts),
    requests: 1 + files.size,
    blocking: inHead.size + blockingScripts.length + sumImports(inHead, directory),
  };
}

/** @returns the HTML of a page without the drawings of its figures, and these */
export function withoutDrawings(html: string): { readonly html: string; readonly drawings: readonly string[] } {
  const drawings: string[] = [];
  const rest = html.replaceAll(/<figure\b.*?<\/figure>/gsu, (figure) =>
    figure.replaceAll(/<svg\b.*?<\/svg>/gsu, (drawing) => {
      drawings.push(drawing);
      return "";
    }),
  );
  return { html: rest, drawings };
}

/** @returns how many more stylesheets these ones import */
const sumImports = (styles: ReadonlySet<string>, directory: string): number =>
  [...styles].reduce((sum, file) => sum + readFileSync(join(directory, file), "utf8").split("@import").length - 1, 0);

const isStylesheet = ({ properties }: Element): boolean =>
  Array.isArray(properties["rel"]) && properties["rel"].includes("stylesheet") && properties["media"] !== "print";

/** A sheet for paper is loaded too; one that is disabled, by what a reader does or has set. */
const isLoaded = ({ properties: { rel, disabled } }: Element): boolean =>
  Array.isArray(rel) && disabled !== true && (rel.includes("stylesheet") || rel.includes("icon"));

const isDeferred = ({ properties }: Element): boolean =>
  properties["type"] === "module" || properties["async"] === true || properties["defer"] === true;

/** @returns a module and all that it imports statically, as paths below the site's folder */
function withImports(file: string, directory: string, known = new Set<string>()): Set<string> {
  if (known.has(file)) return known;
  known.add(file);
  const code = readFileSync(join(directory, file), "utf8");
  for (const [, target] of code.matchAll(/\b(?:import|from)\s*["'](\.{1,2}\/[^"']+)["']/gu))
    withImports(posix.join(dirname(file), target ?? ""), directory, known);
  return known;
}

const USAGE = `npm run budgets

Weighs the pages of the sections of the site in OUT_DIR (dist) as brotli sends them, and fails where one is over its budget.`;

function main(): void {
  parseArgs();
  const { outputDirectory, basePath } = readBuildSettings(process.env);
  markOfBuild(outputDirectory);
  const costs = weighSections(outputDirectory, basePath);
  console.table(
    Object.fromEntries(
      costs.map(({ path, page, drawings, script, blocking, requests }) => [
        path,
        { "HTML + CSS": page, drawings: drawings.join(" "), JavaScript: script, "render-blocking": blocking, requests },
      ]),
    ),
  );
  console.log(
    `Budgets: ${BUDGETS.page}, ${BUDGETS.drawing} each, ${BUDGETS.script}, ${BUDGETS.blocking} and ${BUDGETS.requests}; bytes after brotli.`,
  );
  const over = costs.flatMap((cost) => excesses(cost).map((excess) => `${cost.path}: ${excess}`));
  for (const line of over) console.error(line);
  if (over.length > 0 || costs.length === 0) process.exitCode = 1;
}

if (import.meta.main) await runCommand(USAGE, main);
