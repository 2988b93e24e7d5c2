import type { Page } from "@playwright/test";
import { readAs, settle, WRITINGS, written } from "../support/reading.ts";
import { expect, test } from "../support/test.ts";

/** Whether the current hit is on the screen, and nothing floats over it. */
const isSeen = (page: Page) =>
  page.evaluate(() => {
    const [range] = [...(CSS.highlights.get("search-current") ?? [])] as Range[];
    const bar = document.querySelector(".search-bar")?.getBoundingClientRect();
    if (!range || !bar) return false;
    const { top, right, bottom, left } = range.getBoundingClientRect();
    const isCovered = left < bar.right && right > bar.left && top < bar.bottom && bottom > bar.top;
    return top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth && !isCovered;
  });

const WITH_QUERY = "ja/przewodow/?q=ミサイル#p13";

for (const writing of WRITINGS)
  test(`hits are brought into view, clear of what floats: ${writing}`, async ({ page }) => {
    await readAs(page, written(writing));
    for (const size of [
      { width: 320, height: 256 },
      { width: 360, height: 640 },
    ]) {
      await page.setViewportSize(size);
      await page.goto(WITH_QUERY);
      const next = page.getByRole("button", { name: "次の一致へ" });
      for (let step = 0; step < 8; step += 1) {
        await expect.poll(() => isSeen(page), `${size.height}, step ${step}`).toBe(true);
        await next.press("Enter");
      }
      await page.goto("about:blank");
    }
  });

test("the reader's own links lead where they lead, with hits and without, and cleared marks stay away", async ({
  page,
}) => {
  await page.goto(WITH_QUERY);
  await expect(page.locator(".search-bar")).toBeVisible();
  const without = await page
    .locator(".paragraph")
    .evaluateAll((all) => all.find(({ textContent }) => !textContent?.includes("ミサイル"))?.id);
  expect(without).toBeDefined();
  for (const id of [without, "p13"]) {
    await page.locator(`#${id} > .paragraph-number`).evaluate((link: HTMLElement) => link.click());
    await settle(page);
    await expect(page.locator(`#${id}`)).toBeInViewport();
    expect(
      await page.locator(`#${id}`).evaluate((target) => Math.round(target.getBoundingClientRect().top)),
    ).toBeLessThan(60);
  }
  await page.getByRole("button", { name: "印を消す" }).press("Enter");
  await expect(page.locator("main")).toBeFocused();
  await page.locator("#p14 > .paragraph-number").evaluate((link: HTMLElement) => link.click());
  await settle(page);
  expect(await page.evaluate(() => [...CSS.highlights.keys()])).toEqual([]);
});

test("an address that names something without a hit is not left for one", async ({ page }) => {
  await page.goto("ja/przewodow/?q=ミサイル#note-duda-2022");
  await expect(page.locator(".search-bar")).toBeVisible();
  await settle(page);
  await expect(page.locator("#note-duda-2022")).toBeInViewport();
});

test("marks of hits are not printed", async ({ page }) => {
  await page.goto(WITH_QUERY);
  await expect(page.locator(".search-bar")).toBeVisible();
  const background = () =>
    page.locator("#p13 p").evaluate((words) => getComputedStyle(words, "::highlight(search)").backgroundColor);
  const marked = await background();
  // The sheet for paper comes with the first sign of a reader.
  await page.keyboard.press("Shift");
  await page.waitForFunction(() => [...document.styleSheets].some(({ media }) => media.mediaText === "print"));
  await page.emulateMedia({ media: "print" });
  expect(await background()).not.toBe(marked);
  expect(await background()).toMatch(/rgba\(0, 0, 0, 0\)|transparent/u);
});

test("the list keeps its place and its focus for whoever comes back or loads it again", async ({ page }) => {
  await page.setViewportSize({ width: 600, height: 400 });
  await page.goto("ja/search/?q=抑止");
  const hits = page.locator(".search-hit");
  await hits.nth(8).scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollBy(0, 150));
  const place = await page.evaluate(() => scrollY);
  expect(place).toBeGreaterThan(300);
  await page.reload();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(place);
  const href = await hits.nth(8).getAttribute("href");
  await hits.nth(8).press("Enter");
  await page.waitForURL(/#/u);
  await page.goBack();
  await expect(hits.nth(8)).toBeFocused();
  await expect(hits.nth(8)).toHaveAttribute("href", href ?? "");
  await expect(hits.nth(8)).toBeInViewport();
});

test("a page that is set vertically keeps its place when it is loaded again", async ({ page }) => {
  await readAs(page, written("vertical"));
  await page.goto("ja/russia-problem/");
  await settle(page);
  // In the midst of the page: its end is where a browser might come to by itself.
  const place = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    scrollTo({ left: -Math.round((scrollWidth - clientWidth) * 0.6), behavior: "instant" });
    return scrollX;
  });
  expect(place).toBeLessThan(-1000);
  await settle(page);
  await page.reload();
  await expect.poll(() => page.evaluate(() => scrollX)).toBe(place);
});

test("a passage is found that was pasted with its numbers, and one that no address could carry", async ({ page }) => {
  await page.goto("ja/search/");
  await page.evaluate(() => customElements.whenDefined("search-panel").then(() => undefined));
  const field = page.locator("search-panel input[type=search]");
  await page.goto("ja/przewodow/");
  const { words, id } = await page
    .locator(".paragraph .note-mark")
    .first()
    .evaluate((mark) => {
      const paragraph = mark.closest<HTMLElement>("[data-paragraph]") as HTMLElement;
      const block = mark.closest("p") as HTMLElement;
      const range = document.createRange();
      range.setStart(block, 0);
      range.setEndBefore(mark);
      const before = range.toString();
      range.selectNodeContents(block);
      range.setStartAfter(mark);
      const number = paragraph.dataset["paragraph"] ?? "";
      return { words: `${number}${before}編8${range.toString().slice(0, 6)}`, id: paragraph.id };
    });
  await page.goto("ja/search/");
  await field.fill(words);
  await expect(page.locator(`.search-hit[href$='#${id}']`)).toBeVisible();
  await page.locator(`.search-hit[href$='#${id}']`).press("Enter");
  await page.waitForURL(/#/u);
  await expect.poll(() => page.evaluate(() => CSS.highlights.get("search")?.size)).toBe(1);

  await page.goto("ja/search/");
  await field.fill(`${"抑止 ".repeat(40)}${"とても長い語句".repeat(700)}`);
  await expect(page.locator(".search-hit").first()).toBeVisible();
  expect(page.url().length).toBeLessThan(2000);
  expect((await page.reload())?.status()).toBe(200);
  await expect(page.locator(".search-hit").first()).toBeVisible();
});

test("a press on the field's own × while composing leaves the field as good as new", async ({ page }) => {
  await page.goto("ja/search/");
  await page.evaluate(() => customElements.whenDefined("search-panel").then(() => undefined));
  const field = page.locator("search-panel input[type=search]");
  await field.focus();
  const inputMethod = await page.context().newCDPSession(page);
  await inputMethod.send("Input.imeSetComposition", { text: "よくし", selectionStart: 3, selectionEnd: 3 });
  const box = await field.boundingBox();
  await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) - 16, (box?.y ?? 0) + (box?.height ?? 0) / 2);
  await expect(field).toHaveValue("");
  await field.pressSequentially("NATO");
  await expect(page.locator(".search-hit").first()).toBeVisible();
});

test("a page that a browser has translated searches its own text, in its own words", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto("ja/przewodow/");
  await settle(page);
  await page.evaluate(() => (document.documentElement.lang = "fr"));
  await page.keyboard.press("/");
  await page.locator("#search input[type=search]").fill("抑止");
  await expect(page.locator("#search .search-status")).toHaveText(/^\d+か所に\d+件/u);
  expect(asked.filter((path) => path.startsWith("/pagefind/") && !path.startsWith("/pagefind/ja/"))).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(page.locator("#search")).toBeHidden();
  await page.locator("[data-opens=settings]").press("Enter");
  await expect(page.getByRole("dialog", { name: "表示の設定" })).toBeVisible();
});
