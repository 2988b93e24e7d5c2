import type { SiteName } from "../../support/sites.ts";
import { test } from "./test.ts";

/** The longest that a test that is run alone may wait for its site to be built. */
const BUILD_TIMEOUT_IN_MS = 300_000;

/** @returns tests whose addresses are those of another site than `dist` */
export const testOn = (name: SiteName) =>
  test.extend<{ readonly site: { readonly address: string; readonly output: string } }>({
    /** Where the site is served, and what its build printed. */
    site: [async ({ serve }, use) => use(await serve(name)), { timeout: BUILD_TIMEOUT_IN_MS }],
    baseURL: async ({ site }, use) => use(site.address),
  });
