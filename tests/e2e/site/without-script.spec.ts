import { sectionPaths } from "../support/built-site.ts";
import { expect, test } from "../support/test.ts";

test.use({ javaScriptEnabled: false });

const ONE_OF_EACH = ["", "404.html", "parallel/nordic-enlargement/"].concat(
  ["", "nordic-enlargement/", "full/", "notes/", "glossary/", "timeline/", "search/", "about/"].flatMap((page) =>
    ["ja", "en"].map((language) => `${language}/${page}`),
  ),
);

test("one reads from the cover to the last section and back", async ({ page }) => {
  const sections = sectionPaths("ja");
  await page.goto("ja/");
  await page.getByRole("link", { name: "はじめから読む" }).click();
  for (const [index, path] of sections.entries()) {
    await expect(page).toHaveURL(path);
    await expect(page.locator("[data-paragraph] p").first()).toBeVisible();
    const next = page.locator("a[rel=next]");
    if (index < sections.length - 1) await next.click();
    else await expect(next).toHaveCount(0);
  }
  for (const path of sections.toReversed().slice(1)) {
    await page.locator("a[rel=prev]").click();
    await expect(page).toHaveURL(path);
  }
  await expect(page.locator("a[rel=prev]")).toHaveCount(0);
});

test("every kind of page shows its words", async ({ page }) => {
  for (const path of ONE_OF_EACH) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("main")).toContainText(/\S{4}/u);
  }
});

test("every note can be read", async ({ page }) => {
  await page.goto("ja/full/");
  const unread = await page.locator(".note-mark a").evaluateAll((marks: HTMLAnchorElement[]) =>
    marks.flatMap((mark) => {
      mark.click();
      const note = document.getElementById(mark.hash.slice(1))?.querySelector(".note-body");
      const { top = Number.POSITIVE_INFINITY, bottom = 0 } = note?.getBoundingClientRect() ?? {};
      return top < innerHeight && bottom > 0 && /\S{10}/u.test(note?.textContent ?? "") ? [] : [mark.hash];
    }),
  );
  expect(unread).toEqual([]);
  expect(await page.locator(".note-mark a").count()).toBeGreaterThan(0);
});

test("the search says what it needs and where else to look", async ({ page }) => {
  await page.goto("ja/");
  await page.getByRole("banner").getByRole("link", { name: "検索" }).click();
  await expect(page).toHaveURL("ja/search/");
  const message = page.locator("main noscript p");
  await expect(message).toBeVisible();
  await expect(message).toContainText("JavaScript");
  await expect(page.locator("form")).toBeHidden();
  await message.getByRole("link").click();
  await expect(page).toHaveURL("ja/full/");
});

test("no search opens that could not answer", async ({ page }) => {
  await page.goto("ja/przewodow/");
  await page.keyboard.press("/");
  await expect(page.locator("dialog")).toBeHidden();
});

test("a term leads to its entry, a figure has its table, an editors' note is in its list", async ({ page }) => {
  await page.goto("ja/nordic-enlargement/");
  await page.locator(".figure details:has(table) > summary").first().click();
  await expect(page.locator(".figure table").first()).toBeVisible();
  await page.locator(".editor-mark a").first().click();
  await expect(page.locator(".editor-notes .note:target")).toBeInViewport();
  await page.locator("a.term").first().click();
  await expect(page.locator(":target .term-definition")).toBeInViewport();
});

test("every section has a ready citation and its files", async ({ page, request }) => {
  await page.goto("ja/przewodow/");
  await page.locator("details.cite summary").click();
  await expect(page.locator(".cite-ready")).toContainText("ポーランドへのミサイル着弾事故が示したもの");
  const files = await page
    .locator(".cite-files a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  const types = [];
  for (const file of files) {
    const response = await request.get(file ?? "");
    expect(response.status()).toBe(200);
    types.push(response.headers()["content-type"]?.split(";")[0]);
  }
  // BibTeX and BibLaTeX have one type.
  expect(types).toEqual([
    "application/x-bibtex",
    "application/x-bibtex",
    "application/x-research-info-systems",
    "application/vnd.citationstyles.csl+json",
  ]);
});

test("one chooses, switches, looks at a paragraph and reads both", async ({ page }) => {
  await page.goto("");
  await page.locator("a[data-language=en]").click();
  await expect(page).toHaveURL("en/");
  await page.goto("en/przewodow/");
  await page.locator(".language-switch a").click();
  await expect(page).toHaveURL("ja/przewodow/");
  await page.locator("#p17 .peek-link").focus();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/en/przewodow/#p17");
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto("parallel/przewodow/");
  await page.locator(".pair:has(#p13) > details > summary").click();
  await expect(page.locator("#en-p13")).toBeVisible();
});
