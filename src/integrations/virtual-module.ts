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
export const virtualModule = (id: string, value: () => unknown) => ({
  name: id,
  ...writtenModule(id, async () => {
    handed.set(id, await value());
    return `export default globalThis[Symbol.for("essay:handed")].get(${JSON.stringify(id)});`;
  }),
});

/**
 * @param id of a module without a file, as it is imported
 * @param code of it; written with every load
 * @returns what a Vite plugin needs to offer it. The bundler is told of which module each hook is: it would ask them about
 *   every one, and each question goes from its threads to this one and back
 */
export function writtenModule(id: string, code: () => string | Promise<string>) {
  // By a convention of Rollup, other plugins ignore ids with a leading null character.
  const resolved = `\0${id}`;
  return {
    resolveId: { filter: { id: only(id) }, handler: () => resolved },
    load: { filter: { id: only(resolved) }, handler: code },
  };
}

/** @returns what fits some ids of modules and no others */
export const only = (...ids: readonly string[]): RegExp => new RegExp(`^(?:${ids.map(literal).join("|")})$`);

const literal = (id: string): string => id.replaceAll(/[\\^$.*+?()[\]{}|]/gu, "\\$&");
