import { settle } from "../support/reading.ts";
import { expect, test } from "../support/test.ts";

test("marks and numbers are no text: words are found across them, and copied without them", async ({ page }) => {
  await page.goto("ja/przewodow/");
  const marks = page.locator("article .paragraph .note-mark");
  expect(await marks.count()).toBeGreaterThan(3);
  for (const mark of await marks.all()) {
    const { around, isFound } = await mark.evaluate((element) => {
      const block = element.closest("p") as HTMLElement;
      const text = (from: (range: Range) => void) => {
        const range = document.createRange();
        range.selectNodeContents(block);
        from(range);
        return range.toString();
      };
      const words = `${text((range) => range.setEndBefore(element)).slice(-8)}${text((range) => range.setStartAfter(element)).slice(0, 8)}`;
      getSelection()?.removeAllRanges();
      // The browser's own search in the page; TypeScript does not know it.
      const { find } = window as unknown as { find: (text: string, ...options: boolean[]) => boolean };
      return { around: words, isFound: find(words, true, false, true) };
    });
    expect(isFound, around).toBe(true);
  }
  await page.goto(`ja/przewodow/#:~:text=${encodeURIComponent("証拠を詰めるとともに")}`);
  const copied = await page.evaluate(() => {
    getSelection()?.selectAllChildren(document.querySelector(".prose") as Element);
    return getSelection()?.toString() ?? "";
  });
  const words = await page
    .locator(".prose p, .prose blockquote")
    .evaluateAll((blocks) => blocks.map(({ textContent }) => textContent).join(""));
  expect(copied).not.toMatch(/¶|編\d|引用|EN\n/u);
  expect(words).not.toMatch(/編\d/u);
});

test("a press that selects a whole paragraph offers its citation, without a word of the next", async ({ page }) => {
  await page.goto("ja/przewodow/");
  await settle(page);
  for (const id of ["p13", "p14"]) {
    await page
      .locator(`#${id} p`)
      .first()
      .click({ clickCount: 3, position: { x: 150, y: 12 } });
    const button = page.locator(`#${id} .cite-selection`);
    await expect(button).toBeVisible();
    expect(await page.evaluate(() => getSelection()?.toString())).not.toContain("引用");
    await button.press("Enter");
    const words = page.locator(".cite-words");
    await expect(words).toBeVisible();
    const paragraph = (await page.locator(`#${id} p`).first().textContent()) ?? "";
    expect((await words.textContent())?.replaceAll(/\s/gu, "")).toBe(paragraph.replaceAll(/\s/gu, ""));
    await page.keyboard.press("Escape");
  }
});

test("in forced colours drawings have the reader's colours, whatever theme is kept", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active", colorScheme: "light" });
  for (const theme of ["light", "dark", "sepia"]) {
    await page.addInitScript((kept) => localStorage.setItem("reading", JSON.stringify({ theme: kept })), theme);
    await page.goto("ja/nordic-enlargement/");
    const { words, canvasText } = await page.evaluate(() => {
      const probe = document.createElement("span");
      probe.style.color = "CanvasText";
      document.body.append(probe);
      const text = document.querySelector(".figure svg text") as Element;
      return { words: getComputedStyle(text).fill, canvasText: getComputedStyle(probe).color };
    });
    expect(words, theme).toBe(canvasText);
  }
});
