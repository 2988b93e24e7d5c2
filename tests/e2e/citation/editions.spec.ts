import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { type SiteServer, serveSite } from "../../../scripts/serve.ts";
import { buildSite } from "../support/build-site.ts";

/** A later edition of the essay: a paragraph removed, another moved, words changed, a section under a new slug. */
test.describe.configure({ mode: "serial" });

let folder: string;
let server: SiteServer | undefined;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  folder = mkdtempSync(join(tmpdir(), "edition-"));
  const essay = join(folder, "essay");
  cpSync("content", essay, { recursive: true });
  const edit = (file: string, change: (text: string) => string) =>
    writeFileSync(join(essay, file), change(readFileSync(join(essay, file), "utf8")));

  edit("essay.yaml", (text) =>
    text.replace(/version: .*/u, "version: 99.0.0").replace("przewodow", "missile-in-poland"),
  );
  for (const language of readdirSync(essay).filter((name) => existsSync(join(essay, name, "conclusion.mdx")))) {
    renameSync(join(essay, language, "przewodow.mdx"), join(essay, language, "missile-in-poland.mdx"));
    let moved = "";
    edit(`${language}/conclusion.mdx`, (text) => {
      // The notes of a paragraph that goes to another section would have to go with it: they are left out.
      const blocks = text
        .split("\n\n")
        .filter((block) => !block.startsWith("[^ed-"))
        .map((block) => block.replaceAll(/\[\^ed-[^\]]+\]/gu, ""));
      blocks.splice(2, 1);
      [moved = ""] = blocks.splice(3, 1);
      return blocks.join("\n\n");
    });
    edit(`${language}/russia-problem.mdx`, (text) => text.replace("\n\n", `\n\n${moved}\n\n`));
  }
  edit("timeline.yaml", (text) => text.replaceAll(/^ {2}notes: \[ed-(?:special-tribunal|icc)\]$/gmu, "  notes: []"));
  // A term that only these notes use would be nobody's.
  edit("glossary.yaml", (text) => text.replace(/- id: crime-of-aggression\n(?: .*\n)+/u, ""));
  edit("ja/introduction.mdx", (text) => text.replace("以下では、まず、", "ここでは、初めに、"));
  execFileSync(process.execPath, ["scripts/anchors.ts"], { env: { ...process.env, ESSAY_DIR: essay }, stdio: "pipe" });
  await buildSite({ ESSAY_DIR: essay, OUT_DIR: join(folder, "site") });
  server = await serveSite(join(folder, "site"), "/");
});

test.afterAll(async () => {
  await server?.close();
  rmSync(folder, { recursive: true });
});

const at = (path: string) => `${server?.address}${path}`;

test("the address of a removed paragraph leads to where it stood, and says so to who comes by it", async ({ page }) => {
  await page.goto(at("ja/conclusion/#p40"));
  const retired = page.locator("#p40");
  await expect(retired).toBeInViewport();
  await expect(retired).toHaveText(/第1\.1\.0版の¶40は、.*削られた。/u);
  await page.goto(at("ja/conclusion/"));
  await expect(retired).toBeHidden();
  await page.goto(at("ja/full/#p40"));
  await expect(retired).toBeInViewport();
});

test("the address of a paragraph that moved to another section leads there", async ({ page }) => {
  await page.goto(at("ja/conclusion/#p42"));
  await page.locator("#p42 a").click();
  await expect(page).toHaveURL(/\/ja\/russia-problem\/#p42$/u);
  await expect(page.locator(".paragraph#p42")).toBeInViewport();
});

test("the retired address of a section leads on with its fragment", async ({ page }) => {
  await page.goto(at("ja/przewodow/#p15"));
  await expect(page).toHaveURL(/\/ja\/missile-in-poland\/#p15$/u);
  await expect(page.locator("#p15")).toBeInViewport();
  await page.goto(at("ja/przewodow/#przewodow"));
  await expect(page.locator("#przewodow")).toBeInViewport();
});

test("a link that quotes words of an earlier edition says which had them", async ({ page }) => {
  const quote = (words: string) => `ja/introduction/?quote=${encodeURIComponent(words)}#p4`;
  await page.goto(at(quote("以下では、まず、NATOの抑止が")));
  await expect(page.locator(".quote-message")).toContainText("第1.1.0版");
  await page.goto(at(quote("ここでは、初めに、NATOの抑止が")));
  await page.waitForLoadState("networkidle");
  await expect(page.locator(".quote-message")).toHaveCount(0);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the retired address of a section leads on too", async ({ page }) => {
    await page.goto(at("ja/przewodow/"));
    await expect(page).toHaveURL(/\/ja\/missile-in-poland\/$/u);
  });
});
