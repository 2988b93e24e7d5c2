import { expect, test } from "@playwright/test";
import { expectNoBarriers } from "../support/axe.ts";
import { PAGES } from "../support/built-site.ts";
import { settle } from "../support/reading.ts";

const SCHEMES = ["light", "dark"] as const;
/** A computer and a telephone. */
const SCREENS = [
  { width: 1280, height: 800 },
  { width: 412, height: 823 },
] as const;

for (const path of PAGES) {
  test(`${path}`, async ({ page }) => {
    await page.goto(path);
    for (const [index, colorScheme] of SCHEMES.entries()) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(SCREENS[index] ?? SCREENS[0]);
      await test.step(colorScheme, () => expectNoBarriers(page));
    }
  });
}

for (const colorScheme of SCHEMES) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("the search dialog with hits", async ({ page }) => {
      await page.goto("ja/przewodow/");
      await settle(page);
      await page.keyboard.press("/");
      await page.locator("#search input[type=search]").fill("ミサイル");
      await expect(page.locator(".search-hit").first()).toBeVisible();
      await expectNoBarriers(page);
    });

    test("the search page with hits", async ({ page }) => {
      await page.goto("ja/search/?q=抑止");
      await expect(page.locator(".search-hit").first()).toBeVisible();
      await expectNoBarriers(page);
    });

    test("a page with marked hits", async ({ page }) => {
      await page.goto("ja/przewodow/?q=ミサイル#p13");
      await expect(page.locator(".search-bar")).toBeVisible();
      await expectNoBarriers(page);
    });
  });
}
