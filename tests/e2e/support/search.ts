import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import type { SearchManifest } from "../../../src/search/manifest.ts";
import { DIRECTORY } from "./built-site.ts";
import { whenReady } from "./reading.ts";

/** The search of a page: the one in its dialog, or the search page's own. */
export interface Search {
  readonly field: Locator;
  readonly status: Locator;
  readonly hits: Locator;
}

export const searchOf = (page: Page): Search => ({
  field: page.locator("search-panel input[type=search]"),
  status: page.locator("search-panel [role=status]"),
  hits: page.locator("search-panel .search-hit"),
});

/** Opens the dialog with its key, and waits until it can search. */
export async function openDialog(page: Page): Promise<Search> {
  await whenReady(page);
  await page.keyboard.press("/");
  await expect(page.locator("dialog#search")).toBeVisible();
  await page.evaluate(() => customElements.whenDefined("search-panel").then(() => undefined));
  return searchOf(page);
}

/** Numbers of a status as the Japanese strings put them: places, then hits. */
export function readCount(status: string | null): { places: number; hits: number } {
  const [, places, hits] = /^(\d+)か所に(\d+)件/u.exec(status ?? "") ?? [];
  return { places: Number(places ?? 0), hits: Number(hits ?? 0) };
}

/** Gives the site's own texts a file each, as those of a long essay have, so that its search asks Pagefind. */
export async function throughPagefind(page: Page, language: string): Promise<void> {
  const directory = join(DIRECTORY, "pagefind", language);
  const { sections, ...manifest } = JSON.parse(
    readFileSync(join(directory, "manifest.json"), "utf8"),
  ) as SearchManifest;
  if (!sections) throw new Error("The essay is a long one already.");
  await page.route(`**/pagefind/${language}/manifest.json`, (route) => route.fulfill({ json: manifest }));
  await page.route(`**/pagefind/${language}/documents/*.json`, (route) => {
    const id = /([^/]+)\.json$/u.exec(new URL(route.request().url()).pathname)?.[1] ?? "";
    return route.fulfill({ json: sections[id] });
  });
}
