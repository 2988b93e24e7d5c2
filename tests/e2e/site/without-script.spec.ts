import { expect, test } from "@playwright/test";
import { PAGES, sectionPaths } from "../support/built-site.ts";

test.use({ javaScriptEnabled: false });

test("one reads from the cover to the last section and back", async ({ page }) => {
  const sections = sectionPaths("ja");
  await page.goto("ja/");
  await page.getByRole("link", { name: "はじめから読む" }).click();
  for (const [index, path] of sections.entries()) {
    await expect(page).toHaveURL(path);
    await expect(page.locator("[data-paragraph] p").first()).toBeVisible();
    const next = page.locator("a[rel=next]");
    if (index < sections.length - 1) await next.click();
    else await expect(next).toHaveCount(0);
  }
  for (const path of sections.toReversed().slice(1)) {
    await page.locator("a[rel=prev]").click();
    await expect(page).toHaveURL(path);
  }
  await expect(page.locator("a[rel=prev]")).toHaveCount(0);
});

test("every page shows its words", async ({ page }) => {
  for (const path of PAGES) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("main")).toContainText(/\S{4}/u);
  }
});

test("every note can be read", async ({ page }) => {
  let read = 0;
  for (const path of sectionPaths("ja")) {
    await page.goto(path);
    for (const mark of await page.locator(".note-mark a").all()) {
      await mark.click();
      const note = page.locator(`[id="${(await mark.getAttribute("href"))?.slice(1)}"] .note-body`);
      await expect(note).toBeInViewport();
      await expect(note).toContainText(/\S{10}/u);
      read += 1;
    }
  }
  await page.goto("ja/full/");
  await expect(page.locator(".note-mark")).toHaveCount(read);
  expect(read).toBeGreaterThan(0);
});

test("the search says what it needs and where else to look", async ({ page }) => {
  await page.goto("ja/");
  await page.getByRole("navigation").getByRole("link", { name: "検索" }).click();
  await expect(page).toHaveURL("ja/search/");
  const message = page.locator("main noscript p");
  await expect(message).toBeVisible();
  await expect(message).toContainText("JavaScript");
  await expect(page.locator("form")).toBeHidden();
  await message.getByRole("link").click();
  await expect(page).toHaveURL("ja/full/");
});

test("no search opens that could not answer", async ({ page }) => {
  await page.goto("ja/przewodow/");
  await page.keyboard.press("/");
  await expect(page.locator("dialog")).toBeHidden();
});
