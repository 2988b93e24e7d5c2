import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import { type SiteServer, serveSite } from "../../../scripts/serve.ts";
import { testSite } from "../../support/sites.ts";
import { open, whenReady } from "../support/reading.ts";
import { openDialog } from "../support/search.ts";
import { test as base, expect } from "../support/test.ts";

/** A site below a path of its host, which a test may change and take off the network. */
const test = base.extend<{ site: { readonly directory: string; readonly server: SiteServer } }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright insists on a pattern, and this fixture needs no other
  site: async ({}, use, info) => {
    const { directory: built, basePath } = testSite("later-edition");
    const directory = info.outputPath("site");
    cpSync(built, directory, { recursive: true });
    const server = await serveSite(directory, basePath);
    await use({ directory, server });
    await server.close();
  },
  baseURL: async ({ site }, use) => use(site.server.address),
});

const choice = (page: Page) => page.getByRole("group", { name: "接続なし" });
const status = (page: Page) => page.locator(".offline-status");
const openSettings = (page: Page) => page.getByRole("button", { name: "表示" }).click();

async function keep(page: Page): Promise<void> {
  await openSettings(page);
  await expect(status(page)).toHaveText(/[\d,]+ ?kB/u);
  await choice(page).getByRole("radio", { name: "備える" }).click();
  await expect(status(page)).toHaveText(/^第99\.0\.0版を残した（[\d,]+ ?kB）/u);
  await page.keyboard.press("Escape");
}

const workers = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope));

async function disconnect(context: BrowserContext, { server }: { readonly server: SiteServer }): Promise<void> {
  await context.setOffline(true);
  await server.close();
}

test("who keeps the site reads, searches, opens notes and cites without a connection, until it is forgotten", async ({
  page,
  context,
  site,
}) => {
  await open(page, "ja/introduction/");
  expect(await workers(page)).toEqual([]);
  await keep(page);
  expect((await workers(page)).sort()).toEqual([site.server.address, `${site.server.address}ja/`]);
  await disconnect(context, site);

  // What lies in no language's folder: two languages side by side, and the first page, which leads on to the language.
  await open(page, "parallel/introduction/");
  await expect(page.locator("#p1").first()).toBeVisible();
  await open(page, "");
  await expect(page.locator("h1")).toBeVisible();
  await open(page, "ja/introduction/");

  const next = page.locator("a[rel=next]");
  const href = (await next.getAttribute("href")) ?? "";
  await next.click();
  await expect(page).toHaveURL(href);
  await whenReady(page);
  const { field, hits, status: found } = await openDialog(page);
  await field.fill("抑止");
  await expect(found).toHaveText(/か所に/u);
  await hits.last().click();
  await expect(page.locator(".search-bar")).toBeVisible();
  await expect(page.locator(":target")).toBeInViewport();

  await page.setViewportSize({ width: 900, height: 900 });
  await open(page, "ja/introduction/");
  await page.locator(".note-mark a").first().click();
  await expect(page.getByRole("dialog", { name: /^注/u })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.locator("[data-paragraph] .cite-button").first().focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".cite-output")).toContainText("¶");
  await page.keyboard.press("Escape");

  await openSettings(page);
  await expect(choice(page).getByRole("radio", { name: "備える" })).toBeChecked();
  await expect(status(page)).toHaveText(/^第99\.0\.0版を残した/u);
  await choice(page).getByRole("radio", { name: "備えない" }).click();
  await expect.poll(() => workers(page)).toEqual([]);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  await expect(page.reload()).rejects.toThrow();
});

test("a correction is seen at once, and a new edition is told of and kept", async ({ page, context, site }) => {
  await open(page, "ja/introduction/");
  await keep(page);
  const edit = (file: string, change: (text: string) => string) => {
    const path = join(site.directory, file);
    writeFileSync(path, change(readFileSync(path, "utf8")));
  };
  edit("ja/introduction/index.html", (text) => text.replace("</h1>", " corrected</h1>"));
  await open(page, "ja/introduction/");
  await expect(page.locator("h1")).toContainText("corrected");
  await expect(page.locator(".renewal")).toHaveCount(0);

  const version =
    /"version":"(\w+)"/u.exec(readFileSync(join(site.directory, "ja", "offline.json"), "utf8"))?.[1] ?? "";
  for (const file of ["ja/offline-worker.js", "ja/offline.json"])
    edit(file, (text) => text.replace('"edition":"99.0.0"', '"edition":"100.0.0"').replace(version, "f".repeat(12)));
  await open(page, "ja/introduction/");
  await expect(page.locator(".renewal")).toContainText("第100.0.0版が出た");
  await disconnect(context, site);
  await page.reload();
  await expect(page.locator("h1")).not.toContainText("corrected");
  await openSettings(page);
  await expect(status(page)).toHaveText(/^第100\.0\.0版を残した/u);
  expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(1);
});

test("what cannot be fetched whole is not kept, and the choice says so", async ({ page, site }) => {
  const worker = join(site.directory, "ja", "offline-worker.js");
  writeFileSync(worker, readFileSync(worker, "utf8").replace('"ja/"', '"ja/nowhere/"'));
  await open(page, "ja/introduction/");
  await openSettings(page);
  await choice(page).getByRole("radio", { name: "備える" }).click();
  await expect(status(page)).toHaveText(/^残せなかった/u);
  await expect(choice(page).getByRole("radio", { name: "備えない" })).toBeChecked();
  expect(await workers(page)).toEqual([]);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
});
