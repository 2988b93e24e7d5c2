// @ts-check
import sitemap from "@astrojs/sitemap";
import { readBuildSettings } from "./src/integrations/build-settings.ts";
import { citationIntegration } from "./src/integrations/citations.ts";
import { sectionCompiler } from "./src/integrations/compiled-sections.ts";
import { essayIntegration } from "./src/integrations/essay.ts";
import { publishIntegration } from "./src/integrations/publish.ts";
import { isListedPage, sitemapEntry } from "./src/integrations/sitemap.ts";

// What Astro knows of a site it offers to modules under these names, and lets a variable of the machine go before: SITE or
// BASE_URL of some other program would become this site's address.
for (const name of ["SITE", "BASE_URL", "ASSETS_PREFIX", "MODE", "DEV", "PROD", "SSR"]) delete process.env[name];

const settings = readBuildSettings(process.env);
const {
  integration: essay,
  essay: currentEssay,
  bodies,
  editions,
  startForms,
  citations,
  version,
} = essayIntegration(settings, () => compiler !== undefined);
const compiler = await sectionCompiler(settings.essayDirectory, (path) => bodies().documentOfFile(path));

// Astro's `defineConfig` gives back what it is given, and its module loads two hundred others.
/** @type {import("astro").AstroUserConfig} */
export default {
  site: settings.siteUrl,
  base: settings.basePath,
  outDir: settings.stagingDirectory,
  cacheDir: settings.cacheDirectory,
  trailingSlash: "always",
  build: { format: "directory", inlineStylesheets: "never" },
  compressHTML: true,
  devToolbar: { enabled: false },
  markdown: compiler?.markdown ?? { syntaxHighlight: false },
  vite: {
    // The settings come from the environment; a file of variables that lies about is none of the site's.
    envDir: false,
    // Every page has the names of its files: six characters of a hash tell those of one name apart, and a script goes by the
    // component that it belongs to.
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              entryFileNames: ({ name }) => `_astro/${name.split(".")[0]}.[hash:6].js`,
              chunkFileNames: "_astro/[name].[hash:6].js",
            },
          },
        },
      },
    },
    build: {
      // Scripts that are wanted later are loaded then; nothing is gained by naming them in the page.
      modulePreload: false,
      // The policy allows files only, however small.
      assetsInlineLimit: 0,
      rolldownOptions: {
        // Astro marks MDX modules with a directive of its own, which the bundler reports once for each file.
        onLog: (level, log, report) => {
          if (log.code !== "MODULE_LEVEL_DIRECTIVE") report(level, log);
        },
      },
    },
  },
  integrations: [
    essay,
    citationIntegration(settings, currentEssay, editions, citations),
    ...(compiler?.integrations ?? []),
    sitemap({
      filter: (page) =>
        isListedPage(
          page,
          settings.basePath,
          currentEssay().redirects.map(({ from }) => from),
        ),
      serialize: (item) => ({ ...item, ...sitemapEntry(currentEssay(), item.url, settings.basePath) }),
    }),
    publishIntegration(settings, currentEssay, editions, startForms, version),
  ],
};
