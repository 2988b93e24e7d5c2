import type { Page } from "@playwright/test";
import { readAs, settle, WRITINGS, written } from "../support/reading.ts";
import { expect, test } from "../support/test.ts";

/** What no line of Japanese begins with (JLREQ 3.1.7), and what none ends with (3.1.8). */
const NEVER_FIRST = "、。，．・：；？！」』）】〕〉》”’々ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ";
const NEVER_LAST = "「『（【〔〈《“‘";
/** How many characters the essay's paragraphs and notes have at least; fewer means that they were not measured. */
const LEAST_CHARACTERS = 8000;
const LEAST_LINES = 150;

/** The sizes of the screen across the lines' direction of growth: their length goes with it. */
const LENGTHS = [
  320, 344, 360, 375, 390, 412, 430, 480, 540, 600, 667, 744, 768, 834, 900, 1024, 1120, 1280, 1440, 1680,
];

/** Where a line is broken wrongly, and how much was looked at. */
interface Lines {
  readonly characters: number;
  readonly lines: number;
  readonly wrong: readonly string[];
}

/** Runs in the page: measures where each character stands, and looks at the first and the last of every line. */
function findLines({ never, last }: { never: string; last: string }): Lines {
  const wrong: string[] = [];
  let characters = 0;
  let lines = 0;
  const range = document.createRange();
  for (const paragraph of document.querySelectorAll("article .prose p, article .note-body p")) {
    const vertical = getComputedStyle(paragraph).writingMode === "vertical-rl";
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    let previous: { end: number; character: string } | undefined;
    let line = "";
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const isMark = node.parentElement?.closest(".note-mark") != null;
      const text = node.textContent ?? "";
      for (let index = 0; index < text.length; index += 1) {
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const box = range.getClientRects()[0];
        const character = text[index] ?? "";
        if (!box || character.trim() === "") continue;
        characters += 1;
        const end = vertical ? box.bottom : box.right;
        // Within a line each character ends further on; two digits side by side in a vertical one end together.
        const isFirst = !previous || end < previous.end - 2;
        if (isFirst) {
          lines += 1;
          if (isMark) wrong.push(`the mark ${character} begins a line after ${line}`);
          if (never.includes(character)) wrong.push(`${character} begins a line after ${line}`);
          if (previous && last.includes(previous.character)) wrong.push(`${previous.character} ends the line ${line}`);
          line = "";
        }
        line += character;
        previous = { end, character };
      }
    }
  }
  return { characters, lines, wrong };
}

async function expectRightLines(page: Page, where: string): Promise<number> {
  const { characters, lines, wrong } = await page.evaluate(findLines, { never: NEVER_FIRST, last: NEVER_LAST });
  expect(wrong, where).toEqual([]);
  expect(characters, where).toBeGreaterThan(LEAST_CHARACTERS);
  expect(lines, where).toBeGreaterThan(LEAST_LINES);
  return lines;
}

for (const writing of WRITINGS) {
  test(`no line begins with a closing mark or a note's, none ends with an opening one: ${writing}`, async ({
    page,
  }) => {
    await readAs(page, written(writing));
    await page.goto("ja/full/");
    const counts = new Set<number>();
    for (const length of LENGTHS) {
      const size = writing === "vertical" ? { width: 1000, height: length } : { width: length, height: 800 };
      await page.setViewportSize(size);
      await settle(page);
      counts.add(await expectRightLines(page, `${size.width} × ${size.height}`));
    }
    // The lines were really of many lengths.
    expect(counts.size).toBeGreaterThan(LENGTHS.length / 2);
  });
}

test("nor at any size of the text", async ({ page }) => {
  for (const size of ["smaller", "larger", "largest"]) {
    await readAs(page, {});
    await page.goto("ja/full/");
    await page.evaluate((value) => {
      document.documentElement.dataset["size"] = value;
    }, size);
    for (const width of [320, 500, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await settle(page);
      await expectRightLines(page, `${size}, ${width}`);
    }
  }
});

for (const language of ["ja", "en"])
  test(`on a phone text and header have one edge: ${language}`, async ({ page }) => {
    await page.goto(`${language}/conclusion/`);
    for (const width of [320, 360, 390, 430]) {
      await page.setViewportSize({ width, height: 740 });
      await settle(page);
      const { header = 0, text } = await page.evaluate(() => ({
        header: document.querySelector(".site-title a")?.getBoundingClientRect().left,
        text: document.querySelector("[data-paragraph]")?.getBoundingClientRect().left,
      }));
      expect(Math.abs((text ?? 0) - header), `${width}`).toBeLessThanOrEqual(1);
    }
  });

for (const language of ["ja", "en"])
  test(`the header of the largest letters has two lines on the smallest phone: ${language}`, async ({ page }) => {
    await readAs(page, { size: "largest" });
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`${language}/conclusion/`);
    await settle(page);
    const lines = await page
      .locator(".site-header :is(a, button):visible")
      .evaluateAll((links) => links.map((link) => Math.round(link.getBoundingClientRect().bottom / 10)));
    expect(lines.length).toBeGreaterThan(3);
    expect(new Set(lines).size).toBeLessThanOrEqual(2);
  });

test("no line ends between a month and its day, nor, in a note, after the year", async ({ page }) => {
  await page.goto("ja/full/");
  for (const width of [320, 360, 390, 430, 600, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await settle(page);
    const { dates, parted } = await page.evaluate(() => {
      const found: string[] = [];
      let count = 0;
      for (const paragraph of document.querySelectorAll("article .prose p, article .note-body p")) {
        const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
        const nodes: { node: Text; start: number }[] = [];
        let text = "";
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          nodes.push({ node: node as Text, start: text.length });
          text += node.textContent ?? "";
        }
        const top = (offset: number) => {
          const { node, start } = nodes.findLast((entry) => entry.start <= offset) ?? { node: new Text(), start: 0 };
          const range = document.createRange();
          range.setStart(node, offset - start);
          range.setEnd(node, offset - start + 1);
          return range.getBoundingClientRect().bottom;
        };
        const pattern = paragraph.matches(".note-body p") ? /(?:\d{4}年)?\d+月\d+日/gu : /\d+月\d+日/gu;
        for (const { index, 0: date } of text.matchAll(pattern)) {
          count += 1;
          if (Math.abs(top(index) - top(index + date.length - 1)) > 5) found.push(date);
        }
      }
      return { dates: count, parted: found };
    });
    expect(dates).toBeGreaterThan(10);
    expect(parted, `${width}`).toEqual([]);
  }
});

test("a mark adds nothing to the height of its line, and can be hit with a finger", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("ja/full/");
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
    expect(lines).toBeCloseTo(Math.round(lines), 1);
    expect(width).toBeGreaterThanOrEqual(24);
    expect(height).toBeGreaterThanOrEqual(24);
  }
});
