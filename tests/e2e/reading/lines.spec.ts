import type { Page } from "@playwright/test";
import { readAs, settle, WRITINGS, written } from "../support/reading.ts";
import { setOnPage } from "../support/settings-sheet.ts";
import { expect, test } from "../support/test.ts";

/** What no line of Japanese begins with (JLREQ 3.1.7), and what none ends with (3.1.8). */
const NEVER_FIRST = "、。，．・：；？！」』）】〕〉》”’々ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ";
const NEVER_LAST = "「『（【〔〈《“‘";
/** How many such places the essay's paragraphs and notes have at least; fewer means that they were not looked at. */
const LEAST_PLACES = 1200;
const LEAST_LINES = 150;
const LEAST_DATES = 10;

/** The sizes of the screen across the lines' direction of growth: their length goes with it. */
const LENGTHS = [
  320, 344, 360, 375, 390, 412, 430, 480, 540, 600, 667, 744, 768, 834, 900, 1024, 1120, 1280, 1440, 1680,
];
/** The lengths at which other sizes of letters are looked at, too. */
const LENGTHS_OF_SIZES = [320, 500, 768, 1280];
const FINGER_IN_PX = 24;

/** Where a line is broken wrongly, and how much was looked at. */
interface Lines {
  readonly places: number;
  readonly dates: number;
  readonly lines: number;
  readonly wrong: readonly string[];
}

/**
 * Runs in the page: looks for a line's end at each place where there must be none. To ask a browser where a character
 * stands takes the longer the longer its paragraph is, so that no other character is asked for.
 */
function findLines({ never, last }: { never: string; last: string }): Lines {
  const wrong: string[] = [];
  let places = 0;
  let dates = 0;
  let lines = 0;
  const range = document.createRange();
  for (const paragraph of document.querySelectorAll("article .prose p, article .note-body p")) {
    // In a closed list of sources nothing has a line.
    if (!paragraph.checkVisibility()) continue;
    const style = getComputedStyle(paragraph);
    const vertical = style.writingMode === "vertical-rl";
    const extent = paragraph.getBoundingClientRect()[vertical ? "width" : "height"];
    lines += Math.round(extent / Number.parseFloat(style.lineHeight));
    const characters: { node: Text; index: number; sign: string; isMark: boolean }[] = [];
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      // What is not shown has no place in a line.
      range.selectNodeContents(node);
      if (range.getClientRects().length === 0) continue;
      const isMark = node.parentElement?.closest(".note-mark") != null;
      for (let index = 0; index < node.data.length; index += 1) {
        const sign = node.data[index] ?? "";
        if (sign.trim() !== "") characters.push({ node, index, sign, isMark });
      }
    }
    const ends: (number | undefined)[] = [];
    const endOf = (place: number): number => {
      const known = ends[place];
      if (known !== undefined) return known;
      const { node, index } = characters[place] ?? { node: new Text(), index: 0 };
      range.setStart(node, index);
      range.setEnd(node, index + 1);
      const box = range.getClientRects()[0];
      if (!box) throw new Error(`“${node.data}” has a character that is nowhere.`);
      const end = vertical ? box.bottom : box.right;
      ends[place] = end;
      return end;
    };
    // Within a line each character ends further on; two digits side by side in a vertical one end together.
    const beginsLine = (place: number) => place === 0 || endOf(place) < endOf(place - 1) - 2;
    const text = characters.map(({ sign }) => sign).join("");
    const around = (place: number) => `${text.slice(Math.max(0, place - 10), place)}|${text.slice(place, place + 10)}`;
    for (const [place, { sign, isMark }] of characters.entries()) {
      const isNeverFirst = isMark || never.includes(sign);
      const isAfterOpening = place > 0 && last.includes(text[place - 1] ?? "");
      if (!isNeverFirst && !isAfterOpening) continue;
      places += 1;
      if (beginsLine(place)) wrong.push(`a line begins here: ${around(place)}`);
    }
    const pattern = paragraph.matches(".note-body p") ? /(?:\d{4}年)?\d+月\d+日/gu : /\d+月\d+日/gu;
    for (const { index, 0: date } of text.matchAll(pattern)) {
      dates += 1;
      for (let place = index + 1; place < index + date.length; place += 1)
        if (beginsLine(place)) wrong.push(`a line begins in a date: ${around(place)}`);
    }
  }
  return { places, dates, lines, wrong };
}

/** @returns how many lines the page has */
async function expectRightLines(page: Page, where: string): Promise<number> {
  const { places, dates, lines, wrong } = await page.evaluate(findLines, { never: NEVER_FIRST, last: NEVER_LAST });
  expect.soft(wrong, where).toEqual([]);
  expect.soft(places, where).toBeGreaterThan(LEAST_PLACES);
  expect.soft(dates, where).toBeGreaterThan(LEAST_DATES);
  expect.soft(lines, where).toBeGreaterThan(LEAST_LINES);
  return lines;
}

/** A mark adds nothing to the height of its line, and can be hit with a finger. */
async function expectMarks(page: Page): Promise<void> {
  // Words of another language are set in another font, which has a height of its own.
  const marks = await page.locator("p:not(:has([lang])) .note-mark a").evaluateAll((links) =>
    links.map((link) => {
      const paragraph = link.closest("p");
      const area = getComputedStyle(link, "::after");
      if (!paragraph) throw new Error("A mark stands outside of a paragraph.");
      const lines =
        paragraph.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(paragraph).lineHeight);
      return { lines, width: Number.parseFloat(area.inlineSize), height: Number.parseFloat(area.blockSize) };
    }),
  );
  expect(marks.length).toBeGreaterThan(5);
  for (const { lines, width, height } of marks) {
    expect.soft(lines).toBeCloseTo(Math.round(lines), 1);
    expect.soft(width).toBeGreaterThanOrEqual(FINGER_IN_PX);
    expect.soft(height).toBeGreaterThanOrEqual(FINGER_IN_PX);
  }
}

for (const writing of WRITINGS) {
  test(`no line begins with a closing mark or a note's, none ends with an opening one or in a date: ${writing}`, async ({
    page,
  }) => {
    await readAs(page, written(writing));
    await page.goto("ja/full/");
    const show = async (length: number) => {
      const size = writing === "vertical" ? { width: 1000, height: length } : { width: length, height: 800 };
      await page.setViewportSize(size);
      await settle(page);
      return `${size.width} × ${size.height}`;
    };
    const counts = new Set<number>();
    for (const length of LENGTHS) {
      counts.add(await expectRightLines(page, await show(length)));
      if (writing === "horizontal" && length === 360)
        await test.step("a mark adds nothing to its line, and can be hit", () => expectMarks(page));
    }
    // The lines were really of many lengths.
    expect(counts.size).toBeGreaterThan(LENGTHS.length / 2);
    if (writing === "vertical") return;
    for (const size of ["smaller", "larger", "largest"])
      await test.step(`letters: ${size}`, async () => {
        await setOnPage(page, { size });
        for (const length of LENGTHS_OF_SIZES) await expectRightLines(page, `${size}, ${await show(length)}`);
      });
  });
}

for (const language of ["ja", "en"])
  test(`on a phone text and header have one edge, and the header of the largest letters has two lines: ${language}`, async ({
    page,
  }) => {
    await page.goto(`${language}/conclusion/`);
    for (const width of [320, 360, 390, 430]) {
      await page.setViewportSize({ width, height: 740 });
      await settle(page);
      const { header = 0, text } = await page.evaluate(() => ({
        header: document.querySelector(".site-title a")?.getBoundingClientRect().left,
        text: document.querySelector("[data-paragraph]")?.getBoundingClientRect().left,
      }));
      expect.soft(Math.abs((text ?? 0) - header), `${width}`).toBeLessThanOrEqual(1);
    }
    await setOnPage(page, { size: "largest" });
    await page.setViewportSize({ width: 320, height: 640 });
    await settle(page);
    const lines = await page
      .locator(".site-header :is(a, button):visible")
      .evaluateAll((links) => links.map((link) => Math.round(link.getBoundingClientRect().bottom / 10)));
    expect(lines.length).toBeGreaterThan(3);
    expect(new Set(lines).size).toBeLessThanOrEqual(2);
  });
