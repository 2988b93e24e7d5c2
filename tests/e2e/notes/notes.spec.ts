import { expect, test } from "@playwright/test";
import { sectionPaths } from "../support/built-site.ts";
import { open, signOf } from "../support/reading.ts";

/*
 * That each mark has its note, and each note its ways back, is checked over the files; here, that who follows them sees
 * where he is.
 */

test.use({ contextOptions: { reducedMotion: "reduce" } });

/** Follows every mark to its note and back; runs in the page. */
async function followAll(): Promise<{ followed: number; wrong: string[] }> {
  const wrong: string[] = [];
  const marks = [...document.querySelectorAll<HTMLAnchorElement>(".note-mark a")];
  const next = (isDone: () => boolean) =>
    new Promise<void>((done, fail) => {
      const start = performance.now();
      const look = () => {
        if (isDone()) done();
        else if (performance.now() - start > 10_000) fail(new Error("Nothing came of a press."));
        else requestAnimationFrame(look);
      };
      look();
    });
  /** The browser shows a target, or its beginning where it is longer than the screen. */
  const isSeen = (element: Element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  };
  const follow = async (link: HTMLAnchorElement, target: Element | null) => {
    link.click();
    await next(() => target?.matches(":target") === true);
    await new Promise(requestAnimationFrame);
    if (!target || !isSeen(target)) wrong.push(`${link.hash} is not seen from ${link.ariaLabel}`);
  };
  for (const mark of marks) {
    const note = document.querySelector(`li[id="${mark.hash.slice(1)}"]`);
    if (mark.closest(".editor-mark")) {
      // An editors' note stands beside its mark; where there is no room it opens in place, and leads on to its list.
      mark.click();
      const popover = () => document.querySelector(".note-popover:popover-open");
      await next(() => popover() !== null || note?.matches(":target") === true);
      if (!popover()) await follow(mark, note);
      else {
        const toList = document.querySelector<HTMLAnchorElement>(".note-popover-links a");
        if (toList) await follow(toList, note);
        else wrong.push(`${mark.ariaLabel} has no way to its list`);
      }
    } else await follow(mark, note);
    const back = note?.querySelector<HTMLAnchorElement>(`.note-back a[href="#${mark.id}"]`);
    if (back) await follow(back, mark);
    else wrong.push(`${mark.hash} has no way back`);
  }
  return { followed: marks.length, wrong };
}

for (const path of [...sectionPaths("ja"), "ja/full/"])
  test(`${path}: every note there and back`, async ({ page }) => {
    await open(page, path);
    const { followed, wrong } = await page.evaluate(followAll);
    expect(wrong).toEqual([]);
    expect(followed).toBe(await page.locator(".note-mark a").count());
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
