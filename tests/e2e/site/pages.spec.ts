import type { Page } from "@playwright/test";
import { select, selectAll } from "hast-util-select";
import { expectNoBarriers } from "../support/axe.ts";
import { LANGUAGES, languageOf, PAGES, pageTree, SEARCH_PAGES, sectionPaths } from "../support/built-site.ts";
import { showIn, weakTexts } from "../support/contrast.ts";
import { beyondPaper } from "../support/paper.ts";
import { open, settle, THEMES } from "../support/reading.ts";
import { openDialog } from "../support/search.ts";
import { setOnPage } from "../support/settings-sheet.ts";
import { expect, test } from "../support/test.ts";
import { type Watch, watch } from "../support/watch.ts";

/*
 * Each page of the site is loaded once, and asked here all that can be asked of any page. What stands in its HTML is
 * checked over the files (tests/dist).
 */

const COMPUTER = { width: 1280, height: 800 };
const TELEPHONE = { width: 412, height: 823 };
const SECTIONS = new Set(LANGUAGES.flatMap(sectionPaths));
/** The section that has all that a section can have. */
const SECTION = "nordic-enlargement";
const OTHER_SECTIONS = new Set(
  LANGUAGES.flatMap((language) => sectionPaths(language).flatMap((path) => path.split("/").at(-2) ?? [])).filter(
    (id) => id !== SECTION,
  ),
);
/**
 * Kinds of which a site has a page for each section, alike in all but their words: the text, side by side, its changes, its
 * earlier editions. One of each is looked at closely.
 */
const IS_ONE_OF_MANY = (path: string) => path.split("/").some((part) => OTHER_SECTIONS.has(part));

/** A folder of a language, or of two that stand side by side. */
const LANGUAGE = new RegExp(`^(?:${LANGUAGES.join("|")})(?:-(?:${LANGUAGES.join("|")}))?$`, "u");

/** Files to hand out are pages of their own, without scripts and ways on. */
const isHandOut = (path: string) => path.endsWith("/handout.html");
/** What may be wider than a screen, and stands in few sections. */
const hasTable = (path: string) => select("table", pageTree(path)) !== undefined;

test("the list of pages is complete", () => {
  expect(LANGUAGES).toContain("ja");
  expect(PAGES).toEqual(expect.arrayContaining(["/", "/404.html"]));
  for (const language of LANGUAGES) {
    const pages = ["", "full/", "notes/", "glossary/", "timeline/", "search/", "about/"].map(
      (page) => `/${language}/${page}`,
    );
    expect(PAGES).toEqual(expect.arrayContaining([...pages, ...sectionPaths(language)]));
  }
});

/** Pages of a kind have one test in all languages: to empty the window after a test costs more than to load a page. */
const TESTED = Map.groupBy(
  PAGES.filter((page) => !isHandOut(page) || !IS_ONE_OF_MANY(page) || hasTable(page)),
  (path) => path.replace(/[^/]+/gu, (part) => (OTHER_SECTIONS.has(part) ? "…" : LANGUAGE.test(part) ? "*" : part)),
);

for (const [title, paths] of TESTED) {
  test(`${title}`, async ({ page, baseURL }) => {
    const watched = watch(page, baseURL);
    let told = 0;
    for (const [index, path] of paths.entries())
      await test.step(path, async () => {
        await expectAll(page, path, watched, index === 0);
        expect.soft(watched.problems.slice(told)).toEqual([]);
        told = watched.problems.length;
      });
  });
}

/**
 * What a page is asked.
 *
 * @param isFirst of its kind, whose languages have one stylesheet
 */
async function expectAll(page: Page, path: string, watched: Watch, isFirst: boolean): Promise<void> {
  const before = watched.requests.length;
  await page.setViewportSize(COMPUTER);
  if (isHandOut(path)) await page.goto(path);
  else await open(page, path);
  await test.step("loads all that it asks for, and nothing of the search", () => {
    const requests = watched.requests.slice(before);
    expect.soft(requests).toContain(path);
    const early = requests.filter((request) => request.includes("pagefind"));
    if (!SEARCH_PAGES.includes(path)) expect.soft(early).toEqual([]);
    if (SECTIONS.has(path)) expectOneScript(path, requests);
  });
  if (!isHandOut(path))
    await test.step("leads from its beginning to the beginning in the other language", () => expectSwitch(page, path));
  const isClose = !IS_ONE_OF_MANY(path);
  for (const [size, colorScheme] of [
    [{ width: 320, height: 640 }],
    [TELEPHONE, "dark"],
    [COMPUTER, "light"],
  ] as const) {
    await page.setViewportSize(size);
    await test.step(`does not scroll sideways: ${size.width} px`, async () => {
      await settle(page);
      expect.soft(await overflowing(page)).toEqual([]);
      if (colorScheme) return;
      await setOnPage(page, { size: "largest" });
      expect.soft(await overflowing(page), "with the largest letters").toEqual([]);
      await setOnPage(page, { size: undefined });
    });
    if (isClose && colorScheme)
      await test.step(`has no barriers: ${colorScheme}`, async () => {
        await page.emulateMedia({ colorScheme });
        // What lies over what is the same in both schemes; the colours are computed below.
        await expectNoBarriers(page, { knowsSheet: !isFirst || colorScheme === "dark" });
      });
  }
  if (isClose) await test.step("its texts can be read in every theme", () => expectReadable(page));
  if (!isHandOut(path)) await test.step("stands on its paper with all that it has", () => expectOnPaper(page, path));
  if (isClose && !SEARCH_PAGES.includes(path) && select("[data-opens=search]", pageTree(path)))
    await test.step("gets the search when it is wanted", () => expectSearch(page, watched, before));
}

/** Scripts that come with the first sign of a reader, and one that pages ask for of which parts have changed. */
const COMES_BESIDES = /\/(?:answer-presses|day-of-access|follow-reader|overlays|with-presses|offer-changes)\.[^/]*$/u;

/** The budgets (`npm run budgets`) weigh the scripts that a page names: what it does by itself is in these. */
function expectOneScript(path: string, requests: readonly string[]): void {
  const scripts = requests.filter((request) => request.endsWith(".js") && !COMES_BESIDES.test(request));
  const named = selectAll("script[src]", pageTree(path)).map(({ properties }) => String(properties["src"]));
  expect.soft(new Set(scripts)).toEqual(new Set(named));
}

/** @returns what makes the page wider than its window, by how many pixels; nothing where it is not */
const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    // Without the gutter that is kept for a scrollbar, which readers have and this browser has not.
    const { width: room } = document.documentElement.getBoundingClientRect();
    const width = Math.max(scrollWidth, document.body.scrollWidth);
    if (width <= room) return [];
    const beyond = [...document.querySelectorAll("body *")].flatMap((element) => {
      const { left, right } = element.getBoundingClientRect();
      const pixels = Math.max(right - room, -left);
      const name = element.outerHTML.slice(0, 120);
      return pixels > 0 && !element.closest("table") ? [`${pixels} px: ${name}`] : [];
    });
    return [`${width - room} px`, ...beyond];
  });

/** The link to the other language keeps the reader's position; at the beginning of a page there is none to keep. */
async function expectSwitch(page: Page, path: string): Promise<void> {
  const [, language = ""] = path.split("/");
  if (!LANGUAGES.includes(language)) return;
  // Asked of the page as it is: the runner's own selectors, which it puts into a page first, cost more than most pages.
  const leadsTo = await page.evaluate(async () => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>(".language-switch a")];
    for (const link of links) link.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, cancelable: true }));
    await new Promise((done) => requestAnimationFrame(done));
    return links.map(({ pathname, hash }) => pathname + hash);
  });
  const others = LANGUAGES.filter((other) => other !== language);
  expect.soft(leadsTo).toEqual(others.map((other) => path.replace(`/${language}/`, `/${other}/`)));
}

async function expectReadable(page: Page): Promise<void> {
  for (const theme of THEMES) {
    await showIn(page, theme);
    const { weak, looked } = await weakTexts(page);
    expect.soft(weak, theme).toEqual([]);
    expect.soft(looked, theme).toBeGreaterThan(5);
  }
}

/** In columns too, where the language has them: they have a smaller sheet. */
async function expectOnPaper(page: Page, path: string): Promise<void> {
  expect.soft(await beyondPaper(page)).toEqual([]);
  if (languageOf(path) === "ja") {
    await setOnPage(page, { writing: "vertical" });
    expect.soft(await beyondPaper(page), "in columns").toEqual([]);
    await setOnPage(page, { writing: undefined });
  }
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize(COMPUTER);
}

/** @param first the place of the page's own first request */
async function expectSearch(page: Page, { requests }: Watch, first: number): Promise<void> {
  const atFirst = new Set(requests.slice(first));
  const before = requests.length;
  // When it is open its own scripts are there.
  await openDialog(page);
  await expect.poll(() => requests.slice(before).some((request) => request.includes("pagefind"))).toBe(true);
  const wanted = requests.slice(before);
  const scripts = wanted.filter((request) => request.endsWith(".js"));
  expect.soft(scripts.length).toBeGreaterThan(0);
  expect.soft(scripts.filter((script) => atFirst.has(script))).toEqual([]);
}

test("the search has no barriers: in its dialog, on its page, and where it leads", async ({ page }) => {
  const expectBoth = async () => {
    for (const colorScheme of ["light", "dark"] as const)
      await test.step(colorScheme, async () => {
        await page.emulateMedia({ colorScheme });
        await expectNoBarriers(page, { knowsSheet: colorScheme === "dark" });
      });
    await expectReadable(page);
    await page.evaluate(() => document.documentElement.removeAttribute("data-theme"));
  };
  await open(page, "ja/przewodow/");
  const { field, hits } = await openDialog(page);
  await field.fill("ミサイル");
  await expect(hits.first()).toBeVisible();
  await expectBoth();
  await hits.first().click();
  await expect(page.locator(".search-bar")).toBeVisible();
  await expectBoth();
  await open(page, "ja/search/?q=抑止");
  await expect(page.locator(".search-hit").first()).toBeVisible();
  await expectBoth();
});
