import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Browser, chromium } from "@playwright/test";
import fc from "fast-check";
import { findBrowser } from "../../scripts/find-browser.ts";
import { importFiles, sectionsOf } from "../support/manuscripts.ts";
import { lineOf, RIGHT_TO_LEFT } from "../support/right-to-left.ts";

const TITLES = { ar: "قوارب النهر", he: "סירות הנהר", fa: "قایق‌های رودخانه" };

let browser: Browser;
before(async () => {
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  browser = await chromium.launch({ executablePath: findBrowser().executable, args });
});
after(() => browser.close());

async function print(language: string, html: string): Promise<Uint8Array> {
  const page = await browser.newPage();
  await page.setContent(
    `<!doctype html><html lang="${language}" dir="rtl"><style>@page{size:A5;margin:20mm}body{font:12pt/1.8 serif}</style>${html}`,
  );
  const bytes = await page.pdf({ preferCSSPageSize: true });
  await page.close();
  return bytes;
}

/** A sign for two marks has no name in the file where the font draws both at once. */
const isNamed = (text: string): boolean => !/\u0651\p{M}|\p{M}\u0651/u.test(text);

for (const language of RIGHT_TO_LEFT)
  test(`paragraphs of ${language} come out of a PDF with each vowel at its letter and each space`, async () => {
    const sentence = lineOf(language).filter(isNamed);
    const paragraph = fc.array(sentence, { minLength: 6, maxLength: 10 }).map((all) => all.join(" "));
    const paragraphs = fc.array(paragraph, { minLength: 2, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(paragraphs, async (texts) => {
        const bytes = await print(
          language,
          `<h1>${TITLES[language]}</h1>${texts.map((text) => `<p>${text}</p>`).join("")}`,
        );
        const imported = await importFiles({ "a.pdf": bytes }, { language });
        assert.ok(String(imported.files.get("essay.yaml")).includes(`title: ${TITLES[language]}\n`));
        // Where sentences are as short as these, their ends tell little of where paragraphs end.
        assert.equal(
          sectionsOf(imported)
            .flatMap((section) => section.paragraphs)
            .join(" "),
          texts.join(" ").normalize("NFC"),
        );
      }),
      { numRuns: 10, endOnFailure: true },
    );
  });
