import { enableCompileCache } from "node:module";
import { parseArgs } from "node:util";
import { readBuildSettings } from "../src/integrations/build-settings.ts";
import { startEssayThread } from "../src/integrations/start-essay-thread.ts";
import { runCommand } from "./command.ts";

await runCommand(async () => {
  const { values } = parseArgs({ options: { silent: { type: "boolean" } } });
  // What is wrong with the settings is said before Astro reads its configuration, which frames it.
  const settings = readBuildSettings(process.env);
  // Some two thousand modules are loaded to build; the next build finds them compiled.
  enableCompileCache?.();
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
