import { expect, type Page, test } from "@playwright/test";
import { expectNoBarriers } from "../support/axe.ts";
import { readAs, settle, THEMES, WRITINGS, written } from "../support/reading.ts";

const SECTION = "ja/przewodow/";
const SCREENS = { narrow: { width: 360, height: 740 }, wide: { width: 1440, height: 900 } };
/** WCAG 1.4.6. */
const LEAST_CONTRAST = 7;

/** Texts with less contrast than they should have against what they stand on, and how many were looked at. */
const weakTexts = (page: Page) =>
  page.evaluate((least) => {
    const context = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", {
      willReadFrequently: true,
    });
    if (!context) throw new Error("There is no canvas to read colours with.");
    const rgba = (color: string): readonly number[] => {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = color;
      context.fillRect(0, 0, 1, 1);
      return [...context.getImageData(0, 0, 1, 1).data];
    };
    const luminance = ([red = 0, green = 0, blue = 0]: readonly number[]) => {
      const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = (element: Element | null): readonly number[] => {
      if (!element) return [255, 255, 255, 255];
      const color = rgba(getComputedStyle(element).backgroundColor);
      return color[3] === 255 ? color : ground(element.parentElement);
    };
    const weak: string[] = [];
    let looked = 0;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || !node.textContent?.trim() || element.closest("script, noscript")) continue;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      looked += 1;
      const ink = luminance(rgba(getComputedStyle(element).color));
      const paper = luminance(ground(element));
      const contrast = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
      if (contrast < least)
        weak.push(`${contrast.toFixed(2)} ${element.className} ${node.textContent.trim().slice(0, 20)}`);
    }
    return { weak, looked };
  }, LEAST_CONTRAST);

for (const theme of THEMES) {
  for (const writing of WRITINGS) {
    test(`axe finds nothing, and every text is 7:1: ${theme}, ${writing}`, async ({ page }) => {
      await readAs(page, { theme, ...written(writing) });
      for (const [name, size] of Object.entries(SCREENS)) {
        await page.setViewportSize(size);
        await page.goto(SECTION);
        await settle(page);
        await test.step(name, () => expectNoBarriers(page));
        const text = await weakTexts(page);
        expect(text.weak, name).toEqual([]);
        expect(text.looked).toBeGreaterThan(50);
      }
      await page.setViewportSize(SCREENS.narrow);
      await page.reload();
      await page.locator(".note-mark a").first().press("Enter");
      await expect(page.locator(".note-popover")).toBeVisible();
      await test.step("with a note open", () => expectNoBarriers(page));
      expect((await weakTexts(page)).weak).toEqual([]);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "表示" }).press("Enter");
      await expect(page.locator(".settings-panel")).toBeVisible();
      await test.step("with the settings open", () => expectNoBarriers(page));
      expect((await weakTexts(page)).weak).toEqual([]);
    });
  }

  test(`every text of every other kind of page is 7:1: ${theme}`, async ({ page }) => {
    await readAs(page, { theme });
    for (const path of ["", "ja/", "ja/notes/", "ja/about/", "ja/search/", "404.html"]) {
      await page.goto(path);
      const { weak, looked } = await weakTexts(page);
      expect(weak, path).toEqual([]);
      expect(looked, path).toBeGreaterThan(5);
    }
  });
}

test("text that is too faint would be noticed", async ({ page }) => {
  await page.goto(SECTION);
  await page.evaluate(() => document.documentElement.style.setProperty("--ink-soft", "#777"));
  expect((await weakTexts(page)).weak.length).toBeGreaterThan(5);
});

for (const [name, size] of Object.entries(SCREENS)) {
  test(`a screen reader finds each note once, and each mark by its name: ${name}`, async ({ page, context }) => {
    await page.setViewportSize(size);
    await page.goto("ja/full/");
    await settle(page);
    const client = await context.newCDPSession(page);
    const { nodes } = await client.send("Accessibility.getFullAXTree");
    // The list of nodes is in no order that is read.
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const wordsOf = (id: string): string => {
      const { ignored, role, name, childIds = [] } = byId.get(id) ?? {};
      return !ignored && role?.value === "StaticText" ? String(name?.value ?? "") : childIds.map(wordsOf).join("");
    };
    const read = wordsOf(nodes[0]?.nodeId ?? "").replaceAll(/\s/gu, "");
    const notes = await page.locator(".notes .note-body").allTextContents();
    expect(notes.length).toBeGreaterThan(25);
    for (const note of notes) {
      const words = note.replaceAll(/\s/gu, "");
      expect(read.split(words), words).toHaveLength(2);
    }
    const marks = nodes.filter(({ ignored, role }) => !ignored && role?.value === "doc-noteref");
    const names = marks.map((node) => String(node.name?.value));
    const editors = names.filter((name) => name.startsWith("編"));
    expect(editors).toEqual(editors.map((_, index) => `編${index + 1}（編者注）`));
    const own = names.filter((name) => !editors.includes(name));
    expect(own).toEqual(own.map((_, index) => `注${index + 1}`));
    expect(editors).toHaveLength(await page.locator(".editor-notes .note").count());
    expect(own).toHaveLength(notes.length - editors.length);
  });
}

test("with the reader's own colours, what is chosen in the panel is seen", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto(SECTION);
  await page.getByRole("button", { name: "表示" }).press("Enter");
  const looks = await page
    .locator(".settings-panel fieldset")
    .first()
    .evaluate((row) =>
      [...row.querySelectorAll("input")].map((input) => {
        const { backgroundColor, color } = getComputedStyle(input.nextElementSibling ?? input);
        return { checked: input.checked, look: `${backgroundColor} ${color}` };
      }),
    );
  const chosen = looks.find(({ checked }) => checked)?.look;
  expect(looks.filter(({ look }) => look === chosen)).toHaveLength(1);
});

for (const size of [
  { width: 640, height: 512 },
  { width: 320, height: 256 },
]) {
  test(`nothing is cut off or needs two ways of scrolling at ${(1280 / size.width) * 100} %`, async ({ page }) => {
    await page.setViewportSize(size);
    for (const writing of WRITINGS) {
      await page.addInitScript((value) => localStorage.setItem("reading", value), JSON.stringify(written(writing)));
      for (const path of ["", "ja/", SECTION, "ja/full/", "ja/notes/", "ja/about/", "ja/search/", "404.html"]) {
        await page.goto(path);
        await settle(page);
        const across = await page.evaluate(() => {
          const root = document.documentElement;
          return getComputedStyle(root).writingMode === "vertical-rl"
            ? root.scrollHeight - root.clientHeight
            : root.scrollWidth - root.clientWidth;
        });
        expect(across, `${path} ${writing}`).toBeLessThanOrEqual(0);
      }
    }
  });
}
