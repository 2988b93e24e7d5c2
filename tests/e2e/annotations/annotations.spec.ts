import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { expectNotesInTheMargin } from "../support/margin-notes.ts";
import { open, readAs, settle } from "../support/reading.ts";
import { expect, test } from "../support/test.ts";

const SECTION = "ja/przewodow/";
const PHONE = { width: 360, height: 740 };

const definition = (page: Page) => page.locator(".note-popover .term-definition");

test("what the editors have added can be switched off, and the words of the essay stay", async ({ page }) => {
  const words = () =>
    page.locator("[data-paragraph] > p").evaluateAll((all) =>
      all.map((paragraph) => {
        const copy = paragraph.cloneNode(true) as HTMLElement;
        for (const mark of copy.querySelectorAll(".note-mark")) mark.remove();
        return copy.textContent;
      }),
    );
  await page.goto("ja/nordic-enlargement/");
  const all = await words();
  const added = page.locator(".editor-mark, .editor-notes .note, .figure, .annotations");
  expect(await added.count()).toBeGreaterThan(5);
  await page.getByRole("button", { name: "表示" }).press("Enter");
  const choice = page.getByRole("group", { name: "編者の注記" }).getByRole("radio", { name: "省く" });
  await choice.focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Escape");
  for (const one of await added.all()) await expect(one).toBeHidden();
  expect(await words()).toEqual(all);
  await expect(page.locator(".notes:not(.editor-notes) .note").first()).toBeVisible();

  await page.goto(SECTION);
  await expect(page.locator(".editor-mark").first()).toBeHidden();
});

test("the notes that are left keep their places in the margin", async ({ page }) => {
  await readAs(page, { annotations: "hidden" });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(SECTION);
  await settle(page);
  for (const note of await page.locator(".notes:not(.editor-notes) .note").all()) {
    const mark = page.locator(`.note-mark a[href="#${await note.getAttribute("id")}"]`);
    const [there, here] = [await note.boundingBox(), await mark.boundingBox()];
    expect(Math.abs((there?.y ?? 0) - (here?.y ?? 0))).toBeLessThan(40);
  }
});

test("a term opens its definition where it stands, and gives the focus back", async ({ page }) => {
  for (const size of [PHONE, { width: 1440, height: 900 }])
    await test.step(`${size.width} px`, async () => {
      await page.setViewportSize(size);
      await page.goto(SECTION);
      const term = page.locator("a.term").first();
      await term.focus();
      await page.keyboard.press("Enter");
      await expect(definition(page)).toBeVisible();
      await expect(page).toHaveURL(SECTION);
      const words = await definition(page).textContent();
      await expect(page.getByRole("dialog", { name: (await term.textContent()) ?? "" })).toBeFocused();
      await page.keyboard.press("Escape");
      await expect(definition(page)).toHaveCount(0);
      await expect(term).toBeFocused();

      await term.click();
      await page.getByRole("link", { name: "用語の頁で見る" }).click();
      await expect(page).toHaveURL(/ja\/glossary\/#term-/u);
      await expect(page.locator(":target .term-definition")).toHaveText(words ?? "");
    });
});

test("an editors' note stands in the margin, folded where it is long, and opens in its place", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("ja/full/");
  await expectNotesInTheMargin(page);
  const hidden = (note: Locator) =>
    note.locator(".note-body").evaluate((body) => body.scrollHeight - Math.ceil(body.getBoundingClientRect().height));
  const notes = await page.locator(".editor-notes .note").all();
  const folds = await Promise.all(notes.map(hidden));
  const [long, short] = [folds.findIndex((size) => size > 20), folds.findIndex((size) => size <= 1)];
  expect(short).toBeGreaterThanOrEqual(0);
  const note = notes[long] as Locator;
  await page
    .locator(`.editor-mark a[href="#${await note.getAttribute("id")}"]`)
    .first()
    .click();
  await expect(note).toBeInViewport();
  expect(await hidden(note)).toBeLessThanOrEqual(1);
  await settle(page);
  await expectNotesInTheMargin(page);

  const next = notes[folds.findIndex((size, index) => size > 20 && index !== long)] as Locator;
  await next.locator(".note-back a").focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  expect(await hidden(next)).toBeLessThanOrEqual(1);
});

test("an editors' note opens where its mark stands, where there is no margin", async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 900 });
  await page.goto(SECTION);
  await expect(page.locator("html")).toHaveAttribute("data-notes", "list");
  const mark = page.locator(".editor-mark a").first();
  await mark.click();
  const popover = page.getByRole("dialog", { name: (await mark.getAttribute("aria-label")) ?? "" });
  await expect(popover).toContainText(/確認）/u);
  await page.keyboard.press("Escape");
  await expect(mark).toBeFocused();
  const list = await page.locator(".editor-notes").boundingBox();
  const text = await page.locator(".prose").boundingBox();
  expect(list?.y).toBeGreaterThan((text?.y ?? 0) + (text?.height ?? 0));
});

test("a term whose definition cannot be loaded says so, and leads to the glossary", async ({ page }) => {
  await page.goto(SECTION);
  let asked = 0;
  await page.route("**/ja/glossary/", (route) => {
    asked += 1;
    return asked === 1 ? route.abort() : route.continue();
  });
  await page.locator("a.term").first().click();
  await expect(page.getByRole("dialog")).toContainText("読み込めなかった");
  await page.getByRole("link", { name: "用語の頁で見る" }).click();
  await expect(page).toHaveURL(/ja\/glossary\/#term-/u);
});

test("without a connection a term leaves its reader on the page", async ({ page, context }) => {
  await open(page, SECTION);
  await context.setOffline(true);
  await page.locator("a.term").first().click();
  await expect(page.locator("#load-failure")).toBeVisible();
  await expect(page).toHaveURL(SECTION);
  await expect(page.locator(".prose")).toBeVisible();
});

test("a second press on a mark or a term closes what the first has opened", async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 900 });
  await page.goto(SECTION);
  for (const selector of [".editor-mark a", "a.term"]) {
    const mark = page.locator(selector).first();
    for (const isOpen of [true, false, true, false]) {
      await mark.click({ force: true });
      await expect(page.locator(".note-popover")).toHaveCount(isOpen ? 1 : 0);
      await settle(page);
      await expect(page.locator(".note-popover")).toHaveCount(isOpen ? 1 : 0);
    }
  }
});

test("what is opened beside another language is in the language of its mark, and says what it is", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("parallel/nordic-enlargement/");
  const mark = page.locator("[lang=en] .editor-mark a").first();
  await mark.click();
  const popover = page.locator(".note-popover");
  await expect(popover.locator("p").first()).toHaveText((await mark.getAttribute("aria-label")) ?? "");
  await expect(popover.locator("[lang=en]").filter({ hasText: /Checked on/u })).toHaveCount(1);
});

test("an address shows an editors' note or a figure also to a reader who has left them out", async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem("reading", JSON.stringify({ annotations: "hidden" })));
  await page.goto(`${SECTION}#note-ed-zelensky`);
  await expect(page.locator("#note-ed-zelensky")).toBeInViewport();
  await expect(page.locator("#note-ed-galati")).toBeHidden();
  await expect(page.locator("a.term").first()).not.toHaveAttribute("href");
  await page.goto("ja/nordic-enlargement/#figure-nordic-baltic-map");
  await expect(page.locator("#figure-nordic-baltic-map")).toBeInViewport();
  await page.evaluate(() => delete document.documentElement.dataset["annotations"]);
  await page.evaluate(() => dispatchEvent(new CustomEvent("readingsettings")));
  await expect(page.locator("a.term").first()).toHaveAttribute("href", /#term-/u);
});

test("a section is handed out without what the reader has left out", async ({ page }) => {
  const handOut = async (settings: string) => {
    await page.goto("ja/formats/");
    await page.evaluate((value) => localStorage.setItem("reading", value), settings);
    await open(page, "ja/formats/");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: /^HTML.*北欧/u }).click(),
    ]);
    return { name: file.suggestedFilename(), html: readFileSync(await file.path(), "utf8") };
  };
  const whole = await handOut("{}");
  const bare = await handOut('{"annotations":"hidden"}');
  expect(bare.name).toBe(whole.name);
  for (const editorial of ["編者注", "note-ed-", "<figure", "<table"]) {
    expect(whole.html).toContain(editorial);
    expect(bare.html).not.toContain(editorial);
  }
  // Every paragraph and every note of the essay is there, and nothing is asked of a host.
  const own = /id="(?:p\d+|note-(?!ed-)[^"]*)"/gu;
  expect(bare.html.match(own)).toEqual(whole.html.match(own));
  expect(bare.html).toMatch(/^<!doctype html>\n<html lang="ja"[\s\S]*default-src 'none'/u);
});

test("several sections are handed out as one, on paper and as a file, as the reader reads them", async ({
  page,
  context,
}) => {
  const problems: string[] = [];
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  await readAs(page, { annotations: "hidden", writing: "vertical" });
  await open(page, "ja/formats/");
  const [onPaper, asFile] = ["印刷", "HTML"].map((name) =>
    page.locator("form").getByRole("button", { name, exact: true }),
  );
  if (!onPaper || !asFile) throw new Error("There are no buttons.");
  await expect(onPaper).toBeDisabled();
  // A part is ticked with what is below it, which may be left out again.
  const box = (id: string) => page.locator(`#${id} input`);
  await box("visible-deterrence").check();
  for (const id of ["inside-outside", "przewodow", "nordic-enlargement"]) await expect(box(id)).toBeChecked();
  await expect(box("russia-problem")).not.toBeChecked();
  await box("nordic-enlargement").uncheck();
  await box("visible-deterrence").uncheck();
  await box("nordic-enlargement").check();
  await box("introduction").check();

  const [file] = await Promise.all([page.waitForEvent("download"), asFile.click()]);
  expect(file.suggestedFilename()).toBe("visible-deterrence.ja.html");
  const html = readFileSync(await file.path(), "utf8");
  expect([...html.matchAll(/<h1 id="([^"]+)"/gu)].map(([, id]) => id)).toEqual(["introduction", "nordic-enlargement"]);
  expect(html.match(/class="imprint"/gu)).toHaveLength(1);
  expect(html).not.toContain("note-ed-");
  expect(html).toMatch(/<html [^>]*class="vertical"[^>]*data-head="¶1–4, ¶26–31"/u);
  // It stands alone: its sheet is in it as it was written, and nothing runs.
  expect(html).toMatch(/<style>[^<]*main > section \+ section/u);
  expect(html).not.toMatch(/<script|data-style/u);

  const [paper] = await Promise.all([context.waitForEvent("page"), onPaper.click()]);
  await expect(paper.locator("main > section")).toHaveCount(2);
  await paper.emulateMedia({ media: "print" });
  const look = await paper.evaluate(() => {
    const { writingMode } = getComputedStyle(document.documentElement);
    return { writingMode, sheet: getComputedStyle(document.documentElement).getPropertyValue("--sheet") };
  });
  expect(look).toEqual({ writingMode: "vertical-rl", sheet: "A5" });
  expect(problems).toEqual([]);
  await paper.close();
});

test("a term is found by its reading, an event and an editors' note by their words, each under its own kind", async ({
  page,
}) => {
  const kinds = () => page.locator(".search-locator").allTextContents();
  await page.goto("ja/search/?q=よくし");
  await expect(page.locator(".search-hit").first()).toHaveAttribute("href", /ja\/glossary\/\?q=.*#term-deterrence$/u);
  await page.goto("ja/search/?q=NATO");
  await expect(page.locator(".search-hit").first()).toBeVisible();
  const all = await kinds();
  for (const [filter, name] of [
    ["用語", "用語"],
    ["年表", "年表"],
    ["図", /^図\d$/u],
  ] as const) {
    await page.getByRole("radio", { name: filter, exact: true }).check();
    await expect(page.locator(".search-locator").first()).toHaveText(name);
    expect(await kinds()).toEqual(all.filter((place) => place.startsWith(filter)));
  }
  await page.goto("ja/search/?q=逮捕状");
  await expect(page.locator(".search-locator", { hasText: /^編者注\d+$/u }).first()).toBeVisible();
});

test("an editors' note is cited as such, a figure with its number", async ({ page }) => {
  await page.goto("ja/nordic-enlargement/");
  for (const [thing, name, words] of [
    [".editor-notes .note", "編者注\\d+", "編者注"],
    [".figure", "図2", "図2"],
  ] as const) {
    const place = page.locator(thing).first();
    await place.hover();
    await place.locator(".cite-button").click();
    const dialog = page.getByRole("dialog", { name: new RegExp(name, "u") });
    await expect(dialog).toBeVisible();
    await expect(dialog.locator(".cite-output").first()).toContainText(words);
    await page.keyboard.press("Escape");
  }
});

test("a figure is within a narrow screen, and over text and margin of a wide one; its data can be read and taken", async ({
  page,
  request,
}) => {
  for (const path of ["ja/nordic-enlargement/", "en/russia-problem/"]) {
    await page.setViewportSize({ width: 320, height: 568 });
    await page.goto(path);
    await page.setViewportSize({ width: 1680, height: 1000 });
    await settle(page);
    const overlaps = await page.evaluate(() => {
      const boxes = (selector: string) =>
        [...document.querySelectorAll(selector)].map((element) => element.getBoundingClientRect());
      const text = document.querySelector("article")?.getBoundingClientRect();
      const notes = boxes(".notes .note");
      return boxes(".figure").map((figure) => ({
        isOverMargin: figure.right > (text?.right ?? Number.POSITIVE_INFINITY) + 100,
        notes: notes.filter(({ top, bottom }) => top < figure.bottom && bottom > figure.top).length,
      }));
    });
    for (const overlap of overlaps) expect(overlap).toEqual({ isOverMargin: true, notes: 0 });
    await page.setViewportSize({ width: 320, height: 568 });
    for (const figure of await page.locator(".figure").all()) {
      const width = await figure
        .locator("svg:visible")
        .first()
        .evaluate((svg) => svg.getBoundingClientRect().width);
      expect(width).toBeGreaterThan(200);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await figure.locator("details:has(table) summary").focus();
      await page.keyboard.press("Enter");
      await expect(figure.locator("table").first()).toBeVisible();
      const saved = page.waitForEvent("download");
      await figure.getByRole("link", { name: "PNG" }).click();
      expect((await saved).suggestedFilename()).toBe(
        `${(await figure.getAttribute("id"))?.replace("figure-", "")}.png`,
      );
      expect(
        readFileSync(await (await saved).path())
          .subarray(1, 4)
          .toString(),
      ).toBe("PNG");
      const file = await figure.getByRole("link", { name: "CSV" }).getAttribute("href");
      const response = await request.get(file ?? "");
      expect(response.headers()["content-type"]).toContain("text/csv");
      const rows = (await response.text()).trim().split("\r\n").slice(1);
      const table = (await figure.locator("details:has(table)").textContent()) ?? "";
      expect(rows.length).toBeGreaterThan(10);
      // Every name and every number of the data is in the table.
      for (const cell of rows.flatMap((row) => row.split(",").slice(path.startsWith("en") ? 2 : 1)))
        if (/^\d+\.\d\d$|^[ァ-ヶー]+$/u.test(cell) && (path.startsWith("ja") || /\d/u.test(cell)))
          expect(table).toContain(cell);
    }
  }
});
