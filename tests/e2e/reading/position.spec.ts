import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { SETTINGS_KEY } from "../../../src/elements/reading/settings.ts";
import { DIRECTORY } from "../support/built-site.ts";
import { choose, open, readAs, settle, WRITINGS, written } from "../support/reading.ts";
import { expect, test } from "../support/test.ts";

const SECTION = "ja/przewodow/";
/** Screens with notes in the margin that are short enough for the last paragraph to come to their head. */
const SHORT_SCREENS = { horizontal: { width: 1440, height: 600 }, vertical: { width: 760, height: 900 } };

/** Brings a paragraph to where one reads, as a reader does. */
async function readOn(page: Page, anchor: string): Promise<void> {
  await page.keyboard.press("Shift");
  await page.locator(`#${anchor}`).evaluate((element) => element.scrollIntoView({ block: "start" }));
  await settle(page);
}

const offer = (page: Page) => page.getByRole("complementary", { name: "前回の続き" });
const contents = (page: Page) => page.getByRole("navigation", { name: "目次" });

for (const writing of WRITINGS) {
  test(`the place is remembered, and offered on the page and on the cover: ${writing}`, async ({ page }) => {
    await page.setViewportSize(SHORT_SCREENS[writing]);
    await readAs(page, written(writing));
    await page.goto(SECTION);
    await expect(page.locator("html")).toHaveAttribute("data-notes", "margin");
    await expect(offer(page)).toHaveCount(0);
    await readOn(page, "p18");
    await expect.poll(() => page.evaluate(() => localStorage.getItem("place"))).toContain('"p18"');
    const others = await page.locator("[data-paragraph]").evaluateAll((all) => all.map(({ id }) => id));
    for (const anchor of [...others, "p18"]) {
      await readOn(page, anchor);
      await expect.poll(() => page.evaluate(() => localStorage.getItem("place"))).toContain(`"${anchor}"`);
    }

    await page.goto("ja/");
    const toPlace = offer(page).getByRole("link");
    await expect(toPlace).toHaveText("前回の続き、¶18へ：（2） ポーランドへのミサイル着弾事故が示したもの");
    // It has room of its own: nothing lies under it.
    expect(await offer(page).evaluate((aside) => getComputedStyle(aside).position)).toBe("static");
    // The first page leads there in the language that was read.
    await page.goto("./");
    await expect(toPlace).toHaveText(/¶18へ/u);
    await page.goto("en/");
    await expect(page.getByRole("complementary")).toHaveCount(0);
    await expect(page.locator(".return")).toBeHidden();
    await page.evaluate(() => history.replaceState(null, "", "#"));
    await page.goto(SECTION);
    await offer(page).getByRole("link").click();
    await expect(page).toHaveURL(/\/ja\/przewodow\/#p18$/u);
    await expect(page.locator("#p18")).toBeInViewport();
    await expect(offer(page)).toHaveCount(0);
  });

  test(`the place at the end of a page brings its last paragraph back onto a high screen: ${writing}`, async ({
    page,
  }) => {
    await readAs(page, written(writing));
    await page.goto(SECTION);
    const ids = await page.locator("[data-paragraph]").evaluateAll((all) => all.map(({ id }) => id));
    const [first = "", last = ""] = [ids[0], ids.at(-1)];
    await readOn(page, last);
    const place = () => page.evaluate(() => JSON.parse(localStorage.getItem("place") ?? "{}").anchor as string);
    // The page ends before it comes to the head of the screen.
    await page.evaluate(() => scrollTo({ left: -1e6, top: 1e6 }));
    await expect.poll(place).toBe(last);
    await readOn(page, first);
    await expect(page.locator(`#${last}`)).not.toBeInViewport();
    await readOn(page, last);
    await expect(page.locator(`#${last}`)).toBeInViewport();
  });
}

test("a figure is read with the paragraph before it, also by who comes to it at one stroke", async ({ page }) => {
  await page.goto("ja/russia-problem/");
  await expect(contents(page).locator("[data-position]")).toHaveCount(0);
  await page.keyboard.press("Shift");
  await page.locator(".figure").evaluate((figure) => figure.scrollIntoView({ block: "start" }));
  await expect(contents(page).locator("[data-position]")).toHaveAttribute("data-position", "¶34");
  await expect.poll(() => page.evaluate(() => localStorage.getItem("place"))).toContain('"p34"');
});

test("who reads on in the paragraph that a link led to has gone on", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 400 });
  await open(page, "ja/przewodow/#p23");
  await settle(page);
  expect(await page.evaluate(() => localStorage.getItem("place"))).toBeNull();
  await page.keyboard.press("Shift");
  await page.evaluate(() => scrollBy(0, 60));
  await expect.poll(() => page.evaluate(() => localStorage.getItem("place"))).toContain('"p23"');
});

test("who merely opens a link keeps the place that they had read to", async ({ page }) => {
  const place = JSON.stringify({ path: "/ja/przewodow/", anchor: "p19", number: "19" });
  await page.addInitScript((value) => localStorage.setItem("place", value), place);
  await open(page, "ja/conclusion/#p41");
  await settle(page);
  await expect(contents(page).locator("[data-position]")).toHaveAttribute("data-position", "¶41");
  expect(await page.evaluate(() => localStorage.getItem("place"))).toBe(place);
  await readOn(page, "p42");
  await expect.poll(() => page.evaluate(() => localStorage.getItem("place"))).toContain('"p42"');
});

test("the offer can be put away, and is not made to one who knows the place", async ({ page }) => {
  await page.goto(SECTION);
  await readOn(page, "p19");
  await expect.poll(() => page.evaluate(() => localStorage.getItem("place"))).toContain('"p19"');
  await page.goto("ja/conclusion/#p41");
  await settle(page);
  await expect(offer(page)).toHaveCount(0);
  await page.evaluate(() =>
    localStorage.setItem("place", JSON.stringify({ path: "/ja/przewodow/", anchor: "p19", number: "19" })),
  );
  await page.goto(SECTION);
  await offer(page).getByRole("button", { name: "閉じる" }).press("Enter");
  await expect(offer(page)).toHaveCount(0);
});

test("a place that nobody was at troubles no page", async ({ page }) => {
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  await page.goto("ja/");
  for (const stored of ["{", "{}", '"p1"'])
    await test.step(stored, async () => {
      await page.evaluate((value) => localStorage.setItem("place", value), stored);
      await page.reload();
      await settle(page);
      await expect(offer(page)).toHaveCount(0);
      expect(errors).toEqual([]);
    });
});

test("the contents beside the text and the scale show the paragraph that is read, and stand still", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1680, height: 900 });
  await open(page, SECTION);
  const scale = page.getByRole("slider", { name: "段落の目盛り" });
  const here = contents(page).locator("[data-position]");
  const places = () =>
    contents(page)
      .getByRole("link")
      .evaluateAll((links) => links.map((link) => (link as HTMLElement).offsetTop));
  const before = await places();
  for (const anchor of ["p14", "p20", "p23", "p13"]) {
    await readOn(page, anchor);
    await expect(here).toHaveAttribute("data-position", `¶${anchor.slice(1)}`);
    await expect(here).toHaveAttribute("aria-current", "page");
    await expect(here).toBeInViewport();
    expect(await places()).toEqual(before);
    await expect(scale).toHaveAttribute("aria-valuetext", new RegExp(`^¶${anchor.slice(1)} `, "u"));
  }

  // One stop, within which the arrow keys choose and Enter leads on.
  await scale.focus();
  await page.keyboard.press("ArrowDown");
  await expect(scale).toHaveAttribute("aria-valuetext", "¶14 （2） ポーランドへのミサイル着弾事故が示したもの");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/ja\/przewodow\/#p14$/u);
  await expect(page.locator("#p14 .paragraph-number")).toBeFocused();
  await scale.focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/ja\/conclusion\/#p43$/u);
  // To the pointer each place is a link.
  const box = (await scale.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(box.x + box.width / 2, box.y);
  await page.mouse.down();
  await page.mouse.up();
  await expect(page).toHaveURL(/\/ja\/introduction\/#p1$/u);
});

for (const writing of WRITINGS)
  test(`the scale and its numbers keep off the notes, however large the letters: ${writing}`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    for (const size of [undefined, "largest"] as const) {
      await page.addInitScript(() => localStorage.clear());
      await page.addInitScript(([key, value]) => localStorage.setItem(key, value), [
        SETTINGS_KEY,
        JSON.stringify({ ...written(writing), size }),
      ] as const);
      await open(page, SECTION);
      await page.keyboard.press("Shift");
      await expect(page.locator(".scale-number").first()).toBeVisible();
      await settle(page);
      const { gaps, across } = await page.evaluate(() => {
        const isVertical = getComputedStyle(document.querySelector("article") as Element).writingMode.startsWith("v");
        const boxes = (selector: string) =>
          [...document.querySelectorAll(selector)].map((element) => element.getBoundingClientRect());
        const ends = boxes(".notes .note").map(({ right, bottom }) => (isVertical ? bottom : right));
        const begins = boxes(".scale-number, .scale-tick").map(({ left, top }) => (isVertical ? top : left));
        return { gaps: Math.min(...begins) - Math.max(...ends), across: ends.length };
      });
      expect(across).toBeGreaterThan(5);
      expect(gaps, size).toBeGreaterThan(3);
    }
  });

for (const writing of WRITINGS)
  for (const size of [
    { width: 1280, height: 900 },
    { width: 360, height: 740 },
  ])
    test(`who goes back has the header, who goes on has the text: ${writing}, ${size.width} px`, async ({ page }) => {
      await page.setViewportSize(size);
      await readAs(page, written(writing));
      await open(page, SECTION);
      const search = page.locator(".site-header").getByRole("link", { name: "検索" });
      const go = (pixels: number) =>
        page.evaluate(
          ([by, isVertical]) => scrollBy({ [isVertical ? "left" : "top"]: isVertical ? -by : by, behavior: "instant" }),
          [pixels, writing === "vertical"] as const,
        );
      await page.keyboard.press("Shift");
      await expect(page.locator(".scale")).toBeAttached();
      await go(2000);
      await expect(search).not.toBeInViewport();
      const text = () => page.locator("#p20").evaluate((element) => element.getBoundingClientRect().toJSON());
      await go(-200);
      await expect(search).toBeInViewport({ ratio: 1 });
      const before = await text();
      await go(60);
      await expect(search).not.toBeInViewport();
      const after = await text();
      expect(Math.round(Math.abs(writing === "vertical" ? after.x - before.x : after.y - before.y))).toBe(60);
    });

test("the header does not come over a paragraph to which a key leads back", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, SECTION);
  for (const key of ["j", "j", "j", "j", "k"]) {
    await page.keyboard.press(key);
    await settle(page);
  }
  await expect(page.locator("#p14 .paragraph-number")).toBeFocused();
  await expect(page.locator(".site-header")).not.toHaveAttribute("data-returned");
});

test("on the page of the full text they show the section too", async ({ page }) => {
  await page.setViewportSize({ width: 1680, height: 900 });
  await page.goto("ja/full/");
  for (const [anchor, section] of [
    ["p14", "przewodow"],
    ["p34", "russia-problem"],
    ["p8", "inside-outside"],
  ] as const) {
    await readOn(page, anchor);
    const here = contents(page).locator("[data-current]");
    await expect(here).toHaveAttribute("href", `#${section}`);
    await expect(here).toHaveAttribute("data-position", `¶${anchor.slice(1)}`);
  }
});

test("on a narrow screen the contents open over the text, and close", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(SECTION);
  const link = page.locator(".site-header").getByRole("link", { name: "目次" });
  await expect(contents(page)).toHaveCount(0);
  await link.focus();
  await page.keyboard.press("Enter");
  await expect(contents(page)).toBeVisible();
  await expect(contents(page).locator("[aria-current]")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(contents(page)).toHaveCount(0);
  await expect(link).toBeFocused();
  await page.keyboard.press("Enter");
  await contents(page).getByRole("link", { name: "おわりに" }).press("Enter");
  await expect(page).toHaveURL("ja/conclusion/");

  // The header comes along as one goes back, and goes as one goes on.
  await open(page, SECTION);
  await page.evaluate(() => scrollTo({ top: 3000 }));
  await settle(page);
  await expect(link).not.toBeInViewport();
  for (let step = 0; step < 3; step += 1) {
    await page.evaluate(() => scrollBy({ top: -200 }));
    await settle(page);
    await expect(link).toBeInViewport();
  }
  await page.evaluate(() => scrollBy({ top: 200 }));
  await expect(link).not.toBeInViewport();
});

test("a change of the settings leaves the reader at the same paragraph", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("ja/full/");
  await readOn(page, "p30");
  for (const [group, choice] of [
    ["文字", "特大"],
    ["組み方", "縦組み"],
    ["組み方", "横組み"],
  ] as const) {
    await choose(page, group, choice);
    await settle(page);
    await expect(page.locator("#p30")).toBeInViewport();
  }
});

test("an installed site opens where one was", async ({ page, context }) => {
  const start = JSON.parse(readFileSync(join(DIRECTORY, "ja", "manifest.webmanifest"), "utf8")).start_url as string;
  await open(page, start);
  await expect(page.locator("html")).toHaveAttribute("data-kind", "cover");
  await page.goto(SECTION);
  await readOn(page, "p18");
  await expect.poll(() => page.evaluate(() => localStorage.getItem("place"))).toContain('"p18"');
  // A page of its own, as from a device's screen.
  const opened = await context.newPage();
  await opened.goto(start);
  await expect(opened).toHaveURL(/\/ja\/przewodow\/#p18$/u);
  await opened.close();
});
