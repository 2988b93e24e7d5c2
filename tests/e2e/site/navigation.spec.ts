import { expect, test } from "@playwright/test";
import { sectionPaths } from "../support/built-site.ts";

test("the skip link is first, shows itself, and leads to the text", async ({ page }) => {
  await page.goto("ja/przewodow/");
  const skip = page.getByRole("link", { name: "本文へ進む" });
  await expect(skip).not.toHaveCSS("clip-path", "none");
  await page.keyboard.press("Tab");
  await expect(skip).toBeFocused();
  await expect(skip).toHaveCSS("clip-path", "none");
  await expect(skip).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.keyboard.press("Tab");
  const inMain = await page.evaluate(() => document.activeElement?.closest("main") !== null);
  expect(inMain).toBe(true);
});

for (const path of sectionPaths("ja")) {
  test(`${path} knows its place in the contents and leads on by title`, async ({ page }) => {
    const sections = sectionPaths("ja");
    const index = sections.indexOf(path);
    await page.goto(path);
    const contents = page.getByRole("navigation", { name: "目次" });
    await expect(contents).toBeVisible();
    const links = await contents
      .locator("ol.contents a")
      .evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    expect(links).toEqual(sections);
    const current = contents.locator("[aria-current=page]");
    await expect(current).toHaveCount(1);
    await expect(current).toHaveAttribute("href", path);
    await expect(current.locator(".title")).toHaveText((await page.locator("h1 .title").textContent()) ?? "");

    for (const [rel, neighbour] of [
      ["prev", sections[index - 1]],
      ["next", sections[index + 1]],
    ] as const) {
      const way = page.locator(`.section-navigation a[rel=${rel}]`);
      await expect(way).toHaveCount(neighbour ? 1 : 0);
      if (!neighbour) continue;
      const title = (await way.locator(".title").textContent()) ?? "";
      await way.click();
      await expect(page).toHaveURL(neighbour);
      await expect(page.locator("h1 .title")).toHaveText(title);
      await page.goBack();
    }
  });
}

test("the header marks the page that one is on", async ({ page }) => {
  for (const path of ["ja/", "ja/full/", "ja/notes/", "ja/search/", "ja/about/"]) {
    await page.goto(path);
    const current = page.locator(".site-header [aria-current=page]");
    await expect(current).toHaveCount(1);
    await expect(current).toHaveAttribute("href", `/${path}`);
  }
});

test("the contents of the full text lead to its sections", async ({ page }) => {
  await page.goto("ja/full/");
  const links = page.getByRole("navigation", { name: "目次" }).getByRole("link");
  await expect(links).toHaveCount(sectionPaths("ja").length);
  for (const link of await links.all()) {
    const title = (await link.locator(".title").textContent()) ?? "";
    await link.click();
    await expect(page.locator(":target .title")).toHaveText(title);
    await expect(page.locator(":target")).toBeInViewport();
  }
});

for (const path of ["ja/przewodow/#p17", "ja/full/#p17"]) {
  test(`${path} lands with the paragraph in view`, async ({ page }) => {
    await page.goto(path);
    await expect(page.locator("[data-paragraph='17']")).toBeInViewport();
    await expect(page.locator(":target")).toHaveAttribute("data-paragraph", "17");
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
  });
}

for (const path of ["ja/there-is-no-such-page/", "en/nothing", "nothing.html"]) {
  test(`${path} gets the page that helps`, async ({ page }) => {
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("頁が見つからない");
    await expect(page.locator("main").getByRole("link", { name: "検索" })).toHaveAttribute("href", "/ja/search/");
    await page.locator("main .contents a").first().click();
    await expect(page).toHaveURL(sectionPaths("ja")[0] ?? "");
  });
}
