import { test as base } from "@playwright/test";
import { type SiteServer, serveSite } from "../../../scripts/serve.ts";
import { type SiteName, testSite } from "../../support/sites.ts";

export { expect } from "@playwright/test";

/** Serves a site until all tests of the worker are done. */
type Serve = (name: SiteName) => Promise<{ readonly address: string; readonly output: string }>;

/** Playwright's own test, with what the tests of this site share. */
export const test = base.extend<object, { serve: Serve }>({
  // A fixture of the worker that differed from site to site would want a worker for each, with a browser of its own.
  serve: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright insists on a pattern, and this fixture needs no other
    async ({}, use) => {
      const servers = new Map<SiteName, Promise<SiteServer>>();
      await use(async (name) => {
        const { directory, basePath, output } = testSite(name);
        const server = servers.get(name) ?? serveSite(directory, basePath);
        servers.set(name, server);
        return { address: (await server).address, output };
      });
      for (const server of servers.values()) await (await server).close();
    },
    { scope: "worker" },
  ],
});
