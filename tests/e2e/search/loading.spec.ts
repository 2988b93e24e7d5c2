import { brotliCompressSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { MANIFEST_FILE, METADATA_FILE } from "../../../src/search/engine.ts";
import { open, settle } from "../support/reading.ts";
import { openDialog, throughPagefind } from "../support/search.ts";
import { expect, test } from "../support/test.ts";

const FIRST_QUERY_IN_BYTES = 40_000;
/** Greatest number of files of the search from the press of the key to the first hit. */
const FILES_OF_FIRST_QUERY = 3;
/**
 * What comes with any first sign of a reader: the sheets for paper and for settings, what follows the reader and answers
 * presses, the scale.
 */
const COMES_ANYHOW =
  /\/(?:print|settings|follow-reader|answer-presses|day-of-access|with-presses)\.[^/]*$|\/scale\.json$/u;
const FURTHER_QUERY_IN_BYTES = 40_000;

/** Kinds of file that hosts compress; the others of the index are compressed already. */
const COMPRESSED_BY_HOST = /\.(js|json)$/u;

/** Adds up what a page gets from now on, each file once. */
function weigh(page: Page): { settled(): Promise<{ path: string; bytes: number }[]> } {
  const files = new Map<string, Promise<number>>();
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    const size = response
      .body()
      .then((body) => (COMPRESSED_BY_HOST.test(pathname) ? brotliCompressSync(body).length : body.length));
    files.set(pathname, size);
  });
  return {
    settled: async () => Promise.all([...files].map(async ([path, bytes]) => ({ path, bytes: await bytes }))),
  };
}

const sum = (files: readonly { bytes: number }[]) => files.reduce((total, { bytes }) => total + bytes, 0);

for (const { language, first: query, further: queries, told } of [
  { language: "ja", first: "抑止", further: ["ミサイル", "の", "フィンランド 加盟", "ぬぬ"], told: /件|ない。/u },
  {
    language: "en",
    first: "deterrence",
    further: ["missile", "the", "Finland accession", "zz"],
    told: /\d+ |No results/u,
  },
]) {
  test(`${language}: the first result costs little, and further queries next to nothing`, async ({ page }, {
    annotations,
  }) => {
    await open(page, `${language}/przewodow/`);
    const first = weigh(page);
    const { field, hits, status } = await openDialog(page);
    await field.fill(query);
    await expect(hits.first()).toBeVisible();
    await settle(page);
    const files = (await first.settled()).filter(({ path }) => !COMES_ANYHOW.test(path));
    annotations.push({ type: "bytes of the first query", description: String(sum(files)) });
    expect(files.length).toBeLessThanOrEqual(FILES_OF_FIRST_QUERY);
    expect(sum(files), files.map(({ path, bytes }) => `${path} ${bytes}`).join("\n")).toBeLessThanOrEqual(
      FIRST_QUERY_IN_BYTES,
    );

    for (const next of queries) {
      const further = weigh(page);
      const known = new Set((await first.settled()).map(({ path }) => path));
      const before = await status.textContent();
      await field.fill(next);
      await expect(status).not.toHaveText(before ?? "");
      await expect(status).toHaveText(told);
      await settle(page);
      const more = (await further.settled()).filter(({ path }) => !known.has(path));
      expect(more.length).toBeLessThanOrEqual(1);
      expect(sum(more)).toBeLessThanOrEqual(FURTHER_QUERY_IN_BYTES);
    }
  });
}

test("where the search's own script is missing, the dialog says so", async ({ page }) => {
  await page.route("**/search-panel*.js", (route) => route.abort());
  await page.goto("ja/przewodow/");
  await settle(page);
  await page.keyboard.press("/");
  await expect(page.locator("#search [role=status]")).toHaveText(
    "読み込めなかった。接続を確かめるか、頁を読み込み直してほしい。",
  );
});

/** What is said where nothing answers, and where the site answers that it does not have the file. */
const SENTENCES = {
  blocked: "検索の索引を読み込めなかった。接続を確かめてほしい。",
  missing: "検索の索引がこのサイトに見当たらない。頁を読み込み直してほしい。",
};

/** All that is loaded for the site's own essay, and what a longer one asks for besides. */
const PARTS = [MANIFEST_FILE, METADATA_FILE, "filter/*.pf_filter", "documents/*.json"];

for (const part of PARTS) {
  test(`where ${part} is blocked or missing, the search says so, and trying again works`, async ({ page }) => {
    const address = `**/pagefind/ja/${part}`;
    for (const failure of ["blocked", "missing"] as const)
      await test.step(failure, async () => {
        await page.unrouteAll();
        if (part !== MANIFEST_FILE) await throughPagefind(page, "ja");
        await page.route(address, (route) =>
          failure === "blocked" ? route.abort() : route.fulfill({ status: 404, body: "Not found" }),
        );
        await page.goto("ja/przewodow/");
        const { field, status, hits } = await openDialog(page);
        await field.fill("抑止");
        await expect(status).toHaveText(SENTENCES[failure]);
        await expect(hits).toHaveCount(0);
        const again = page.getByRole("button", { name: "もう一度試す" });
        await again.click();
        await expect(again).toBeVisible();
        await expect(status).toHaveText(SENTENCES[failure]);

        await page.unroute(address);
        if (part.startsWith("documents")) await throughPagefind(page, "ja");
        await again.click();
        await expect(status).toHaveText(/^\d+か所に\d+件/u);
        await expect(hits.first()).toBeVisible();
        await expect(field).toBeFocused();
      });
  });
}
