import { sectionPaths } from "../support/built-site.ts";
import { expect, test } from "../support/test.ts";

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

test("an address of a paragraph lands with it in view, on its section's page and on that of the whole", async ({
  page,
}) => {
  for (const path of ["ja/przewodow/#p17", "ja/full/#p17"])
    await test.step(path, async () => {
      await page.goto(path);
      await expect(page.locator("[data-paragraph='17']")).toBeInViewport();
      await expect(page.locator(":target")).toHaveAttribute("data-paragraph", "17");
      expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
    });
});

test("an address without a page gets the page that helps, in the language of its folder on any host", async ({
  page,
}) => {
  const response = await page.goto("en/nothing");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Page not found");
  // Of a host that has one page for the whole site it is asked for.
  await page.route("**/en/there-is-none/?x=1", async (route) => {
    await route.fulfill({ status: 404, response: await page.request.get("404.html") });
  });
  await page.goto("en/there-is-none/?x=1");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Page not found");
  await expect(page).toHaveURL(/\/en\/there-is-none\/\?x=1$/u);
});

test("the page that helps names the sections whose addresses are like the one without a page", async ({ page }) => {
  const nearest = page.locator("[data-nearest]").first();
  for (const [path, href] of [
    ["en/przewodov/", "/en/przewodow/"],
    ["ja/Nordic.html", "/ja/nordic-enlargement/"],
    ["old/inside-outside-of-it/", "/ja/inside-outside/"],
    ["parallel/przewodow/en-en/", "/ja/przewodow/"],
    ["en/przewodow/p13", "/en/przewodow/"],
  ] as const) {
    await page.goto(path);
    await expect(nearest.locator("a")).toHaveCount(1);
    await expect(nearest.locator("a")).toHaveAttribute("href", new RegExp(`${href}$`, "u"));
  }
  await page.goto("en/xyz/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Page not found");
  await expect(nearest).toBeHidden();
});

test("an address without a page gets the page that helps, in a folder's language and in none", async ({ page }) => {
  for (const path of ["ja/there-is-no-such-page/", "nothing.html"])
    await test.step(path, async () => {
      const response = await page.goto(path);
      expect(response?.status()).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("頁が見つからない");
      await expect(page.locator("main").getByRole("link", { name: "検索" })).toHaveAttribute("href", "/ja/search/");
      await page.locator("main .contents a").first().click();
      await expect(page).toHaveURL(sectionPaths("ja")[0] ?? "");
    });
});
