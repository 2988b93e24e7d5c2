import { parseArgs } from "node:util";
import { readBuildSettings } from "../src/integrations/build-settings.ts";
import { startEssayThread } from "../src/integrations/start-essay-thread.ts";
import { runCommand } from "./command.ts";

const USAGE = `npm run build [-- --silent]

Builds the essay of ESSAY_DIR (content) into OUT_DIR (dist), for the address SITE_URL and BASE_PATH, or says what is wrong
with it, where, and how to mend it; the site that is there stays then.

  --silent   says nothing where all is well`;

await runCommand(USAGE, async () => {
  const { values } = parseArgs({ options: { silent: { type: "boolean" } } });
  // What is wrong with the settings is said before Astro reads its configuration, which frames it.
  const settings = readBuildSettings(process.env);
  // It reads the essay while Astro is loaded.
  startEssayThread(settings);
  const { build } = await import("astro");
  try {
    await build({ logLevel: values.silent ? "silent" : "info" });
  } catch (error) {
    const { abandonSite, outputFolder } = await import("../src/integrations/output-folder.ts");
    abandonSite(outputFolder(settings.outputDirectory), settings.stagingDirectory);
    throw error;
  }
});
