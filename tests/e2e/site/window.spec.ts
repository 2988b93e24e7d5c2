import { expect, test } from "../support/test.ts";

// One after the other, in the window of one worker.
test.describe.configure({ mode: "default" });

const PAGE = "en/there-is-none/";
const LONG_IN_MS = 10_000;

test("a test may stop the clock, cut the connection and set how the browser draws,", async ({ page, context }) => {
  await page.clock.install();
  await page.goto(PAGE);
  await page.clock.pauseAt(Date.now() + LONG_IN_MS);
  const browser = await context.newCDPSession(page);
  await browser.send("Emulation.setDeviceMetricsOverride", {
    width: 300,
    height: 300,
    deviceScaleFactor: 3,
    mobile: false,
  });
  await context.setOffline(true);
  expect(await page.evaluate(() => [navigator.onLine, devicePixelRatio])).toEqual([false, 3]);
});

test("and the next one finds a window that nobody has used", async ({ page }) => {
  const problems: string[] = [];
  page.on("pageerror", ({ message }) => problems.push(message));
  await page.goto(PAGE);
  expect(await page.evaluate(() => [navigator.onLine, devicePixelRatio, "__pwClock" in window])).toEqual([
    true,
    1,
    false,
  ]);
  expect(problems).toEqual([]);
});
