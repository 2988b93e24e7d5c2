import { findBrowser } from "../../scripts/find-browser.ts";
import { serveSite } from "../../scripts/serve.ts";
import { readBuildSettings } from "../../src/integrations/build-settings.ts";

/** Serves the built site for all browser tests, and finds the browser where the test script has not. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  process.env["CHROMIUM"] ??= findBrowser().executable;
  const { outputDirectory } = readBuildSettings(process.env);
  const server = await serveSite(outputDirectory, "/");
  process.env["SITE_ADDRESS"] = server.address;
  return () => server.close();
}
