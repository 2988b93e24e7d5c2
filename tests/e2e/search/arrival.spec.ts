import type { Page } from "@playwright/test";
import { open, wake } from "../support/reading.ts";
import { openDialog, searchOf } from "../support/search.ts";
import { expect, test } from "../support/test.ts";

/** What a highlight marks, in the order of the page. */
const marked = (page: Page, name: string) =>
  page.evaluate((key) => [...(CSS.highlights.get(key) ?? [])].map((range) => range.toString()), name);

/** Where the current hit stands: the anchor of its paragraph, note or heading. */
const current = (page: Page) =>
  page.evaluate(() => {
    const [range] = [...(CSS.highlights.get("search-current") ?? [])] as Range[];
    return range?.startContainer.parentElement?.closest("[id]")?.id ?? "";
  });

const WITH_QUERY = "ja/przewodow/?q=ミサイル#p13";

test("every hit is marked, the first of the paragraph is the current one, and the text is as it was", async ({
  page,
}) => {
  await page.goto("ja/przewodow/");
  // What the page adds itself, when somebody is there, is no change by the search.
  await wake(page);
  const words = await page.locator("article").innerHTML();
  const count = await page.locator("article").evaluate((article) => {
    const text = article.cloneNode(true) as Element;
    // Citations and ways on repeat the title; they are none of the text that is searched.
    for (const apparatus of text.querySelectorAll("[data-pagefind-ignore]")) apparatus.remove();
    return text.textContent.split("ミサイル").length;
  });
  expect(await marked(page, "search")).toEqual([]);

  await page.goto(WITH_QUERY);
  await expect(page.locator(".search-bar")).toBeVisible();
  const hits = await marked(page, "search");
  expect(hits).toHaveLength(count - 1);
  expect(new Set(hits)).toEqual(new Set(["ミサイル"]));
  expect(await current(page)).toBe("p13");
  await expect(page.locator("#p13")).toBeInViewport();
  await wake(page);
  expect(await page.locator("article").innerHTML()).toBe(words);
});

test("the ways to the next and the previous hit go round, and show the hit", async ({ page }) => {
  await page.goto(WITH_QUERY);
  const count = page.locator(".search-bar [role=status]");
  await expect(count).toHaveText(/^\d+ \/ \d+$/u);
  const total = (await marked(page, "search")).length;
  const [first = 0] = ((await count.textContent()) ?? "").split(" / ").map(Number);
  expect(first).toBeGreaterThan(1);

  const isInView = () =>
    page.evaluate(() => {
      const [range] = [...(CSS.highlights.get("search-current") ?? [])] as Range[];
      const box = range?.getBoundingClientRect();
      return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
    });
  for (let step = 1; step <= total; step += 1) {
    await page.getByRole("button", { name: "次の一致へ" }).click();
    await expect(count).toHaveText(`${((first - 1 + step) % total) + 1} / ${total}`);
    await expect.poll(isInView).toBe(true);
  }
  expect(await current(page)).toBe("p13");
  await page.getByRole("button", { name: "前の一致へ" }).click();
  await expect(count).toHaveText(`${first - 1} / ${total}`);
  expect(await current(page)).not.toBe("p13");

  // Without a pointer a key leads to them, which the list of shortcuts has here, and the focus goes along.
  await page.keyboard.press(".");
  await expect(count).toHaveText(`${first} / ${total}`);
  await expect(page.locator("#p13 :focus")).toHaveCount(1);
  await page.keyboard.press(",");
  await expect(count).toHaveText(`${first - 1} / ${total}`);
  await page.keyboard.press("?");
  await expect(page.locator(".keys-dialog dd", { hasText: "次の一致へ" })).toBeVisible();
});

test("clearing, by its button or by Escape, takes the marks and the query away and leaves the place", async ({
  page,
}) => {
  for (const clear of [
    () => page.getByRole("button", { name: "印を消す" }).click(),
    () => page.keyboard.press("Escape"),
  ]) {
    await page.goto(WITH_QUERY);
    await expect(page.locator(".search-bar")).toBeVisible();
    await clear();
    await expect(page.locator(".search-bar")).toHaveCount(0);
    expect(await marked(page, "search")).toEqual([]);
    expect(await marked(page, "search-current")).toEqual([]);
    const { pathname, search, hash } = new URL(page.url());
    expect({ pathname, search, hash }).toEqual({ pathname: "/ja/przewodow/", search: "", hash: "#p13" });
  }
  // What lies over the page is closed first.
  await page.goto(WITH_QUERY);
  await expect(page.locator(".search-bar")).toBeVisible();
  await page.getByRole("button", { name: "表示" }).press("Enter");
  await expect(page.locator(".settings-panel")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator(".settings-panel")).toBeHidden();
  await expect(page.locator(".search-bar")).toBeVisible();
});

test("a hit on the page that one has arrived at becomes the current one", async ({ page }) => {
  await page.goto(WITH_QUERY);
  await expect(page.locator(".search-bar")).toBeVisible();
  const { field, hits } = await openDialog(page);
  await field.fill("ミサイル");
  await hits.and(page.locator("[href$='#p14'], [href$='#p15'], [href$='#p16']")).first().click();
  await expect(page).not.toHaveURL(/#p13$/u);
  await expect.poll(() => current(page)).toBe(new URL(page.url()).hash.slice(1));
});

test("what is marked is what the list counted", async ({ page }) => {
  for (const query of ["抑止", "2", "注", "NATO 条約", "第5条", "Finland", "ロシア"]) {
    await page.goto(`ja/search/?q=${encodeURIComponent(query)}`);
    await expect(searchOf(page).status).toHaveText(/件$|ない。$/u);
    const listed = await page.locator(".search-hit").evaluateAll((links) => {
      const hits = new Map<string, number>();
      for (const link of links as HTMLAnchorElement[]) {
        const { pathname } = new URL(link.href);
        const count = /\d+/u.exec(link.querySelector(".search-hit-count")?.textContent ?? "")?.[0];
        // The paragraph with the number that was asked for may have no hit.
        const own = Number(count ?? Number(link.querySelector("mark") !== null));
        hits.set(pathname, (hits.get(pathname) ?? 0) + own);
      }
      return [...hits];
    });
    for (const [path, hits] of listed) {
      await page.goto(`${path}?q=${encodeURIComponent(query)}`);
      await expect(page.locator(".search-bar")).toBeVisible();
      expect((await marked(page, "search")).length, `${query} on ${path}`).toBe(hits);
    }
  }
});

test("a query that the page does not have marks nothing", async ({ page }) => {
  await open(page, "ja/przewodow/?q=ぬぬぬ#p13");
  expect(await marked(page, "search")).toEqual([]);
  await expect(page.locator(".search-bar")).toHaveCount(0);
});

test("a hit in a figure higher than the screen is in view", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto("ja/nordic-enlargement/?q=北欧・バルト#figure-nordic-baltic-map");
  await expect(page.locator(".search-bar")).toBeVisible();
  await expect
    .poll(() =>
      page.evaluate(() => {
        const [range] = CSS.highlights.get("search-current") ?? [];
        const { top = -1, bottom = -1 } = range instanceof Range ? range.getBoundingClientRect() : {};
        return top >= 0 && bottom <= innerHeight;
      }),
    )
    .toBe(true);
});
