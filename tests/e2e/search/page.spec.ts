import { expect, test } from "@playwright/test";
import { readCount, searchOf } from "../support/search.ts";
import { watch } from "../support/watch.ts";

test("the address's query is searched, and the status counts what is listed", async ({ page, baseURL }) => {
  const { problems } = watch(page, baseURL);
  await page.goto("ja/search/?q=抑止");
  const { field, status, hits } = searchOf(page);
  await expect(field).toHaveValue("抑止");
  await expect(status).toHaveText(/^\d+か所に\d+件$/u);
  const count = readCount(await status.textContent());
  await expect(hits).toHaveCount(count.places);
  expect(count.places).toBeGreaterThan(5);
  const perHit = await hits.evaluateAll((links) =>
    links.map((link) => Number(/\d+/u.exec(link.querySelector(".search-hit-count")?.textContent ?? "")?.[0] ?? 1)),
  );
  expect(perHit.reduce((sum, number) => sum + number, 0)).toBe(count.hits);
  expect(problems).toEqual([]);
});

test("what is typed stands in the address, and a step back brings the query back", async ({ page }) => {
  await page.goto("ja/search/?q=抑止");
  const { field, status, hits } = searchOf(page);
  await expect(hits.first()).toBeVisible();
  const before = await status.textContent();

  await field.fill("ミサイル");
  await expect.poll(() => new URL(page.url()).searchParams.get("q")).toBe("ミサイル");
  await field.fill("");
  await expect.poll(() => new URL(page.url()).search).toBe("");
  await field.fill("抑止");
  await expect(status).toHaveText(before ?? "");

  await page.evaluate(() => history.pushState(null, "", "?q=ミサイル"));
  await page.evaluate(() => history.pushState(null, "", "?q=フィンランド"));
  await page.goBack();
  await expect(field).toHaveValue("ミサイル");
  await expect(page.locator(".search-hit mark").first()).toHaveText("ミサイル");
  await page.goBack();
  await expect(field).toHaveValue("抑止");
  await expect(status).toHaveText(before ?? "");
});

test("back from a hit, the query and its hits are there", async ({ page }) => {
  await page.goto("ja/search/");
  const { field, hits } = searchOf(page);
  await field.fill("ミサイル");
  await hits.first().click();
  await expect(page).toHaveURL(/#/u);
  await page.goBack();
  await expect(field).toHaveValue("ミサイル");
  await expect(hits.first()).toBeVisible();
});

test("the keys lead to the field", async ({ page }) => {
  await page.goto("ja/search/");
  const { field } = searchOf(page);
  for (const key of ["/", "Control+k"]) {
    await page.locator("body").evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await expect(field).not.toBeFocused();
    await page.keyboard.press(key);
    await expect(field).toBeFocused();
  }
  await expect(field).toHaveValue("");
});

test("Enter searches at once and stays", async ({ page }) => {
  await page.goto("ja/search/");
  const { field, hits } = searchOf(page);
  await field.fill("抑止");
  await field.press("Enter");
  await expect(hits.first()).toBeVisible();
  expect(new URL(page.url()).pathname).toBe("/ja/search/");
});
