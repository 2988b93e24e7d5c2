import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { only } from "./virtual-module.ts";

/** The module in which Vite keeps its own way to load a script with what it imports. */
const HELPER = "\0vite/preload-helper.js";

/**
 * Loads a script of the site together with all that it imports, which lies beside it. Vite's helper does the same and
 * more: it waits for styles, which a script of this site brings in itself, and is a tenth of what every page loads.
 */
const CODE = `
import { askFor } from ${JSON.stringify(fileURLToPath(new URL("../elements/ask-for.ts", import.meta.url)))};
export const __vitePreload = (load, files = []) => {
  for (const file of files) askFor(new URL(file, import.meta.url).href);
  return load();
};`;

/** Vite's table of a script's files, with the function that looks them up, and a place where it does. */
const TABLE = /^const __vite__mapDeps=.*?\(m\.f=(\[.*?\])\).*?;\n/su;
const LOOKED_UP = /__vite__mapDeps\(\[([\d,]*)\]\)/gu;

/** What the bundler hands over of a file that it is about to write. */
type BundledFile = { readonly type: "asset" } | { readonly type: "chunk"; readonly fileName: string; code: string };

/**
 * @param code of a script, with Vite's table of what its parts import
 * @param folder in which it lies
 * @returns the code with the files' names where they are wanted, as seen from there; a part asks for itself, and is not
 *   among them
 */
export function withoutTable(code: string, folder: string): string {
  const [table, list = "[]"] = TABLE.exec(code) ?? [];
  if (table === undefined) return code;
  const files = JSON.parse(list) as string[];
  return code.slice(table.length).replaceAll(LOOKED_UP, (_whole, indexes: string) => {
    const [, ...imported] = indexes.split(",").map((index) => posix.relative(folder, files[Number(index)] ?? ""));
    return JSON.stringify(imported);
  });
}

/** Makes the Vite plugin that puts both in. */
export const preloadParts = () => ({
  name: "preload-parts",
  enforce: "pre" as const,
  load: { filter: { id: only(HELPER) }, handler: () => CODE },
  generateBundle: {
    order: "post" as const,
    handler(_options: unknown, bundle: Readonly<Record<string, BundledFile>>): void {
      for (const file of Object.values(bundle))
        if (file.type === "chunk") file.code = withoutTable(file.code, posix.dirname(file.fileName));
    },
  },
});
