import type { Page } from "@playwright/test";
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

  await page.goto(at("ja/przewodow/", own, "#p13"));
  await page.waitForLoadState("networkidle");
  await expect(message(page)).toHaveCount(0);

  await page.route("**/pagefind/**", (route) => route.abort());
  await page.goto(at("ja/introduction/", other, "#p2"));
  await expect(message(page)).toHaveText("リンクが引く語句は、¶2には見当たらない。");
});
