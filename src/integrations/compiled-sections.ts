/** What pages import: the sections as `@astrojs/mdx` compiles them. */
const MODULE = "virtual:compiled-sections";
const RESOLVED = `\0${MODULE}`;

/**
 * Section files that are compiled at most. Each is parsed a second time and becomes a module in the bundler's graph; pages
 * are made from the same documents without that (ADR 17), and a build of a hundred sections is a tenth shorter.
 */
const MOST_COMPILED = 60;

/**
 * Makes the Vite plugin of the module that loads each section's MDX.
 *
 * @param files the files of the sections, absolute, by language and id
 */
export const compiledSections = (files: () => ReadonlyMap<string, string>) => ({
  name: "compiled-sections",
  resolveId: (wanted: string) => (wanted === MODULE ? RESOLVED : undefined),
  load: (loaded: string) => {
    if (loaded !== RESOLVED) return undefined;
    const all = [...files()];
    const compiled = all.length > MOST_COMPILED ? [] : all;
    const entries = compiled.map(([key, path]) => `${JSON.stringify(key)}: () => import(${JSON.stringify(path)})`);
    return `export default { ${entries.join(", ")} };`;
  },
});
