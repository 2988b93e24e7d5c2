import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { type SiteServer, serveSite } from "../../../scripts/serve.ts";
import { buildSite } from "../support/build-site.ts";

/*
 * An essay in three languages, of which the site itself does not speak the third: a folder of texts, a file of strings
 * and a line in essay.yaml.
 */

const ESSAY = join("tests", "fixtures", "trilingual");
const directory = mkdtempSync(join(tmpdir(), "trilingual-"));
let output = "";
let site: SiteServer;

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  test.setTimeout(300_000);
  output = await buildSite({ ESSAY_DIR: ESSAY, OUT_DIR: join(directory, "site") });
  site = await serveSite(join(directory, "site"), "/");
});

test.afterAll(async () => {
  await site?.close();
  rmSync(directory, { recursive: true });
});

test("the build warns of the draft, and of nothing else that is missing", () => {
  expect(output).toContain("tests/fixtures/trilingual/fr/lamp.mdx\n    this section is a draft");
});

test("the third language has its pages, its strings and its dates", async ({ page }) => {
  await page.goto(`${site.address}fr/`);
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await expect(page.locator(".cover-contents h2")).toHaveText("Sommaire");
  await expect(page.locator(".cover-imprint")).toContainText("Édition 1.0.0 (29 février 2024)");
  await expect(page.locator("link[rel=alternate][hreflang]")).toHaveCount(4);
  await expect(page.locator(".language-switch a")).toHaveText(["日本語", "English"]);
  for (const path of ["fr/opening/", "fr/full/", "fr/notes/", "fr/search/", "fr/about/"]) {
    const response = await page.goto(site.address + path);
    expect(response?.status(), path).toBe(200);
  }
});

test("a draft's readers are told in their language which one they are shown", async ({ page }) => {
  await page.goto(`${site.address}fr/lamp/`);
  await expect(page.getByRole("note")).toHaveText(
    "Cette section n’est pas encore prête en français ; on la lit en japonais.",
  );
  await expect(page.locator(".prose")).toHaveAttribute("lang", "ja");
  await expect(page.locator("h1 .title")).toHaveAttribute("lang", "ja");
  await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", /\/ja\/lamp\/$/u);
  await page.goto(`${site.address}ja/lamp/`);
  await expect(page.locator("link[hreflang=fr]")).toHaveCount(0);
  await expect(page.locator("link[hreflang=en]")).toHaveCount(1);
});

test("any two languages stand side by side, where both are finished", async ({ page }) => {
  for (const pair of ["", "ja-fr/", "en-ja/", "en-fr/", "fr-ja/", "fr-en/"]) {
    const response = await page.goto(`${site.address}parallel/opening/${pair}`);
    expect(response?.status(), pair).toBe(200);
    await expect(page.locator(".pair-lead [data-paragraph]")).toHaveCount(2);
    await expect(page.locator(".pair-other [data-paragraph]")).toHaveCount(2);
  }
  const missing = await page.goto(`${site.address}parallel/lamp/fr-ja/`);
  expect(missing?.status()).toBe(404);
});

test("its search knows its words in all their forms, and speaks its language", async ({ page }) => {
  await page.goto(`${site.address}fr/search/?q=allumer`);
  await expect(page.locator(".search-hit mark")).toHaveText("allume");
  await expect(page.getByRole("status")).toHaveText("1 occurrence");
  await page.locator("#q").fill("phare");
  await expect(page.getByRole("status")).toHaveText(/^\d occurrences \(passages : \d\)$/u);
  await expect(page.locator(".search-elsewhere a")).toHaveText(["Rechercher en japonais", "Rechercher en anglais"]);
});
