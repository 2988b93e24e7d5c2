import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { PAGES } from "./support/built-site.ts";

async function expectNothingFound(page: Page): Promise<void> {
  const { violations, passes } = await new AxeBuilder({ page }).analyze();
  expect(passes.length).toBeGreaterThan(0);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}

const SCHEMES = ["light", "dark"] as const;

for (const path of PAGES) {
  test(`${path}`, async ({ page }) => {
    await page.goto(path);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      await test.step(colorScheme, () => expectNothingFound(page));
    }
  });
}

for (const colorScheme of SCHEMES) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("the search dialog with hits", async ({ page }) => {
      await page.goto("ja/przewodow/");
      await page.keyboard.press("/");
      await page.locator("#search input[type=search]").fill("ミサイル");
      await expect(page.locator(".search-hit").first()).toBeVisible();
      await expectNothingFound(page);
    });

    test("the search page with hits", async ({ page }) => {
      await page.goto("ja/search/?q=抑止");
      await expect(page.locator(".search-hit").first()).toBeVisible();
      await expectNothingFound(page);
    });

    test("a page with marked hits", async ({ page }) => {
      await page.goto("ja/przewodow/?q=ミサイル#p13");
      await expect(page.locator(".search-bar")).toBeVisible();
      await expectNothingFound(page);
    });
  });
}
