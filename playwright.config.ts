import { defineConfig } from "@playwright/test";

/** Chromium refuses its sandbox to root, as in a container. */
const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/e2e/global-setup.ts",
  fullyParallel: true,
  forbidOnly: Boolean(process.env["CI"]),
  workers: 2,
  // Long enough for a machine that does something else besides; a test that passes never waits for it.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: "list",
  // One set for all machines: what is compared does not depend on the machine's fonts.
  snapshotPathTemplate: "{testDir}/__screenshots__/{arg}{ext}",
  use: {
    // A window of the browser costs a second of work. Between tests it is emptied: storage, routes, scripts, viewport.
    // Another option of the context than what is shown opens a new one, so tests that need it stand together.
    reuseContext: true,
    // The browser scrolls at once where a key is pressed; the site itself moves nothing.
    contextOptions: { reducedMotion: "reduce" },
    permissions: ["clipboard-read", "clipboard-write"],
    // Set by the global setup, which serves the built site on a free port.
    ...(process.env["SITE_ADDRESS"] && { baseURL: process.env["SITE_ADDRESS"] }),
    locale: "ja-JP",
    // Wide enough for the contents and the notes beside the text.
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      ...(process.env["CHROMIUM"] && { executablePath: process.env["CHROMIUM"] }),
      args: [
        ...sandbox,
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // Else each test begins with a new process, which costs more than the page that is loaded in it.
        "--process-per-site",
        // What draws nothing by hardware needs no process for it: every frame would go from one to the other.
        "--in-process-gpu",
      ],
    },
  },
});
