import { join } from "node:path";
import type { AstroIntegration, AstroIntegrationLogger } from "astro";
import type { Essay, Section } from "../essay/model.ts";
import { ANCHORS_COMMAND } from "../essay/registry-verify.ts";
import { readEssay } from "./read-essay.ts";
import { requireRegistry } from "./read-registry.ts";
import type { BuildSettings } from "./settings.ts";

const MODULE = "virtual:essay";
const RESOLVED_MODULE = `\0${MODULE}`;

/** The essay as the build knows it, and the integration that gives it to the pages. */
export interface EssayIntegration {
  readonly integration: AstroIntegration;
  /** The section that a source file holds, for the Markdown plugins. */
  readonly sectionOfFile: (path: string) => Section | undefined;
  /** The essay as last read. */
  readonly essay: () => Essay;
}

/**
 * Reads and checks the essay before anything is built, and offers it to pages as the module `virtual:essay`.
 * While an author writes, a change to any file of the essay reads it anew.
 */
export function essayIntegration({ essayDirectory, root }: BuildSettings): EssayIntegration {
  let essay: Essay | undefined;
  let sections = new Map<string, Section>();

  const load = async (logger: AstroIntegrationLogger) => {
    requireRegistry(essayDirectory, root);
    essay = await readEssay(essayDirectory, root);
    sections = new Map(
      Object.values(essay.texts)
        .flatMap((text) => text.sections)
        .map((section) => [join(root, section.file), section]),
    );
    if (essay.unrecorded.length > 0)
      logger.warn(`edited since the anchors were registered: ${essay.unrecorded.join(", ")}; run ${ANCHORS_COMMAND}`);
  };
  const current = (): Essay => {
    if (!essay) throw new Error("The essay has not been read yet.");
    return essay;
  };

  return {
    essay: current,
    sectionOfFile: (path) => sections.get(path),
    integration: {
      name: "essay",
      hooks: {
        "astro:config:setup": async ({ updateConfig, logger }) => {
          await load(logger);
          updateConfig({
            vite: {
              plugins: [
                {
                  name: "virtual-essay",
                  resolveId: (id: string) => (id === MODULE ? RESOLVED_MODULE : undefined),
                  load: (id: string) =>
                    id === RESOLVED_MODULE ? `export default ${JSON.stringify(current())};` : undefined,
                },
              ],
            },
          });
        },
        "astro:server:setup": ({ server, logger }) => {
          server.watcher.add(essayDirectory);
          server.watcher.on("all", async (_event, path) => {
            if (!path.startsWith(essayDirectory)) return;
            try {
              await load(logger);
            } catch (error) {
              logger.error(error instanceof Error ? error.message : String(error));
              return;
            }
            server.moduleGraph.invalidateAll();
            server.ws.send({ type: "full-reload" });
          });
        },
      },
    },
  };
}
