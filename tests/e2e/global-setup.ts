import { findBrowser } from "../../scripts/find-browser.ts";
import { serveSite } from "../../scripts/serve.ts";
import { readSettings } from "../../src/build/settings.ts";
import { allowBuilds } from "./support/build-site.ts";

/** Serves the built site for all browser tests, and finds the browser where the test script has not. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  allowBuilds();
  process.env["CHROMIUM"] ??= findBrowser().executable;
  const { outputDirectory } = readSettings(process.env);
  const server = await serveSite(outputDirectory, "/");
  process.env["SITE_ADDRESS"] = server.address;
  return () => server.close();
}
