import { open, readAs, settle, WRITINGS, written } from "../support/reading.ts";
import { shifts } from "../support/shifts.ts";
import { expect, test } from "../support/test.ts";

test("a fragment of another page leads to it, and one of none is said to be missing", async ({ page }) => {
  for (const [from, to] of [
    ["ja/introduction/#p30", "ja/nordic-enlargement/#p30"],
    ["en/conclusion/#note-stoltenberg-2022", "en/przewodow/#note-stoltenberg-2022"],
    ["ja/conclusion/#figure-membership", "ja/introduction/#figure-membership"],
    ["ja/notes/#term-deterrence", "ja/glossary/#term-deterrence"],
    // As it is typed, on the page that has it and on another.
    ["ja/russia-problem/#P33", "ja/russia-problem/#p33"],
    ["en/conclusion/#¶030", "en/nordic-enlargement/#p30"],
  ] as const) {
    await page.goto(from);
    await expect(page, from).toHaveURL(to);
    // Who is sent on comes from elsewhere all the same.
    const name = to.startsWith("ja") ? "この段落について" : "Where you are";
    if (to.includes("#p")) await expect(page.getByRole("complementary", { name })).toBeVisible();
    await page.evaluate(() => localStorage.removeItem("arrived"));
  }
  // Who knows the site is led there with a word, too.
  await open(page, "ja/introduction/");
  await page.evaluate(() => location.assign("#p30"));
  await expect(page).toHaveURL("ja/nordic-enlargement/#p30");
  await expect(page.getByRole("complementary", { name: "この段落について" })).toContainText("北欧");
  await open(page, "ja/russia-problem/#p33");
  await expect(page.getByRole("complementary", { name: "この段落について" })).toHaveCount(0);
  await open(page, "ja/conclusion/#p99");
  await expect(page.getByRole("alert")).toContainText("¶99はない。本文は¶1–43である。");
  await page.getByRole("alert").getByRole("button", { name: "閉じる" }).click();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await page.evaluate(() => location.assign("#nothing"));
  await expect(page.getByRole("alert")).toContainText("「#nothing」に当たるものはない。");
});

test("the first page leads a fragment to the text in the reader’s language, or says there is none", async ({
  page,
  browser,
}) => {
  await page.goto("./#p23");
  await expect(page).toHaveURL("ja/przewodow/#p23");
  await open(page, "./#p99");
  await expect(page.getByRole("alert")).toContainText("¶99はない");
  const english = await browser.newPage({ locale: "en-GB" });
  await english.goto("./#p23");
  await expect(english).toHaveURL("en/przewodow/#p23");
  await english.goto("./en/");
  await open(english, "./#p99");
  await expect(english.getByRole("alert")).toHaveAttribute("lang", "en");
  await expect(english.getByRole("alert")).toHaveAttribute("dir", "ltr");
  await expect(english.getByRole("alert")).toContainText("¶1–43");
  await english.close();
});

test("a screen that has no room for more shows the paragraph that a stranger's link names", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await open(page, "en/russia-problem/#p34");
  await expect(page.getByRole("complementary", { name: "Where you are" })).toBeAttached();
  await settle(page);
  await expect(page.locator("#p34 > p")).toBeInViewport();
});

for (const writing of WRITINGS)
  test(`who comes from elsewhere is told where they are, once, and nothing shifts: ${writing}`, async ({ page }) => {
    await readAs(page, written(writing));
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page, "ja/przewodow/#p23");
    const line = page.getByRole("complementary", { name: "この段落について" });
    await expect(line).toContainText("鶴岡路人の議論を、このサイトの言葉で述べ直したもの");
    await expect(line).toContainText("（2）");
    await expect(line.getByRole("link", { name: "はじめから読む" })).toHaveAttribute("href", /\/ja\/$/u);
    await expect(line).toBeInViewport({ ratio: 0.9 });
    // Nothing lies over it.
    const isClear = () =>
      line.evaluate((element) => {
        const { top, right } = element.getBoundingClientRect();
        return element.contains(document.elementFromPoint(right - 20, top + 12));
      });
    await expect.poll(isClear).toBe(true);
    await expect(page.locator("#p23")).toBeInViewport();
    expect(await shifts(page)).toEqual([]);
    await line.getByRole("button", { name: "閉じる" }).click();
    await expect(line).toHaveCount(0);
    await expect(page.locator("#p23")).toBeInViewport();
    await page.goto("ja/");
    await open(page, "ja/przewodow/#p24");
    await settle(page);
    await expect(line).toHaveCount(0);
  });
