import type { Page } from "@playwright/test";
import { readAs, settle } from "../support/reading.ts";
import { setOnPage } from "../support/settings-sheet.ts";
import { expect, test } from "../support/test.ts";

const background = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => getComputedStyle(element).backgroundColor);
const overflow = (page: Page) =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    return Math.max(scrollWidth, document.body.scrollWidth) - clientWidth;
  });

test("the index leads to each group, by keyboard", async ({ page }) => {
  await page.goto("ja/glossary/");
  const links = page.locator(".initials a");
  await links.filter({ hasText: "さ" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".term-group > h2:target")).toHaveText("さ");
  await expect(page.locator(".term-group > h2:target")).toBeInViewport();
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("one comes from a section to an event and a term, sees which it is, and gets back", async ({ page }) => {
      for (const [target, other] of [
        ["#event-przewodow-2022", "#event-stoltenberg-2022"],
        ["#term-interceptor", "#term-deterrence"],
      ] as const) {
        await page.goto("ja/przewodow/");
        await page.locator(`.annotations a[href$="${target}"]`).click();
        await expect(page.locator(target)).toBeInViewport();
        expect(await background(page, target)).not.toBe(await background(page, other));
        await page.locator(target).getByRole("link", { name: "¶13", exact: true }).click();
        await expect(page).toHaveURL(/\/ja\/przewodow\/#p13$/u);
      }
    });
  });
}

test("every dot leads to its event; on a telephone it stands beside it", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto("ja/timeline/");
  const dots = page.locator(".chronology .along a");
  const count = await dots.count();
  expect(count).toBe(await page.locator(".event").count());
  for (const index of [0, Math.floor(count / 2), count - 1]) {
    const dot = dots.nth(index);
    const href = (await dot.getAttribute("href")) ?? "";
    await dot.locator(".mark").click();
    await expect(page).toHaveURL(new RegExp(`${href}$`, "u"));
    await expect(page.locator(href)).toBeInViewport();
  }
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(page.locator(".chronology")).toBeHidden();
  const beside = await page.locator(".event").evaluateAll((events) =>
    events.map((event) => {
      const { content, backgroundColor, borderTopColor } = getComputedStyle(event, "::before");
      return content !== "none" && (backgroundColor === borderTopColor) === !event.classList.contains("inexact");
    }),
  );
  expect(beside).toEqual(Array(count).fill(true));
});

test("the line of the essay parts the dots and the list alike, the keyboard meets the list alone, and paper has all", async ({
  page,
}) => {
  await page.goto("ja/timeline/");
  const { wrong, count } = await page.evaluate(() => {
    const centre = (element: Element | null) => {
      const { left, right } = element?.getBoundingClientRect() ?? new DOMRect();
      return (left + right) / 2;
    };
    const moment = document.querySelector(".essay-moment");
    const line = centre(document.querySelector(".chronology .along line.work"));
    const dots = [...document.querySelectorAll(".chronology .along a:not(.work)")];
    const isWrong = (dot: Element) => {
      const event = document.querySelector(dot.getAttribute("href") ?? "");
      if (!moment || !event) return true;
      const isLater = Boolean(moment.compareDocumentPosition(event) & Node.DOCUMENT_POSITION_FOLLOWING);
      return isLater !== centre(dot.querySelector(".mark")) > line;
    };
    return { wrong: dots.filter(isWrong).map((dot) => dot.getAttribute("href")), count: dots.length };
  });
  expect(wrong).toEqual([]);
  expect(count).toBeGreaterThan(20);

  await page.locator("main").focus();
  for (let press = 0; press < 3; press += 1) {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest(".event")?.id)).toBeTruthy();
  }

  await page.setViewportSize({ width: 600, height: 900 });
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".chronology .along")).toBeVisible();
  await expect(page.locator("#event-ankara-2026")).toBeVisible();
});

test("the other language opens at the same entry", async ({ page }) => {
  for (const address of ["timeline/#event-madrid-2022", "glossary/#term-containment"]) {
    await page.goto(`ja/${address}`);
    await page.locator(".language-switch a").evaluate((link) => (link as HTMLElement).click());
    await expect(page).toHaveURL(new RegExp(`/en/${address}$`, "u"));
  }
});

test("timeline and glossary fit a narrow screen with large letters", async ({ page }) => {
  await readAs(page, { size: "largest" });
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of ["ja/timeline/", "en/timeline/", "ja/glossary/", "en/glossary/"]) {
    await page.goto(path);
    await settle(page);
    expect.soft(await overflow(page), path).toBeLessThanOrEqual(0);
  }
});

test("beside vertical lines time runs down, within their length and with little room before the list", async ({
  page,
}) => {
  await readAs(page, { writing: "vertical" });
  const size = { width: 1280, height: 800 };
  await page.setViewportSize(size);
  await page.goto("ja/timeline/");
  await settle(page);
  await expect(page.locator(".chronology .along")).toBeHidden();
  const drawing = page.locator(".chronology .down");
  const box = (await drawing.boundingBox()) ?? { x: 0, y: -1, width: Number.POSITIVE_INFINITY, height: 0 };
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(box.y + box.height).toBeLessThanOrEqual(size.height);
  expect(box.height).toBeGreaterThan(size.height / 2);
  expect(box.width).toBeLessThan(box.height / 3);
  const years = await drawing
    .locator(".year-label")
    .evaluateAll((labels) => labels.map((label) => [Number(label.textContent), label.getBoundingClientRect().top]));
  expect(years.length).toBeGreaterThan(2);
  expect(years.toSorted(([, one = 0], [, other = 0]) => one - other)).toEqual(
    years.toSorted(([one = 0], [other = 0]) => one - other),
  );
  const marks = drawing.locator(".mark");
  const places = [marks.first(), marks.last()].map(async (mark) => (await mark.boundingBox())?.y ?? 0);
  const [first = 0, last = 0] = await Promise.all(places);
  expect(last - first).toBeGreaterThan(box.height / 2);
});

test("in no writing mode do the words of a listed figure lie on its drawing", async ({ page }) => {
  for (const writing of ["horizontal", "vertical"] as const) {
    await readAs(page, { writing });
    for (const [width, height] of [
      [1280, 900],
      [1280, 600],
      [360, 740],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.goto("ja/figures/");
      await settle(page);
      const covered = await page.locator(".figure-list > li").evaluateAll((entries) =>
        entries.flatMap((entry) => {
          const drawing = entry.querySelector("svg")?.getBoundingClientRect() ?? new DOMRect();
          return [...entry.querySelectorAll("p")].flatMap((words) => {
            const { left, right, top, bottom } = words.getBoundingClientRect();
            const isOver =
              Math.min(right, drawing.right) - Math.max(left, drawing.left) > 1 &&
              Math.min(bottom, drawing.bottom) - Math.max(top, drawing.top) > 1;
            return isOver ? [words.textContent] : [];
          });
        }),
      );
      expect.soft(covered, `${writing}, ${width} × ${height}`).toEqual([]);
    }
  }
});

test("on a telephone an event has its date above it, and what it rests on below, each source on a line", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("en/timeline/");
  const event = page.locator(".event:has(.source-link + .source-link)").first();
  const tops = await event
    .locator(".event-date, .event-body > p:not(.note-back), .source-link")
    .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().top));
  expect(tops.length).toBeGreaterThanOrEqual(4);
  for (const [index, top] of tops.slice(1).entries()) expect(top).toBeGreaterThan((tops[index] ?? 0) + 10);
  await expect(event.locator(".source-link").first()).toHaveCSS("text-decoration-line", "underline");
});

test("a reader who wants the text alone does not see what is tied to it", async ({ page }) => {
  await page.goto("ja/przewodow/");
  await expect(page.locator(".annotations")).toBeVisible();
  await setOnPage(page, { annotations: "hidden" });
  await expect(page.locator(".annotations")).toBeHidden();
});
