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
  for (const file of files) askFor(new URL(file.split("/").pop(), import.meta.url).href);
  return load();
};`;

/** Makes the Vite plugin that puts it in. */
export const preloadParts = () => ({
  name: "preload-parts",
  enforce: "pre" as const,
  load: { filter: { id: only(HELPER) }, handler: () => CODE },
});
