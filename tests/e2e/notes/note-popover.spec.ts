import type { Page } from "@playwright/test";
import { open, readAs, settle, WRITINGS, written } from "../support/reading.ts";
import { expect, test } from "../support/test.ts";

/** A phone, the narrowest phone, and 1280 × 1024 at 400 %. */
const SCREENS = [
  { width: 360, height: 740 },
  { width: 320, height: 568 },
  { width: 320, height: 256 },
];
const SECTION = "ja/przewodow/";
/** Marks of the essay's own notes. */
const MARKS = ".note-mark:not(.editor-mark) a";

const popover = (page: Page) => page.getByRole("dialog", { name: /^(注\d+|編\d+（編者注）)$/u });

/** How far the open note reaches over each edge of what is seen of the page; nothing is above zero. */
const overhang = (page: Page) =>
  popover(page).evaluate((element) => {
    const box = element.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const body = document.body.getBoundingClientRect();
    const vertical = getComputedStyle(document.body).writingMode === "vertical-rl";
    const width = vertical ? clientWidth : Math.min(clientWidth, body.width);
    const height = vertical ? Math.min(clientHeight, body.height) : clientHeight;
    return Math.max(-box.left, -box.top, box.right - width, box.bottom - height);
  });

/** Opens every note with its mark at the beginning, in the middle and at the end of the screen; runs in the page. */
async function openAll(): Promise<{ opened: number; over: string[] }> {
  const over: string[] = [];
  let opened = 0;
  const change = (isDone: () => boolean) =>
    new Promise<void>((done) => {
      if (isDone()) return done();
      const observer = new MutationObserver(() => {
        if (!isDone()) return;
        observer.disconnect();
        done();
      });
      observer.observe(document.body, { childList: true, subtree: true, attributes: true });
    });
  const popover = () => document.querySelector<HTMLElement>(".note-popover");
  for (const mark of document.querySelectorAll<HTMLElement>(".note-mark a"))
    for (const block of ["start", "center", "end"] as const) {
      mark.scrollIntoView({ block, behavior: "instant" });
      mark.click();
      await change(() => mark.ariaExpanded === "true" && popover()?.matches(":popover-open:focus") === true);
      const note = popover();
      if (!note) throw new Error("There is no note.");
      const box = note.getBoundingClientRect();
      const { clientWidth, clientHeight } = document.documentElement;
      const body = document.body.getBoundingClientRect();
      const vertical = getComputedStyle(document.body).writingMode === "vertical-rl";
      const width = vertical ? clientWidth : Math.min(clientWidth, body.width);
      const height = vertical ? Math.min(clientHeight, body.height) : clientHeight;
      const overhang = Math.max(-box.left, -box.top, box.right - width, box.bottom - height);
      if (overhang > 0) over.push(`${note.ariaLabel} with its mark at the ${block}: ${overhang} px`);
      opened += 1;
      note.hidePopover();
      await change(() => popover() === null);
    }
  return { opened, over };
}

for (const writing of WRITINGS) {
  test(`no note leaves the screen: ${writing}`, async ({ page }) => {
    await readAs(page, written(writing));
    await page.setViewportSize(SCREENS[0] ?? { width: 360, height: 740 });
    await open(page, "ja/full/");
    for (const size of SCREENS) {
      await page.setViewportSize(size);
      await settle(page);
      const { opened, over } = await page.evaluate(openAll);
      expect(opened).toBe(3 * (await page.locator(".note-mark a").count()));
      expect(over, `${size.width} × ${size.height}`).toEqual([]);
    }
  });

  test(`it stays, in view and readable to its end, while the page moves: ${writing}`, async ({ page }) => {
    await readAs(page, written(writing));
    // Lines long enough that the note leaves room to move in.
    await page.setViewportSize({ width: 360, height: writing === "vertical" ? 760 : 500 });
    await page.goto(SECTION);
    const mark = page.locator(".note-mark a").first();
    // From the screen's far edge the mark has the whole screen to cross, and the note beside it.
    await mark.evaluate((element) => element.scrollIntoView({ block: "end" }));
    await mark.press("Enter");
    await expect(popover(page)).toBeVisible();
    const step = writing === "vertical" ? { left: -150 } : { top: 150 };
    const places = new Set<string>();
    for (let turn = 0; turn < 12; turn += 1) {
      await page.evaluate((by) => scrollBy(by), turn < 6 ? step : { left: -(step.left ?? 0), top: -(step.top ?? 0) });
      await settle(page);
      await expect(popover(page)).toBeVisible();
      expect(await overhang(page)).toBeLessThanOrEqual(0);
      places.add(JSON.stringify(await popover(page).boundingBox()));
    }
    expect(places.size).toBeGreaterThan(1);
    await page.setViewportSize({ width: 640, height: 320 });
    await settle(page);
    expect(await overhang(page)).toBeLessThanOrEqual(0);
    const close = popover(page).getByRole("button", { name: "閉じる" });
    await expect(close).toBeInViewport({ ratio: 1 });
  });
}

test("with the keyboard alone: from the mark into the note, through its links, and back", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(SECTION);
  const mark = page.locator(MARKS).first();
  await mark.focus();
  await page.keyboard.press("Enter");
  await expect(popover(page)).toBeFocused();
  await expect(mark).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("Tab");
  await expect(popover(page).getByRole("link", { name: "nato.int" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(popover(page).getByRole("link", { name: "注の一覧で見る" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(popover(page).getByRole("button", { name: "閉じる" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(popover(page)).toHaveCount(0);
  await expect(mark).toBeFocused();
  await expect(mark).not.toHaveAttribute("aria-expanded");

  await page.keyboard.press("Enter");
  await popover(page).getByRole("button", { name: "閉じる" }).press("Enter");
  await expect(popover(page)).toHaveCount(0);
  await expect(mark).toBeFocused();

  await page.keyboard.press("Enter");
  await popover(page).getByRole("button", { name: "閉じる" }).press("Tab");
  await expect(popover(page)).toHaveCount(0);
  await expect(page.locator("#p18 .paragraph-number")).toBeFocused();
  await mark.press("Enter");
  await expect(popover(page)).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(popover(page)).toHaveCount(0);
  await expect(mark).toBeFocused();
});

test("with the pointer: nothing opens by itself, a press opens and a press outside closes", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(SECTION);
  const mark = page.locator(MARKS).first();
  await mark.hover();
  await settle(page);
  await expect(popover(page)).toHaveCount(0);
  await mark.click();
  await expect(popover(page)).toBeVisible();
  await expect(page).toHaveURL(SECTION);
  await page.mouse.move(5, 5);
  await expect(popover(page)).toBeVisible();

  const words = popover(page).locator(".note-body p");
  await words.click({ clickCount: 3 });
  await expect(popover(page)).toBeVisible();
  expect(await page.evaluate(() => getSelection()?.toString().length)).toBeGreaterThan(20);

  await page.mouse.click(5, 300);
  await expect(popover(page)).toHaveCount(0);
  await expect(mark).toBeFocused();
});

test("a second press on the mark closes its note; another mark's note takes its place", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("ja/inside-outside/");
  const marks = page.locator(MARKS);
  await marks.nth(1).press("Enter");
  await expect(popover(page)).toHaveAccessibleName("注3");
  await marks.nth(2).press("Enter");
  await expect(popover(page)).toHaveAccessibleName("注4");
  await marks.nth(2).press("Enter");
  await expect(popover(page)).toHaveCount(0);
});

test("its separate link leads to the note in the list", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(SECTION);
  await page.locator(MARKS).first().click();
  await popover(page).getByRole("link", { name: "注の一覧で見る" }).click();
  await expect(popover(page)).toHaveCount(0);
  const note = page.locator(".note:target");
  await expect(note).toHaveAttribute("data-number", "5");
  await expect(note).toBeInViewport();
  await expect(note).toBeFocused();
});

test("the words stand on the page once when no note is open, and once more in the one that is", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(SECTION);
  const words = page.getByText("逐語訳ではなく");
  await expect(words).toHaveCount(1);
  await page.locator(MARKS).first().click();
  await expect(words).toHaveCount(2);
  await page.keyboard.press("Escape");
  await expect(words).toHaveCount(1);
});
