/**
 * A module that no file holds: the build makes its source when a page imports it.
 *
 * @param id as pages import it, `virtual:essay`
 * @param value what the module exports by default, as JSON can hold it
 *
 * @returns the plugin of Vite that knows it
 */
export function virtualModule(id: string, value: () => unknown) {
  // By the convention of Rollup other plugins leave alone what begins with a null character.
  const resolved = `\0${id}`;
  return {
    name: id,
    resolveId: (wanted: string) => (wanted === id ? resolved : undefined),
    load: async (loaded: string) =>
      loaded === resolved ? `export default ${JSON.stringify(await value())};` : undefined,
  };
}
