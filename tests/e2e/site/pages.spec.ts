import { type APIRequestContext, expect, test } from "@playwright/test";
import { selectAll } from "hast-util-select";
import { LANGUAGES, languageOf, PAGES, pageTree, sectionPaths, siteTitle } from "../support/built-site.ts";
import { watch } from "../support/watch.ts";

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

/** What the server answered, by path: the pages of a site link to the same few. */
const answers = new Map<string, { readonly status: number; readonly body: string }>();

async function follow(request: APIRequestContext, path: string) {
  const known = answers.get(path);
  if (known) return known;
  const response = await request.get(path);
  const answer = { status: response.status(), body: await response.text() };
  answers.set(path, answer);
  return answer;
}

for (const path of PAGES) {
  test(`${path} is in order`, async ({ page, baseURL }) => {
    const { problems } = watch(page, baseURL);
    await page.goto(path, { waitUntil: "networkidle" });

    await expect(page.locator("html")).toHaveAttribute("lang", languageOf(path));
    expect(await page.title()).toContain(siteTitle(languageOf(path)));
    const levels = await page
      .locator("h1, h2, h3, h4, h5, h6")
      .evaluateAll((headings) => headings.map(({ tagName }) => Number(tagName.slice(1))));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
    expect(problems).toEqual([]);
  });

  test(`every link of ${path} within the site has its target`, async ({ page, request }) => {
    await page.goto(path);
    const here = new URL(page.url());
    const links = await page
      .locator("a[href]")
      .evaluateAll((all) => all.map((link) => new URL(link.getAttribute("href") ?? "", document.baseURI).href));
    const inside = [...new Set(links)].map((link) => new URL(link)).filter(({ origin }) => origin === here.origin);
    expect(inside.length).toBeGreaterThan(0);
    for (const { pathname, hash } of inside) {
      const target = await follow(request, pathname);
      expect(target.status, pathname).toBe(200);
      if (hash) expect(target.body, pathname).toContain(` id="${decodeURIComponent(hash.slice(1))}"`);
    }
  });

  test(`${path} does not scroll sideways`, async ({ page }) => {
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 640 });
      await page.goto(path);
      const overflow = await page.evaluate(() => {
        const { clientWidth, scrollWidth } = document.documentElement;
        return Math.max(scrollWidth, document.body.scrollWidth) - clientWidth;
      });
      expect(overflow, `${width} px`).toBeLessThanOrEqual(0);
    }
  });
}

test("no two pages have the same title, but for the covers", () => {
  const titles = PAGES.filter((path) => path !== "/").map((path) => {
    const [title] = selectAll("title", pageTree(path));
    return title?.children.map((child) => (child.type === "text" ? child.value : "")).join("");
  });
  expect(new Set(titles).size).toBe(PAGES.length - 1);
});
