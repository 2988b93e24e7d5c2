import type { Page } from "@playwright/test";
import { open } from "../support/reading.ts";
import { testOn } from "../support/sites.ts";
import { expect, test } from "../support/test.ts";

const message = (page: Page) => page.locator(".quote-message");
const at = (path: string, quote: string, hash: string) => `${path}?quote=${encodeURIComponent(quote)}${hash}`;

test("quoted words are looked for in this edition everywhere, and the page goes to where they are", async ({
  page,
}) => {
  await page.goto("ja/przewodow/");
  const wordsOf = (id: string) =>
    page
      .locator(`#${id} > p`)
      .first()
      .evaluate((words) => words.textContent.trim().slice(0, 30));
  const [own, other] = [await wordsOf("p13"), await wordsOf("p15")];

  await page.goto(at("ja/przewodow/", own, "#p13"));
  await page.goto(at("ja/przewodow/", other, "#p13"));
  await expect(message(page)).toHaveText(/¶13.*¶15/u);
  await expect(page).toHaveURL(/#p15$/u);
  await expect(page.locator("#p15")).toBeInViewport();

  await page.goto(at("ja/introduction/", other, "#p2"));
  await page.waitForURL(/\/ja\/przewodow\/.*#p15$/u);
  await expect(message(page)).toHaveText(/¶2.*¶15/u);

  await page.goto(at("ja/introduction/", other, ""));
  await page.waitForURL(/\/ja\/przewodow\/.*#p15$/u);
  await expect(message(page)).toHaveText(/¶15/u);

  await page.goto(at("ja/introduction/", "どこにもない語句である", "#p2"));
  await expect(message(page)).toHaveText("リンクが引く語句は、どの版にも見当たらない。");

  // By then the page has looked for the words.
  await open(page, at("ja/przewodow/", own, "#p13"));
  await expect(message(page)).toHaveCount(0);

  await page.route("**/pagefind/**", (route) => route.abort());
  await page.goto(at("ja/introduction/", other, "#p2"));
  await expect(message(page)).toHaveText("リンクが引く語句は、¶2には見当たらない。");
});

test("a page without paragraphs leads to quoted words as well, and says where there are none", async ({ page }) => {
  await page.goto("en/przewodow/");
  const words = await page.locator("#p15 > p").first().textContent();
  const english = (words ?? "").trim().slice(0, 40);
  for (const path of ["en/", "en/sources/", "en/search/", "en/no-such-page/", ""]) {
    await page.goto(at(path, english, ""));
    await page.waitForURL(/\/en\/przewodow\/.*#p15$/u);
  }
  for (const path of ["ja/", "ja/sources/", ""]) {
    await page.goto(at(path, "どこにもない語句である", ""));
    await expect(message(page), path).toHaveText("リンクが引く語句は、どの版にも見当たらない。");
    await expect(message(page)).toBeInViewport();
  }
});

test("a text directive is answered as a quotation is, but for words that the browser has shown", async ({ page }) => {
  await page.goto("ja/przewodow/");
  const paragraph = (await page.locator("#p15 > p").first().textContent()) ?? "";
  const words = encodeURIComponent(paragraph.slice(0, 20));
  const heading = encodeURIComponent(((await page.locator("h1").textContent()) ?? "").slice(-8));
  const gone = encodeURIComponent("どこにもない語句である");

  // Nothing is asked for where the words are on the page, in its text or beside it.
  for (const directive of [words, heading, `${gone}&text=${words}`]) {
    await page.goto("about:blank");
    await open(page, `ja/przewodow/#:~:text=${directive}`);
    await expect(message(page), directive).toHaveCount(0);
  }
  await page.goto(`ja/introduction/#p2:~:text=${encodeURIComponent("前の語")}-,${words},-${gone}`);
  await page.waitForURL(/\/ja\/przewodow\/.*#p15$/u);
  await expect(message(page)).toHaveText(/¶2.*¶15/u);
  for (const path of ["ja/", "ja/sources/", "ja/przewodow/", ""]) {
    await page.goto("about:blank");
    await page.goto(`${path}#:~:text=${gone}`);
    await expect(message(page), path).toHaveText("リンクが引く語句は、どの版にも見当たらない。");
  }
  // Of a browser that keeps the directive to itself nothing is known, and nothing is said.
  await page.addInitScript(() =>
    Object.defineProperty(performance, "getEntriesByType", {
      value: () => [{ name: location.href, type: "navigate" }],
    }),
  );
  await open(page, `ja/introduction/#:~:text=${gone}`);
  await expect(message(page)).toHaveCount(0);
});

test("an edition that never was is said to be none, with those that there are", async ({ page }) => {
  for (const path of ["ja/przewodow/?v=9.9.9-abcdef#p14", "ja/przewodow/?v=9.9.9", "ja/?v=9.9.9-abcdef"]) {
    await page.goto("about:blank");
    await page.goto(path);
    await expect(message(page), path).toHaveText(/第9\.9\.9版はない。.*1\.1\.0、1\.0\.0/u);
  }
  await page.goto("ja/przewodow/?v=1.0.0-abcdef#p14");
  await expect(message(page)).toContainText("¶14は、引かれた第1.0.0版ののちに書き改められている。");
});

testOn("many-notes")("an essay of one edition knows that it had no other", async ({ page }) => {
  await page.goto("ja/crowd/?v=9.9.9-abcdef#p1");
  await expect(message(page)).toHaveText(/9\.9\.9.*1\.0\.0/u);
});
