import type { Page } from "@playwright/test";
import { settle } from "../support/reading.ts";
import { openDialog, readCount, searchOf } from "../support/search.ts";
import { expect, test } from "../support/test.ts";
import { watch } from "../support/watch.ts";

test.beforeEach(async ({ page }) => {
  await page.goto("ja/przewodow/");
});

test("keys open the dialog, Escape closes it, and the focus is where it was; other keys open nothing", async ({
  page,
}) => {
  for (const key of ["Alt+k", "Control+Shift+k", "Alt+/", "s"]) await page.keyboard.press(key);
  await page.keyboard.press("Tab");
  await expect(page.locator("dialog")).toBeHidden();
  const before = page.locator(".paragraph-number").nth(3);
  for (const key of ["/", "Control+k", "Meta+k"])
    await test.step(key, async () => {
      await page.goto("ja/przewodow/");
      await before.focus();
      await page.keyboard.press(key);
      await expect(page.locator("dialog")).toBeVisible();
      await expect(searchOf(page).field).toBeFocused();
      await expect(searchOf(page).field).toHaveValue("");
      await page.keyboard.press("Escape");
      await expect(page.locator("dialog")).toBeHidden();
      await expect(before).toBeFocused();
    });
});

/** Keeps a file back until the function that it gives is called. */
async function hold(page: Page, file: string): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(file, async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}

test("the header's link opens the dialog and gets the focus back; a click beside it closes it, one in it does not", async ({
  page,
}) => {
  const link = page.locator(".site-header").getByRole("link", { name: "検索" });
  await link.click();
  await expect(page.locator("dialog")).toBeVisible();
  await expect(searchOf(page).field).toBeFocused();
  await expect(page).toHaveURL("ja/przewodow/");
  await page.getByRole("button", { name: "閉じる" }).click();
  await expect(page.locator("dialog")).toBeHidden();
  await expect(link).toBeFocused();

  await openDialog(page);
  await page.locator(".search-hint").click();
  await expect(page.locator("dialog")).toBeVisible();
  await page.mouse.click(3, 3);
  await expect(page.locator("dialog")).toBeHidden();
});

test("a slash in a field is a slash", async ({ page }) => {
  const { field } = await openDialog(page);
  await settle(page);
  await page.keyboard.press("/");
  await page.keyboard.press("/");
  await expect(field).toHaveValue("//");

  await page.goto("ja/search/");
  await searchOf(page).field.focus();
  await page.keyboard.press("/");
  await expect(searchOf(page).field).toHaveValue("/");
});

test("hits come as one types, and the status says how many", async ({ page, baseURL }) => {
  const { problems } = watch(page, baseURL);
  const { field, status, hits } = await openDialog(page);
  await field.pressSequentially("ロシ");
  await expect(status).toHaveText(/^\d+か所に\d+件/u);
  const first = readCount(await status.textContent());
  await expect(hits).toHaveCount(first.places);
  expect(first.places).toBeGreaterThan(0);

  await field.pressSequentially("ア問題");
  await expect(page.locator(".search-hit mark").first()).toHaveText("ロシア問題");
  await expect.poll(async () => readCount(await status.textContent()).places).toBeLessThan(first.places);
  await expect(status).toHaveText(/件$/u);
  const second = readCount(await status.textContent());
  await expect(hits).toHaveCount(second.places);

  await field.fill("ぬぬぬ");
  await expect(status).toHaveText("「ぬぬぬ」は本文にも注にもない。");
  await expect(hits).toHaveCount(0);
  await field.fill("");
  await expect(status).toHaveText("");
  expect(problems).toEqual([]);
});

test("the dialog offers the kinds and the hint of the search page", async ({ page }) => {
  for (const language of ["ja", "en"])
    await test.step(language, async () => {
      const offered = () =>
        page.locator("search-panel").evaluate((panel) => {
          const field = panel.querySelector("input[type=search]");
          const radios = [...panel.querySelectorAll<HTMLInputElement>("fieldset [type=radio]")];
          return {
            legend: panel.querySelector("legend")?.textContent,
            kinds: radios.map(({ value, checked, labels }) => [value, checked, labels?.[0]?.textContent]),
            hint: document.getElementById(field?.getAttribute("aria-describedby") ?? "")?.textContent?.trim(),
          };
        });
      await page.goto(`${language}/search/`);
      const onPage = await offered();
      expect(onPage.kinds.length).toBeGreaterThan(2);
      expect(onPage.hint).toBeTruthy();
      await page.goto(`${language}/przewodow/`);
      await openDialog(page);
      await expect.poll(offered).toEqual(onPage);
    });
});

/** How a hit in a note is named, whosever note it is. */
const NOTE = /^(編者)?注\d+$/u;

test("the kinds narrow the list without another search", async ({ page, baseURL }) => {
  const { field, status, hits } = await openDialog(page);
  await field.fill("NATO");
  await expect(hits.first()).toBeVisible();
  const places = () => page.locator(".search-locator").allTextContents();
  const all = await places();
  const { requests } = watch(page, baseURL);

  await page.getByRole("radio", { name: "注" }).check();
  await expect(page.locator(".search-locator").first()).toHaveText(NOTE);
  const notes = await places();
  expect(notes).toEqual(all.filter((place) => NOTE.test(place)));
  expect(readCount(await status.textContent()).places).toBe(notes.length);

  await page.getByRole("radio", { name: "本文" }).check();
  await expect(page.locator(".search-locator").first()).not.toHaveText(NOTE);
  const body = await places();
  expect(body).toEqual(all.filter((place) => /^(¶|見出し)/u.test(place)));
  expect(readCount(await status.textContent()).places).toBe(body.length);

  await page.getByRole("radio", { name: "すべて" }).check();
  await expect(hits).toHaveCount(all.length);
  expect(body.length).toBeGreaterThan(0);
  expect(notes.length).toBeGreaterThan(0);
  expect(requests).toEqual([]);
});

test("arrow keys walk from the field through the hits and back", async ({ page }) => {
  const { field, hits } = await openDialog(page);
  await field.fill("ミサイル");
  await expect(hits.nth(2)).toBeVisible();
  for (const target of [hits.nth(0), hits.nth(1), hits.nth(2)]) {
    await page.keyboard.press("ArrowDown");
    await expect(target).toBeFocused();
  }
  for (const target of [hits.nth(1), hits.nth(0), field]) {
    await page.keyboard.press("ArrowUp");
    await expect(target).toBeFocused();
  }
  await page.keyboard.press("ArrowUp");
  await expect(field).toBeFocused();
  await hits.last().focus();
  await page.keyboard.press("ArrowDown");
  await expect(hits.last()).toBeFocused();
});

test("Enter goes to a hit, from the field to the first, right after a letter to the first of what is in the field", async ({
  page,
}) => {
  const openFinland = async () => {
    await page.goto("ja/przewodow/");
    const search = await openDialog(page);
    await search.field.fill("フィンランド");
    await expect(search.hits.nth(1)).toBeVisible();
    return search;
  };
  await test.step("on a hit", async () => {
    const { hits } = await openFinland();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    const href = await hits.nth(1).getAttribute("href");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(href ?? "");
    await expect(page.locator(":target")).toBeInViewport();
  });
  await test.step("in the field", async () => {
    const { hits } = await openFinland();
    const href = await hits.first().getAttribute("href");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(href ?? "");
  });
  await test.step("right after a letter", async () => {
    const { field } = await openFinland();
    // In one task, so that the search for the new words cannot have begun.
    await field.evaluate((input: HTMLInputElement) => {
      input.value = "ジョージア";
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
      input.form?.requestSubmit();
    });
    await expect(page).toHaveURL(/[?&]q=/u);
    expect(new URL(page.url()).searchParams.get("q")).toBe("ジョージア");
  });
});

test("a hit on the very page closes the dialog and shows the paragraph", async ({ page }) => {
  const { field, hits } = await openDialog(page);
  await field.fill("ミサイル");
  await hits.and(page.locator("[href*='przewodow/']")).first().click();
  await expect(page.locator("dialog")).toBeHidden();
  await expect(page.locator(":target")).toBeInViewport();
});

test("what is typed before the search is there is searched when it is", async ({ page }) => {
  const release = await hold(page, "**/search-panel*.js");
  await settle(page);
  await page.keyboard.press("/");
  const { field, hits } = searchOf(page);
  await field.fill("ミサイル");
  await field.press("Enter");
  release();
  await expect(hits.first()).toBeVisible();
  await expect(page).toHaveURL("ja/przewodow/");
});

test("before anything of it is loaded the dialog is seen, typed in, and closed at the first press", async ({
  page,
}) => {
  const release = await hold(page, "**/search-panel*.js");
  await settle(page);
  for (const open of [
    () => page.keyboard.press("/"),
    () => page.locator(".site-header").getByRole("link", { name: "検索" }).click(),
  ]) {
    await open();
    // In view, and nothing of it transparent.
    const dialog = page.locator("#search");
    await expect(dialog).toBeInViewport({ ratio: 1 });
    await expect(dialog).toHaveCSS("opacity", "1");
    await page.keyboard.type("抑止12");
    await expect(searchOf(page).field).toHaveValue("抑止12");
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  }
  release();
  await page.keyboard.press("/");
  await expect(page.locator("#search")).toHaveCSS("border-radius", "3px");
});

test("on a phone the dialog is the screen", async ({ browser, baseURL }) => {
  const phone = { isMobile: true, hasTouch: true, viewport: { width: 360, height: 640 } };
  const page = await browser.newPage({ ...phone, ...(baseURL && { baseURL }) });
  await page.goto("ja/przewodow/");
  const { field, hits } = await openDialog(page);
  await field.fill("抑止");
  await expect(hits.first()).toBeVisible();
  expect(await page.locator("dialog").boundingBox()).toEqual({ x: 0, y: 0, width: 360, height: 640 });
  const overflow = await page.locator("dialog").evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await page.getByRole("button", { name: "閉じる" }).tap();
  await expect(page.locator("dialog")).toBeHidden();
  await page.close();
});

test("what is not among the kind that was chosen is said to be elsewhere", async ({ page }) => {
  await page.goto("ja/przewodow/");
  const { field, hits, status } = await openDialog(page);
  await field.fill("北大西洋条約第5条");
  await expect(hits.first()).toBeVisible();
  const places = await hits.count();
  await page.getByRole("radio", { name: "図" }).check();
  await expect(hits).toHaveCount(0);
  await expect(status).toHaveText(`「北大西洋条約第5条」はこの範囲にはない。「すべて」では${places}か所にある。`);
});
