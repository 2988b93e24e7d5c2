import { expect, test } from "@playwright/test";
import { sectionPaths } from "../support/built-site.ts";

const COUNT = 43;
const NUMBERS = Array.from({ length: COUNT }, (_, index) => String(index + 1));

interface ShownParagraph {
  number: string;
  id: string;
  link: string | null;
  words: string;
}

const readParagraphs = (paragraphs: Element[]): ShownParagraph[] =>
  paragraphs.map((paragraph) => ({
    number: paragraph.getAttribute("data-paragraph") ?? "",
    id: paragraph.id,
    link: paragraph.querySelector(".paragraph-number")?.getAttribute("href") ?? null,
    words: paragraph.textContent ?? "",
  }));

test(`all ${COUNT} paragraphs stand on the full text in order, and each on its section's page`, async ({ page }) => {
  await page.goto("ja/full/");
  const full = await page.locator("[data-paragraph]").evaluateAll(readParagraphs);
  expect(full.map(({ number }) => number)).toEqual(NUMBERS);
  expect(full.map(({ id }) => id)).toEqual(NUMBERS.map((number) => `p${number}`));
  expect(full.map(({ link }) => link)).toEqual(NUMBERS.map((number) => `#p${number}`));

  const apart: ShownParagraph[] = [];
  for (const path of sectionPaths("ja")) {
    await page.goto(path);
    apart.push(...(await page.locator("[data-paragraph]").evaluateAll(readParagraphs)));
  }
  expect(apart).toEqual(full);
});

test("a paragraph's link is reached by keyboard, shows itself and leads to the paragraph", async ({ page }) => {
  await page.goto("ja/inside-outside/");
  const paragraph = page.locator("[data-paragraph]").nth(1);
  const number = await paragraph.getAttribute("data-paragraph");
  const link = paragraph.locator(".paragraph-number");
  const sign = link.locator(".pilcrow");
  await expect(sign).toHaveCSS("opacity", "0");

  const isFocused = () => link.evaluate((element) => element === document.activeElement);
  for (let step = 0; step < 100 && !(await isFocused()); step += 1) await page.keyboard.press("Tab");
  await expect(link).toBeFocused();
  await expect(sign).toHaveCSS("opacity", "1");
  await expect(link).toHaveCSS("outline-style", "solid");
  await expect(link).toHaveAccessibleName(`第${number}段落へのリンク`);

  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`#p${number}$`, "u"));
  await expect(page.locator(":target")).toHaveAttribute("data-paragraph", number ?? "");
});

test("a paragraph's sign shows under the pointer, and always on a narrow screen", async ({ page }) => {
  await page.goto("ja/inside-outside/");
  const paragraph = page.locator("[data-paragraph]").first();
  const sign = paragraph.locator(".pilcrow");
  await expect(sign).toHaveCSS("opacity", "0");
  await paragraph.hover();
  await expect(sign).toHaveCSS("opacity", "1");
  await page.mouse.move(0, 0);
  await page.setViewportSize({ width: 360, height: 640 });
  await expect(sign).toHaveCSS("opacity", "1");
});
