/**
 * Makes a Vite plugin for a module without a file.
 *
 * @param id as it is imported, `virtual:essay`
 * @param value the default export, as JSON; evaluated with every load
 */
export function virtualModule(id: string, value: () => unknown) {
  // By a convention of Rollup, other plugins ignore ids with a leading null character.
  const resolved = `\0${id}`;
  return {
    name: id,
    resolveId: (wanted: string) => (wanted === id ? resolved : undefined),
    load: async (loaded: string) =>
      loaded === resolved ? `export default ${JSON.stringify(await value())};` : undefined,
  };
}
