import type { Locator, Page, Response } from "@playwright/test";
import { SETTINGS_KEY, type Settings } from "../../../src/elements/reading/settings.ts";

export const THEMES = ["light", "dark", "sepia"] as const;
export const WRITINGS = ["horizontal", "vertical"] as const;
export type Writing = (typeof WRITINGS)[number];

/** The settings that a reader of horizontal or vertical text has. */
export const written = (writing: Writing): Settings => (writing === "vertical" ? { writing } : {});

/** Opens a page and waits for it, as `whenReady` does. */
export async function open(page: Page, path: string): Promise<Response | null> {
  const response = await page.goto(path);
  await whenReady(page);
  return response;
}

/**
 * Waits until a page says that its scripts have done what they do by themselves, and until it is drawn: what is pressed
 * before a page is drawn may be lost.
 */
export const whenReady = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const root = document.documentElement;
    if (root.dataset["ready"] === undefined)
      await new Promise<void>((done) => {
        new MutationObserver((_changes, observer) => {
          if (root.dataset["ready"] === undefined) return;
          observer.disconnect();
          done();
        }).observe(root, { attributes: true });
      });
    await document.fonts.ready;
    const isDrawn = (list: PerformanceEntry[]) => list.some(({ name }) => name === "first-contentful-paint");
    if (!isDrawn(performance.getEntriesByType("paint")))
      await new Promise<void>((done) => {
        new PerformanceObserver((list, observer) => {
          if (!isDrawn(list.getEntries())) return;
          observer.disconnect();
          done();
        }).observe({ type: "paint", buffered: true });
      });
    for (let frame = 0; frame < 2; frame += 1) await new Promise((done) => requestAnimationFrame(done));
  });

/** Shows a page that somebody is there, without a step of theirs, and waits for what then comes: what answers presses. */
export async function wake(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new PointerEvent("pointermove", { movementX: 1 })));
  await page.locator(".cite-button").first().waitFor({ state: "attached" });
}

/** The page is opened by a reader who has these settings; later changes are kept as in any browser. */
export async function readAs(page: Page, settings: Settings): Promise<void> {
  await page.addInitScript(
    ([key, value]) => {
      if (localStorage.getItem(key) === null) localStorage.setItem(key, value);
    },
    [SETTINGS_KEY, JSON.stringify(settings)] as const,
  );
}

/** Chooses in the panel of settings, with the keyboard alone, and closes it. */
export async function choose(page: Page, group: string, choice: string): Promise<void> {
  const button = page.getByRole("button", { name: "表示" });
  await button.focus();
  await page.keyboard.press("Enter");
  const radio = page.getByRole("group", { name: group }).getByRole("radio", { name: choice, exact: true });
  await radio.focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Escape");
}

/** Waits until what the page has scheduled for its next frames is drawn. */
export const settle = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 3; frame += 1) await new Promise((done) => requestAnimationFrame(done));
  });

/** @returns what is seen of a mark or a number: a sign that the stylesheet draws, and no text of the page */
export const signOf = (element: Locator): Promise<string> =>
  element.evaluate((link) =>
    [...link.querySelectorAll<HTMLElement>("[data-sign]")].map(({ dataset }) => dataset["sign"]).join(""),
  );
