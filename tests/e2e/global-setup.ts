import { randomUUID } from "node:crypto";
import { findBrowser } from "../../scripts/find-browser.ts";
import { serveSite } from "../../scripts/serve.ts";
import { readBuildSettings } from "../../src/integrations/build-settings.ts";

/** Serves the built site for all browser tests, and finds the browser where the test script has not. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  process.env["CHROMIUM"] ??= findBrowser().executable;
  const { outputDirectory } = readBuildSettings(process.env);
  const server = await serveSite(outputDirectory, "/");
  process.env["SITE_ADDRESS"] = server.address;
  // What is made once in a run is known by the run's name.
  process.env["TEST_RUN"] = randomUUID();
  return () => server.close();
}
