import { expect, test } from "../support/test.ts";

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
