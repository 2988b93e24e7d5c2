import { open } from "../support/reading.ts";
import { testOn } from "../support/sites.ts";
import { expect } from "../support/test.ts";

const test = testOn("later-edition");

test("the address of a removed paragraph leads to where it stood, and says so to who comes by it", async ({ page }) => {
  await page.goto("ja/conclusion/#p40");
  const retired = page.locator("#p40");
  await expect(retired).toBeInViewport();
  await expect(retired).toHaveText(/第1\.1\.0版の¶40は、.*削られた。/u);
  await page.goto("ja/conclusion/");
  await expect(retired).toBeHidden();
  await page.goto("ja/full/#p40");
  await expect(retired).toBeInViewport();
});

test("the address of a paragraph that moved to another section leads there", async ({ page }) => {
  await page.goto("ja/conclusion/#p42");
  await page.locator("#p42 a").click();
  await expect(page).toHaveURL(/\/ja\/russia-problem\/#p42$/u);
  await expect(page.locator(".paragraph#p42")).toBeInViewport();
});

test("the retired address of a section leads on with its fragment", async ({ page }) => {
  await page.goto("ja/przewodow/#p15");
  await expect(page).toHaveURL(/\/ja\/missile-in-poland\/#p15$/u);
  await expect(page.locator("#p15")).toBeInViewport();
  await page.goto("ja/przewodow/#przewodow");
  await expect(page.locator("#przewodow")).toBeInViewport();
});

test("a link that quotes words of an earlier edition says which had them", async ({ page }) => {
  const quote = (words: string) => `ja/introduction/?quote=${encodeURIComponent(words)}#p4`;
  await page.goto(quote("以下では、まず、NATOの抑止が"));
  await expect(page.locator(".quote-message")).toContainText("第1.1.0版");
  await open(page, quote("ここでは、初めに、NATOの抑止が"));
  await expect(page.locator(".quote-message")).toHaveCount(0);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the retired address of a section leads on too", async ({ page }) => {
    await page.goto("ja/przewodow/");
    await expect(page).toHaveURL(/\/ja\/missile-in-poland\/$/u);
  });
});
