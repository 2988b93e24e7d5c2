import { join } from "node:path";
import { test as base } from "@playwright/test";
import { serveSite } from "../../../scripts/serve.ts";
import { BUILD_TIMEOUT_IN_MS, buildOnce } from "./build-site.ts";

/** Tests on a small essay whose notes crowd together: several at one mark, and more of them than text. */
export const test = base.extend<object, { manyNotes: string }>({
  /** Address of the essay's site. */
  manyNotes: [
    // Playwright insists on a pattern here, and this fixture needs no other.
    // biome-ignore lint/correctness/noEmptyPattern: see above
    async ({}, use) => {
      const essay = join(process.cwd(), "tests", "fixtures", "many-notes");
      const server = await serveSite(await buildOnce("many-notes", { ESSAY_DIR: essay }), "/");
      await use(server.address);
      await server.close();
    },
    { scope: "worker", timeout: BUILD_TIMEOUT_IN_MS },
  ],
  baseURL: async ({ manyNotes }, use) => use(manyNotes),
});
