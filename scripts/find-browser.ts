import { execFileSync, spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

/** A browser that the tests can drive. */
export interface FoundBrowser {
  readonly executable: string;
  /** Where it came from, for the reader of the test's output. */
  readonly origin: string;
}

/** The first is Chromium without its windows, which does the same work in half the time. */
const NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "microsoft-edge",
];
const APPLICATIONS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];
/** A download that has not begun by then is blocked. */
const DOWNLOAD_TIMEOUT_IN_MS = 180_000;

/**
 * Finds a Chromium, or gets one: the one that `CHROMIUM` names, an installed one, Playwright's own (downloaded if
 * need be), else Debian's by `apt-get` where this user may install packages.
 *
 * @throws where none can be had, saying what was tried and what to do
 */
export function findBrowser(): FoundBrowser {
  const named = process.env["CHROMIUM"];
  if (named) {
    if (!isExecutable(named)) throw new Error(`CHROMIUM names ${named}, which cannot be run.`);
    return { executable: named, origin: "named by CHROMIUM" };
  }
  return installed() ?? playwrights("Playwright's own") ?? downloaded() ?? fromDebian() ?? fail();
}

function installed(): FoundBrowser | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...APPLICATIONS];
  const executable = candidates.find(isExecutable);
  return executable ? { executable, origin: "installed on this machine" } : undefined;
}

function playwrights(origin: string): FoundBrowser | undefined {
  const executable = chromium.executablePath();
  return existsSync(executable) ? { executable, origin } : undefined;
}

function downloaded(): FoundBrowser | undefined {
  console.log("No Chromium is installed; trying Playwright's download …");
  const { status } = spawnSync("npx", ["playwright", "install", "chromium"], {
    stdio: "ignore",
    timeout: DOWNLOAD_TIMEOUT_IN_MS,
  });
  return status === 0 ? playwrights("downloaded by Playwright") : undefined;
}

/** The fonts are for Japanese pages, which otherwise show empty boxes. */
function fromDebian(): FoundBrowser | undefined {
  if (spawnSync("apt-get", ["--version"]).status !== 0) return undefined;
  const isRoot = process.getuid?.() === 0;
  const apt = (...parameters: string[]) =>
    spawnSync(isRoot ? "apt-get" : "sudo", [...(isRoot ? [] : ["-n", "apt-get"]), ...parameters], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    }).status === 0;
  console.log("Playwright's download is not to be had; installing Debian's Chromium …");
  const install = (name: string) => apt("install", "-y", "--no-install-recommends", name, "fonts-noto-cjk");
  if (!apt("update") || !(install("chromium-headless-shell") || install("chromium"))) return undefined;
  const browser = installed();
  return browser && { ...browser, origin: "installed from Debian" };
}

function fail(): never {
  throw new Error(
    [
      "The browser tests need a Chromium, and none was found: there is none on the PATH, Playwright could not download",
      "its own, and Debian's could not be installed by this user. Do one of these and run the tests again:",
      "  sudo apt-get install chromium-headless-shell fonts-noto-cjk",
      "  npx playwright install chromium",
      "  CHROMIUM=/path/to/chromium npm test",
    ].join("\n"),
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

if (import.meta.main) {
  const { executable, origin } = findBrowser();
  console.log(`${executable} (${origin}), ${execFileSync(executable, ["--version"]).toString().trim()}`);
}
