import type { Settings } from "../../../src/elements/reading/settings.ts";
import { open, readAs, settle, whenReady } from "../support/reading.ts";
import { shifts } from "../support/shifts.ts";
import { expect, test } from "../support/test.ts";

const PAGES = ["", "ja/", "ja/introduction/", "ja/visible-deterrence/", "ja/przewodow/", "ja/full/", "ja/notes/"];
const SETTINGS: Readonly<Record<string, Settings>> = {
  "as it comes": {},
  "with remembered settings": { theme: "sepia", size: "largest", leading: "loose", font: "gothic" },
  "set vertically": { writing: "vertical", theme: "dark" },
};

for (const [title, settings] of Object.entries(SETTINGS)) {
  test(`nothing moves while a page loads: ${title}`, async ({ page }) => {
    await readAs(page, settings);
    // The reader was here before: the way back comes where there is room for it, or over the page.
    await page.addInitScript(() =>
      localStorage.setItem(
        "place",
        JSON.stringify({
          path: "/ja/przewodow/",
          anchor: "p19",
          number: "19",
          section: "（2） ポーランドへのミサイル着弾事故が示したもの",
        }),
      ),
    );
    for (const size of [
      { width: 360, height: 740 },
      { width: 1440, height: 900 },
    ]) {
      await page.setViewportSize(size);
      // Who opens a site has nothing of it yet: fonts and styles come over the line for each screen.
      const client = await page.context().newCDPSession(page);
      await client.send("Network.clearBrowserCache");
      for (const path of PAGES) {
        await open(page, path);
        expect.soft(await shifts(page), `${path} ${size.width} px`).toEqual([]);
      }
    }
  });
}

test("nothing moves where notes find their places late", async ({ page }) => {
  // A chapter's beginning: its notes need more room than its text, and what follows stands in the first screen.
  for (const path of ["ja/visible-deterrence/", "en/visible-deterrence/", "ja/introduction/"]) {
    const { promise: isDrawn, resolve: goOn } = Promise.withResolvers<void>();
    await page.unrouteAll();
    await page.route("**/_astro/*.js", async (route) => {
      await isDrawn;
      await route.continue();
    });
    await page.goto(path, { waitUntil: "commit" });
    await page.locator(".site-footer").waitFor({ state: "attached" });
    await settle(page);
    goOn();
    await whenReady(page);
    expect.soft(await shifts(page), path).toEqual([]);
    await expect(page.locator(".section-navigation")).toBeVisible();
  }
});

test("notes whose places never come are a list", async ({ page }) => {
  await page.route("**/_astro/*.js", (route) => route.abort());
  await page.goto("ja/przewodow/");
  await expect(page.locator(".note").first()).toBeVisible();
  await expect(page.locator(".site-footer")).toBeVisible();
});

test("a page that moves would be noticed", async ({ page }) => {
  await open(page, "ja/przewodow/");
  await page.evaluate(() => {
    const block = document.createElement("div");
    block.style.height = "200px";
    document.querySelector("article")?.prepend(block);
  });
  await settle(page);
  expect(await shifts(page)).not.toEqual([]);
});
