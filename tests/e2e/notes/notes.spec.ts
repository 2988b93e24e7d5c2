import type { Page } from "@playwright/test";
import { sectionPaths } from "../support/built-site.ts";
import { open, settle, signOf } from "../support/reading.ts";
import { expect, test } from "../support/test.ts";

/*
 * That each mark has its note, and each note its ways back, is checked over the files; here, that who follows them sees
 * where he is.
 */

/** Follows every mark to its note and back; runs in the page. */
async function followAll(): Promise<{ followed: number; wrong: string[] }> {
  const wrong: string[] = [];
  const marks = [...document.querySelectorAll<HTMLAnchorElement>(".note-mark a")];
  const next = (isDone: () => boolean) =>
    new Promise<void>((done) => {
      const look = () => (isDone() ? done() : requestAnimationFrame(look));
      look();
    });
  /** The browser shows a target, or its beginning where it is longer than the screen. */
  const isSeen = (element: Element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  };
  const follow = async (link: HTMLAnchorElement, target: Element | null) => {
    const changed = new Promise((done) => addEventListener("hashchange", done, { once: true }));
    link.click();
    await changed;
    // With the next frame the notes have their places, and the page has gone as far as it has to.
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    await next(() => target?.matches(":target") === true);
    if (!target || !isSeen(target)) wrong.push(`${link.hash} is not seen from ${link.ariaLabel}`);
  };
  const inMargin = document.documentElement.dataset["notes"] === "margin";
  /** In the margin the page scrolls no further than to show the first line of the note. */
  const enter = async (mark: HTMLAnchorElement, note: HTMLElement) => {
    mark.scrollIntoView({ block: "end", behavior: "instant" });
    const before = scrollY;
    await follow(mark, note);
    // As it stands now, before the page scrolled.
    const stood = note.getBoundingClientRect().top + scrollY - before;
    const line = Number.parseFloat(getComputedStyle(note).lineHeight);
    const needed = Math.max(0, stood + line - document.documentElement.clientHeight);
    if (Math.abs(scrollY - before - needed) > 2)
      wrong.push(`${mark.hash} is ${needed} px out of view, and the page scrolls by ${scrollY - before}`);
    if (document.activeElement !== note) wrong.push(`${mark.hash} has not the focus`);
  };
  for (const mark of marks) {
    const note = document.querySelector<HTMLElement>(`li[id="${mark.hash.slice(1)}"]`);
    if (inMargin && note) {
      // Beside its mark, where a long one of the editors is folded until its mark is pressed.
      await enter(mark, note);
      const body = note?.querySelector(".note-body");
      if (!body || body.scrollHeight > body.clientHeight + 1) wrong.push(`${mark.hash} is not seen whole`);
    } else {
      // It opens in place, and leads on to its list.
      mark.click();
      await next(() => document.querySelector(".note-popover:popover-open") !== null);
      const toList = document.querySelector<HTMLAnchorElement>(".note-popover-links a");
      if (toList?.hash === mark.hash) await follow(toList, note);
      else wrong.push(`${mark.ariaLabel} has no way to its list`);
    }
    const back = note?.querySelector<HTMLAnchorElement>(`.note-back a[href="#${mark.id}"]`);
    if (back) await follow(back, mark);
    else wrong.push(`${mark.hash} has no way back`);
    if (document.activeElement !== mark) wrong.push(`${mark.hash} does not lead the focus back`);
  }
  return { followed: marks.length, wrong };
}

async function expectAllFollowed(page: Page): Promise<void> {
  const { followed, wrong } = await page.evaluate(followAll);
  expect.soft(wrong).toEqual([]);
  expect(followed).toBe(await page.locator(".note-mark a").count());
}

test("every note there and back: on the sections' pages", async ({ page }) => {
  for (const path of sectionPaths("ja"))
    await test.step(path, async () => {
      await open(page, path);
      await expect(page.locator("html")).toHaveAttribute("data-notes", "margin");
      await expectAllFollowed(page);
    });
});

test("every note there and back: on the page of the whole, with room beside the text and without", async ({ page }) => {
  await open(page, "ja/full/");
  for (const [width, notes] of [
    [1440, "margin"],
    [800, "list"],
  ] as const)
    await test.step(notes, async () => {
      await page.setViewportSize({ width, height: 900 });
      await settle(page);
      await expect(page.locator("html")).toHaveAttribute("data-notes", notes);
      await expectAllFollowed(page);
    });
});

test("a long note of the editors in the margin is folded but while it is the one that its mark led to", async ({
  page,
}) => {
  await open(page, "ja/full/");
  const isFolded = (body: Element) => body.scrollHeight > body.clientHeight + 1;
  const bodies = page.locator(".editor-notes .note-body");
  const index = (
    await bodies.evaluateAll((all) => all.map((body) => body.scrollHeight > body.clientHeight + 1))
  ).indexOf(true);
  expect(index).toBeGreaterThanOrEqual(0);
  const body = bodies.nth(index);
  const id = await body.evaluate((words) => words.closest("li")?.id);
  const mark = page.locator(`.note-mark a[href="#${id}"]`).first();
  await mark.click();
  await expect.poll(() => body.evaluate(isFolded)).toBe(false);
  await page.locator(`[id="${id}"] .note-back a`).first().click();
  await mark.evaluate((link: HTMLElement) => link.blur());
  await expect.poll(() => body.evaluate(isFolded)).toBe(true);
});

test("with the keyboard alone: from a mark into the note beside it, and by Escape or past its end back", async ({
  page,
}) => {
  await open(page, "ja/przewodow/");
  const mark = page.locator(".note-mark:not(.editor-mark) a").first();
  await mark.press("Enter");
  const note = page.locator(".note:target");
  await expect(note).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(note.getByRole("link", { name: "nato.int" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(mark).toBeFocused();
  await expect(mark).toBeInViewport();
  await mark.press("Enter");
  await expect(note).toBeFocused();
  await note.locator(".note-back a").press("Tab");
  await expect(page.locator("#p18 .paragraph-number")).toBeFocused();
});

test("on a mark of a section one reads a note with the pointer, and gets back", async ({ page }) => {
  await open(page, "ja/przewodow/");
  const mark = page.locator(".note-mark:not(.editor-mark) a").first();
  const sign = await signOf(mark);
  expect(sign).toMatch(/^\d+$/u);
  await mark.click();
  const note = page.locator("li:target");
  await expect(note).toHaveAttribute("value", sign);
  await expect(note).toBeInViewport();
  await note.locator(".note-back a").first().click();
  expect(await signOf(page.locator(".note-mark a:target"))).toBe(sign);
  await expect(mark).toBeInViewport();
});

test("the page of notes leads to marks on the sections' pages", async ({ page }) => {
  for (const index of [0, -1]) {
    await open(page, "ja/notes/");
    const note = page.locator("[data-note]").nth(index);
    const id = await note.getAttribute("id");
    await note.locator(".note-back a").first().click();
    await expect(page.locator(".note-mark a:target")).toHaveAttribute("href", `#${id}`);
    await expect(page.locator(".note-mark a:target")).toBeInViewport();
  }
});
