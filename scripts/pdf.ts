import { parseArgs } from "node:util";
import { chromium, type Page } from "@playwright/test";
import { profileOf } from "../src/essay/language-profile.ts";
import type { EssayText } from "../src/essay/model.ts";
import { routes } from "../src/essay/routes.ts";
import type { BookSource } from "../src/export/epub/epub.ts";
import { type PrintFormat, printsIn } from "../src/export/formats.ts";
import { pagesOfDestinations } from "../src/export/pdf/destinations.ts";
import { describePdf } from "../src/export/pdf/metadata.ts";
import { printedBook } from "../src/export/pdf/printed-book.ts";
import { readBuildSettings } from "../src/integrations/build-settings.ts";
import { bookImages, bookSource } from "../src/integrations/exports.ts";
import { addToSite } from "../src/integrations/output-folder.ts";
import { readEssayWithBodies } from "../src/integrations/read-essay.ts";
import { runCommand } from "./command.ts";
import { findBrowser } from "./find-browser.ts";
import { fetchBookFont } from "./pdf/book-font.ts";

/** The host of the document that is printed; all that it asks for is answered here, and nothing leaves the machine. */
const BOOK = "https://book.invalid/";
/** Characters that a browser’s own choice of font might write into a file as others: Kangxi radicals for kanji. */
const NEEDS_FONT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * Prints a book.
 *
 * @param executable a Chromium
 * @returns a tagged PDF with an outline; every id that it has is a named destination
 */
export async function printPdf(source: BookSource, format: PrintFormat, executable: string): Promise<Uint8Array> {
  const { record, images, site, text } = source;
  const needsFont = text.sections.some(({ title, paragraphs }) =>
    NEEDS_FONT.test(title + paragraphs.map(({ text: words }) => words).join("")),
  );
  const font = needsFont ? fetchBookFont() : undefined;
  const { html } = printedBook(
    source,
    format,
    font?.fontFaces(`${BOOK}font/`, !profileOf(text.language).isSpaced) ?? "",
  );
  // Chromium refuses its sandbox to root, as in a container.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ executablePath: executable, args });
  try {
    const page = await browser.newPage();
    await page.route("**/*", (route) => {
      const { host, pathname } = new URL(route.request().url());
      if (host !== new URL(BOOK).host) return route.abort();
      if (pathname === "/") return route.fulfill({ contentType: "text/html; charset=utf-8", body: html });
      const name = decodeURIComponent(pathname.slice(1));
      const body = name.startsWith("font/") ? font?.file(name.slice("font/".length)) : images[name];
      return body ? route.fulfill({ body: Buffer.from(body), contentType: typeOf(name) }) : route.abort();
    });
    await page.goto(BOOK);
    await page.evaluate(async () => {
      await document.fonts.ready;
    });
    return await describePdf(await printWithPageNumbers(page), {
      record,
      isTurnedRight: format.writing === "vertical",
      drawings: drawingsOf(source),
      address: site === undefined ? undefined : `${site}${routes.cover(text.language)}`,
    });
  } finally {
    await browser.close();
  }
}

/**
 * Prints a page twice: the contents name the pages that the first print has. A style sheet cannot ask for them in this
 * browser (`target-counter`). The room for a number is always the same, so that it moves nothing.
 */
async function printWithPageNumbers(page: Page): Promise<Uint8Array> {
  const print = () => page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  const pages = [...(await pagesOfDestinations(await print()))];
  await page.evaluate((found) => {
    const numbers = new Map(found);
    for (const entry of document.querySelectorAll<HTMLElement>("[data-page-of]"))
      entry.textContent = String(numbers.get(entry.dataset["pageOf"] ?? "") ?? "");
  }, pages);
  return print();
}

/** @returns what the drawings of a book show, in the order in which they stand in it, each with its title */
const drawingsOf = ({ essay, text: { language } }: BookSource): string[] =>
  [...essay.annotations.figures]
    .sort((a, b) => a.number - b.number)
    .map(({ title, description }) => `${title[language] ?? ""}. ${description[language] ?? ""}`);

const TYPES: Readonly<Record<string, string>> = { svg: "image/svg+xml", woff2: "font/woff2" };
const typeOf = (name: string): string => TYPES[name.split(".").at(-1) ?? ""] ?? "application/octet-stream";

const USAGE = `npm run pdf

Prints the essay of ESSAY_DIR (content) as PDF, in each language and way of writing, builds the site into OUT_DIR (dist) with
pages that name the files, and puts them there. The font for Japanese is fetched from npm's registry the first time.`;

async function main(): Promise<void> {
  parseArgs();
  const settings = readBuildSettings(process.env);
  const { essayDirectory, outputDirectory, root } = settings;
  const { essay, bodies } = await readEssayWithBodies(essayDirectory, root, undefined, { outputDirectory });
  const { executable } = findBrowser();
  const images = await bookImages(essay);
  const printed = new Map<string, Uint8Array>();
  for (const text of Object.values(essay.texts) as EssayText[])
    for (const format of printsIn(essay.id, text.language)) {
      const start = performance.now();
      const bytes = await printPdf(bookSource(settings, essay, text, bodies, images), format, executable);
      printed.set(format.route, bytes);
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      console.log(`${format.route}: ${Math.round(bytes.length / 1000)} kB, ${seconds} s`);
    }
  // The files are there before any page names them.
  process.env["PDF"] = "1";
  const { build } = await import("astro");
  await build({ logLevel: "warn" });
  for (const [route, bytes] of printed) addToSite(outputDirectory, route, bytes);
}

if (import.meta.main) await runCommand(USAGE, main);
