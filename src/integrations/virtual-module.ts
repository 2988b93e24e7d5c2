/** Where the build puts what it hands to the pages, by the name of their module. */
const HANDED = Symbol.for("essay:handed");
const place = globalThis as { [HANDED]?: Map<string, unknown> };
const handed = place[HANDED] ?? new Map<string, unknown>();
place[HANDED] = handed;

/**
 * Makes a Vite plugin for a module without a file. Pages are rendered in the process that builds them, so the module
 * exports the value itself: an essay of any length is never written out as a program, and functions can be handed over.
 *
 * @param id as it is imported, `virtual:essay`
 * @param value the default export; evaluated with every load
 */
export function virtualModule(id: string, value: () => unknown) {
  // By a convention of Rollup, other plugins ignore ids with a leading null character.
  const resolved = `\0${id}`;
  return {
    name: id,
    resolveId: (wanted: string) => (wanted === id ? resolved : undefined),
    load: async (loaded: string) => {
      if (loaded !== resolved) return undefined;
      handed.set(id, await value());
      return `export default globalThis[Symbol.for("essay:handed")].get(${JSON.stringify(id)});`;
    },
  };
}
