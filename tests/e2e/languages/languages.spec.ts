import type { Locator, Page } from "@playwright/test";
import { expectNoBarriers } from "../support/axe.ts";
import { open, readAs, settle, wake } from "../support/reading.ts";
import { expect, test } from "../support/test.ts";

const EDITIONS = ["ja", "en"];

const path = (page: Page) => {
  const { pathname, hash } = new URL(page.url());
  return pathname + hash;
};
const browserLanguage = (page: Page) => page.evaluate(() => new Intl.Locale(navigator.language).language);
const switchOf = (page: Page) => page.locator(".language-switch a");

const scrollTo = (place: Locator) => place.evaluate((element) => element.scrollIntoView({ block: "start" }));

test("the first page lets one choose, remembers the choice, and never goes by itself", async ({ page }) => {
  await page.goto("");
  const english = page.locator("a[data-language=en]");
  await expect(english).toHaveText("Read in English");
  // The browser's own language is marked, and stays where it is.
  await expect(page.locator(".gateway-text[data-chosen]")).toHaveAttribute("lang", await browserLanguage(page));
  await english.click();
  await page.waitForURL("**/en/");

  await page.goto("");
  await expect(page.locator(".gateway-text[data-chosen]")).toHaveAttribute("lang", "en");
  // Nothing has been read that one could go on with.
  await expect(english).toHaveText("Read in English");
  await expect(page.locator("a[data-language=ja]")).toHaveText("日本語で読む");
  expect(path(page)).toBe("/");

  await page.goto("en/");
  await switchOf(page).click();
  await page.waitForURL("**/ja/");
  await page.goto("");
  await expect(page.locator(".gateway-text[data-chosen]")).toHaveAttribute("lang", "ja");
});

test("titles and all ways in are on the first screen of the first page, and no words touch them", async ({ page }) => {
  for (const [width, height] of [
    [360, 740],
    [768, 900],
    [1024, 700],
    [1280, 600],
    [1366, 650],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto("");
    for (const way of await page.locator(".gateway-text .button").all()) await expect(way).toBeInViewport({ ratio: 1 });
    const titles = page.locator(".gateway-text .title");
    for (const title of await titles.all()) await expect(title).toBeInViewport({ ratio: 1 });
    const gaps = await page.locator(".gateway-text").evaluateAll((texts) =>
      texts.map((text) => {
        const button = text.querySelector(".button")?.getBoundingClientRect() ?? new DOMRect();
        return Math.min(
          ...[...text.querySelectorAll("p:not(:last-child), .subtitle")].map((words) => {
            const { top, bottom, left, right } = words.getBoundingClientRect();
            return Math.max(button.top - bottom, top - button.bottom, left - button.right, button.left - right);
          }),
        );
      }),
    );
    for (const gap of gaps) expect(gap, `${width} × ${height}`).toBeGreaterThan(14);
  }
});

test("the first page works where the browser keeps nothing", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, "localStorage", {
      get: () => {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  const problems: string[] = [];
  page.on("pageerror", ({ message }) => problems.push(message));
  await page.goto("");
  await page.locator("a[data-language=en]").click();
  await page.waitForURL("**/en/");
  expect(problems).toEqual([]);
});

test("switching keeps the paragraph of the address, and the one that the reader has scrolled to", async ({ page }) => {
  await page.goto("ja/przewodow/#p17");
  await switchOf(page).dispatchEvent("click");
  await page.waitForURL("**/en/przewodow/#p17");
  await expect(page.locator("#p17")).toBeInViewport();

  // Back at the beginning of the page, where the switch is, the address still names the paragraph.
  await page.goto("ja/przewodow/#p17");
  await page.evaluate(() => globalThis.scrollTo({ top: 0, behavior: "instant" }));
  await switchOf(page).click();
  await page.waitForURL("**/en/przewodow/#p17");

  await scrollTo(page.locator("#p22"));
  await switchOf(page).dispatchEvent("click");
  await page.waitForURL("**/ja/przewodow/#p22");

  await page.goto("ja/notes/");
  await scrollTo(page.locator("#note-stoltenberg-2022"));
  await switchOf(page).dispatchEvent("click");
  await page.waitForURL("**/en/notes/#note-stoltenberg-2022");
});

test("the place stands in the link before it is opened elsewhere", async ({ page }) => {
  await page.goto("en/przewodow/");
  await wake(page);
  await scrollTo(page.locator("#p20"));
  await switchOf(page).dispatchEvent("pointerdown");
  await expect(switchOf(page)).toHaveAttribute("href", /\/ja\/przewodow\/#p20$/u);
});

test("one press shows a paragraph in the other language; another, or Escape, takes it away", async ({ page }) => {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(new URL(request.url()).pathname));
  await page.goto("ja/przewodow/");
  const link = page.locator("#p17 .peek-link");
  const peek = page.locator("#p17 .peek");
  expect(requests).not.toContain("/en/przewodow/");

  await link.click();
  await expect(peek).toBeVisible();
  await expect(peek.locator("[lang=en]").first()).toContainText("no indication");
  await expect(peek).toBeFocused();
  await expect(link).toHaveAttribute("aria-expanded", "true");
  await expect(peek.locator("[id]")).toHaveCount(0);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectNoBarriers(page, { within: "#p17" });
  }
  await page.keyboard.press("Escape");
  await expect(peek).toHaveCount(0);
  await expect(link).toBeFocused();
  await expect(link).toHaveAttribute("aria-expanded", "false");

  await page.keyboard.press("Enter");
  await expect(peek).toBeVisible();
  await peek.getByRole("button").click();
  await expect(peek).toHaveCount(0);
  await expect(link).toBeFocused();
  expect(requests.filter((request) => request === "/en/przewodow/")).toHaveLength(1);

  await link.click();
  await peek.getByRole("link", { name: "English" }).click();
  await page.waitForURL("**/en/przewodow/#p17");
});

test("a peek that cannot be loaded becomes the link that it is", async ({ page }) => {
  await page.goto("en/conclusion/");
  await page.evaluate(() => {
    globalThis.fetch = () => Promise.reject(new TypeError("offline"));
  });
  await page.locator("#p41").hover();
  await page.locator("#p41 .peek-link").click();
  await page.waitForURL("**/ja/conclusion/#p41");
});

test("what a page says is in its language, whatever the browser's is", async ({ browser }) => {
  const quote = "?quote=nowhere";
  for (const [locale, path, lang, words] of [
    ["ja-JP", `en/przewodow/${quote}`, null, "stand in no edition"],
    ["en-GB", `ja/przewodow/${quote}`, null, "どの版にも見当たらない"],
    // The first page is of no language, and speaks its reader's.
    ["en-GB", quote, "en", "stand in no edition"],
    ["ja-JP", quote, null, "どの版にも見当たらない"],
  ] as const) {
    const page = await browser.newPage({ locale });
    await page.goto(path);
    await expect(page.locator(".quote-message"), path).toContainText(words);
    expect(await page.locator(".quote-message").getAttribute("lang")).toBe(lang);
    await page.close();
  }
});

test("an address that has no page is answered in the language of its folder, else the reader's", async ({
  page,
  browser,
}) => {
  const english = await browser.newPage({ locale: "en-GB" });
  for (const [reader, path, lang] of [
    [page, "EN/prezwodow/", "en"],
    [page, "fr/", "ja"],
    [english, "fr/", "en"],
    [english, "ja/prezwodow/", "ja"],
  ] as const) {
    await open(reader, path);
    await expect(reader.locator("html"), path).toHaveAttribute("lang", lang);
    await expect(reader).toHaveURL(path);
  }
  await english.close();
  // Where its letters alone are written otherwise, there is but one that can be meant.
  for (const [written, meant] of [
    ["JA/Conclusion?x=1#p41", "ja/conclusion/?x=1#p41"],
    ["EN/conclusion/#p41", "en/conclusion/#p41"],
    ["EN/#p41", "en/conclusion/#p41"],
    ["EN/", "en/"],
  ] as const) {
    await page.goto(written);
    await expect(page, written).toHaveURL(meant);
  }
  // What was asked for goes along with the page that is meant.
  await open(page, "ja/prezwodow/?quote=橋#p17");
  await expect(page.locator("[data-nearest] a")).toHaveAttribute("href", /\/ja\/przewodow\/\?quote=[^#]+#p17$/u);
});

test.describe("side by side", () => {
  const address = (id: string, lead: string) => `parallel/${id}/${lead === "ja" ? "" : "en-ja/"}`;

  test("where there is room, paragraphs stand level and everything is shown", async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    for (const lead of EDITIONS) {
      await page.goto(address("przewodow", lead));
      const firstLines = (side: string) =>
        page.locator(`.prose ${side} p:first-of-type`).evaluateAll((all) =>
          all.map((element) => {
            const { top, left, height } = element.getClientRects()[0] ?? new DOMRect();
            return { top, left, height };
          }),
        );
      const left = await firstLines(".pair-lead .paragraph >");
      const right = await firstLines(".pair-other .paragraph >");
      expect(left.length).toBe(14);
      expect(right.length).toBe(14);
      left.forEach((first, index) => {
        const second = right[index] ?? new DOMRect();
        // The languages differ in leading; their first lines do not differ in place.
        expect(Math.abs(first.top - second.top)).toBeLessThan(8);
        expect(second.left).toBeGreaterThan(first.left + 300);
        expect(second.height).toBeGreaterThan(20);
      });
      await expect(page.locator(".pair-other > summary").first()).toBeHidden();
    }
  });

  test("on a phone one language is read, and the other opens below its paragraph", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 780 });
    await page.goto(address("przewodow", "en"));
    const other = page.locator("#ja-p17");
    await expect(page.locator("#p17")).toBeVisible();
    await expect(other).toBeHidden();
    await page.locator(".pair:has(#p17) > details > summary").click();
    await expect(other).toBeVisible();
    const [first, second] = [await page.locator("#p17").boundingBox(), await other.boundingBox()];
    expect(second?.y).toBeGreaterThan((first?.y ?? 0) + (first?.height ?? 0));
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});

test("the other language opens at the same figure, and at the same source", async ({ page }) => {
  for (const [path, anchor] of [
    ["nordic-enlargement", "figure-nordic-baltic-map"],
    ["sources", "source-bpb-1994-pfp"],
  ] as const) {
    await page.goto(`ja/${path}/#${anchor}`);
    await page.getByRole("link", { name: "English" }).first().click();
    await expect(page).toHaveURL(`en/${path}/#${anchor}`);
    await expect(page.locator(`#${anchor}`)).toBeInViewport();
  }
});

test("on a wide screen vertical lines are the right page of a spread", async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1000 });
  await readAs(page, { writing: "vertical" });
  for (const [path, vertical, other] of [
    ["parallel/przewodow/", ".pair-lead", ".pair-other"],
    ["parallel/przewodow/en-ja/", ".pair-other", ".pair-lead"],
  ] as const) {
    await open(page, path);
    const pair = page.locator(".pair:has(#p14)");
    const right = pair.locator(vertical === ".pair-other" ? ".pair-other > div" : vertical);
    await expect(right).toHaveCSS("writing-mode", "vertical-rl");
    const [one, two] = [await right.boundingBox(), await pair.locator(other).boundingBox()];
    expect(one?.x).toBeGreaterThan((two?.x ?? 0) + (two?.width ?? 0));
    // Both pages have the number.
    await expect(pair.locator(".paragraph-number:visible")).toHaveCount(2);
    // What lies outside the box of the vertical lines is cut off.
    const number = await right.locator(".paragraph-number").boundingBox();
    expect(number?.y).toBeGreaterThanOrEqual(one?.y ?? Number.POSITIVE_INFINITY);
    expect((number?.x ?? 0) + (number?.width ?? 0)).toBeLessThanOrEqual((one?.x ?? 0) + (one?.width ?? 0));
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
});

for (const [writing, across, along] of [
  ["horizontal", "x", "y"],
  ["vertical", "y", "x"],
] as const)
  test(`on paper each language has half of the sheet, and the notes have no columns of their own: ${writing}`, async ({
    page,
  }) => {
    // As wide as the text is on the sheet.
    await page.setViewportSize({ width: 576, height: 820 });
    await readAs(page, { writing });
    await open(page, "parallel/przewodow/");
    await page.emulateMedia({ media: "print" });
    for (const pair of [page.locator(".pair:has(#p14)"), page.locator(".pair:has(#note-stoltenberg-2022)")]) {
      const [lead, other] = await Promise.all(
        [".pair-lead", ".pair-other > div"].map((half) => pair.locator(half).boundingBox()),
      );
      if (!lead || !other) throw new Error("A half of a pair is not shown.");
      const size = across === "x" ? "width" : "height";
      expect(other[across]).toBeGreaterThan(lead[across] + lead[size]);
      expect(Math.abs(other[size] - lead[size])).toBeLessThan(1);
      const from = (box: typeof lead) => (along === "y" ? box.y : -(box.x + box.width));
      expect(Math.abs(from(other) - from(lead))).toBeLessThan(8);
    }
    await expect(page.locator(".note-list").first()).toHaveCSS("column-count", "auto");
  });

test("side by side, the numbers of paragraphs are on the page", async ({ page }) => {
  await page.goto("parallel/russia-problem/");
  for (const width of [360, 768, 900, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await settle(page);
    const starts = await page
      .locator(".pair-lead .paragraph-number")
      .evaluateAll((all) => all.map((number) => number.getBoundingClientRect().left));
    expect.soft(Math.min(...starts), `${width} px`).toBeGreaterThan(4);
  }
});
