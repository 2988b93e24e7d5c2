import type { Page } from "@playwright/test";
import { open, readAs, WRITINGS, wake, written } from "../support/reading.ts";
import { expect, test } from "../support/test.ts";

const SECTION = "ja/przewodow/";
const dialog = (page: Page) => page.getByRole("dialog", { name: "キーボードの操作" });

for (const writing of WRITINGS)
  test(`Tab stops once at a paragraph, and the arrow keys lead on from there: ${writing}`, async ({ page }) => {
    await readAs(page, written(writing));
    await open(page, SECTION);
    await wake(page);
    const stops = await page
      .locator(".paragraph, .section-heading, .note")
      .evaluateAll((hosts) =>
        hosts.map(
          (host) =>
            [
              ...host.querySelectorAll<HTMLElement>(".paragraph-number, .heading-link, .peek-link, .cite-button"),
            ].filter(({ tabIndex }) => tabIndex >= 0).length,
        ),
      );
    // A note has its way back, and a heading its link; of a paragraph it is the number. What is seen all the time, beside
    // the heading and the first paragraph, is a stop of its own.
    expect(stops.slice(0, 2)).toEqual([2, 3]);
    expect(Math.max(...stops.slice(2))).toBe(1);
    await page.mouse.move(0, 0);
    const passed = await page
      .locator("main [data-arrows]")
      .evaluateAll((controls) =>
        controls
          .filter((control) => control.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
          .map((control) => control.ariaLabel),
      );
    expect(passed).toEqual([]);
    const [forwards, backwards] = writing === "vertical" ? ["ArrowDown", "ArrowUp"] : ["ArrowRight", "ArrowLeft"];
    const hint = () =>
      page.locator("#p14 > .cite-button").evaluate((button) => getComputedStyle(button, "::after").content);
    expect(await hint()).toBe("none");
    await page.locator("#p14 .paragraph-number").focus();
    // Where the focus is, a sign says which keys lead on.
    expect(await hint()).toContain("←→");
    await page.keyboard.press(forwards ?? "");
    await expect(page.getByRole("button", { name: "引用 ¶14" })).toBeFocused();
    await page.keyboard.press(forwards ?? "");
    await expect(page.locator("#p14 .peek-link")).toBeFocused();
    // Both presses come before the first is answered.
    await page.evaluate((key) => {
      for (let press = 0; press < 2; press += 1)
        document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    }, backwards ?? "");
    await expect(page.locator("#p14 .paragraph-number")).toBeFocused();
  });

test("single keys go to the neighbours and list themselves, not while one writes, and not when turned off", async ({
  page,
}) => {
  await open(page, SECTION);
  await page.keyboard.press("j");
  await expect(page.locator("#p12 .paragraph-number")).toBeFocused();
  await page.keyboard.press("j");
  await expect(page.locator("#p13 .paragraph-number")).toBeFocused();
  await page.keyboard.press("k");
  await expect(page.locator("#p12 .paragraph-number")).toBeFocused();
  await page.keyboard.press("Control+n");
  await page.keyboard.press("n");
  await expect(page).toHaveURL(/\/nordic-enlargement\/$/u);
  await open(page, SECTION);
  await page.keyboard.press("?");
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press("n");
  await dialog(page).getByRole("button", { name: "一字のキーを使わない" }).press("Enter");
  await dialog(page).getByRole("button", { name: "閉じる" }).press("Tab");
  await expect(dialog(page)).toHaveCount(0);
  for (const key of ["?", "n", "/"]) await page.keyboard.press(key);
  await page.keyboard.press("Control+k");
  await expect(page.locator("#search")).toBeVisible();
  await page.locator("#search input[type=search]").press("?");
  await expect(dialog(page)).toHaveCount(0);
  await expect(page).toHaveURL(SECTION);
  await page.keyboard.press("Escape");
  // It is named where one looks for it, and turned on again there.
  await page.getByRole("button", { name: "表示" }).press("Enter");
  await page.locator(".settings-panel").getByRole("button", { name: "キーボードの操作" }).press("Enter");
  await dialog(page).getByRole("button", { name: "一字のキーを使う" }).press("Enter");
  await page.keyboard.press("Escape");
  await page.keyboard.press("p");
  await expect(page).toHaveURL(/\/inside-outside\/$/u);
});

test("Tab past the end of a panel or a dialog closes it and goes on after what opened it", async ({ page }) => {
  await open(page, SECTION);
  const leave = async (opened: string) => {
    await expect(page.locator(opened)).toBeVisible();
    const last = page.locator(opened).locator("a[href], button, input").last();
    await last.focus();
    await page.keyboard.press("Tab");
    await expect(page.locator(opened)).toBeHidden();
  };
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 740 });
    await page.getByRole("button", { name: "表示" }).press("Enter");
    await leave(".settings-panel");
    await expect(page.locator("main :focus")).toHaveCount(1);
  }
  await page.locator("[data-opens=contents]").press("Enter");
  await leave(".contents-aside");
  await expect(page.locator("header :focus")).not.toHaveAttribute("data-opens", "contents");
  await page.getByRole("button", { name: "引用 ¶14" }).press("Enter");
  await expect(page.locator(".cite-dialog [data-first]")).toBeFocused();
  await leave(".cite-dialog");
  await expect(page.locator("#p14 :focus")).toHaveCount(1);
});

test("names say what they do", async ({ page }) => {
  await open(page, "en/przewodow/");
  await wake(page);
  await expect(page.locator("#note-stoltenberg-2022 .cite-button")).toHaveAccessibleName("Cite note 5");
  await page.locator("#p14 .peek-link").click();
  await expect(page.locator(".peek")).toHaveAccessibleName("日本語 ¶14");
});
