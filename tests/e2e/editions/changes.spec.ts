import { expectNoBarriers } from "../support/axe.ts";
import { open, readAs, WRITINGS, written } from "../support/reading.ts";
import { expect, test } from "../support/test.ts";

for (const writing of WRITINGS)
  test(`one press shows what an edition changed in a paragraph, by keyboard too: ${writing}`, async ({ page }) => {
    await readAs(page, written(writing));
    await open(page, "ja/przewodow/");
    const sign = page.locator("#p17 > .revised");
    const shown = page.locator("#p17 .peek");
    await page.locator("#p17 .paragraph-number").focus();
    const forwards = writing === "vertical" ? "ArrowDown" : "ArrowRight";
    for (let press = 0; press < 4 && !(await sign.evaluate((link) => link === document.activeElement)); press += 1)
      await page.keyboard.press(forwards);
    await expect(sign).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(shown.locator("del").first()).toBeVisible();
    await expect(shown.locator("ins").first()).toBeVisible();
    await expect(shown.locator("[id]")).toHaveCount(0);
    if (writing === "horizontal")
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await expectNoBarriers(page, { within: "#p17" });
      }
    await page.keyboard.press("Escape");
    await expect(shown).toHaveCount(0);
    await expect(sign).toBeFocused();
    await sign.press("Enter");
    await shown.getByRole("link", { name: /改：/u }).click();
    await page.waitForURL("**/ja/editions/przewodow/#p17");
  });

test("the signs are no words of the text, and are not printed", async ({ page }) => {
  await open(page, "ja/przewodow/");
  await expect(page.locator(".revised")).not.toHaveCount(0);
  expect(await page.locator(".revised").allTextContents()).toEqual(
    await page.locator(".revised").evaluateAll((signs) => signs.map(() => "")),
  );
  await page.keyboard.press("Shift");
  await page.emulateMedia({ media: "print" });
  for (const sign of await page.locator(".revised").all()) await expect(sign).toBeHidden();
});

const EARLIER = "ja/1.0.0/przewodow/#p23";

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("a link into an earlier edition shows that it is one, and what it leads to", async ({ page }) => {
      for (const [width, height] of [
        [1440, 900],
        [360, 740],
      ] as const)
        await test.step(`${width}`, async () => {
          await page.setViewportSize({ width, height });
          await page.goto("about:blank");
          if (javaScriptEnabled) await open(page, EARLIER);
          else await page.goto(EARLIER);
          const notice = page.locator(".earlier-notice");
          await expect(notice).toBeInViewport({ ratio: 1 });
          const end = await notice.evaluate((element) => element.getBoundingClientRect().bottom);
          const start = await page.locator("#p23").evaluate((element) => element.getBoundingClientRect().top);
          expect(start).toBeGreaterThan(end);
        });
    });
  });
