import { test as base } from "@playwright/test";
import { serveSite } from "../../../scripts/serve.ts";
import { type SiteName, testSite } from "../../support/sites.ts";

/** The longest that a test that is run alone may wait for its site to be built. */
const BUILD_TIMEOUT_IN_MS = 300_000;

/** @returns tests whose addresses are those of another site than `dist` */
export const testOn = (name: SiteName) =>
  base.extend<object, { site: { readonly address: string; readonly output: string } }>({
    /** Where the site is served, and what its build printed. */
    site: [
      // Playwright insists on a pattern here, and this fixture needs no other.
      // biome-ignore lint/correctness/noEmptyPattern: see above
      async ({}, use) => {
        const { directory, basePath, output } = testSite(name);
        const server = await serveSite(directory, basePath);
        await use({ address: server.address, output });
        await server.close();
      },
      { scope: "worker", timeout: BUILD_TIMEOUT_IN_MS },
    ],
    baseURL: async ({ site }, use) => use(site.address),
  });
