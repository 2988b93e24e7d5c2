import { settle } from "../support/reading.ts";
import { expect, test } from "../support/test.ts";

test("another form of a word is found, and marked where the reader arrives", async ({ page }) => {
  await page.goto("en/search/?q=deter");
  const hit = page.locator(".search-hit").first();
  await expect(hit.locator("mark")).toHaveText("deterred");
  await hit.click();
  await page.waitForURL("**/en/visible-deterrence/?q=deter#p5");
  await expect
    .poll(() => page.evaluate(() => [...(CSS.highlights.get("search") ?? [])].map((range) => range.toString())))
    .toEqual(["deterred"]);
});

test("the dialog finds notes by names as a keyboard has them", async ({ page }) => {
  await page.goto("en/introduction/");
  await settle(page);
  await page.keyboard.press("/");
  await page.locator("#q").fill("niinisto");
  await expect(page.locator(".search-hit mark").first()).toHaveText("Niinistö");
  await expect(page.locator(".search-locator").first()).toHaveText("Note 7");
});

test("the search in the other language takes the query along", async ({ page }) => {
  await page.goto("en/search/");
  await page.locator("#q").fill("抑止論");
  await page.locator("#q").press("Enter");
  await expect(page.getByRole("status")).toContainText("No results for");
  await page.getByRole("link", { name: "Search the text in Japanese" }).click();
  await page.waitForURL(`**/ja/search/?q=${encodeURIComponent("抑止論")}`);
  await expect(page.locator(".search-hit").first()).toBeVisible();
});
