import type { CDPSession, Page } from "@playwright/test";
import { type Search, searchOf } from "../support/search.ts";
import { expect, test } from "../support/test.ts";

/** Longer than any rest after which a search begins. */
const LONG_IN_MS = 10_000;

interface Setting extends Search {
  readonly page: Page;
  readonly inputMethod: CDPSession;
}

/** A search page whose clock can be put forward, and an input method that composes in its field. */
async function open(page: Page): Promise<Setting> {
  await page.clock.install();
  await page.goto("ja/search/");
  const search = searchOf(page);
  await search.field.focus();
  await page.evaluate(() => customElements.whenDefined("search-panel").then(() => undefined));
  return { page, inputMethod: await page.context().newCDPSession(page), ...search };
}

const compose = ({ inputMethod }: Setting, text: string) =>
  inputMethod.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });

const commit = ({ inputMethod }: Setting, text: string) => inputMethod.send("Input.insertText", { text });

test("nothing is searched while composing, and nothing is lost after", async ({ page }) => {
  const setting = await open(page);
  for (const step of ["y", "よ", "よく", "よくs", "よくし", "抑止"]) {
    await compose(setting, step);
    await expect(setting.field).toHaveValue(step);
    await page.clock.runFor(LONG_IN_MS);
    expect(new URL(page.url()).search).toBe("");
    await expect(setting.status).toHaveText("");
  }
  await commit(setting, "抑止");
  await expect(setting.field).toHaveValue("抑止");
  await page.clock.runFor(LONG_IN_MS);
  await expect(setting.hits.first()).toBeVisible();
  await expect(page.locator(".search-hit mark").first()).toHaveText("抑止");
});

test("a second composition leaves the first's hits until it is done", async ({ page }) => {
  const setting = await open(page);
  await compose(setting, "ろしあ");
  await commit(setting, "ロシア");
  await page.clock.runFor(LONG_IN_MS);
  await expect(setting.hits.first()).toBeVisible();
  const before = await setting.status.textContent();

  await compose(setting, "もんだい");
  await expect(setting.field).toHaveValue("ロシアもんだい");
  await page.clock.runFor(LONG_IN_MS);
  await expect(setting.status).toHaveText(before ?? "");
  await commit(setting, "問題");
  await page.clock.runFor(LONG_IN_MS);
  await expect(setting.status).not.toHaveText(before ?? "");
  await expect(page.locator(".search-hit mark").first()).toHaveText("ロシア問題");
});

test("a composition right after a letter holds back the letter's search, and is searched at once", async ({ page }) => {
  const setting = await open(page);
  // The clock stands still, so that the letter's search cannot begin before the composition.
  await page.clock.pauseAt(Date.now() + LONG_IN_MS);
  await setting.field.pressSequentially("N");
  await compose(setting, "あ");
  await page.clock.runFor(LONG_IN_MS);
  await expect(setting.status).toHaveText("");
  expect(new URL(page.url()).search).toBe("");
  // What a composition puts in is searched at once, while the clock stands.
  await commit(setting, "あ");
  await expect(setting.status).not.toHaveText("");
  expect(new URL(page.url()).searchParams.get("q")).toBe("Nあ");
});

test("a composition that is given up leaves what was there", async ({ page }) => {
  const setting = await open(page);
  await setting.field.pressSequentially("NATO");
  await page.clock.runFor(LONG_IN_MS);
  await expect(setting.hits.first()).toBeVisible();
  await expect(setting.status).toHaveText(/件$/u);
  const before = await setting.status.textContent();
  await compose(setting, "の");
  await page.clock.runFor(LONG_IN_MS);
  await compose(setting, "");
  await commit(setting, "");
  await expect(setting.field).toHaveValue("NATO");
  await page.clock.runFor(LONG_IN_MS);
  await expect(setting.status).toHaveText(before ?? "");
  await setting.field.pressSequentially("の");
  await page.clock.runFor(LONG_IN_MS);
  await expect(setting.status).not.toHaveText(before ?? "");
});

test("Enter that ends a composition follows no hit", async ({ page }) => {
  const setting = await open(page);
  await setting.field.pressSequentially("NATO");
  await page.clock.runFor(LONG_IN_MS);
  await expect(setting.hits.first()).toBeVisible();
  await compose(setting, "の");
  await setting.field.evaluate((field) => {
    for (const key of ["Enter", "ArrowDown"])
      field.dispatchEvent(new KeyboardEvent("keydown", { key, isComposing: true, bubbles: true, cancelable: true }));
  });
  await expect(setting.field).toBeFocused();
  expect(new URL(page.url()).pathname).toBe("/ja/search/");
});
