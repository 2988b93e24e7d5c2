import type { Page } from "@playwright/test";
import { expectNotesInTheMargin } from "../support/margin-notes.ts";
import { choose, open, readAs, settle, signOf, WRITINGS, written } from "../support/reading.ts";
import { testOn } from "../support/sites.ts";
import { expect, test as real } from "../support/test.ts";

const crowded = testOn("many-notes");

const SCREENS = {
  horizontal: [1120, 1280, 1366, 1680, 2200].map((width) => ({ width, height: 900 })),
  vertical: [800, 900, 1000, 1200, 1440].map((height) => ({ width: 1280, height })),
};
/** A page of the crowded essay on which the notes are longer than the text, and the one where they stand closest. */
const CROWDED_PAGES = ["ja/full/", "ja/crowd/", "ja/end/"];

async function openAt(page: Page, path: string, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size);
  await open(page, path);
}

for (const writing of WRITINGS) {
  real(`the essay's notes stand beside their marks: ${writing}`, async ({ page }) => {
    await readAs(page, written(writing));
    await page.setViewportSize(SCREENS[writing][0] ?? { width: 1280, height: 900 });
    await open(page, "ja/full/");
    for (const size of SCREENS[writing]) {
      await page.setViewportSize(size);
      await settle(page);
      const { beside } = await expectNotesInTheMargin(page);
      expect(beside, `${size.width} × ${size.height}`).toBeGreaterThan(1);
    }
  });

  crowded(`notes that crowd together keep apart and in order: ${writing}`, async ({ page }) => {
    await readAs(page, written(writing));
    for (const path of CROWDED_PAGES) {
      await page.setViewportSize(SCREENS[writing][0] ?? { width: 1280, height: 900 });
      await open(page, path);
      for (const size of SCREENS[writing]) {
        await page.setViewportSize(size);
        await settle(page);
        const { beside, moved } = await expectNotesInTheMargin(page);
        expect(beside, `${path}, ${size.width} × ${size.height}`).toBeGreaterThan(0);
        expect(moved, `${path}, ${size.width} × ${size.height}`).toBeGreaterThan(0);
      }
    }
  });
}

crowded(
  "notes that are longer than the text run on beside the way on, and before the foot of the page",
  async ({ page }) => {
    await openAt(page, "ja/end/", { width: 1280, height: 900 });
    const boxOf = async (selector: string) => {
      const { x = 0, y = 0, width = 0, height = 0 } = (await page.locator(selector).last().boundingBox()) ?? {};
      return { left: x, right: x + width, top: y, bottom: y + height };
    };
    const [text, article, way, last, foot] = [
      await boxOf(".prose"),
      await boxOf("article"),
      await boxOf(".section-navigation"),
      await boxOf(".note"),
      await boxOf(".site-footer"),
    ];
    expect(last.bottom).toBeGreaterThan(text.bottom);
    expect(way.top - article.bottom).toBeLessThan(100);
    expect(last.left).toBeGreaterThan(way.right);
    expect(foot.top).toBeGreaterThan(Math.max(last.bottom, way.bottom));
  },
);

crowded("the notes find their places again after every change", async ({ page }) => {
  await openAt(page, "ja/crowd/", { width: 1680, height: 1000 });
  await expectNotesInTheMargin(page);
  for (const [group, choice] of [
    ["文字", "特大"],
    ["行間", "広い"],
    ["書体", "ゴシック"],
    ["組み方", "縦組み"],
    ["文字", "小"],
    ["行間", "狭い"],
    ["組み方", "横組み"],
  ] as const) {
    await choose(page, group, choice);
    await settle(page);
    await expectNotesInTheMargin(page);
  }
  await page.evaluate(() => {
    for (const note of document.querySelectorAll<HTMLElement>(".note")) note.style.letterSpacing = "0.12em";
  });
  await settle(page);
  await expectNotesInTheMargin(page);
  for (const size of [
    { width: 1130, height: 850 },
    { width: 1900, height: 1100 },
  ]) {
    await page.setViewportSize(size);
    await settle(page);
    await expectNotesInTheMargin(page);
  }
});

crowded(
  "a screen that becomes narrow has the notes in a list, and one that becomes wide in the margin",
  async ({ page }) => {
    await openAt(page, "ja/crowd/", { width: 1280, height: 900 });
    await expectNotesInTheMargin(page);
    await page.setViewportSize({ width: 700, height: 900 });
    await settle(page);
    await expect(page.locator("html")).toHaveAttribute("data-notes", "list");
    const places = await page
      .locator(".note")
      .evaluateAll((notes) =>
        notes.map((note) => ({ ...note.getBoundingClientRect().toJSON(), position: getComputedStyle(note).position })),
      );
    const text = await page.locator(".prose").boundingBox();
    let end = (text?.y ?? 0) + (text?.height ?? 0);
    for (const { top, bottom, position } of places) {
      expect(position).toBe("static");
      expect(top).toBeGreaterThanOrEqual(end);
      end = bottom;
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    await settle(page);
    await expectNotesInTheMargin(page);
  },
);

crowded("a mark leads to its note, and a note to its mark, without moving a page that shows both", async ({ page }) => {
  await openAt(page, "ja/crowd/", { width: 1280, height: 900 });
  await page.locator(".note-mark a").first().scrollIntoViewIfNeeded();
  const note = page.locator(".note").nth(1);
  await expect(note).toBeInViewport({ ratio: 1 });
  const before = await page.evaluate(() => scrollY);
  await page.locator(".note-mark a").nth(1).click();
  await expect(page.locator(".note:target")).toHaveAttribute("value", "3");
  expect(await page.evaluate(() => scrollY)).toBe(before);
  await note.locator(".note-back a").click();
  expect(await signOf(page.locator(".note-mark a:target"))).toBe("3");
  expect(await page.evaluate(() => scrollY)).toBe(before);
});
