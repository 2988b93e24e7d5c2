import type { Page } from "@playwright/test";
import { syntheticEssay } from "../../../scripts/bench/synthetic-essay.ts";
import { buildSearchIndex, type IndexFile } from "../../../src/search/build-index.ts";
import { MANIFEST_FILE, METADATA_FILE } from "../../../src/search/engine.ts";
import { open, settle } from "../support/reading.ts";
import { openDialog } from "../support/search.ts";
import { expect, test } from "../support/test.ts";

/*
 * The index of a long essay is laid out differently: many shards, a file for each section's text. The site's own search
 * is given such an index in place of its own. What is found in it, the engine itself is asked
 * (`tests/unit/search/engine.test.ts`).
 */

const SECTIONS = 60;

const { essay } = syntheticEssay(SECTIONS, 1);
/** Its titles, and what stands in its paragraphs and notes, in their order. */
const TEXTS = (essay.texts["ja"]?.sections ?? []).flatMap(({ title, paragraphs, notes }) => [
  title,
  ...[...paragraphs, ...notes].map(({ text }) => text),
]);

let files: readonly IndexFile[] = [];
test.beforeAll(async () => {
  files = (await buildSearchIndex(essay)).get("ja") ?? [];
});

/** Answers requests for the site's index with the long essay's; says what was asked for. */
async function serveLongIndex(page: Page): Promise<string[]> {
  const asked: string[] = [];
  await page.route("**/pagefind/ja/**", (route) => {
    const path = new URL(route.request().url()).pathname.replace("/pagefind/ja/", "");
    const file = files.find((candidate) => candidate.path === path);
    asked.push(path);
    if (!file) return route.fulfill({ status: 404 });
    const contentType = path.endsWith(".js") ? "text/javascript" : "application/octet-stream";
    return route.fulfill({ contentType, body: Buffer.from(file.content) });
  });
  return asked;
}

test("what every search needs is asked for at once when the dialog opens, and once", async ({ page }) => {
  const asked = await serveLongIndex(page);
  await open(page, "ja/przewodow/");
  const common = [MANIFEST_FILE, METADATA_FILE];
  await page.locator("search-panel").evaluate((panel, names) => {
    panel.dataset["files"] = names.join(" ");
  }, common);
  const { field, hits } = await openDialog(page);
  await field.fill(TEXTS[0]?.slice(0, 2) ?? "");
  await expect(hits.first()).toBeVisible();
  expect(asked.slice(0, common.length).sort()).toEqual(common.sort());
  expect(new Set(asked).size).toBe(asked.length);
});

test("a rare phrase asks for few files, and the dialog leaves the rest of a frequent one unread", async ({ page }) => {
  const asked = await serveLongIndex(page);
  await page.goto("ja/");
  await settle(page);
  await page.keyboard.press("/");
  const field = page.locator("search-panel input[type=search]");
  const status = page.locator("search-panel [role=status]");
  const [text] = TEXTS.slice(10);
  await field.fill(text?.slice(0, 12) ?? "");
  await expect(page.locator(".search-hit").first()).toHaveAttribute("href", /\?q=/u);
  expect(asked.filter((path) => path.startsWith("filter/")).length).toBeLessThanOrEqual(3);
  expect(asked.filter((path) => path.startsWith("documents/")).length).toBeLessThanOrEqual(3);

  await field.fill("の");
  await expect(status).toHaveText(/件 （ほか\d+節は検索の頁で）$/u);
  const shown = await page.locator(".search-group").count();
  const [, unread] = /ほか(\d+)節/u.exec((await status.textContent()) ?? "") ?? [];
  expect(shown + Number(unread)).toBe(SECTIONS);
});
