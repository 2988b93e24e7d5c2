import type { Page } from "@playwright/test";
import { settle, wake } from "../support/reading.ts";
import { expect, test } from "../support/test.ts";

/** Narrow enough that the contents are opened, and notes too. */
test.use({ viewport: { width: 700, height: 700 } });

const FAILURE = "読み込めなかった。接続を確かめるか、頁を読み込み直してほしい。";
const SETTINGS = "[data-opens=settings]";
const CONTENTS = "[data-opens=contents]";

/** Opens a section of which the site has meanwhile lost all that is loaded later, as by a deploy. */
async function openWithoutScripts(page: Page): Promise<void> {
  await page.unrouteAll();
  await page.goto("ja/przewodow/");
  await settle(page);
  await wake(page);
  await page.route("**/_astro/*.js", (route) => route.fulfill({ status: 404, body: "Not found" }));
}

test("what cannot be loaded leads where its link leads without scripts, or a sentence says what to do", async ({
  page,
}) => {
  await openWithoutScripts(page);
  for (const control of [SETTINGS, "#p13 > .cite-button"]) {
    await page.locator(control).focus();
    await page.locator(control).press("Enter");
    await expect(page.getByRole("alert")).toHaveText(FAILURE);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("alert")).toBeHidden();
  }
  for (const [link, address] of [
    [CONTENTS, "**/ja/#contents"],
    ["#p13 .peek-link", "**/en/przewodow/#p13"],
    ["#p13 .note-mark a, #p14 .note-mark a", "**/ja/przewodow/#note-*"],
    ["a.term", "**/ja/glossary/#term-*"],
  ] as const) {
    await openWithoutScripts(page);
    await page.locator(link).first().press("Enter");
    await page.waitForURL(address);
    await page.unrouteAll();
  }
});

test("a pointer that rests where a page opens is no sign of a reader, and one that moves is", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const isAsked = () => asked.some((path) => path.includes("/answer-presses"));
  await page.goto("ja/przewodow/");
  await settle(page);
  // As a browser tells of it when the page is drawn under it.
  await page.evaluate(() => document.body.dispatchEvent(new PointerEvent("pointermove", { bubbles: true })));
  await settle(page);
  expect(isAsked()).toBe(false);
  await page.mouse.move(300, 300);
  await page.mouse.move(310, 300);
  await expect.poll(isAsked).toBe(true);
});

test("a press that comes before what answers it is held until then, and leads on where that does not come", async ({
  page,
}) => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route("**/answer-presses*.js", async (route) => {
    await released;
    await route.continue();
  });
  await page.goto("ja/przewodow/");
  await settle(page);
  await page.locator(CONTENTS).press("Enter");
  await expect(page.locator(CONTENTS)).toHaveAttribute("aria-busy", "true");
  release();
  await expect(page.locator(OPENED.contents.opened)).toBeVisible();
  await page.unrouteAll();
  await page.goto("ja/przewodow/");
  await settle(page);
  await page.route("**/answer-presses*.js", (route) => route.abort());
  await page.locator(CONTENTS).press("Enter");
  await page.waitForURL("**/ja/#contents");
});

test("without a connection a link to another page is not followed into nothing", async ({ page, context }) => {
  await page.goto("ja/przewodow/");
  await settle(page);
  await wake(page);
  await context.setOffline(true);
  await page.locator("#p13 .peek-link").press("Enter");
  await expect(page.getByRole("alert")).toHaveText(FAILURE);
  await expect(page).toHaveURL("ja/przewodow/");
});

test("what nothing answers is given up after a while", async ({ page }) => {
  await page.clock.install();
  await page.goto("ja/przewodow/");
  await settle(page);
  await page.route("**/_astro/*.js", () => undefined);
  await page.locator(SETTINGS).press("Enter");
  await expect(page.locator(SETTINGS)).toHaveAttribute("aria-busy", "true");
  await page.clock.runFor(10_000);
  await expect(page.getByRole("alert")).toHaveText(FAILURE);
  await expect(page.locator(SETTINGS)).not.toHaveAttribute("aria-busy");
});

const OPENED = {
  settings: { control: SETTINGS, opened: ".settings-panel:popover-open" },
  contents: { control: CONTENTS, opened: ".contents-aside:popover-open" },
  note: { control: ".note-mark a", opened: ".note-popover" },
  term: { control: "a.term", opened: ".note-popover" },
  peek: { control: ".peek-link", opened: ".peek" },
} as const;

test("a second press takes the first back, while it loads and when it is open; nothing is left behind", async ({
  page,
}) => {
  const problems: Error[] = [];
  page.on("pageerror", (error) => problems.push(error));
  await page.goto("ja/przewodow/");
  await settle(page);
  for (const { control, opened } of Object.values(OPENED)) {
    // In one task, so that nothing can be loaded between the two.
    await page
      .locator(control)
      .first()
      .evaluate((element: HTMLElement) => {
        element.click();
        element.click();
      });
    await expect(page.locator(control).first()).not.toHaveAttribute("aria-busy");
    await page
      .locator(control)
      .first()
      .evaluate((element: HTMLElement) => element.click());
    await expect(page.locator(opened)).toHaveCount(1);
    await page.locator(control).first().press("Enter");
    await expect(page.locator(opened)).toHaveCount(0);
  }
  for (const { control, opened } of [OPENED.settings, OPENED.contents]) {
    await page.locator(control).click();
    await expect(page.locator(opened)).toBeVisible();
    await page.locator(control).click();
    await expect(page.locator(opened)).toHaveCount(0);
  }
  // The contents that stand beside the text are no panel that could be closed.
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.locator(".contents-aside").click({ position: { x: 3, y: 3 } });
  expect(problems).toEqual([]);
});

test("a fragment that is not encoded as an address wants it stops nothing", async ({ page }) => {
  const problems: Error[] = [];
  page.on("pageerror", (error) => problems.push(error));
  for (const search of ["", "?q=ミサイル", "?quote=ミサイル"]) {
    await page.goto("about:blank");
    await page.goto(`ja/przewodow/${search}#%E0%A4%A`);
    await page.locator(SETTINGS).press("Enter");
    await expect(page.locator(OPENED.settings.opened)).toBeVisible();
    await page.locator(".language-switch a").dispatchEvent("pointerdown");
  }
  expect(problems).toEqual([]);
});

test("no page is wider than a narrow screen where letters are twice as large", async ({ page, context }) => {
  await page.setViewportSize({ width: 400, height: 800 });
  const browser = await context.newCDPSession(page);
  const setLetters = (standard: number) =>
    browser.send("Page.setFontSizes", { fontSizes: { standard, fixed: (standard * 13) / 16 } });
  try {
    await setLetters(32);
    for (const path of [
      "",
      "ja/",
      "en/",
      "ja/inside-outside/",
      "en/russia-problem/",
      "en/1.0.0/przewodow/",
      "ja/notes/",
      "parallel/inside-outside/",
    ]) {
      await page.goto(path);
      await page.locator("main").evaluate((article) => {
        const note = article.querySelector(".note-body p") ?? article.querySelector("p");
        note?.append(` https://example.org/${"very-long-address".repeat(12)}`);
        for (const folded of document.querySelectorAll("details")) folded.open = true;
      });
      for (const width of [400, 320]) {
        await page.setViewportSize({ width, height: 800 });
        await settle(page);
        const overhang = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect.soft(overhang, `${path} at ${width} px`).toBeLessThanOrEqual(0);
      }
    }
  } finally {
    // The next test has the same window, which would keep them.
    await setLetters(16);
  }
});
