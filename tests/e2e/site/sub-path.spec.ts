import { test as base, expect } from "@playwright/test";
import { serveSite } from "../../../scripts/serve.ts";
import { BUILD_TIMEOUT_IN_MS, buildOnce } from "../support/build-site.ts";
import { openDialog, searchOf } from "../support/search.ts";
import { watch } from "../support/watch.ts";

const BASE_PATH = "/essay/";

const test = base.extend<object, { siteBelow: string }>({
  /** Address of the site, built and served anew under a path of its host. */
  siteBelow: [
    // Playwright insists on a pattern here, and this fixture needs no other.
    // biome-ignore lint/correctness/noEmptyPattern: see above
    async ({}, use) => {
      const directory = await buildOnce("sub-path", { BASE_PATH });
      const server = await serveSite(directory, BASE_PATH);
      await use(server.address);
      await server.close();
    },
    { scope: "worker", timeout: BUILD_TIMEOUT_IN_MS },
  ],
  baseURL: async ({ siteBelow }, use) => use(siteBelow),
});

// One worker, so that the site is built once.
test.describe.configure({ mode: "default" });

test("one gets from the first page to the last without leaving the path", async ({ page, baseURL }) => {
  const { problems, requests } = watch(page, baseURL);
  await page.goto("");
  await page.getByRole("link", { name: "日本語で読む" }).click();
  await page.getByRole("link", { name: "はじめから読む" }).click();
  const next = page.locator("a[rel=next]");
  let sections = 1;
  for (; (await next.count()) > 0; sections += 1) {
    const href = (await next.getAttribute("href")) ?? "";
    await next.click();
    await expect(page).toHaveURL(href);
    await page.waitForLoadState("networkidle");
  }
  expect(sections).toBe(await page.getByRole("navigation", { name: "目次" }).locator("ol.contents a").count());
  for (const name of ["全文", "注", "このサイト", "目次"]) {
    await page.locator(".site-header").getByRole("link", { name, exact: true }).click();
    await expect(page.locator(".site-header [aria-current=page]")).toHaveText(name);
    await page.waitForLoadState("networkidle");
  }
  expect(problems).toEqual([]);
  expect(requests.filter((path) => !path.startsWith(BASE_PATH))).toEqual([]);
});

test("the dialog's hits lead to their places", async ({ page, baseURL }) => {
  const { problems, requests } = watch(page, baseURL);
  await page.goto("ja/");
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
