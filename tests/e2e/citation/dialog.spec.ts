import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectNoBarriers } from "../support/axe.ts";
import { open, wake } from "../support/reading.ts";
import { expect, test } from "../support/test.ts";

const SECTION = "/ja/przewodow/";
const PARAGRAPH = "#p15";
/** What an address that is cited says of its words: their edition, and a hash of them. */
const CITED = /\?v=1\.1\.0-[0-9a-z]{6}/u.source;
/** The address of a place in the section, as it is cited. */
const citedAddress = (fragment: string) => new RegExp(`/ja/przewodow/${CITED}${fragment}(?![\\w-])`, "u");

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const dialog = (page: Page) => page.locator(".cite-dialog");

async function openParagraph(page: Page): Promise<void> {
  await page.goto(SECTION);
  await page.locator(PARAGRAPH).hover();
  await page.locator(`${PARAGRAPH} .cite-button`).click();
  await expect(dialog(page).getByRole("radio").first()).toBeVisible();
}

test("a paragraph's citation is copied, names its place, edition, address and nature, and keeps its style", async ({
  page,
}) => {
  await openParagraph(page);
  await dialog(page).getByRole("button", { name: "出典をコピー", exact: true }).click();
  await expect(dialog(page).getByRole("status")).toHaveText("コピーした。");
  expect(await clipboard(page)).toContain("“ポーランドへのミサイル着弾事故が示したもの”");
  await dialog(page).getByRole("button", { name: "リンクをコピー", exact: true }).click();
  await expect.poll(() => clipboard(page)).toMatch(new RegExp(`/ja/przewodow/${CITED}#p15$`, "u"));
  await dialog(page).getByRole("button", { name: "文章・出典・リンクをコピー" }).click();
  await expect.poll(() => clipboard(page)).toMatch(/^「.+」\s+「欧州安全保障体制の変容」編集部/su);
  expect(await clipboard(page)).not.toContain("¶15¶");

  const output = page.locator(".cite-output");
  await expect(output).toContainText("¶15");
  await expect(output).toContainText("第1.1.0版");
  await expect(output).toContainText("鶴岡路人の議論の再述");
  await expect(output).toContainText(citedAddress(PARAGRAPH));
  await expect(output).not.toContainText("{");

  await dialog(page).getByRole("radio", { name: "English" }).check();
  await dialog(page).getByRole("radio", { name: "Chicago" }).check();
  await expect(output).toContainText("para. 15");
  await expect(output).toContainText("restatement of an argument by Tsuruoka Michito");
  await dialog(page).getByRole("radio", { name: "APA 7" }).check();
  await expect(output.locator("i").first()).toBeVisible();
  await expect(output).toContainText("2026, para. 15)");
  await dialog(page).getByRole("radio", { name: "BibTeX" }).check();
  await expect(output).toContainText("@misc{");
  await expect(output).toContainText(new RegExp(`${CITED}#p15\\}`, "u"));
  await expect(dialog(page).getByRole("radio", { name: "English" })).toBeHidden();

  await dialog(page).getByRole("radio", { name: "MLA 9" }).check();
  await openParagraph(page);
  await expect(dialog(page).getByRole("radio", { name: "MLA 9" })).toBeChecked();
});

test("a style of notes offers the note and the entry of a bibliography, each to be copied", async ({ page }) => {
  await page.goto("/en/przewodow/");
  await page.locator(PARAGRAPH).hover();
  await page.locator(`${PARAGRAPH} .cite-button`).click();
  await dialog(page).getByRole("radio", { name: "Chicago" }).check();
  const output = page.locator(".cite-output");
  await expect(output.locator(".cite-label")).toHaveText(["In a note", "Reference"]);
  await dialog(page).getByRole("button", { name: "Copy reference" }).click();
  await expect.poll(() => clipboard(page)).toBe(await output.locator("p").last().textContent());
  expect(await clipboard(page)).not.toContain("para. 15");
  await dialog(page).getByRole("button", { name: "Copy citation", exact: true }).click();
  await expect.poll(() => clipboard(page)).toContain("para. 15");
  await dialog(page).getByRole("radio", { name: "APA 7" }).check();
  await expect(dialog(page).getByRole("button", { name: "Copy reference" })).toBeHidden();
});

test("the language of a citation is named, and chosen for the pages of one language alone", async ({ page }) => {
  await openParagraph(page);
  const language = dialog(page).getByRole("group", { name: "書誌の言語" });
  await expect(language.getByText("書誌の言語").last()).toBeInViewport();
  await language.getByRole("radio", { name: "English" }).check();
  await openParagraph(page);
  await expect(language.getByRole("radio", { name: "English" })).toBeChecked();
  await page.goto("/en/przewodow/");
  await page.locator(PARAGRAPH).hover();
  await page.locator(`${PARAGRAPH} .cite-button`).click();
  await dialog(page).getByRole("radio", { name: "日本語" }).check();
  await openParagraph(page);
  await dialog(page).getByRole("radio", { name: "日本語" }).check();
  await page.goto("/en/przewodow/");
  await page.locator(PARAGRAPH).hover();
  await page.locator(`${PARAGRAPH} .cite-button`).click();
  await expect(dialog(page).getByRole("radio", { name: "日本語" })).toBeChecked();
  await dialog(page).getByRole("radio", { name: "English" }).check();
  await openParagraph(page);
  await expect(language.getByRole("radio", { name: "日本語" })).toBeChecked();
});

test("a way to cite is seen where the reader is, and at the beginning", async ({ page }) => {
  await open(page, SECTION);
  await wake(page);
  for (const shown of [".section-heading > .cite-button", "#p12 > .cite-button"])
    await expect(page.locator(shown)).toHaveCSS("opacity", "1");
  const button = page.locator("#p16 > .cite-button");
  await expect(button).toHaveCSS("opacity", "0");
  await page.locator("#p16 a.term").first().focus();
  await expect(button).toHaveCSS("opacity", "1");
  await page.locator("#p14 .paragraph-number").click();
  // Beside the paragraph that a link leads to nothing is left out between its number and the button.
  await page.locator("h1").hover();
  for (const beside of [".peek-link", ".cite-button"])
    await expect(page.locator(`#p14 > ${beside}`)).toHaveCSS("opacity", "1");
});

test("what is pointed to can be seen to be citable: a paragraph, a heading, a note and a figure", async ({ page }) => {
  await page.goto("/ja/russia-problem/");
  await wake(page);
  for (const citable of ["#p35", ".section-heading", ".note", ".figure"]) {
    const one = page.locator(citable).first();
    await one.hover();
    await expect(one.locator(".cite-button"), citable).toHaveCSS("opacity", "1");
  }
});

test("a keyboard opens the dialog, and the focus returns to where it was", async ({ page }) => {
  await page.goto(SECTION);
  await page.locator(`${PARAGRAPH} .paragraph-number`).focus();
  await page.keyboard.press("ArrowRight");
  const button = page.locator(`${PARAGRAPH} .cite-button`);
  await expect(button).toBeFocused();
  await expect(button).toHaveCSS("opacity", "1");
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByRole("button", { name: "出典をコピー", exact: true })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect(button).toBeFocused();
});

test("a note and a section are cited as such", async ({ page }) => {
  await page.goto(SECTION);
  await page.locator(".note").first().hover();
  await page.locator(".note .cite-button").first().click();
  await expect(page.locator(".cite-output")).toContainText("注");
  await expect(page.locator(".cite-output")).toContainText(citedAddress("#note-stoltenberg-2022"));
  await page.keyboard.press("Escape");
  await page.locator(".section-heading").hover();
  await page.locator(".section-heading .cite-button").click();
  await expect(page.locator(".cite-output")).toContainText("/ja/przewodow/, (参照");
  await expect(page.locator(".cite-output")).not.toContainText("¶");
});

test("on the page of the whole a paragraph is cited by its section", async ({ page }) => {
  await page.goto("/ja/full/");
  await page.locator(PARAGRAPH).hover();
  await page.locator(`${PARAGRAPH} .cite-button`).click();
  await expect(page.locator(".cite-output")).toContainText(citedAddress(PARAGRAPH));
  await page.keyboard.press("Escape");
  const note = page.locator("#note-stoltenberg-2022");
  await note.hover();
  await note.locator(".cite-button").click();
  await expect(page.locator(".cite-output")).toContainText(citedAddress("#note-stoltenberg-2022"));
});

test("on the page of the notes a note is cited by the section of its mark", async ({ page }) => {
  await page.goto("ja/notes/");
  for (const [anchor, name] of [
    ["note-stoltenberg-2022", "注5"],
    ["note-ed-zelensky", "編者注"],
  ] as const) {
    const note = page.locator(`#${anchor}`);
    await note.hover();
    await note.getByRole("button", { name: "引用" }).click();
    await expect(dialog(page).getByRole("heading", { level: 2 })).toContainText(name);
    // The day on which it was checked is none of its words.
    await expect(page.locator(".cite-words")).not.toContainText("確認）");
    await expect(page.locator(".cite-output")).toContainText(citedAddress(`#${anchor}`));
    const downloaded = page.waitForEvent("download");
    await page.locator(".cite-dialog > .cite-downloads").getByRole("link", { name: "BibTeX" }).click();
    const file = await downloaded;
    expect(file.suggestedFilename()).toMatch(new RegExp(`-${anchor}\\.bib$`, "u"));
    expect(readFileSync(await file.path(), "utf8")).toMatch(
      new RegExp(`^@misc\\{visible-deterrence-ja:[a-z-]+-${anchor},$`, "mu"),
    );
    await page.keyboard.press("Escape");
  }
  await expect(page.locator(".reference-list .cite-button")).toHaveCount(0);
});

test("selected words are cited, and their link leads back to them", async ({ page }) => {
  await page.goto(SECTION);
  const { left, right, y } = await page.locator(`${PARAGRAPH} p`).evaluate((paragraph) => {
    paragraph.scrollIntoView({ block: "center", behavior: "instant" });
    const range = document.createRange();
    range.setEnd(paragraph.firstChild as Text, 12);
    range.setStart(paragraph.firstChild as Text, 0);
    const { left, right, top, height } = range.getBoundingClientRect();
    return { left, right, y: top + height / 2 };
  });
  // The first thing that this reader does.
  await page.mouse.move(left + 1, y);
  await page.mouse.down();
  await page.mouse.move(right - 1, y);
  await page.mouse.up();
  const words = await page.evaluate(() => String(getSelection()));
  expect(words).toHaveLength(12);
  await page.locator(".cite-selection").click();
  await expect(page.locator(".cite-words")).toHaveText(words);
  await dialog(page).getByRole("button", { name: "リンクをコピー", exact: true }).click();
  await expect.poll(() => clipboard(page)).toContain("?quote=");
  const { pathname, search, hash } = new URL(await clipboard(page));
  await open(page, pathname + search + hash);
  await expect(page.locator(PARAGRAPH)).toBeInViewport();
  await expect(page.locator(".quote-message")).toHaveCount(0);
  const lit = () => page.evaluate(() => [...(CSS.highlights.get("quoted") ?? [])].map((range) => String(range)));
  await expect.poll(lit).toEqual([words]);
});

test("a quotation has whole words, and is copied with its reference and a link that finds it", async ({ page }) => {
  await open(page, "en/przewodow/");
  await wake(page);
  const part = await page.locator(`${PARAGRAPH} p`).evaluate((paragraph) => {
    const text = paragraph.firstChild as Text;
    // From within a word to within another.
    const words = [...text.data.matchAll(/[a-z]{4,}/gu)];
    const [first, last] = [words[1]?.index ?? 0, words[4]?.index ?? 0];
    getSelection()?.setBaseAndExtent(text, first + 2, text, last + 2);
    return { whole: text.data.slice(first, last + (words[4]?.[0].length ?? 0)), selected: String(getSelection()) };
  });
  expect(part.whole).not.toBe(part.selected);
  await page.locator(".cite-selection").click();
  await expect(page.locator(".cite-words")).toHaveText(part.whole);
  await dialog(page).getByRole("button", { name: "Copy quotation, citation and link" }).click();
  await expect.poll(() => clipboard(page)).toContain("?quote=");
  const [words, reference, link, ...more] = (await clipboard(page)).split("\n\n");
  expect(words).toBe(`“${part.whole}”`);
  expect(reference).toContain("restatement of an argument");
  expect(new URL(link ?? "").searchParams.get("quote")).toBe(part.whole);
  expect(more).toEqual([]);
});

test("the citation of the page, and of the whole on its cover, is had in other styles and copied", async ({ page }) => {
  for (const [path, title] of [
    ["ja/", "欧州安全保障体制の変容"],
    [SECTION, "ポーランドへのミサイル着弾事故が示したもの"],
  ] as const) {
    await open(page, path);
    await page.locator(".cite > summary").click();
    await page.getByRole("button", { name: "様式を選ぶ・コピーする" }).click();
    await expect(dialog(page).getByRole("heading", { level: 2 })).toContainText(title);
    await dialog(page).getByRole("button", { name: "出典をコピー", exact: true }).click();
    await expect.poll(() => clipboard(page)).toContain(title);
    await page.keyboard.press("Escape");
    await expect(page.locator(".cite-choose")).toBeFocused();
  }
});

test("words are looked for first at the place that the address names, whatever its page", async ({ page }) => {
  for (const [path, meant] of [
    ["ja/?quote=ロシア#p30", "/ja/nordic-enlargement/"],
    ["ja/przewodow/?quote=ロシア#p30", "/ja/nordic-enlargement/"],
    ["en/?quote=Russia#p13", "/en/przewodow/"],
  ] as const) {
    await page.goto(path);
    await expect.poll(() => new URL(page.url()).pathname, path).toBe(meant);
    await expect.poll(() => new URL(page.url()).hash).toBe(path.slice(path.indexOf("#")));
    await expect(page.locator(".quote-message")).toHaveCount(0);
  }
});

test("where the quoted words are gone, the page names the edition that had them", async ({ page }) => {
  await page.route("**/earlier-words.json", (route) =>
    route.fulfill({ json: { p15: [{ edition: "1.0.0", text: "かつてここにあった言葉。" }] } }),
  );
  await page.goto(`${SECTION}?quote=${encodeURIComponent("かつてここにあった言葉")}${PARAGRAPH}`);
  await expect(page.locator(".quote-message")).toContainText("第1.0.0版");
  await page.goto(`${SECTION}?quote=${encodeURIComponent("どこにもない言葉")}${PARAGRAPH}`);
  await expect(page.locator(".quote-message")).toContainText("どの版にも");
});

test("a cited address says whether the words are still those that were cited, and leads to what they were", async ({
  page,
}) => {
  const message = page.locator(".quote-message");
  await openParagraph(page);
  await dialog(page).getByRole("button", { name: "リンクをコピー", exact: true }).click();
  await expect.poll(() => clipboard(page)).toMatch(citedAddress(PARAGRAPH));
  const cited = new URL(await clipboard(page));
  await open(page, cited.pathname + cited.search + cited.hash);
  await expect(message).toHaveText("引かれたときの第1.1.0版から、ここの文章は変わっていない。");
  await expect(message.locator("a")).toHaveCount(0);

  await open(page, `${SECTION}?v=1.1.0-zzzzzz${PARAGRAPH}`);
  await expect(message).toHaveText("¶15は、引かれた第1.1.0版ののちに書き改められている。");
  await expect(message.locator("a")).toHaveAttribute("href", `/ja/editions/przewodow/${PARAGRAPH}`);

  // A page that is cited as a whole leads to that of its edition.
  await open(page, `${SECTION}?v=1.0.0`);
  await expect(message.locator("a")).toHaveAttribute("href", "/ja/1.0.0/przewodow/");
  await open(page, `${SECTION}?v=1.1.0`);
  await expect(message).toHaveCount(0);

  await open(page, `/ja/1.0.0/przewodow/${PARAGRAPH}`);
  const quote = await page
    .locator(`${PARAGRAPH} > p`)
    .first()
    .evaluate((words) => words.textContent.trim().slice(0, 30));
  await page.locator(PARAGRAPH).hover();
  await page.locator(`${PARAGRAPH} .cite-button`).click();
  await dialog(page).getByRole("button", { name: "リンクをコピー", exact: true }).click();
  const earlier = new RegExp(`/ja/1\\.0\\.0/przewodow/\\?v=1\\.0\\.0-[0-9a-z]{6}${PARAGRAPH}$`, "u");
  await expect.poll(() => clipboard(page)).toMatch(earlier);
  const { search } = new URL(await clipboard(page));
  await open(page, `/ja/1.0.0/przewodow/${search}${PARAGRAPH}`);
  await expect(message).toHaveText("引かれたときの第1.0.0版から、ここの文章は変わっていない。");
  await open(page, `${SECTION}${search}${PARAGRAPH}`);
  await expect(message.locator("a").last()).toHaveAttribute("href", `/ja/1.0.0/przewodow/${PARAGRAPH}`);
  await open(page, `${SECTION}?quote=${encodeURIComponent(quote)}${PARAGRAPH}`);
  await expect(message).toHaveText("リンクが引く語句は、第1.0.0版の¶15にあった。この版では書き改められている。");
  await expect(message.locator("a")).toHaveAttribute("href", `/ja/1.0.0/przewodow/${PARAGRAPH}`);
});

test("what cannot be loaded is said", async ({ page }) => {
  await page.route("**/cite/ja/przewodow.json", (route) => route.abort());
  await page.goto(SECTION);
  await page.locator(PARAGRAPH).hover();
  await page.locator(`${PARAGRAPH} .cite-button`).click();
  await expect(dialog(page).getByRole("status")).toContainText("読み込めなかった");
});

test("the dialog and the ready citation pass axe in light and in dark", async ({ page }) => {
  const expectBoth = async (within: string) => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await expectNoBarriers(page, { within });
    }
  };
  await openParagraph(page);
  await expectBoth(".cite-dialog");
  await page.keyboard.press("Escape");
  await page.locator("details.cite summary").click();
  await expectBoth("details.cite");
});

test("the dialog fits a telephone", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(SECTION);
  await wake(page);
  await page.locator(`${PARAGRAPH} .cite-button`).click();
  await expect(page.locator(".cite-output")).toBeVisible();
  const overflow = await dialog(page).evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test("a page signposts its citation, nothing of the dialog is loaded before it is wanted, and no policy is broken", async ({
  page,
}) => {
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(request.url()));
  const response = await open(page, SECTION);
  expect(loaded.filter((url) => /dialog|quoted|selection|\/cite\//u.test(url))).toEqual([]);
  await page.locator(PARAGRAPH).hover();
  await page.locator(`${PARAGRAPH} .cite-button`).click();
  await expect(page.locator(".cite-output")).toBeVisible();
  expect(errors).toEqual([]);
  expect(response?.headers()["link"]).toContain('rel="linkset"');
});

for (const language of ["ja", "en"])
  test(`who cites a note gets the works in it, too: ${language}`, async ({ page }) => {
    await page.goto(`/${language}/przewodow/`);
    const note = page.locator(".note:has(cite)").first();
    await note.hover();
    await note.locator(".cite-button").click();
    const work = dialog(page).locator(".cite-work").first();
    await expect(work.locator("cite")).toHaveText((await note.locator("cite").first().textContent()) ?? "");
    await work.getByRole("button").click();
    await expect(dialog(page).getByRole("status")).not.toBeEmpty();
    // What is seen of an address is its host.
    expect(await clipboard(page)).toContain("https://");
    const toSources = work.locator(`a[href*="/${language}/sources/#source-"]`);
    const file = await page.request.get((await work.locator('a[href$=".bib"]').getAttribute("href")) ?? "");
    expect(await file.text()).toMatch(/^@\w+\{/u);
    await toSources.click();
    await expect(page.locator("li:target cite")).toBeInViewport();
  });

test("of a paragraph no works are offered", async ({ page }) => {
  await openParagraph(page);
  await expect(dialog(page).locator(".cite-work")).toHaveCount(0);
});
