import { type ChildProcess, spawn } from "node:child_process";
import { accessSync, constants, globSync } from "node:fs";
import { createServer } from "node:net";
import { delimiter, join } from "node:path";
import puppeteer, { type KeyInput } from "puppeteer-core";
import { Builder, By, Capabilities, Key } from "selenium-webdriver";
import type { Engine, Tab } from "./engine.ts";

/** Chromium refuses its sandbox to root, as in a container. */
const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

export const ENGINES: readonly Engine[] = [
  {
    name: "Chromium",
    packages: "chromium",
    find: () =>
      process.env["CHROMIUM"] ??
      onPath("chromium", "chromium-headless-shell", "chromium-browser", "google-chrome-stable", "google-chrome"),
    start: (executable) => startWithPuppeteer("chrome", executable, sandbox),
  },
  {
    name: "Firefox",
    packages: "firefox-esr",
    find: () => onPath("firefox-esr", "firefox"),
    start: (executable) => startWithPuppeteer("firefox", executable, []),
  },
  {
    name: "WebKit",
    packages: "webkit2gtk-driver and xvfb",
    buttonsLieDown: true,
    find: () =>
      (onPath("Xvfb") ?? process.env["DISPLAY"]) && onPath("WebKitWebDriver")
        ? globSync("/usr/{lib,libexec}/{*/,}webkit2gtk-4.*/MiniBrowser").sort().at(-1)
        : undefined,
    start: startWithWebDriver,
  },
];

function onPath(...names: readonly string[]): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** Chromium by its own protocol, Firefox by WebDriver BiDi. */
async function startWithPuppeteer(
  browser: "chrome" | "firefox",
  executable: string,
  args: readonly string[],
): Promise<Tab> {
  const driven = await puppeteer.launch({
    browser,
    executablePath: executable,
    headless: true,
    args: [...args],
    extraPrefsFirefox: { "intl.accept_languages": "ja" },
  });
  const [page = await driven.newPage()] = await driven.pages();
  return {
    open: async (address) => {
      // A browser without a window denies what one with a window grants to whoever presses.
      if (browser === "chrome")
        await page.browserContext().overridePermissions(new URL(address).origin, ["clipboard-sanitized-write"]);
      await page.goto(address, { waitUntil: "load" });
    },
    run: (body) => page.evaluate(`(async () => { ${body} })()`) as never,
    press: async (selector) => {
      await page.$eval(selector, (element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
      await page.click(selector);
    },
    type: async (...keys) => {
      for (const name of keys) {
        const key = name === "Space" ? " " : name;
        if (/^[A-Z][a-z]+|^[ -~]$/u.test(key)) await page.keyboard.press(key as KeyInput);
        else await page.keyboard.sendCharacter(key);
      }
    },
    resize: (width, height) => page.setViewport({ width, height }),
    screenshot: () => page.screenshot(),
    close: () => driven.close(),
  };
}

const KEYS: Readonly<Record<string, string>> = {
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
  Tab: Key.TAB,
  Space: Key.SPACE,
  ArrowDown: Key.ARROW_DOWN,
};

/** WebKit by its WebDriver; its window needs a screen, which Xvfb is where there is none. */
async function startWithWebDriver(executable: string): Promise<Tab> {
  const programs: ChildProcess[] = [];
  const start = (name: string, args: readonly string[], env: NodeJS.ProcessEnv) => {
    const program = spawn(name, args, { stdio: ["ignore", "pipe", "ignore"], env: { ...process.env, ...env } });
    programs.push(program);
    return program;
  };
  let screen = process.env["DISPLAY"];
  if (!screen) {
    // Xvfb takes a number that is free, and tells it.
    const { stdout } = start("Xvfb", ["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], {});
    screen = `:${await new Promise<string>((resolve) => stdout?.once("data", (data) => resolve(String(data).trim())))}`;
  }
  const port = await freePort();
  start("WebKitWebDriver", [`--port=${port}`], { DISPLAY: screen, LANG: "ja_JP.UTF-8", GDK_BACKEND: "x11" });
  const server = `http://127.0.0.1:${port}`;
  await answers(`${server}/status`);
  const driver = await new Builder()
    .usingServer(server)
    .withCapabilities(
      new Capabilities({
        browserName: "MiniBrowser",
        "webkitgtk:browserOptions": { binary: executable, args: ["--automation"] },
      }),
    )
    .build();
  return {
    open: (address) => driver.get(address),
    run: (body) =>
      driver
        .executeAsyncScript(
          `const done = arguments[arguments.length - 1];
         (async () => { ${body} })().then((value) => done({ value }), (error) => done({ error: String(error) }));`,
        )
        .then((result) => {
          const { value, error } = result as { value?: unknown; error?: string };
          if (error) throw new Error(error);
          return value as never;
        }),
    press: async (selector) => {
      const element = await driver.findElement(By.css(selector));
      await driver.executeScript('arguments[0].scrollIntoView({ block: "center", behavior: "instant" })', element);
      await element.click();
    },
    type: async (...keys) => {
      for (const key of keys)
        await driver
          .actions()
          .sendKeys(KEYS[key] ?? key)
          .perform();
    },
    resize: async (width, height) => {
      // The window is larger than the page by its own bars.
      const measure = async () =>
        (await driver.executeScript("return [outerWidth - innerWidth, outerHeight - innerHeight]")) as [number, number];
      for (let turn = 0; turn < 2; turn += 1) {
        const [across, down] = await measure();
        await driver
          .manage()
          .window()
          .setRect({ width: width + across, height: height + down });
      }
    },
    screenshot: async () => Buffer.from(await driver.takeScreenshot(), "base64"),
    close: async () => {
      await driver.quit();
      for (const program of programs.toReversed()) program.kill();
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

const START_IN_MS = 20_000;
const POLL_IN_MS = 50;

/** Waits until a server that was just started answers. */
async function answers(address: string): Promise<void> {
  const end = Date.now() + START_IN_MS;
  for (;;) {
    try {
      await fetch(address);
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, POLL_IN_MS));
    }
  }
}
