import { expect, type Page, test } from "@playwright/test";
import type { Settings } from "../../../src/elements/reading/settings.ts";
import { readAs, settle } from "../support/reading.ts";

/** Settings that paper knows nothing of. */
const ON_SCREEN_ONLY: Settings = {
  theme: "dark",
  writing: "vertical",
  size: "largest",
  leading: "loose",
  chrome: "hidden",
};
const FULL = "ja/full/";
const SECTION = "ja/przewodow/";

/** How many pages a PDF has. */
const pagesOf = (pdf: Buffer): number => pdf.toString("latin1").match(/\/Type\s*\/Page\b/gu)?.length ?? 0;

async function print(page: Page, path: string, settings: Settings): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 900 });
  await readAs(page, settings);
  await page.goto(path);
  await settle(page);
  await page.emulateMedia({ media: "print" });
}

/** @returns texts of the elements that the paper shows */
const printed = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((elements) =>
    elements
      .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .map((element) => {
        // Signs are drawn by the stylesheet.
        const signs = [...element.querySelectorAll<HTMLElement>("[data-sign]")].map(({ dataset }) => dataset["sign"]);
        return `${signs.join("")}${element.textContent?.trim() ?? ""}`;
      }),
  );

for (const [title, settings] of [
  ["as it comes", {}],
  ["from a dark and vertical screen", ON_SCREEN_ONLY],
] as const) {
  for (const path of [FULL, SECTION]) {
    test(`${path} on paper, ${title}: title page, numbers, notes and addresses, and nothing else`, async ({ page }) => {
      await print(page, path, settings);
      // A section is no book: it says at its end whose it is.
      const titles = await printed(page, ".print-title");
      const endings = await printed(page, ".site-footer > p");
      expect(path === FULL ? titles : endings.slice(1)).toHaveLength(1);
      expect(path === FULL ? endings : titles).toEqual([]);
      const breaks = await page
        .locator(".print-title")
        .evaluateAll((all) => all.map((element) => getComputedStyle(element).breakAfter));
      expect(breaks).toEqual(path === FULL ? ["page"] : []);

      const paragraphs = await page.locator("[data-paragraph]").count();
      const numbers = await printed(page, ".paragraph-number");
      expect(numbers).toHaveLength(paragraphs);
      expect(new Set(numbers).size).toBe(paragraphs);

      const notes = await page.locator(".note").count();
      expect(notes).toBeGreaterThan(0);
      expect(await printed(page, ".note-body")).toHaveLength(notes);
      const places = await page.locator(".note").evaluateAll((all) => all.map((one) => getComputedStyle(one).position));
      expect(new Set(places)).toEqual(new Set(["static"]));
      const order = await page.evaluate(() => {
        const top = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().top ?? Number.NaN;
        const last = [...document.querySelectorAll(".prose")].at(-1)?.getBoundingClientRect().bottom ?? Number.NaN;
        return top(".notes") - last;
      });
      expect(order).toBeGreaterThanOrEqual(0);

      const links = await page
        .locator(".note-body a.address")
        .evaluateAll((all) =>
          all.map((link) => ({ href: link.getAttribute("href"), shown: getComputedStyle(link, "::after").content })),
        );
      expect(links.length).toBeGreaterThan(0);
      for (const { href, shown } of links) expect(shown).toBe(`"${href}"`);

      for (const chrome of [
        ".site-header",
        ".site-footer nav",
        ".contents-aside",
        ".section-navigation",
        ".note-back",
        "dialog",
      ])
        expect(await printed(page, chrome), chrome).toEqual([]);

      const look = await page.evaluate(() => {
        const { backgroundColor, color, writingMode } = getComputedStyle(document.documentElement);
        const text = document.querySelector(".prose p");
        return { backgroundColor, color, writingMode, size: text && getComputedStyle(text).fontSize };
      });
      expect(look).toEqual({
        backgroundColor: "rgb(255, 255, 255)",
        color: "rgb(0, 0, 0)",
        writingMode: "horizontal-tb",
        size: "14px",
      });
      // Scrolling would leave paper with nothing of what stands beside it.
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    });
  }
}

test("the whole essay fills more than five pages of a PDF, a section fewer", async ({ page }) => {
  await page.goto(FULL);
  const whole = pagesOf(await page.pdf({ preferCSSPageSize: true }));
  await page.goto(SECTION);
  const section = pagesOf(await page.pdf({ preferCSSPageSize: true }));
  expect(whole).toBeGreaterThan(5);
  expect(section).toBeGreaterThan(1);
  expect(section).toBeLessThan(whole);
});

test("a dark and vertical screen prints as many pages as any other", async ({ page }) => {
  await page.goto(SECTION);
  const usual = pagesOf(await page.pdf({ preferCSSPageSize: true }));
  await readAs(page, ON_SCREEN_ONLY);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-writing", "vertical");
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(usual);
});

test("the pages are numbered", async ({ page }) => {
  await page.goto(FULL);
  const rules = await page.evaluate(() =>
    [...document.styleSheets].flatMap((sheet) => {
      const all = (rules: CSSRuleList): string[] =>
        [...rules].flatMap((rule) =>
          "cssRules" in rule && !(rule instanceof CSSPageRule) ? all(rule.cssRules as CSSRuleList) : rule.cssText,
        );
      return all(sheet.cssRules).filter((text) => text.startsWith("@page"));
    }),
  );
  expect(rules.join("\n")).toMatch(/@bottom-center\s*\{[^}]*counter\(page\)/u);
});

test("a note that is open is printed once, in its list", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(SECTION);
  await page.locator(".note-mark a").first().click();
  await expect(page.locator(".note-popover")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  const bodies = await printed(page, ".note-body");
  expect(bodies.filter((text) => text.includes("逐語訳ではなく"))).toHaveLength(1);
});
