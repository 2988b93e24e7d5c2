import type { Page } from "@playwright/test";
import { readAs, settle, wake } from "../support/reading.ts";
import { expect, test } from "../support/test.ts";

test.use({ viewport: { width: 1000, height: 700 } });

test.beforeEach(async ({ page }) => {
  await readAs(page, { writing: "vertical" });
  await page.goto("ja/przewodow/");
  await settle(page);
});

/** How far the reader has come, in pixels from the beginning on the right. */
const place = (page: Page) => page.evaluate(() => Math.abs(document.documentElement.scrollLeft));

/** The scroll position follows the compositor: it is asked for until it is what is expected. */
const expectPlace = (page: Page, check: (place: number) => boolean) =>
  expect.poll(async () => check(await place(page))).toBe(true);

test("the page goes from right to left and no further down than the screen, paragraphs below their numbers", async ({
  page,
}) => {
  const size = await page.evaluate(() => {
    const root = document.documentElement;
    return { mode: getComputedStyle(root).writingMode, down: root.scrollHeight - innerHeight, along: root.scrollWidth };
  });
  expect(size.mode).toBe("vertical-rl");
  expect(size.down).toBeLessThanOrEqual(0);
  expect(size.along).toBeGreaterThan(3000);
  expect(await place(page)).toBe(0);

  const gaps = await page.locator(".paragraph").evaluateAll((paragraphs) =>
    paragraphs.map((paragraph) => {
      const number = paragraph.querySelector(".paragraph-number")?.getBoundingClientRect();
      const line = paragraph.querySelector("p")?.getBoundingClientRect();
      if (!number || !line) throw new Error("A paragraph has no number.");
      return { above: line.top - number.bottom, edge: number.top, beside: Math.abs(line.right - number.right) };
    }),
  );
  expect(gaps.length).toBeGreaterThan(10);
  for (const { above, edge, beside } of gaps) {
    expect(above).toBeGreaterThanOrEqual(0);
    expect(edge).toBeGreaterThanOrEqual(0);
    expect(beside).toBeLessThan(20);
  }
});

test("the wheel turns the text on and back; space and the keys of pages almost a screen; Home and End to its ends", async ({
  page,
}) => {
  await page.mouse.move(500, 350);
  await page.mouse.wheel(0, 300);
  await expectPlace(page, (now) => now === 300);
  await page.mouse.wheel(0, -120);
  await expectPlace(page, (now) => now === 180);
  await page.mouse.wheel(0, -180);
  await expectPlace(page, (now) => now === 0);

  await page.keyboard.press("Space");
  await expectPlace(page, (now) => now > 800 && now < 1000);
  const one = await place(page);
  await page.keyboard.press("PageDown");
  await expectPlace(page, (now) => now === 2 * one);
  await page.keyboard.press("PageUp");
  await expectPlace(page, (now) => now === one);
  await page.keyboard.press("Shift+Space");
  await expectPlace(page, (now) => now === 0);
  const whole = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await page.keyboard.press("End");
  await expectPlace(page, (now) => Math.abs(now - whole) <= 1);
  await page.keyboard.press("Home");
  await expectPlace(page, (now) => now === 0);
});

test("keys that a control needs are left to it", async ({ page }) => {
  await page.getByRole("button", { name: "表示" }).focus();
  await page.keyboard.press("Space");
  await expect(page.getByRole("dialog", { name: "表示の設定" })).toBeVisible();
  expect(await place(page)).toBe(0);
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await page.keyboard.type("a b");
  await expect(page.getByRole("searchbox")).toHaveValue("a b");
  expect(await place(page)).toBe(0);
});

test("wheel and keys over an open note move the note", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 400 });
  await page.locator(".note-mark a").first().press("Enter");
  const note = page.locator(".note-popover");
  await expect(note).toBeFocused();
  const before = await place(page);
  const inNote = () => note.evaluate((element) => Math.abs(element.scrollLeft));
  await page.keyboard.press("End");
  await expect.poll(inNote).toBeGreaterThan(25);
  await page.keyboard.press("Home");
  await expect.poll(inNote).toBe(0);
  const box = await note.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 30, (box?.y ?? 0) + 30);
  await page.mouse.wheel(0, 25);
  await expect.poll(inNote).toBe(25);
  expect(await place(page)).toBe(before);
});

test("a link to a paragraph brings it to the right edge, and the address of one opens there", async ({ page }) => {
  await page.goto("ja/przewodow/#p20");
  const paragraph = page.locator("#p20 > p").first();
  await expect(paragraph).toBeInViewport();
  const right = await paragraph.evaluate((element) => innerWidth - element.getBoundingClientRect().right);
  expect(right).toBeGreaterThanOrEqual(0);
  expect(right).toBeLessThan(200);
});

test("numbers of two digits stand side by side, abbreviations and years upright, foreign words on their side", async ({
  page,
}) => {
  const styles = await page.evaluate(() => {
    const of = (selector: string, text: string) => {
      const element = [...document.querySelectorAll(selector)].find(({ textContent }) => textContent === text);
      if (!element) throw new Error(`${text} is not marked.`);
      const { textCombineUpright, textOrientation } = getComputedStyle(element);
      const { width, height } = element.getBoundingClientRect();
      return { textCombineUpright, textOrientation, isTall: height > width };
    };
    return {
      month: of(".prose .tcy", "11"),
      year: of(".prose .digits", "2022"),
      treaty: of(".prose .upright", "NATO"),
      village: of(".prose [lang=pl]", "Przewodów"),
      part: of("h1 .tcy", "2"),
    };
  });
  expect(styles.month).toEqual({ textCombineUpright: "all", textOrientation: "mixed", isTall: false });
  expect(styles.part.textCombineUpright).toBe("all");
  expect(styles.year).toEqual({ textCombineUpright: "none", textOrientation: "upright", isTall: true });
  expect(styles.treaty.textOrientation).toBe("upright");
  expect(styles.village).toEqual({ textCombineUpright: "none", textOrientation: "sideways", isTall: true });
});

test("a page set horizontally again is turned as any other", async ({ page }) => {
  await page.evaluate(() => localStorage.clear());
  await page.getByRole("button", { name: "表示" }).press("Enter");
  await page.getByRole("radio", { name: "横組み" }).press("Space");
  await page.keyboard.press("Escape");
  await page.mouse.move(500, 350);
  await page.mouse.wheel(0, 300);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(300);
});

test.describe("on a phone", () => {
  test.use({ isMobile: true, hasTouch: true, viewport: { width: 360, height: 740 } });

  test("the text begins at its beginning, and the line is as long as the screen", async ({ page }) => {
    await expect(page.getByRole("heading", { level: 1 })).toBeInViewport({ ratio: 1 });
    expect(await place(page)).toBe(0);
    expect(await page.evaluate(() => innerWidth)).toBe(360);
  });

  test("what belongs to a paragraph stands above it, on the screen", async ({ page }) => {
    await wake(page);
    const places = await page
      .locator(".paragraph-number, .paragraph > :is(.peek-link, .cite-button)")
      .evaluateAll((all) =>
        all.map((one) => {
          const box = one.getBoundingClientRect();
          const text = one.parentElement?.querySelector("p")?.getBoundingClientRect();
          return { top: box.top, above: (text?.top ?? 0) - box.bottom };
        }),
      );
    expect(places.length).toBeGreaterThan(14);
    for (const { top, above } of places) {
      expect(top).toBeGreaterThanOrEqual(0);
      expect(above).toBeGreaterThanOrEqual(0);
    }
  });
});
