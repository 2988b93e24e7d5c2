/** The module in which Vite keeps its own way to load a script with what it imports. */
const HELPER = "\0vite/preload-helper.js";

/**
 * Loads a script of the site together with all that it imports, which lies beside it. Vite's helper does the same and
 * more: it waits for styles, which a script of this site brings in itself, and is a tenth of what every page loads.
 */
const CODE = `
const asked = new Set();
export const __vitePreload = (load, files = []) => {
  for (const file of files) {
    if (asked.size === asked.add(file).size) continue;
    const link = document.createElement("link");
    link.rel = "modulepreload";
    link.href = new URL(file.split("/").pop(), import.meta.url);
    document.head.append(link);
  }
  return load();
};`;

/** Makes the Vite plugin that puts it in. */
export const preloadParts = () => ({
  name: "preload-parts",
  enforce: "pre" as const,
  load: (id: string) => (id === HELPER ? CODE : undefined),
});
