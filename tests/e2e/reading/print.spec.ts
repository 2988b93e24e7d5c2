import type { Page } from "@playwright/test";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { SETTINGS_KEY, type Settings } from "../../../src/elements/reading/settings.ts";
import { open, readAs, settle } from "../support/reading.ts";
import { expect, test } from "../support/test.ts";

/** Settings that paper knows nothing of. */
const ON_SCREEN_ONLY: Settings = {
  theme: "dark",
  size: "largest",
  leading: "loose",
  chrome: "hidden",
};
const FULL = "ja/full/";
const SECTION = "ja/przewodow/";

async function print(page: Page, path: string, settings: Settings): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 900 });
  await readAs(page, settings);
  await goTo(page, path);
  await settle(page);
  await page.emulateMedia({ media: "print" });
}

/** Opens a page as somebody does who may print it: with the first sign of a reader its sheet for paper comes. */
async function goTo(page: Page, path: string): Promise<void> {
  await open(page, path);
  await page.keyboard.press("Shift");
  await sheetForPaper(page);
}

const sheetForPaper = (page: Page) =>
  page.waitForFunction(() => [...document.styleSheets].some(({ media }) => media.mediaText === "print"));

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
  ["from a dark screen with large letters", ON_SCREEN_ONLY],
] as const) {
  test(`on paper, ${title}: title page, numbers, notes and addresses, and nothing else`, async ({ page }) => {
    for (const path of [FULL, SECTION])
      await test.step(path, async () => {
        await page.emulateMedia({ media: null });
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
        const places = await page
          .locator(".note")
          .evaluateAll((all) => all.map((one) => getComputedStyle(one).position));
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
        if (path === SECTION)
          await test.step("the marks of editors' notes have their numbers", async () => {
            const signs = await page
              .locator(".editor-mark span")
              .evaluateAll((parts) => parts.map((part) => getComputedStyle(part, "::before").content));
            expect(signs).toContain('"12"');
            expect(signs).not.toContain("none");
          });
      });
  });
}

/** @returns the words of each page of a PDF, and its width and height in millimetres */
async function read(pdf: Buffer): Promise<{ words: string; size: number[] }[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages = Array.from({ length: document.numPages }, async (_none, index) => {
    const sheet = await document.getPage(index + 1);
    const [, , width = 0, height = 0] = sheet.view;
    const { items } = await sheet.getTextContent();
    const words = items.map((item) => ("str" in item ? item.str : "")).join("");
    return {
      words: words.normalize("NFKC").replaceAll(/\s/gu, "").replaceAll("\u2012", "–"),
      size: [width, height].map((one) => Math.round((one / 72) * 25.4)),
    };
  });
  return Promise.all(pages);
}

test("each page has a head with the section and its paragraphs, also from a dark screen; the whole begins with its title and its contents", async ({
  page,
}) => {
  await goTo(page, SECTION);
  /** With the day on which it is read, which the first sign of a reader brings. */
  const dated = async () => {
    await page.keyboard.press("Shift");
    await expect(page.locator(".day-of-access").first()).not.toHaveAttribute("hidden");
  };
  await dated();
  const section = await read(await page.pdf({ preferCSSPageSize: true }));
  expect(section.length).toBeGreaterThan(1);
  for (const { words, size } of section) {
    expect(words).toContain("欧州安全保障体制の変容");
    expect(words).toContain("¶12–25");
    expect(size).toEqual([210, 297]);
  }
  await page.evaluate(([key, value]) => localStorage.setItem(key, value), [
    SETTINGS_KEY,
    JSON.stringify(ON_SCREEN_ONLY),
  ] as const);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-size", "largest");
  await dated();
  // What has the focus is the reader's, too.
  await page.locator(".note-mark a").first().focus();
  await sheetForPaper(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".note-mark a").first()).toHaveCSS("outline-style", "none");
  await page.emulateMedia({ media: null });
  expect(await read(await page.pdf({ preferCSSPageSize: true }))).toEqual(section);

  await page.evaluate(() => localStorage.clear());
  await page.goto(FULL);
  // Some notes are folded beside the text; none is on paper.
  await expect(page.locator("[data-folded]").first()).toBeAttached();
  const whole = await read(await page.pdf({ preferCSSPageSize: true }));
  const paper = whole.map(({ words }) => words).join("");
  expect(paper.match(/確認\)/gu)).toHaveLength(await page.locator(".note .as-of").count());
  expect(whole.length).toBeGreaterThan(Math.max(5, section.length));
  const [title, contents, ...chapters] = whole;
  expect(title?.words).not.toContain("¶");
  expect(contents?.words).toContain("¶26–31");
  expect(chapters[0]?.words).toContain("はじめに¶1–4");
  expect(chapters.some(({ words }) => words.includes("可視化される抑止¶5–31"))).toBe(true);
  // After a figure it is the box of a paragraph that has its lines.
  await page.emulateMedia({ media: "print" });
  const boxes = await page.evaluate(() =>
    [...document.querySelectorAll(".prose > .paragraph:has(> p)")]
      .filter(({ lastElementChild }) => lastElementChild && getComputedStyle(lastElementChild).display === "inline")
      .map((box) => getComputedStyle(box).textWrap),
  );
  expect(boxes.length).toBeGreaterThan(0);
  expect(new Set(boxes)).toEqual(new Set(["pretty"]));
  // And the pages are numbered.
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

test("who reads columns prints columns, as a small book", async ({ page }) => {
  await print(page, SECTION, { ...ON_SCREEN_ONLY, writing: "vertical" });
  const look = await page.evaluate(() => ({
    writing: getComputedStyle(document.querySelector(".prose p") ?? document.body).writingMode,
    background: getComputedStyle(document.documentElement).backgroundColor,
  }));
  expect(look).toEqual({ writing: "vertical-rl", background: "rgb(255, 255, 255)" });
  const pages = await read(await page.pdf({ preferCSSPageSize: true }));
  expect(pages.length).toBeGreaterThan(3);
  for (const { words, size } of pages) {
    expect(size).toEqual([148, 210]);
    expect(words).toContain("¶12–25");
  }
});

test("the controls print, with addresses that end their lines at slashes and stops alone", async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => {
      dispatchEvent(new Event("beforeprint"));
      const { dataset } = document.documentElement;
      dataset["printed"] = `${dataset["printed"] ?? ""}|`;
    };
  });
  await page.goto(SECTION);
  await page.getByRole("contentinfo").getByRole("button", { name: "印刷", exact: true }).click();
  await expect(page.locator("html[data-printed='|']")).toBeAttached();
  await page.getByRole("button", { name: "表示" }).click();
  await page.locator(".settings-panel").getByRole("button", { name: "印刷", exact: true }).click();
  await expect(page.locator("html[data-printed='||']")).toBeAttached();
  // A style that names the day on which one has looked names that of the print.
  const today = await page.evaluate(() => new Date().toLocaleDateString("sv"));
  expect(await page.locator(".cite-ready").textContent()).toContain(`przewodow/, (参照 ${today}).`);
  const links = await page
    .locator("a.address")
    .evaluateAll((all) =>
      all.map((link) => [link.getAttribute("href"), link.querySelector(".printed-address")?.textContent]),
    );
  expect(links.length).toBeGreaterThan(0);
  for (const [href, words] of links) expect(words).toBe(href);
  await expect(page.locator(".printed-address").first()).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".printed-address").first()).toBeVisible();
});

test("a note that is open is printed once, in its list", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(SECTION);
  await page.locator(".note-mark a").first().click();
  await expect(page.locator(".note-popover")).toBeVisible();
  await sheetForPaper(page);
  await page.emulateMedia({ media: "print" });
  const bodies = await printed(page, ".note-body");
  expect(bodies.filter((text) => text.includes("逐語訳ではなく"))).toHaveLength(1);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("notes are as small on paper, and no address that fits a line is parted", async ({ page }) => {
    await page.goto(SECTION);
    // Who prints without a script is told of no day.
    await expect(page.locator(".cite-ready")).not.toContainText("参照", { useInnerText: true });
    const document = await getDocument({ data: new Uint8Array(await page.pdf()), verbosity: 0 }).promise;
    const lines: string[] = [];
    const sizes = new Set<number>();
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent();
      const pieces = items.flatMap((item) => ("str" in item && item.str.trim() ? [item] : []));
      let line = "";
      for (const [index, { str, transform, height }] of pieces.entries()) {
        if (str.includes("http")) sizes.add(Math.round(height * 10) / 10);
        line += str;
        const next = pieces[index + 1];
        if (next?.transform[5] === transform[5]) continue;
        // An address that goes on.
        lines.push(/^[a-z\d]/u.test(next?.str ?? "") ? `${line.trim()}…` : line.trim());
        line = "";
      }
    }
    expect(
      [...sizes].every((size) => size < 8),
      [...sizes].join(" "),
    ).toBe(true);
    expect(lines.length).toBeGreaterThan(50);
    expect(lines.filter((line) => /https?:?\/?…?$/u.test(line))).toEqual([]);
    // One that is longer than its line begins it.
    expect(lines.filter((line) => /\S\s*https?:\S*[a-z\d]…$/u.test(line))).toEqual([]);
    expect(lines.filter((line) => /^https?:\S*[a-z\d]…$/u.test(line))).not.toEqual([]);
  });
});
