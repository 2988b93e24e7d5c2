import { readCount, searchOf } from "../support/search.ts";
import { expect, test } from "../support/test.ts";
import { watch } from "../support/watch.ts";

test("the address's query is searched, and the status counts what is listed", async ({ page, baseURL }) => {
  const { problems } = watch(page, baseURL);
  await page.goto("ja/search/?q=抑止");
  const { field, status, hits } = searchOf(page);
  await expect(field).toHaveValue("抑止");
  await expect(status).toHaveText(/^\d+か所に\d+件$/u);
  const count = readCount(await status.textContent());
  await expect(hits).toHaveCount(count.places);
  expect(count.places).toBeGreaterThan(5);
  const perHit = await hits.evaluateAll((links) =>
    links.map((link) => Number(/\d+/u.exec(link.querySelector(".search-hit-count")?.textContent ?? "")?.[0] ?? 1)),
  );
  expect(perHit.reduce((sum, number) => sum + number, 0)).toBe(count.hits);
  expect(problems).toEqual([]);
});

test("what is typed stands in the address, and a step back brings the query back", async ({ page }) => {
  await page.goto("ja/search/?q=抑止");
  const { field, status, hits } = searchOf(page);
  await expect(hits.first()).toBeVisible();
  const before = await status.textContent();

  await field.fill("ミサイル");
  await expect.poll(() => new URL(page.url()).searchParams.get("q")).toBe("ミサイル");
  await field.fill("");
  await expect.poll(() => new URL(page.url()).search).toBe("");
  await field.fill("抑止");
  await expect(status).toHaveText(before ?? "");

  await page.evaluate(() => history.pushState(null, "", "?q=ミサイル"));
  await page.evaluate(() => history.pushState(null, "", "?q=フィンランド"));
  await page.goBack();
  await expect(field).toHaveValue("ミサイル");
  await expect(page.locator(".search-hit mark").first()).toHaveText("ミサイル");
  await page.goBack();
  await expect(field).toHaveValue("抑止");
  await expect(status).toHaveText(before ?? "");
});

test("what is typed before the search has come is searched then", async ({ page }) => {
  const { promise: isTyped, resolve: goOn } = Promise.withResolvers<void>();
  await page.route("**/search-panel*.js", async (route) => {
    await isTyped;
    await route.continue();
  });
  await page.goto("ja/search/", { waitUntil: "commit" });
  const { field, status } = searchOf(page);
  await field.fill("抑止");
  goOn();
  await expect(status).toHaveText(/^\d+か所に\d+件$/u);
  await expect(field).toHaveValue("抑止");
});

test("back from a hit, the query and its hits are there", async ({ page }) => {
  await page.goto("ja/search/");
  const { field, hits } = searchOf(page);
  await field.fill("ミサイル");
  await hits.first().click();
  await expect(page).toHaveURL(/#/u);
  await page.goBack();
  await expect(field).toHaveValue("ミサイル");
  await expect(hits.first()).toBeVisible();
});

test("the field takes what is typed at once, and the keys lead back to it", async ({ page }) => {
  await page.goto("ja/search/");
  const { field } = searchOf(page);
  await expect(field).toBeFocused();
  for (const key of ["/", "Control+k"]) {
    await page.locator("body").evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await expect(field).not.toBeFocused();
    await page.keyboard.press(key);
    await expect(field).toBeFocused();
  }
  await expect(field).toHaveValue("");
});

test("Enter searches at once and stays", async ({ page }) => {
  await page.goto("ja/search/");
  const { field, hits } = searchOf(page);
  await field.fill("抑止");
  await field.press("Enter");
  await expect(hits.first()).toBeVisible();
  expect(new URL(page.url()).pathname).toBe("/ja/search/");
});

test("several words mean all of them; what is nowhere is named, what has some comes after", async ({ page }) => {
  await page.goto("ja/search/");
  const { field, status } = searchOf(page);
  const asks = async (query: string, told: RegExp) => {
    await field.fill(query);
    await expect(status).toHaveText(told);
  };
  const partial = page.locator(".search-partial");
  const kinds = () => page.locator(".search-results > *").evaluateAll((all) => all.map(({ className }) => className));

  await asks("フィンランド スウェーデン", /^\d+か所に\d+件$/u);
  await expect(partial).toHaveText(/^一部の語を含む箇所：ほか\d+か所$/u);
  const place = (await kinds()).indexOf("search-partial");
  expect(place).toBeGreaterThan(0);
  const whole = page.locator(`.search-results > :nth-child(-n + ${place}) .search-hit`);
  for (const marks of await whole.evaluateAll((hits) => hits.map((hit) => hit.querySelectorAll("mark").length)))
    expect(marks).toBeGreaterThan(0);

  await asks("抑止 国防費", /^すべての語を含む箇所はない。 \d+か所に\d+件$/u);
  await expect(partial).toHaveCount(0);
  await expect(page.locator(".search-hit mark").first()).toHaveText("国防費");

  // Words that nobody parts stand apart all the same; in quotation marks they are meant as they are.
  await asks(
    "ポーランドに落ちたミサイル",
    /^「ポーランドに落ちたミサイル」はどこにもない。 \d+か所に\d+件 （ポーランド ミサイルも検索）$/u,
  );
  await expect(page.locator('.search-hit[href*="#p13"]')).toHaveAttribute("href", /ミサイル|%E3%83%9F/u);
  await asks("「ポーランドに落ちたミサイル」", /は本文にも注にもない。$/u);

  await asks("抑止 ぬぬぬ", /^「ぬぬぬ」はどこにもない。 すべての語を含む箇所はない。/u);
  await asks("ぬぬぬ ねねね", /^「ぬぬぬ ねねね」は本文にも注にもない。$/u);
});

test("the number of a paragraph leads to it, and a word to what it is also called", async ({ page }) => {
  await page.goto("ja/search/");
  const { field, status, hits } = searchOf(page);
  for (const query of ["¶30", "p30", "30", "第30段落"]) {
    await field.fill("");
    await field.fill(query);
    await expect(hits.first()).toHaveAttribute("href", /#p30$/u);
    await expect(hits.first().locator(".search-locator")).toHaveText("¶30");
    // A date is no hit for whoever says that a paragraph is meant.
    if (query !== "30") await expect(hits).toHaveCount(1);
  }
  await field.fill("防衛費");
  await expect(status).toHaveText(/^\d+か所に\d+件 （国防費も検索）$/u);
  await expect(hits.first().locator("mark").first()).toHaveText("国防費");
  await hits.first().click();
  await expect(page.locator(".search-bar")).toBeVisible();
  await page.goto("ja/search/");
  await field.fill("ストルテンベルク");
  await expect(status).toHaveText(/^「ストルテンベルク」はどこにもない。 \d+か所に\d+件 （ストルテンベルグも検索）$/u);
  await expect(hits.first().locator("mark").first()).toHaveText("ストルテンベルグ");
  await field.fill("第五条");
  await expect(status).toHaveText(/（第5条も検索）$/u);
  await field.fill("「防衛費」");
  await expect(status).toHaveText("「「防衛費」」は本文にも注にもない。");
});
