import type { Page } from "@playwright/test";
import { type Search, searchOf, throughPagefind } from "../support/search.ts";
import { expect, test } from "../support/test.ts";

/** Longer than a page takes to load: the clock is stopped at a time to come. */
const LONG_IN_MS = 10_000;

/** A search page on which time passes only when the test says so: a reader does not rest between two letters. */
async function open(page: Page): Promise<Search> {
  await page.clock.install();
  await page.goto("en/search/");
  const search = searchOf(page);
  await page.evaluate(() => customElements.whenDefined("search-panel").then(() => undefined));
  await page.clock.pauseAt(Date.now() + LONG_IN_MS);
  return search;
}

/** From now on time passes by itself: the reader rests. What comes with a letter needs no time. */
const rest = (page: Page) => page.clock.resume();

const SHORT = "the hits of a short text are shown with the letter that finds them, and counted when the reader rests";
test(SHORT, async ({ page }) => {
  const { field, hits, status } = await open(page);
  const mark = page.locator(".search-hit mark").first();
  const isCounted = () => expect(status).toHaveText(/^\d+ hits/u);
  await field.fill("missiles");
  await isCounted();
  await field.press("End");
  await field.pressSequentially("qz");
  await expect(field).toHaveValue("missilesqz");
  // Nothing has these letters: what was found before stays until the reader rests.
  await expect(mark).toHaveText(/missile/iu);
  await field.press("ControlOrMeta+a");
  await field.pressSequentially("deterrence");
  await expect(mark).toHaveText(/^deterren/iu);
  await expect(status).toHaveText("");
  const count = await hits.count();
  await rest(page);
  await isCounted();
  await expect(hits).toHaveCount(count);
  await expect(page).toHaveURL(/\?q=deterrence$/u);

  await field.pressSequentially("qzqz");
  await expect(status).toHaveText("No results for “deterrenceqzqz”.");
  await expect(hits).toHaveCount(0);
});

test("what is being typed is taken for no other word before the reader rests", async ({ page }) => {
  const { field, status } = await open(page);
  const mark = page.locator(".search-hit mark").first();
  await field.fill("missiles");
  await expect(status).toHaveText(/^\d+ hits/u);
  await field.press("ControlOrMeta+a");
  await field.pressSequentially("alliance deterranca");
  await expect(mark).toHaveText(/^alliance/iu);
  await page.clock.runFor(50);
  await expect(page.locator(".search-hit mark", { hasText: /^deterrence/iu })).toHaveCount(0);
  await rest(page);
  await expect(status).toHaveText(/“deterranca”.*deterrence/u);
  await expect(page.locator(".search-hit mark", { hasText: /^deterrence/iu }).first()).toBeVisible();
});

test("what a letter took away for a moment is said again", async ({ page }) => {
  const { field, status } = await open(page);
  await field.fill("deterrence");
  await expect(status).toHaveText(/^\d+ hits/u);
  const said = (await status.textContent()) ?? "";
  await field.press("End");
  await field.pressSequentially("s");
  await expect(status).toHaveText("");
  await field.press("Backspace");
  await rest(page);
  await expect(status).toHaveText(said);
});

test("of a long text the place of a word and first texts are asked for while it is typed, and shown when the reader rests", async ({
  page,
}) => {
  await throughPagefind(page, "en");
  const asked: string[] = [];
  page.on("request", (request) => {
    const [, folder] = /\/pagefind\/en\/(filter|documents)\//u.exec(request.url()) ?? [];
    if (folder) asked.push(folder);
  });
  const { field, hits } = await open(page);
  await field.focus();
  await field.pressSequentially("deterrence");
  const first = ["filter", "documents", "documents", "documents", "documents"];
  await expect.poll(() => asked).toEqual(first);
  await expect(hits).toHaveCount(0);
  await rest(page);
  await expect(hits.first()).toBeVisible();
  // The first hits are of texts that are there; the others' texts are asked for beside them.
  await expect.poll(() => new Set(asked.slice(first.length))).toEqual(new Set(["documents"]));
});
