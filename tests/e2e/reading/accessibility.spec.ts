import type { Page } from "@playwright/test";
import { expectNoBarriers } from "../support/axe.ts";
import { showIn, weakTexts } from "../support/contrast.ts";
import { open, readAs, settle, THEMES, WRITINGS, written } from "../support/reading.ts";
import { expect, test } from "../support/test.ts";

const SECTION = "ja/przewodow/";
const SCREENS = { narrow: { width: 360, height: 740 }, wide: { width: 1440, height: 900 } };

/** Every text on the page as it is now can be read, in every theme that a reader can choose. */
async function expectReadable(page: Page): Promise<void> {
  for (const theme of THEMES) {
    await showIn(page, theme);
    expect((await weakTexts(page)).weak, theme).toEqual([]);
  }
}

for (const writing of WRITINGS)
  test(`a section, an open note and the settings have no barriers, and texts of 7:1: ${writing}`, async ({ page }) => {
    // Of what axe asks, contrast alone depends on the theme; `expectReadable` asks for it in all of them. What lies over
    // what, axe looks at once.
    const theme = "dark";
    const expectAll = (state: string, knowsSheet = true) =>
      test.step(state, async () => {
        await expectNoBarriers(page, { knowsSheet });
        await expectReadable(page);
        await showIn(page, theme);
      });
    await readAs(page, { theme, ...written(writing) });
    await page.setViewportSize(SCREENS.wide);
    await open(page, SECTION);
    await expectAll("wide", false);
    await page.setViewportSize(SCREENS.narrow);
    await settle(page);
    await expectAll("narrow");
    await page.locator(".note-mark a").first().press("Enter");
    await expect(page.locator(".note-popover")).toBeVisible();
    await expectAll("with a note open");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "表示" }).press("Enter");
    await expect(page.locator(".settings-panel")).toBeVisible();
    await expectAll("with the settings open");
  });

test("text that is too faint would be noticed", async ({ page }) => {
  await page.goto(SECTION);
  await page.evaluate(() => document.documentElement.style.setProperty("--ink-soft", "#777"));
  expect((await weakTexts(page)).weak.length).toBeGreaterThan(5);
});

test("a screen reader finds each note once, and each mark by its name, on a wide screen and on a narrow one", async ({
  page,
  context,
}) => {
  await open(page, "ja/full/");
  const client = await context.newCDPSession(page);
  const expectRead = async () => {
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
  };
  for (const [screen, size] of Object.entries(SCREENS))
    await test.step(screen, async () => {
      await page.setViewportSize(size);
      await settle(page);
      await expectRead();
    });
});

test("with the reader's own colours, what is chosen is seen and what a control says can be read", async ({ page }) => {
  const expectLegible = (within: string) =>
    test.step(within, async () => {
      for (const colorScheme of ["dark", "light"] as const) {
        await page.emulateMedia({ forcedColors: "active", colorScheme });
        const { weak, looked } = await weakTexts(page, within);
        expect(looked).toBeGreaterThan(0);
        expect(weak, colorScheme).toEqual([]);
      }
    });
  await page.goto("");
  await expect(page.locator("[data-chosen] .button")).toBeVisible();
  await expectLegible(".gateway");
  await page.getByRole("link", { name: "日本語で読む" }).hover();
  await expectLegible(".button:hover");

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
  await expectLegible(".settings-panel");
  await page.keyboard.press("Escape");

  await page
    .getByRole("button", { name: /^引用 ¶/u })
    .first()
    .press("Enter");
  await expect(page.locator(".cite-dialog [data-first]")).toBeVisible();
  await expectLegible(".cite-dialog");
});

test("with the reader's own colours, marked words and the mark that an address names can be read", async ({ page }) => {
  await page.goto("ja/search/?q=抑止");
  await expect(page.locator(".search-excerpt mark").first()).toBeVisible();
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ forcedColors: "active", colorScheme });
    const { weak, looked } = await weakTexts(page, ".search-excerpt");
    expect(looked).toBeGreaterThan(0);
    expect(weak, colorScheme).toEqual([]);
  }
  // Signs are drawn by the stylesheet: of them there is no text to look at.
  await page.goto("ja/przewodow/#mark-ed-article-5");
  await expect(page.locator(".note-mark a:target")).toHaveCSS("background-color", /, 0\)$/u);
});

for (const writing of WRITINGS)
  test(`nothing is cut off or needs two ways of scrolling at 200 and at 400 %: ${writing}`, async ({ page }) => {
    await readAs(page, written(writing));
    for (const path of ["", "ja/", SECTION, "ja/full/", "ja/notes/", "ja/about/", "ja/search/", "404.html"]) {
      await open(page, path);
      for (const size of [
        { width: 640, height: 512 },
        { width: 320, height: 256 },
      ]) {
        await page.setViewportSize(size);
        await settle(page);
        const across = await page.evaluate(() => {
          const root = document.documentElement;
          return getComputedStyle(root).writingMode === "vertical-rl"
            ? root.scrollHeight - root.clientHeight
            : root.scrollWidth - root.clientWidth;
        });
        expect(across, `${path} ${size.width} × ${size.height}`).toBeLessThanOrEqual(0);
      }
    }
  });
