import type { Page } from "@playwright/test";
import { SETTINGS, SETTINGS_KEY, type SettingName } from "../../../src/elements/reading/settings.ts";
import { choose, open, readAs, whenReady } from "../support/reading.ts";
import { expect, test } from "../support/test.ts";

const SECTION = "ja/przewodow/";
const button = (page: Page) => page.getByRole("button", { name: "表示" });
const panel = (page: Page) => page.getByRole("dialog", { name: "表示の設定" });

/** All that the settings can change, as the page shows it. */
const appearance = (page: Page) =>
  page.evaluate(() => {
    const root = getComputedStyle(document.documentElement);
    const text = getComputedStyle(document.querySelector(".prose p") ?? document.body);
    const header = document.querySelector(".site-header");
    const editors = document.querySelector(".editor-mark");
    return {
      paper: root.backgroundColor,
      ink: root.color,
      writing: root.writingMode,
      size: text.fontSize,
      leading: Number.parseFloat(text.lineHeight) / Number.parseFloat(text.fontSize),
      font: text.fontFamily,
      header: header && getComputedStyle(header).opacity,
      editors: editors && getComputedStyle(editors).display,
    };
  });

test("with the keyboard alone: open, choose, close, and be back on the button", async ({ page }) => {
  await page.goto(SECTION);
  await button(page).focus();
  await page.keyboard.press("Enter");
  await expect(panel(page)).toBeVisible();
  await expect(button(page)).toHaveAttribute("aria-expanded", "true");
  await expect(panel(page).getByRole("radio", { name: "自動" })).toBeFocused();
  await expect(panel(page).getByRole("group", { name: "一字のキー" })).toHaveAccessibleDescription(/n 次の節/u);
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  for (const [group, setting, value] of [
    ["文字", "data-size", "larger"],
    ["行間", "data-leading", "loose"],
    ["書体", "data-font", "gothic"],
    ["組み方", "data-writing", "vertical"],
    ["編者の注記", "data-annotations", "hidden"],
    ["本文の周り", "data-chrome", "hidden"],
  ] as const) {
    await page.keyboard.press("Tab");
    await expect(panel(page).getByRole("group", { name: group }).locator(":focus")).toHaveCount(1);
    await page.keyboard.press("ArrowRight");
    await expect(page.locator("html")).toHaveAttribute(setting, value);
  }
  await page.keyboard.press("Escape");
  await expect(panel(page)).toBeHidden();
  await expect(button(page)).toBeFocused();
  await expect(button(page)).toHaveAttribute("aria-expanded", "false");

  await page.keyboard.press("Enter");
  await panel(page).getByRole("button", { name: "元に戻す" }).press("Enter");
  for (const name of Object.keys(SETTINGS)) await expect(page.locator("html")).not.toHaveAttribute(`data-${name}`);
  await expect(panel(page).getByRole("radio", { name: "自動" })).toBeChecked();
});

test("what is chosen is there after a reload, on another page, and in the panel", async ({ page }) => {
  await page.goto(SECTION);
  await choose(page, "紙の色", "生成り");
  await choose(page, "文字", "特大");
  await choose(page, "組み方", "縦組み");
  const chosen = await appearance(page);
  await page.reload();
  expect(await appearance(page)).toEqual(chosen);
  await page.goto("ja/conclusion/");
  expect(await appearance(page)).toEqual(chosen);
  await button(page).press("Enter");
  for (const name of ["生成り", "特大", "縦組み"]) await expect(panel(page).getByRole("radio", { name })).toBeChecked();
});

// Whether single keys are shortcuts is not to be seen.
const SEEN = (Object.entries(SETTINGS) as [SettingName, readonly string[]][]).filter(([name]) => name !== "keys");

const CHOICES = SEEN.flatMap(([name, values]) => values.map((value) => ({ name, value })));
/** Of the other scheme than the theme that is chosen, so that it is seen. */
const schemeFor = (value: string) => (value === "light" ? "dark" : "light");

test("each choice changes the page, before any script of the page has run", async ({ page }) => {
  await page.goto(SECTION);
  const usual = new Map<string, unknown>();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    usual.set(colorScheme, await appearance(page));
  }
  /** @returns what a page looks like, once it is opened by one who has chosen so */
  const openedBy = async ({ name, value }: (typeof CHOICES)[number]) => {
    await page.emulateMedia({ colorScheme: schemeFor(value) });
    await page.evaluate(([key, chosen]) => localStorage.setItem(key, chosen), [
      SETTINGS_KEY,
      JSON.stringify({ [name]: value }),
    ] as const);
    await page.reload();
    return appearance(page);
  };
  // Without the scripts the page stays as it is first painted.
  await page.route("**/*.js", (route) => route.abort());
  const painted: unknown[] = [];
  for (const choice of CHOICES)
    await test.step(`${choice.name} ${choice.value} is painted`, async () => {
      const seen = await openedBy(choice);
      await expect.soft(page.locator("html")).toHaveAttribute(`data-${choice.name}`, choice.value);
      expect.soft(seen).not.toEqual(usual.get(schemeFor(choice.value)));
      painted.push(seen);
    });
  await page.unroute("**/*.js");
  for (const [index, choice] of CHOICES.entries())
    await test.step(`${choice.name} ${choice.value} stays`, async () => {
      await openedBy(choice);
      await whenReady(page);
      expect.soft(await appearance(page)).toEqual(painted[index]);
    });
});

test("the first paint waits for the settings and the stylesheet, and for nothing else", async ({ page }) => {
  await page.goto(SECTION);
  const order = await page.evaluate(() => ({
    settings: [...document.head.querySelectorAll("script")].filter(({ text }) => text.includes("localStorage")).length,
    scripts: [...document.scripts].map(({ src, type, async, defer }) => !src || type === "module" || async || defer),
    sheets: [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")]
      .filter(({ media, disabled }) => media !== "print" && !disabled)
      .map((sheet) => sheet.closest("head") !== null),
  }));
  // Once there is a body it may be painted.
  expect(order.settings).toBe(1);
  expect(order.scripts).not.toContain(false);
  expect(order.sheets).toEqual([true]);
  await page.evaluate(([key, value]) => localStorage.setItem(key, value), [SETTINGS_KEY, '{"theme":"sepia"}'] as const);
  await page.reload();
  const sheets = await page.evaluate(
    () => [...document.head.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]:not([disabled], [media])")].length,
  );
  expect(sheets, "the sheet of the settings, where there are any").toBe(2);
});

test("the system's wish for more contrast is followed, and its scheme until the reader chooses", async ({ page }) => {
  await page.goto(SECTION);
  const usual = await appearance(page);
  await page.emulateMedia({ contrast: "more" });
  const strong = await appearance(page);
  expect([strong.paper, strong.ink]).toEqual(["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
  expect(strong.paper).not.toBe(usual.paper);
  await page.emulateMedia({ contrast: null, colorScheme: "dark" });
  const dark = await appearance(page);
  await page.emulateMedia({ colorScheme: "light" });
  const light = await appearance(page);
  expect(dark.paper).not.toBe(light.paper);
  await choose(page, "紙の色", "黒");
  expect(await appearance(page)).toEqual(dark);
});

test("a page with settings that nobody wrote works", async ({ page }) => {
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  await page.goto(SECTION);
  for (const stored of ["{", "null", "[]", '"vertical"', '{"theme":"plaid","size":3}'])
    await test.step(stored, async () => {
      await page.evaluate(([key, value]) => localStorage.setItem(key, value), [SETTINGS_KEY, stored] as const);
      await page.reload();
      await expect(page.locator("html")).not.toHaveAttribute("data-size", "larger");
      await choose(page, "文字", "大");
      await expect(page.locator("html")).toHaveAttribute("data-size", "larger");
      expect(errors).toEqual([]);
    });
});

for (const writing of ["横組み", "縦組み"]) {
  test(`the panel stays on the screen: ${writing}`, async ({ page }) => {
    await page.goto(SECTION);
    await choose(page, "組み方", writing);
    for (const size of [
      { width: 360, height: 740 },
      { width: 740, height: 360 },
      { width: 320, height: 256 },
    ])
      await test.step(`${size.width} × ${size.height}`, async () => {
        await page.setViewportSize(size);
        await button(page).press("Enter");
        await expect(panel(page)).toBeVisible();
        const box = await panel(page).boundingBox();
        expect(box?.x).toBeGreaterThanOrEqual(0);
        expect(box?.y).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(size.width);
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(size.height);
        const last = panel(page).getByRole("button", { name: "元に戻す" });
        await last.scrollIntoViewIfNeeded();
        await expect(last).toBeInViewport({ ratio: 1 });
        await page.keyboard.press("Escape");
        await expect(panel(page)).toBeHidden();
      });
  });
}

test.describe("with the page's surroundings hidden", () => {
  const header = (page: Page) => page.locator(".site-header");
  test.beforeEach(({ page }) => readAs(page, { chrome: "hidden" }));

  test("the text is there alone", async ({ page }) => {
    await page.goto(SECTION);
    // Without one, a browser may take the pointer to be in the corner, over the header.
    await page.mouse.move(600, 400);
    await expect(header(page)).toHaveCSS("opacity", "0");
    for (const part of [".site-footer", ".paragraph-number >> nth=0", ".section-facts"])
      await expect(page.locator(part)).toBeHidden();
    await expect(page.locator(".prose p").first()).toBeVisible();
  });

  test("the keyboard brings them back", async ({ page }) => {
    await page.goto(SECTION);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await expect(header(page).locator(":focus")).toHaveCount(1);
    await expect(header(page)).toHaveCSS("opacity", "1");
    await choose(page, "本文の周り", "見せる");
    await expect(page.locator(".site-footer")).toBeVisible();
    await page.reload();
    await expect(page.locator(".site-footer")).toBeVisible();
  });

  test("the pointer brings them back", async ({ page }) => {
    await page.goto(SECTION);
    await page.mouse.move(600, 20);
    await expect(header(page)).toHaveCSS("opacity", "1");
    await button(page).click();
    await panel(page).getByRole("radio", { name: "見せる" }).click();
    await expect(page.locator(".site-footer")).toBeVisible();
  });

  test.describe("on a screen that is touched", () => {
    test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

    test("a finger brings them back", async ({ page }) => {
      await page.goto(SECTION);
      await expect(header(page)).toHaveCSS("opacity", "1");
      await expect(header(page).getByRole("link")).toHaveCount(0);
      await button(page).tap();
      await panel(page).getByRole("radio", { name: "見せる" }).tap();
      await expect(page.locator(".site-footer")).toBeVisible();
    });
  });
});

test("what the header opens has a way to close it that is seen, on every screen and however far it is scrolled", async ({
  page,
}) => {
  for (const [width, height] of [
    [360, 740],
    [1440, 900],
    [320, 256],
  ] as const) {
    await page.setViewportSize({ width, height });
    await open(page, "ja/przewodow/");
    for (const [opens, panel] of [
      ["settings", ".settings-panel"],
      ["contents", ".contents-aside:popover-open"],
    ] as const) {
      // Beside the text the contents are no panel.
      if (opens === "contents" && width > 1000) continue;
      const opener = page.locator(`[data-opens=${opens}]`).first();
      await opener.press("Enter");
      await page.locator(panel).evaluate((element) => element.scrollTo({ top: 1e6 }));
      const close = page.locator(panel).getByRole("button", { name: "閉じる" });
      await expect(close).toBeInViewport({ ratio: 1 });
      await close.click();
      await expect(page.locator(panel)).toHaveCount(opens === "contents" ? 0 : 1);
      await expect(page.locator(`${panel}:popover-open`)).toHaveCount(0);
      await expect(opener).toBeFocused();
    }
  }
});
