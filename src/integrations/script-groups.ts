/** What the bundler tells of a module. */
interface ModuleInfo {
  readonly dynamicImporters: readonly string[];
}

/** What the bundler hands to a group that names modules. */
interface GroupContext {
  getModuleInfo(id: string): ModuleInfo | null;
}

/** A group of modules, as the bundler wants it. */
interface ScriptGroup {
  readonly name: (id: string, context: GroupContext) => string | null;
}

/**
 * All that a first search needs, with the rules and words of the essay's languages. The manifest's names are every page's
 * own: with them in the group it would come with each page.
 */
const SEARCH =
  /\/src\/search\/(?!manifest\.ts)|\/src\/essay\/upright\.ts|\/src\/i18n\/search\/|\/@orama\/stemmers\/|\/src\/styles\/search\.css\?inline|\/src\/elements\/search\/(?:search-panel|results|move-focus|typing|dialog)/u;
const SEARCH_ENTRY = "/src/elements/search/search-panel.ts";
/** What several of the things that are opened over the text have in common, and the bundler's own helper. */
const OVERLAYS =
  /\/src\/elements\/(?:overlays|leave-with-tab|link-to|scroll-position)\.|\/src\/essay\/(?:routes|spaces)\.ts$|rolldown\/runtime/u;

/** What answers presses has in common with what one opens: it has it beside it, and no file that both would wait for. */
const WITH_PRESSES = /\/src\/elements\/(?:languages\/preferred-language|citation\/today)\./u;

const groups: readonly ScriptGroup[] = [
  {
    name: (id, context) => {
      if (id.endsWith(SEARCH_ENTRY)) return "search-panel";
      // What is loaded when it is wanted is a file of its own.
      const isLoadedLater = (context.getModuleInfo(id)?.dynamicImporters.length ?? 0) > 0;
      return SEARCH.test(id) && !isLoadedLater ? "search-panel" : null;
    },
  },
  { name: (id) => (OVERLAYS.test(id) ? "overlays" : null) },
  { name: (id) => (WITH_PRESSES.test(id) ? "with-presses" : null) },
];

/**
 * A plugin for Vite: says which modules scripts load together. By itself the bundler makes a file of all that two parts
 * have in common, and what is opened first waits for a round of many small files.
 */
export const scriptGroups = () => ({
  name: "script-groups",
  configEnvironment: (name: string) =>
    name === "client"
      ? {
          build: {
            rolldownOptions: {
              // A file of a group exports what its modules do.
              preserveEntrySignatures: "allow-extension" as const,
              output: { codeSplitting: { groups: [...groups], includeDependenciesRecursively: false } },
            },
          },
        }
      : undefined,
});
