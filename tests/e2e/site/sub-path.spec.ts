import { open, whenReady } from "../support/reading.ts";
import { openDialog, searchOf } from "../support/search.ts";
import { testOn } from "../support/sites.ts";
import { expect } from "../support/test.ts";
import { watch } from "../support/watch.ts";

const BASE_PATH = "/essay/";
const test = testOn("later-edition");

test("one gets from the first page to the last without leaving the path", async ({ page, baseURL }) => {
  const { problems, requests } = watch(page, baseURL);
  await page.goto("");
  await page.getByRole("link", { name: "日本語で読む" }).click();
  await page.getByRole("link", { name: "はじめから読む" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-kind", "section");
  // The end of the page, with the way on, comes after its beginning.
  await whenReady(page);
  const next = page.locator("a[rel=next]");
  let sections = 1;
  for (; (await next.count()) > 0; sections += 1) {
    const href = (await next.getAttribute("href")) ?? "";
    await next.click();
    await expect(page).toHaveURL(href);
    await whenReady(page);
  }
  expect(sections).toBe(await page.getByRole("navigation", { name: "目次" }).locator("ol.contents a").count());
  for (const name of ["全文", "注", "このサイト", "目次"]) {
    await page.locator(".site-header, .site-footer").getByRole("link", { name, exact: true }).click();
    await expect(page.locator(":is(.site-header, .site-footer) [aria-current=page]")).toHaveText(name);
    await whenReady(page);
  }
  expect(problems).toEqual([]);
  expect(requests.filter((path) => !path.startsWith(BASE_PATH))).toEqual([]);
});

test("the dialog's hits lead to their places", async ({ page, baseURL }) => {
  const { problems, requests } = watch(page, baseURL);
  await open(page, "ja/");
  const { field, hits } = await openDialog(page);
  await field.fill("ミサイル");
  await expect(hits.first()).toHaveAttribute("href", /^\/essay\/ja\//u);
  await hits.first().click();
  await expect(page.locator(".search-bar")).toBeVisible();
  await expect(page.locator(":target")).toBeInViewport();
  expect(problems).toEqual([]);
  expect(requests.filter((path) => !path.startsWith(BASE_PATH))).toEqual([]);
});

test("the search page answers its address", async ({ page }) => {
  await page.goto("ja/search/?q=抑止");
  await expect(searchOf(page).hits.first()).toHaveAttribute("href", /^\/essay\/ja\//u);
});

test("an unknown address gets the page that helps, and it leads back", async ({ page }) => {
  const response = await page.goto("ja/nothing/");
  expect(response?.status()).toBe(404);
  await page.locator("main .contents a").first().click();
  await expect(page).toHaveURL(/\/essay\/ja\/introduction\/$/u);
});
