import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Image, Table, TableCell } from "mdast";
import { getDocument, OPS, PasswordException, Util, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/types/src/display/api.d.ts";
import { isCaption, partsLabel } from "../caption-labels.ts";
import { isUnspaced, mendCharacters, NON_JOINER } from "../characters.ts";
import { counted, excerpt, type Findings } from "../findings.ts";
import { ImportError } from "../import-error.ts";
import { guessLanguage } from "../language.ts";
import { isoDate } from "../lines/dates.ts";
import { fromLines, type PlacedBlock } from "../lines/from-lines.ts";
import type { Line, LineRole } from "../lines/line.ts";
import { fragmentsOf } from "../lines/line-fragments.ts";
import { noteStart, signStart } from "../lines/note-texts.ts";
import { share } from "../lists.ts";
import type { Fragment, Manuscript, ManuscriptImage, ManuscriptMetadata } from "../manuscript.ts";
import { MarkedText, type Span, toPhrasing } from "../marked-text.ts";
import { parseName, splitNames } from "../names.ts";
import { type ActualTexts, actualTextsFor, actualTextsIn, areSigns } from "../pdf/actual-text.ts";
import { isRightToLeft } from "../pdf/direction.ts";
import { drawingsAmong } from "../pdf/drawings.ts";
import { otherWords } from "../pdf/file-order.ts";
import {
  BlockOfLines,
  type Glyph,
  glyphsOf,
  isVerticalPage,
  type PlacedGlyph,
  placeGlyphs,
  type TextBlock,
  type TextItem,
} from "../pdf/glyphs.ts";
import { imagesOf, type PageImage } from "../pdf/images.ts";
import { isReadingLetters } from "../pdf/kanbun.ts";
import { LineNumbers, ParagraphNumbers } from "../pdf/line-numbers.ts";
import {
  areBold,
  edgeLines,
  gapBetween,
  hasSpaceBetween,
  isAfterWord,
  linesOfPage,
  type PageLine,
  UsualGutters,
  usualGap,
} from "../pdf/page-lines.ts";
import { checkStreamSizes } from "../pdf/stream-sizes.ts";
import { type StructureElement, structureOf } from "../pdf/structure.ts";
import { tablesAmong } from "../pdf/tables.ts";
import { writeTexCodes } from "../pdf/tex-codes.ts";
import { warnOfCharacters } from "../warn-of-characters.ts";
import type { ReadForm } from "./form.ts";

/**
 * A page as it was read. Its glyphs are made anew whenever they are wanted: those of all pages of a large file together
 * fill the memory.
 */
interface Page {
  readonly number: number;
  readonly items: readonly TextItem[];
  /** What its glyphs say, in the order of the file. */
  readonly text: string;
  /** The same in the words and lines that the library sees there. */
  readonly fileOrder: string;
  readonly glyphs: GlyphCounts;
  /** How many characters came from fonts that do not say which they are. */
  readonly unnamed: number;
  /** The places among them of those that are printed over themselves. */
  readonly doubled: ReadonlySet<number>;
  /** Undefined where too few of its glyphs tell. */
  readonly isVertical: boolean | undefined;
  readonly elements: readonly StructureElement[];
  readonly height: number;
  readonly images: readonly PageImage[];
  /** Images that could not be taken out of the file. */
  readonly lostImages: number;
}

/** How many glyphs a page has, leaving white space aside. */
interface GlyphCounts {
  readonly all: number;
  readonly bold: number;
  /** Those that are no content, where the file is tagged. */
  readonly artifacts: number;
  /** By their heights, in quarters of a unit. */
  readonly sizes: ReadonlyMap<number, number>;
  /** The ones that no text has. */
  readonly wrong: string;
  readonly wrongCount: number;
}

/** Reads a PDF: from where its letters stand, and from its structure where it is tagged. */
export const readPdf: ReadForm = async (bytes, file, { findings, progress, language }): Promise<Manuscript> => {
  const actualTexts: ActualTexts[] = [];
  checkStreamSizes(bytes, file, (content) => {
    const own = actualTextsIn(content);
    if (own) actualTexts.push(own);
  });
  const document = await open(bytes, file);
  try {
    const pages: Page[] = [];
    const isTex = await isMadeByTex(document);
    for (let number = 1; number <= document.numPages; number += 1) {
      progress(number, document.numPages, "pages");
      pages.push(await readPageOf(document, { number, isTex, file, actualTexts }));
    }
    const letters = pages.reduce((sum, { glyphs }) => sum + glyphs.all, 0);
    const images = pages.reduce((sum, page) => sum + page.images.length + page.lostImages, 0);
    if (letters < pages.length * 2 && (images > 0 || letters === 0))
      throw new ImportError(
        file,
        images > 0 ? "is a scan: its pages are images without text" : "holds no text",
        "Have its words recognised (OCR) first, or give the text itself.",
      );
    sayWhichFontsAreWrong(pages, file, findings);

    const metadata = await documentMetadata(document);
    const { lines, strays, tables, anchors } = linesOf(pages, findings);
    const words = lines.map(({ marked }) => marked.text).join("\n");
    const known = language ?? metadata.language ?? guessLanguage(words) ?? "und";
    const placed = placeImages(pages, anchors, findings);
    const made = fromLines(lines, {
      findings,
      language: known,
      known: metadata,
      tables: tableBlocks(tables, pages.length > 1, findings),
      figures: placed.figures,
      progress,
    });
    warnOfCharacters(words, findings);
    for (const page of pages)
      if (page.lostImages > 0)
        findings.leftOut.push({
          place: `page ${page.number}`,
          text: `${counted(page.lostImages, "image", "images")} that could not be taken out: put the files into the essay's directory and name them in the text`,
        });
    const places = new Map(
      pages.flatMap(({ number, text }): [string, string][] => (text.trim() === "" ? [] : [[`page ${number}`, text]])),
    );
    // Where all lines stand on the first page the ledger names lines alone.
    const ledger = [...made.ledger, ...strays].map(
      (one): Fragment => (one.place.startsWith("page") ? one : { ...one, place: `page 1, ${one.place}` }),
    );
    return {
      file,
      metadata: made.metadata,
      tree: made.tree,
      ledger,
      proof: { places, isOrdered: false },
      images: placed.files,
      references: [],
    };
  } finally {
    await document.loadingTask.destroy();
  }
};

const assets = (folder: string): string =>
  `${join(dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json")), folder)}/`;

async function open(bytes: Uint8Array, file: string): Promise<PDFDocumentProxy> {
  try {
    return await getDocument({
      // The library takes the bytes for itself.
      data: new Uint8Array(bytes),
      cMapUrl: assets("cmaps"),
      cMapPacked: true,
      standardFontDataUrl: assets("standard_fonts"),
      useSystemFonts: false,
      disableFontFace: true,
      verbosity: VerbosityLevel.ERRORS,
      stopAtErrors: false,
    }).promise;
  } catch (error) {
    if (error instanceof PasswordException || (error as { name?: string }).name === "PasswordException")
      throw new ImportError(file, "is protected by a password", "Save a copy without the password, and import that.");
    throw new ImportError(
      file,
      "is a damaged PDF",
      "Export it again, or open it in a reader and print it to a new PDF.",
    );
  }
}

interface ContentItem {
  readonly str: string;
  readonly transform: number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
  readonly dir: string;
  readonly hasEOL: boolean;
}

interface MarkedContent {
  readonly type: string;
  readonly id?: string | null;
  readonly tag?: string | null;
}

/** What the whole file tells of how its pages are to be read. */
interface PageSource {
  readonly isTex: boolean;
  readonly actualTexts: readonly ActualTexts[];
}

/** @throws {ImportError} where the page is damaged */
async function readPageOf(
  document: PDFDocumentProxy,
  { number, isTex, file, actualTexts }: PageSource & { number: number; file: string },
): Promise<Page> {
  try {
    return await readPage(await document.getPage(number), number, { isTex, actualTexts });
  } catch {
    throw new ImportError(
      file,
      `is a damaged PDF: its page ${number} cannot be read`,
      "Export it again, or open it in a reader and print it to a new PDF.",
    );
  }
}

async function readPage(page: PDFPageProxy, number: number, { isTex, actualTexts }: PageSource): Promise<Page> {
  const content = await page.getTextContent({ disableNormalization: true, includeMarkedContent: true });
  const shown = page.getViewport({ scale: 1 });
  const turn = turnOf(content.items as (ContentItem | MarkedContent)[], content.styles, shown.transform);
  const viewport = turn === 0 ? shown : page.getViewport({ scale: 1, rotation: (page.rotate + turn) % 360 });
  const { elements, ofContent } = await structureOf(page);
  const { bold, pictured, images, lostImages } = await resourcesOf(page, viewport);
  sayActualTexts(content.items as (ContentItem | MarkedContent)[], actualTexts);
  const items: TextItem[] = [];
  const open: { id: string | undefined; isArtifact: boolean }[] = [];
  const isTagged = elements.length > 0;
  const begun = new Set<string>();
  let unnamed = 0;
  let isAfterGap = false;
  let fileOrder = "";
  for (const one of content.items as (ContentItem | MarkedContent)[]) {
    if (!("str" in one)) {
      if (one.type === "endMarkedContent") open.pop();
      else {
        // A form within the page counts its own contents from 0 again: whose they are is not known.
        const id = one.id ?? undefined;
        open.push({ id: id && begun.has(id) ? UNKNOWN : id, isArtifact: one.tag === "Artifact" });
        if (id) begun.add(id);
      }
      continue;
    }
    if (one.str === "") {
      if (one.hasEOL) fileOrder += "\n";
      continue;
    }
    // A space that the library has put in for a gap has no height.
    if (one.str.trim() === "" && one.height === 0) {
      isAfterGap = true;
      fileOrder += one.hasEOL ? "\n" : " ";
      continue;
    }
    const startsWord = isAfterGap && isWord(one.str) && isWord(items.at(-1)?.text ?? "");
    isAfterGap = false;
    const isVerticalFont = content.styles[one.fontName]?.vertical === true;
    const id = open.findLast((inner) => inner.id !== undefined)?.id;
    const written = isTex ? writeTexCodes(one.str, pictured.has(one.fontName)) : one.str;
    unnamed += written.match(CONTROL)?.length ?? 0;
    // Others are dropped as what nobody sees; elsewhere this one ends a line, which no piece of a page does.
    const text = written.replaceAll("\u0085", "");
    if (text === "") continue;
    fileOrder += one.hasEOL ? `${text}\n` : text;
    items.push({
      text,
      transform: Util.transform(viewport.transform, one.transform) as number[],
      length: isVerticalFont ? one.height : one.width,
      isVerticalFont,
      isRightToLeft: one.dir === "rtl",
      isBold: bold.has(one.fontName),
      element: id === undefined ? undefined : ofContent.get(id),
      // In a tagged file what belongs to no element is no content (ISO 14289-1, 7.1).
      isArtifact: open.some(({ isArtifact }) => isArtifact) || (isTagged && id === undefined),
      ...(startsWord && { startsWord }),
    });
  }
  page.cleanup();
  const glyphs = glyphsOf(items);
  return {
    number,
    items,
    text: glyphs.map(({ text }) => text).join(""),
    fileOrder,
    glyphs: countGlyphs(glyphs),
    unnamed,
    doubled: printedTwice(glyphs),
    isVertical: isVerticalPage(glyphs),
    elements,
    height: viewport.height,
    images,
    lostImages,
  };
}

/** @returns whether a piece is a word or words of letters that are written from left to right, and no single letter */
const isWord = (piece: string): boolean => /[\p{L}\p{N}]{2}/u.test(piece) && ![...piece].some(isRightToLeft);

/** Gives pieces that stand in stretches of their own the text that the file says them to be, where the glyphs say another. */
function sayActualTexts(items: (ContentItem | MarkedContent)[], actualTexts: readonly ActualTexts[]): void {
  const stretches: number[][] = [];
  const open: (number[] | undefined)[] = [];
  for (const [index, one] of items.entries())
    if ("str" in one) {
      if (one.str.trim() !== "") open.findLast((own) => own !== undefined)?.push(index);
    } else if (one.type === "endMarkedContent") open.pop();
    else {
      const own = one.tag === "Span" && typeof one.id !== "string" ? [] : undefined;
      open.push(own);
      if (own) stretches.push(own);
    }
  const textOf = (index: number) => (items[index] as ContentItem).str;
  const said = actualTextsFor(
    stretches.map((own) => own.map(textOf).join("")),
    actualTexts,
  );
  if (!said) return;
  for (const [index, own] of stretches.entries()) {
    const [at] = own;
    const text = said[index] ?? "";
    // Radicals and ligatures are mended, and counted, as everywhere.
    if (at === undefined || own.length > 1 || !areSigns(mendCharacters(textOf(at)), text)) continue;
    items[at] = { ...(items[at] as ContentItem), str: text };
  }
}

/** How much of a page is written the same way before it is turned. */
const WHOLE_PAGE = 0.8;

/** How many upright characters that stand below others tell a vertical page. */
const FEWEST_DOWNWARDS = 4;

/** @returns by how many degrees a page has to be turned for most of its lines to run from left to right */
function turnOf(
  items: readonly (ContentItem | MarkedContent)[],
  styles: Readonly<Record<string, { readonly vertical?: boolean }>>,
  shown: readonly number[],
): number {
  const lengths = [0, 0, 0, 0];
  let downwards = 0;
  let above: { readonly x: number; readonly y: number } | undefined;
  for (const one of items) {
    // The lines of vertical fonts run down a page that stands as it should.
    if (!("str" in one) || one.str.trim() === "") continue;
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = Util.transform([...shown], one.transform) as number[];
    const quarter = styles[one.fontName]?.vertical ? 0 : ((Math.round(Math.atan2(b, a) / (Math.PI / 2)) % 4) + 4) % 4;
    lengths[quarter] = (lengths[quarter] ?? 0) + one.str.length;
    if (quarter !== 0 || !isUnspaced(one.str)) continue;
    const size = Math.hypot(c, d);
    if (above && Math.abs(x - above.x) < size * 0.3 && y - above.y > size * 0.5 && y - above.y < size * 2)
      downwards += 1;
    above = { x, y };
  }
  // In vertical lines words of other scripts lie, be they ever so many; their own characters stand.
  if (downwards >= FEWEST_DOWNWARDS) return 0;
  const all = lengths.reduce((sum, length) => sum + length, 0);
  const most = lengths.findIndex((length) => length > all * WHOLE_PAGE);
  return most > 0 ? 360 - most * 90 : 0;
}

/** Names no content of a page. */
const UNKNOWN = "";

/** @returns the places of glyphs that stand where the same one stands already: so programs print bold letters and outlines */
function printedTwice(glyphs: readonly Glyph[]): ReadonlySet<number> {
  const known = new Map<string, Glyph[]>();
  const doubled = new Set<number>();
  for (const [index, glyph] of glyphs.entries()) {
    if (glyph.text.trim() === "") continue;
    const same = known.get(glyph.text) ?? [];
    const room = glyph.size * 0.12;
    if (
      same.some(({ x, y, size }) => Math.abs(x - glyph.x) < room && Math.abs(y - glyph.y) < room && size === glyph.size)
    )
      doubled.add(index);
    else known.set(glyph.text, [...same, glyph]);
  }
  return doubled;
}

function countGlyphs(glyphs: readonly Glyph[]): GlyphCounts {
  const solid = glyphs.filter(({ text }) => text.trim() !== "");
  const sizes = new Map<number, number>();
  for (const { size } of solid) {
    const height = Math.round(size * 4) / 4;
    sizes.set(height, (sizes.get(height) ?? 0) + 1);
  }
  const wrong = solid.filter(({ text }) => /[\p{Co}\p{Cn}\uFFFD\p{Cc}]/u.test(text));
  return {
    all: solid.length,
    bold: solid.filter(({ isBold }) => isBold).length,
    artifacts: solid.filter(({ isArtifact }) => isArtifact).length,
    sizes,
    wrong: wrong.map(({ text }) => text).join(""),
    wrongCount: wrong.length,
  };
}

/** Which fonts of a page are bold, which hold pictures of letters (Type 3), and the images that it shows. */
async function resourcesOf(
  page: PDFPageProxy,
  viewport: { readonly transform: readonly number[]; readonly width: number; readonly height: number },
): Promise<{
  bold: ReadonlySet<string>;
  pictured: ReadonlySet<string>;
  images: readonly PageImage[];
  lostImages: number;
}> {
  const bold = new Set<string>();
  const pictured = new Set<string>();
  let images: readonly PageImage[] = [];
  let lostImages = 0;
  try {
    const drawing = await page.getOperatorList();
    const { fnArray, argsArray } = drawing;
    fnArray.forEach((operator: number, index: number) => {
      const args = argsArray[index] as unknown[];
      if (operator === OPS.setFont) {
        const name = String(args[0]);
        const font = page.commonObjs.has(name)
          ? (page.commonObjs.get(name) as {
              name?: string;
              bold?: boolean;
              black?: boolean;
              isType3Font?: boolean;
            } | null)
          : null;
        if (font?.isType3Font) pictured.add(name);
        if (
          font &&
          (font.bold || font.black || /bold|heavy|black|demi|gothic|ゴシック|-W[6-9]\b/iu.test(font.name ?? ""))
        )
          bold.add(name);
      }
    });
    ({ images, lost: lostImages } = await imagesOf(page, drawing, viewport));
  } catch {
    // A page whose drawing is broken may still say its text.
  }
  return { bold, pictured, images, lostImages };
}

/** What a font gives for a sign that it does not name, tabs and ends of lines apart. */
const CONTROL = /(?![\t\n\r])\p{Cc}/gu;

/** A font without a map, or with a wrong one, gives letters that no text has. */
function sayWhichFontsAreWrong(pages: readonly Page[], file: string, findings: Findings): void {
  for (const { number, glyphs, text, unnamed } of pages) {
    const { all, wrong, wrongCount } = glyphs;
    if (wrongCount > 3 && wrongCount > all * 0.03)
      findings.open.push({
        place: `page ${number}`,
        text: `${wrongCount} of ${all} characters come from a font whose map cannot be right (${excerpt(wrong, 12)}): compare this page of ${file} with the essay`,
      });
    else if (unnamed > 0)
      findings.open.push({
        place: `page ${number}`,
        text: `${unnamed} of its signs come from a font that does not say which they are, and were left out: compare this page of ${file} with the essay`,
      });
    else if (isCipher(text))
      findings.open.push({
        place: `page ${number}`,
        text: `its words are none (${excerpt(text.replaceAll(/\s+/gu, ""), 24)}): a font's map cannot be right; compare this page of ${file} with the essay, or have it recognised (OCR)`,
      });
  }
}

/** Fewer words say nothing. */
const LEAST_WORDS = 25;

/** @returns whether what looks like Latin words has hardly a vowel, or digits within: letters that stand for others */
export function isCipher(text: string): boolean {
  const words = text.normalize("NFD").match(/[\p{sc=Latin}\p{M}\d]{3,}/gu) ?? [];
  const all = words.filter((word) => /[a-z]/iu.test(word));
  if (all.length < LEAST_WORDS) return false;
  const without = all.filter((word) => !/[aeiouyæøœı]/iu.test(word) || /\p{L}\d+\p{L}|^\d\p{Lu}{2}/u.test(word));
  return without.length > all.length * 0.3;
}

async function isMadeByTex(document: PDFDocumentProxy): Promise<boolean> {
  try {
    const info = (await document.getMetadata()).info as Record<string, unknown>;
    return /TeX|dvips|dvipdf/u.test(`${String(info["Producer"])} ${String(info["Creator"])}`);
  } catch {
    return false;
  }
}

async function documentMetadata(document: PDFDocumentProxy): Promise<ManuscriptMetadata> {
  const metadata: ManuscriptMetadata = {};
  try {
    const { info, metadata: xmp } = await document.getMetadata();
    const said = info as Record<string, unknown>;
    const text = (value: unknown) =>
      typeof value === "string" && value.trim() !== "" ? mendCharacters(value.trim()) : undefined;
    const author = text(said["Author"]);
    if (author && !/^(?:user|admin|owner|un-?named|microsoft)/iu.test(author))
      metadata.authors = splitNames(author).map(parseName);
    const keywords = text(said["Keywords"]);
    if (keywords) metadata.keywords = keywords.split(/\s*[,;、；]\s*/u).filter(Boolean);
    const language = text(said["Language"]);
    if (language && /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/u.test(language)) metadata.language = language;
    const doi = text(xmp?.get("prism:doi")) ?? text(xmp?.get("pdfx:doi"));
    if (doi && /^10\.\d{4,9}\/\S+$/u.test(doi)) metadata.doi = doi;
    const date = text(xmp?.get("prism:coverdate") ?? xmp?.get("prism:publicationdate"));
    const iso = date ? isoDate(date) : undefined;
    if (iso) metadata.date = iso;
    // The title in a PDF's metadata is a file's name as often as a title: it is used where the first page shows it.
  } catch {
    // Metadata that cannot be read are none.
  }
  return metadata;
}

/** How many letters a text has at least by those of its notes, its sources and its tables, which may have most. */
const LEAST_BODY = 0.3;
/** Fewer letters are those of titles. */
const FEWEST_LETTERS = 150;

/** @returns the height of the text's letters: the largest of which there are many */
export function bodySizeOf(sizes: ReadonlyMap<number, number>): number {
  const most = Math.max(...sizes.values());
  const many = [...sizes]
    .filter(([, count]) => count === most || count >= Math.max(FEWEST_LETTERS, most * LEAST_BODY))
    .map(([size]) => size);
  return many.length === 0 ? 10 : Math.max(...many);
}

/** Lines of all pages in reading order, and what is set at an angle, which is no text. */
function linesOf(
  pages: readonly Page[],
  findings: Findings,
): {
  lines: Line[];
  strays: Fragment[];
  tables: Map<number, TableCells>;
  /** The line that each image follows, as `keyOf` names it. */
  anchors: Map<PageImage, string>;
} {
  const sizes = new Map<number, number>();
  for (const { glyphs } of pages)
    for (const [size, count] of glyphs.sizes) sizes.set(size, (sizes.get(size) ?? 0) + count);
  const bodySize = bodySizeOf(sizes);
  const count = (of: "all" | "bold" | "artifacts") => pages.reduce((sum, { glyphs }) => sum + glyphs[of], 0);
  const boldShare = count("bold") / Math.max(1, count("all"));
  const isWellTagged = count("artifacts") < count("all") * MOST_ARTIFACTS;

  let vertical = 0;
  for (const { isVertical } of pages) vertical += isVertical === true ? 1 : isVertical === false ? -1 : 0;
  const strays: Fragment[] = [];
  const lines: Line[] = [];
  const tables = new Map<number, TableCells>();
  const anchors = new Map<PageImage, string>();
  let nonJoiners = 0;
  let rubies = 0;
  let emphases = 0;
  const runsVertically = ({ isVertical }: Page) => isVertical ?? vertical > 0;
  const place = (page: Page) => {
    const glyphs = glyphsOf(page.items);
    const { doubled } = page;
    return placeGlyphs(
      doubled.size === 0 ? glyphs : glyphs.filter((_, index) => !doubled.has(index)),
      runsVertically(page),
    );
  };
  // What all pages tell together is gathered from one after the other: their glyphs are too many to be kept.
  const blocks = new BlockOfLines(bodySize);
  const usualGutters = new UsualGutters(bodySize);
  const letters = { all: 0, toRight: 0 };
  const lineNumbers = new LineNumbers();
  const paragraphNumbers = new ParagraphNumbers(bodySize);
  for (const page of pages) {
    const { along } = place(page);
    if (runsVertically(page)) blocks.add(along);
    usualGutters.add(along);
    for (const { text, isRightToLeft } of along) {
      if (!/\p{L}/u.test(text)) continue;
      letters.all += 1;
      if (isRightToLeft) letters.toRight += 1;
    }
    lineNumbers.add(runsVertically(page) ? [] : along);
    paragraphNumbers.add(along, page.text);
  }
  const block = blocks.block();
  const direction = letters.toRight * 2 > letters.all ? "rtl" : "ltr";
  const gutters = [usualGutters.places(0), usualGutters.places(1)];
  /** @returns the numbers in the margin, unless the author says that they are of the text */
  const unlessText = <Numbers extends ReadonlySet<number>>(
    what: "lines" | "paragraphs",
    found: Numbers[],
  ): Numbers[] => {
    const first = found.findIndex((numbers) => numbers.size > 0);
    if (first < 0) return found;
    const answer = findings.decide({
      key: `numbers ${what}`,
      place: `page ${first + 1}`,
      text: `numbers in the margin that count the ${what}`,
      taken: "left out",
      confidence: 0.9,
      answers: ["left out", "text"],
    });
    return answer === "text" ? [] : found;
  };
  const counted = unlessText("lines", lineNumbers.numbers());
  const numbered = unlessText("paragraphs", paragraphNumbers.numbers());
  for (const [index, page] of pages.entries()) {
    const isVertical = runsVertically(page);
    const placed = place(page);
    const { across, atAngle } = placed;
    const { along: whole } = placed;
    const numbers = new Set([...(counted[index] ?? []), ...(numbered[index] ?? [])]);
    const numberedAt = [...(numbered[index] ?? [])].flatMap((at) => whole[at]?.v ?? []);
    const text = numbers.size === 0 ? whole : whole.filter((_, at) => !numbers.has(at));
    const { along, before: over, after: under } = partBeyond(text, isVertical ? block : undefined, bodySize);
    if (numbers.size > 0) {
      const left = [...numbers].map((at) => whole[at]?.text ?? "").join("");
      strays.push({ text: left, to: "left out", why: "numbers in the margin", place: `page ${page.number}` });
      findings.count("pages whose numbers in the margin were left out");
    }
    if (page.doubled.size > 0) {
      const glyphs = glyphsOf(page.items);
      const text = [...page.doubled].map((index) => glyphs[index]?.text ?? "").join("");
      strays.push({ text, to: "left out", why: "printed twice", place: `page ${page.number}` });
      findings.count("characters printed twice", page.doubled.size);
    }
    const angled = atAngle.map(({ text }) => text).join("");
    if (angled.trim() !== "") {
      strays.push({ text: angled, to: "left out", why: "set at an angle", place: `page ${page.number}` });
      findings.leftOut.push({ place: `page ${page.number}`, text: `set at an angle: “${excerpt(angled)}”` });
    }
    const main = linesOfPage(along, bodySize, gutters[index % 2], direction);
    const crossing = linesOfPage(across, bodySize).map(
      (line): PageLine => ({
        ...line,
        isAcross: true,
        ...(block && (line.v < block.start || line.v > block.end) && { isEdge: true }),
      }),
    );
    // Heads and feet of a vertical page are set across it: above its first line or below its last.
    const middle = page.height / 2;
    const heads = crossing.filter(({ v }) => v < middle);
    const feet = crossing.filter(({ v }) => v >= middle);
    const all = [...edgeLines(over), ...heads, ...main, ...feet, ...edgeLines(under)];
    for (const image of page.images) {
      const [u, v] = isVertical ? [image.y, -image.x] : [image.x, image.y];
      const isBeside = (one: PageLine) => one.columnStart - bodySize <= u && one.columnEnd + bodySize >= u;
      const above = main.findLast((one) => one.v < v && isBeside(one));
      // At the head of a column an image follows what was read before the column.
      const below = above ? undefined : all.findIndex((one) => one.v >= v && main.includes(one) && isBeside(one));
      const number = above ? all.indexOf(above) + 1 : below === undefined || below < 0 ? all.length : below;
      anchors.set(image, `${page.number}:${number}`);
    }
    const isTagged = page.elements.length > 0;
    const inFigures = isTagged && isWellTagged ? [] : [main, crossing].flatMap((own) => drawingsAmong(own, bodySize));
    const isFigureLeftOut = inFigures.length > 0 && leavesDrawingOut(page.number, inFigures, findings);
    const figures = new Set(isFigureLeftOut ? inFigures : []);
    const others = main.filter((line) => !figures.has(line));
    const rows = isTagged ? new Map<PageLine, number>() : findTables(page, others, all, { bodySize, findings, tables });
    const leading = leadingOf(main, bodySize);
    let before: PageLine | undefined;
    const isNoContent = ({ glyphs }: PageLine, index: number) =>
      isWellTagged &&
      (index < EDGE_LINES || index >= all.length - EDGE_LINES) &&
      glyphs.every(({ isArtifact, text }) => isArtifact || text.trim() === "");
    // What a tagged file has among its content and says to be none is drawn: the words of a figure.
    const drawn: PageLine[] = [];
    for (const [index, one] of all.entries()) {
      if (!isTagged || !isWellTagged || one.isEdge || isNoContent(one, index)) continue;
      if (!one.glyphs.every(({ isArtifact, text }) => isArtifact || text.trim() === "")) continue;
      const above = all[index - 1];
      // What a stylesheet adds to a text, as the address of a link, is said to be none either.
      if (above && !drawn.includes(above) && goesOn(above, one)) continue;
      drawn.push(one);
    }
    const isDrawingLeftOut = drawn.length > 0 && leavesDrawingOut(page.number, drawn, findings);
    const words: string[] = [];
    all.forEach((whole, index) => {
      if (figures.has(whole) || (isDrawingLeftOut && drawn.includes(whole))) {
        const text = [...whole.glyphs.map((one) => one.text), ...whole.beside.map((one) => one.text)].join("");
        strays.push({ text, to: "left out", why: "words of a drawing", place: `page ${page.number}` });
        return;
      }
      const line = isNoContent(whole, index) ? { ...whole, isEdge: true as const } : whole;
      const marked = markedOf(line, page.number, index + 1, bodySize, findings);
      words.push(marked.text);
      nonJoiners += line.glyphs.filter(({ text }) => text.endsWith(NON_JOINER)).length;
      rubies += line.beside.filter(({ kind }) => kind === "ruby").length;
      // The marks become the essay's own sign of emphasis.
      for (const { kind, text } of line.beside)
        if (kind === "emphasis")
          strays.push({ text, to: "left out", why: "emphasis mark", place: `page ${page.number}` });
      emphases += line.beside.some(({ kind }) => kind === "emphasis") ? 1 : 0;
      const made = toLine(line, before, { marked, page, number: index + 1, bodySize, leading, boldShare });
      const table = rows.get(whole);
      const isNumbered = numberedAt.some((v) => Math.abs(v - line.v) < line.size * 0.6);
      const below = all[index + 1];
      // What names the table below it is its caption, wherever the text breaks off for both.
      const isTablesCaption =
        table === undefined && below !== undefined && rows.has(below) && isCaption(made.marked.words);
      if (isNumbered && line.size > bodySize * 0.95) lines.push({ ...made, isNumbered });
      else if (isTablesCaption) lines.push({ ...made, role: { kind: "caption" } });
      else lines.push(table === undefined ? made : { ...made, role: { kind: "table", id: table } });
      readCells(line, page, index + 1, bodySize, findings, tables);
      before = line;
    });
    tellOtherWords(otherWords(words.join("\n"), page.fileOrder), page.number, findings);
  }
  findings.count("joins of letters that their forms break", nonJoiners);
  findings.count("readings (ruby)", rubies);
  findings.count("lines with emphasis marks", emphases);
  return { lines: markNotes(lines), strays, tables, anchors };
}

/** How many words of a page the report names. */
const NAMED_WORDS = 8;

/** Tells the words that a page has otherwise in the order of its file: a space may be lost there, or none of the author's. */
function tellOtherWords(words: readonly string[], page: number, findings: Findings): void {
  if (words.length === 0) return;
  const named = words.slice(0, NAMED_WORDS).map((word) => `“${excerpt(word)}”`);
  const rest = words.length - named.length;
  findings.open.push({
    place: `page ${page}`,
    text: `the file’s own order has ${words.length === 1 ? "this word" : "these words"} otherwise, with a space more or less, or other letters: ${named.join(", ")}${rest > 0 ? `, and ${rest} more` : ""}; look whether that is right in the essay`,
  });
}

/** @returns whether a line follows another as the next one of a paragraph does: under it, or at the head of a column */
const goesOn = (above: PageLine, line: PageLine): boolean =>
  Math.abs(above.size - line.size) < line.size * 0.05 &&
  line.start - line.columnStart < line.size * INDENT &&
  (Math.abs(above.columnStart - line.columnStart) < line.size
    ? line.v > above.v && line.v - above.v < line.size * FURTHEST_LINE
    : line.v < above.v);

/** How far lines of a paragraph stand from each other at most, and begin within their column, in heights of their letters. */
const [FURTHEST_LINE, INDENT] = [2, 3];

/** @returns the words of glyphs with a space wherever they stand apart */
const spacedWords = (glyphs: readonly PlacedGlyph[]): string =>
  glyphs
    .map((glyph, index) => {
      const next = glyphs[index + 1];
      return next && gapBetween(glyph, next) > glyph.size * 0.8 ? `${glyph.text} ` : glyph.text;
    })
    .join("");

/** @returns whether the words of a page's drawings are left out, as long as the author does not say that they are text */
function leavesDrawingOut(page: number, lines: readonly PageLine[], findings: Findings): boolean {
  const words = lines.map(({ glyphs }) => spacedWords(glyphs)).join(" / ");
  const answer = findings.decide({
    key: `drawing ${page}`,
    place: `page ${page}`,
    text: words,
    taken: "left out",
    confidence: 0.8,
    answers: ["left out", "text"],
  });
  if (answer === "text") return false;
  findings.leftOut.push({
    place: `page ${page}`,
    text: `the words of a drawing: “${words}”; save the drawing as an image and name it in the text`,
  });
  return true;
}

/** Where more of a file is said to be no content, the file is tagged badly. */
const MOST_ARTIFACTS = 0.25;
/** How many lines at its head and at its foot a page has beside its content. */
const EDGE_LINES = 3;

/** Parts what stands beyond the block of a vertical page's lines: its head and its number. */
function partBeyond(
  glyphs: readonly PlacedGlyph[],
  block: TextBlock | undefined,
  bodySize: number,
): { along: readonly PlacedGlyph[]; before: readonly PlacedGlyph[]; after: readonly PlacedGlyph[] } {
  if (!block) return { along: glyphs, before: [], after: [] };
  // A stop may hang over the end of a line by its own width; a large letter reaches farther than its middle.
  const room = ({ text, size }: PlacedGlyph) =>
    (/[\p{P}]/u.test(text) || size > bodySize * 1.1 ? 0.9 : 0.35) * bodySize;
  const placeOf = (glyph: PlacedGlyph) =>
    glyph.u < block.start - room(glyph) ? "before" : glyph.u > block.end + room(glyph) ? "after" : "along";
  const { along = [], before = [], after = [] } = Object.groupBy(glyphs, placeOf);
  // Words of several letters beside which no line of the block stands are lines themselves: a title that is set apart.
  const hasOwnLine = (glyph: PlacedGlyph): boolean =>
    !along.some(({ v }) => Math.abs(v - glyph.v) < glyph.size * 0.7) &&
    [...before, ...after].filter(
      ({ text, v, size }) => /\p{L}/u.test(text) && Math.abs(v - glyph.v) < Math.min(size, glyph.size) * 0.3,
    ).length > 1;
  const lines = [...before, ...after].filter(hasOwnLine);
  if (lines.length > 0) {
    const own = new Set(lines);
    return partBeyondLines(
      [...along, ...lines],
      before.filter((one) => !own.has(one)),
      after.filter((one) => !own.has(one)),
      glyphs,
    );
  }
  return partBeyondLines(along, before, after, glyphs);
}

function partBeyondLines(
  inside: readonly PlacedGlyph[],
  before: readonly PlacedGlyph[],
  after: readonly PlacedGlyph[],
  glyphs: readonly PlacedGlyph[],
): { along: readonly PlacedGlyph[]; before: readonly PlacedGlyph[]; after: readonly PlacedGlyph[] } {
  const along = [...inside];
  // What follows closely in its own line, or is followed so, is no edge: the block's own lines may all be short.
  const keep = (beyond: readonly PlacedGlyph[]): PlacedGlyph[] =>
    beyond.filter((glyph) => {
      // A note's mark is smaller and raised, and stands close to its word.
      const isInLine = along.some((other) => {
        const [aside, apart, sizes] = [
          Math.abs(other.v - glyph.v),
          Math.abs(other.u - glyph.u),
          (other.size + glyph.size) / 2,
        ];
        const isAlike = Math.abs(other.size - glyph.size) < glyph.size * 0.25 && aside < sizes * 0.3;
        return aside < sizes * 0.7 && apart < sizes * (isAlike ? 1.6 : 1.3);
      });
      if (isInLine) along.push(glyph);
      return !isInLine;
    });
  const [heads, feet] = [
    keep(before.toSorted((a, b) => b.u - a.u)).toReversed(),
    keep(after.toSorted((a, b) => a.u - b.u)),
  ];
  const kept = new Set(along);
  return { along: glyphs.filter((glyph) => kept.has(glyph)), before: heads, after: feet };
}

/** How much of a page an image covers that is its ground, or the scan of which the text was recognised. */
const GROUND = 0.8;

/** Names the images and says which line each follows. What most pages have alike, as a publisher's sign, is left out. */
function placeImages(
  pages: readonly Page[],
  anchors: ReadonlyMap<PageImage, string>,
  findings: Findings,
): { files: ManuscriptImage[]; figures: Map<string, Image[]> } {
  const files = new Map<string, ManuscriptImage>();
  const figures = new Map<string, Image[]>();
  const hashOf = ({ png }: PageImage) => createHash("sha256").update(png).digest("hex");
  const times = new Map<string, number>();
  for (const { images } of pages)
    for (const hash of new Set(images.map(hashOf))) times.set(hash, (times.get(hash) ?? 0) + 1);
  for (const page of pages)
    for (const image of page.images) {
      const hash = hashOf(image);
      const isOrnament = pages.length > 2 && (times.get(hash) ?? 0) > pages.length / 2;
      if (isOrnament || (image.share > GROUND && page.text.length > 20)) {
        findings.leftOut.push({
          place: `page ${page.number}`,
          text: isOrnament ? "an image that most pages have" : "an image behind the whole page",
        });
        continue;
      }
      const known = files.get(hash);
      const name = known?.name ?? `images/figure-${files.size + 1}.png`;
      if (!known) {
        files.set(hash, { name, bytes: image.png });
        findings.open.push({
          place: `page ${page.number}`,
          text: `the image ${name} was taken along; look whether it stands in its place, and describe it between the brackets of ![]`,
        });
      }
      const key = anchors.get(image) ?? "";
      figures.set(key, [...(figures.get(key) ?? []), { type: "image", url: name, alt: "" }]);
    }
  findings.count("images", files.size);
  return { files: [...files.values()], figures };
}

/** The distance from line to line that most lines of the body have. */
function leadingOf(lines: readonly PageLine[], bodySize: number): number {
  const steps = lines
    .slice(1)
    .map((line, index) => line.v - (lines[index]?.v ?? 0))
    .filter((step) => step > bodySize * 0.9 && step < bodySize * 4)
    .sort((a, b) => a - b);
  return steps[Math.floor(steps.length * 0.4)] ?? bodySize * 1.6;
}

function markedOf(
  line: PageLine,
  page: number,
  number: number,
  bodySize: number,
  { characters }: Findings,
): MarkedText {
  const { glyphs, beside } = line;
  const usual = usualGap(glyphs);
  const spans: Span[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let text = "";
  glyphs.forEach((glyph, index) => {
    const next = glyphs[index + 1];
    starts.push(text.length);
    const mended = mendCharacters(glyph.text, characters);
    // White space of any width in a line of print is one space.
    if (mended.trim() === "") {
      if (mended !== "" && text !== "" && !text.endsWith(" ")) text += mended === "\u3000" ? "\u3000" : " ";
      ends.push(text.length);
      return;
    }
    text += mended;
    ends.push(text.length);
    const isSmall = glyph.size < line.size * 0.8;
    const rise = line.v - glyph.v;
    // What is raised over a title is as large as the text.
    if (isSmall && (glyph.size < bodySize * 0.95 || rise > line.size * 0.15) && Math.abs(rise) > line.size * 0.06) {
      const kind = rise > 0 ? "sup" : "sub";
      const last = spans.at(-1);
      const between = text.slice(last?.end ?? 0, text.length - mended.length);
      // The letters and the figures of one label may stand apart: 編 12.
      const isOneLabel = between === " " && /^\d/u.test(mended) && /\p{L}$/u.test(text.slice(0, last?.end ?? 0));
      if (last?.kind === kind && (between === "" || isOneLabel))
        spans[spans.length - 1] = { ...last, end: text.length };
      else spans.push({ kind, start: text.length - mended.length, end: text.length });
    }
    if (!next || next.text.trim() === "") return;
    // Marks by which Chinese is read share a gap of their line.
    if (isSmall && rise !== 0 && isReadingLetters(glyph.text)) return;
    // Many programs leave a space that is as wide as an ideograph out of the text.
    if (gapBetween(glyph, next) > usual + Math.max(glyph.size, next.size) * 0.8 && isAfterWord(glyph, next))
      text += "\u3000";
    else if (
      hasSpaceBetween(glyph, next) ||
      isNumberEnd(glyph, next, line.size) ||
      // Where no spaces part words, one parts a label all the same: 第1条 甲は.
      (gapBetween(glyph, next) > usual + next.size * 0.19 && partsLabel(text, next.text))
    )
      text += " ";
  });
  for (const one of beside) {
    const [from, to] = [starts[one.first] ?? 0, ends[one.last] ?? 0];
    if (to <= from) continue;
    if (one.kind === "ruby") {
      spans.push({ kind: "ruby", reading: mendCharacters(one.text, characters), start: from, end: to });
      continue;
    }
    const last = spans.findLast(({ kind }) => kind === "emphasis");
    // Marks over neighbours stress one word.
    if (last && text.slice(last.end, from).trim() === "" && last.kind === "emphasis")
      spans[spans.indexOf(last)] = { ...last, end: to };
    else spans.push({ kind: "emphasis", start: from, end: to });
  }
  const whole = new MarkedText(text, spans).trim();
  return whole.with({ kind: "line", line: number, page, start: 0, end: whole.text.length });
}

/** Whether figures of one size end and others begin, neither of them raised: a label's number and a text's. */
const isNumberEnd = (glyph: PlacedGlyph, next: PlacedGlyph, size: number): boolean =>
  /\d$/u.test(glyph.text) &&
  /^\d/u.test(next.text) &&
  Math.abs(glyph.size - next.size) > size * 0.08 &&
  Math.abs(glyph.v - next.v) < size * 0.15;

function toLine(
  line: PageLine,
  before: PageLine | undefined,
  {
    marked,
    page,
    number,
    bodySize,
    leading,
    boldShare,
  }: { marked: MarkedText; page: Page; number: number; bodySize: number; leading: number; boldShare: number },
): Line {
  const columns = (length: number) => (length / Math.max(line.size, 1)) * 2;
  const [atLeft, atRight] = [line.start - line.columnStart, line.columnEnd - line.end];
  // A line that runs from right to left begins at the right.
  const isRightToLeft = share(line.glyphs, (glyph) => glyph.isRightToLeft) > 0.5;
  const indent = columns(isRightToLeft ? atRight : atLeft);
  const room = columns(isRightToLeft ? atLeft : atRight);
  const startsColumn = !before || line.startsColumn || line.v < before.v;
  const solid = line.glyphs.filter(({ text }) => text.trim() !== "");
  const element = elementOf(line, page.elements);
  const firstWord = firstWordOf(line);
  return {
    marked,
    number,
    page: page.number,
    gap:
      startsColumn || !before
        ? 0
        : Math.max(0, (line.v - before.v) / Math.max(leading, (line.size + before.size) * 0.5) - 1),
    indent: Math.max(0, indent),
    end: columns(line.columnEnd - line.columnStart) - room,
    measure: columns(line.columnEnd - line.columnStart),
    ...(firstWord !== undefined && { firstWord: columns(firstWord) }),
    startsPage: startsColumn,
    hasTrailingSpace: false,
    hasSoftHyphen: /\u00AD\s*$/u.test(line.glyphs.map(({ text }) => text).join("")),
    size: line.size / bodySize,
    isBold: boldShare < 0.5 && areBold(solid),
    isCentred: indent > 3 && room > 3 && Math.abs(indent - room) < Math.max(2, indent * 0.2),
    role: roleOf(element, page.number),
    ...(element && { element: element.index }),
    ...(line.isEdge && { isEdge: true as const }),
    ...(line.isAcross && { isAcross: true as const }),
  };
}

/** @returns how wide a line's first word is; of writing without spaces every character may stand on either line */
function firstWordOf({ glyphs }: PageLine): number | undefined {
  const first = glyphs.findIndex(({ text }) => text.trim() !== "");
  if (first < 0 || isUnspaced(glyphs[first]?.text)) return undefined;
  let width = 0;
  for (let at = first; at < glyphs.length; at += 1) {
    const [glyph, next] = [glyphs[at], glyphs[at + 1]];
    if (!glyph || glyph.text.trim() === "") break;
    width += glyph.advance;
    if (next && (isUnspaced(next.text) || hasSpaceBetween(glyph, next))) break;
  }
  return width;
}

/** The words of a tagged table's cells, by row and column, with the lines that they come from. */
type TableCells = Map<string, { row: number; column: number; parts: MarkedText[] }>;

/** More tables than a page has. */
const TABLES_OF_PAGE = 1000;

/** Takes the part of each cell out of a line of a table. */
function readCells(
  line: PageLine,
  page: Page,
  number: number,
  bodySize: number,
  findings: Findings,
  tables: Map<number, TableCells>,
): void {
  const whole = elementOf(line, page.elements)?.cell;
  if (!whole) return;
  const id = page.number * TABLES_OF_PAGE + whole.table;
  const cells: TableCells = tables.get(id) ?? new Map();
  tables.set(id, cells);
  let last = whole;
  const groups = new Map<string, { cell: typeof whole; glyphs: PageLine["glyphs"][number][] }>();
  for (const glyph of line.glyphs) {
    const own = glyph.element === undefined ? undefined : page.elements[glyph.element]?.cell;
    last = own?.table === whole.table ? own : last;
    const key = `${last.row} ${last.column}`;
    const group = groups.get(key) ?? { cell: last, glyphs: [] };
    group.glyphs.push(glyph);
    groups.set(key, group);
  }
  for (const [key, { cell, glyphs }] of groups) {
    const known = cells.get(key) ?? { row: cell.row, column: cell.column, parts: [] };
    known.parts.push(markedOf({ ...line, glyphs, beside: [] }, page.number, number, bodySize, findings));
    cells.set(key, known);
  }
}

/** Half of a page's numbers of tables are for those that the file names, half for those that are found. */
const FOUND_TABLES = TABLES_OF_PAGE / 2;

/** @returns the lines that are rows of tables which the page does not name, with the number of the table */
function findTables(
  page: Page,
  main: readonly PageLine[],
  all: readonly PageLine[],
  { bodySize, findings, tables }: { bodySize: number; findings: Findings; tables: Map<number, TableCells> },
): Map<PageLine, number> {
  const found = new Map<PageLine, number>();
  for (const [index, rows] of tablesAmong(main).entries()) {
    const [first] = rows;
    if (!first) continue;
    const numberOf = (line: PageLine) => all.indexOf(line) + 1;
    const words = (line: PageLine) => line.glyphs.map(({ text }) => text).join("");
    const answer = findings.decide({
      key: `table ${page.number}:${numberOf(first.line)}`,
      place: `page ${page.number}, line ${numberOf(first.line)}`,
      text: rows.map(({ line }) => excerpt(words(line), 16)).join(" / "),
      taken: "table",
      confidence: rows.length > 2 ? 0.85 : 0.7,
      answers: ["table", "text"],
    });
    if (answer !== "table") continue;
    const id = page.number * TABLES_OF_PAGE + FOUND_TABLES + index;
    const cells: TableCells = new Map();
    for (const [row, { line, cells: own }] of rows.entries()) {
      found.set(line, id);
      for (const [column, glyphs] of own)
        cells.set(`${row} ${column}`, {
          row,
          column,
          parts: [markedOf({ ...line, glyphs, beside: [] }, page.number, numberOf(line), bodySize, findings)],
        });
    }
    tables.set(id, cells);
  }
  return found;
}

function tableBlocks(
  tables: ReadonlyMap<number, TableCells>,
  hasPages: boolean,
  findings: Findings,
): Map<number, PlacedBlock> {
  findings.count("tables", tables.size);
  return new Map(
    [...tables].map(([id, cells]): [number, PlacedBlock] => {
      const all = [...cells.values()];
      const rows = [...Map.groupBy(all, ({ row }) => row)].sort(([a], [b]) => a - b);
      const width = Math.max(...all.map(({ column }) => column)) + 1;
      const table: Table = {
        type: "table",
        children: rows.map(([, own]) => ({
          type: "tableRow",
          children: Array.from({ length: width }, (_, column): TableCell => {
            const parts = own.find((one) => one.column === column)?.parts ?? [];
            return {
              type: "tableCell",
              children: parts.flatMap((part, index) => [
                ...(index > 0 ? [{ type: "text" as const, value: " " }] : []),
                ...toPhrasing(part),
              ]),
            };
          }),
        })),
      };
      const ordered = rows.flatMap(([, own]) => [...own].sort((a, b) => a.column - b.column));
      return [
        id,
        {
          node: table,
          fragments: ordered.flatMap(({ parts }) => parts.flatMap((part) => fragmentsOf(part, "body", hasPages))),
        },
      ];
    }),
  );
}

function elementOf(line: PageLine, elements: readonly StructureElement[]): StructureElement | undefined {
  const counts = new Map<number, number>();
  for (const { element, text } of line.glyphs)
    if (element !== undefined && text.trim() !== "") counts.set(element, (counts.get(element) ?? 0) + 1);
  const best = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  return best === undefined ? undefined : elements[best];
}

function roleOf(element: StructureElement | undefined, page: number): LineRole | undefined {
  if (!element) return undefined;
  if (element.cell) return { kind: "table", id: page * TABLES_OF_PAGE + element.cell.table };
  if (element.heading) return { kind: "heading", depth: element.heading };
  if (element.entry !== undefined) return { kind: "entry", id: page * TABLES_OF_PAGE + element.entry };
  if (element.isQuotation) return { kind: "quotation" };
  if (element.isCaption) return { kind: "caption" };
  return undefined;
}

/**
 * Small lines that close a page or a column of it and begin with a number are notes; small lines that open such a close go
 * on with one.
 */
function markNotes(lines: readonly Line[]): Line[] {
  const result = [...lines];
  let hasNotes = false;
  for (const page of Map.groupBy(lines.keys(), (index) => lines[index]?.page ?? 0).values())
    for (const indexes of columnsAmong(page, lines)) hasNotes = markNotesOf(indexes, lines, result, hasNotes);
  return result;
}

/** The lines of a page by the columns in which they stand: heads and numbers are columns of a line. */
function columnsAmong(page: readonly number[], lines: readonly Line[]): number[][] {
  const columns: number[][] = [];
  for (const index of page)
    if (columns.length === 0 || (lines[index]?.startsPage && !isFolio(lines[index]))) columns.push([index]);
    else columns.at(-1)?.push(index);
  return columns;
}

/** @returns whether notes have been found, in this column or before */
function markNotesOf(indexes: readonly number[], lines: readonly Line[], result: Line[], before: boolean): boolean {
  let low = indexes.length - 1;
  const at = (position: number) => lines[indexes[position] ?? -1];
  // Page numbers and feet stand below.
  while (low > 0 && indexes.length - low <= 2 && isFolio(at(low)) && !isRestOf(at(low - 1), at(low))) low -= 1;
  let first = low + 1;
  while (
    first > 0 &&
    (at(first - 1)?.size ?? 1) < 0.94 &&
    at(first - 1)?.role === undefined &&
    // Notes of a vertical page are vertical too.
    !at(first - 1)?.isAcross &&
    // Figures alone within a note are the rest of one: of “43–49”.
    !(first <= 2 && isFolio(at(first - 1)))
  )
    first -= 1;
  if (first > low) return before;
  const block = indexes.slice(first, low + 1);
  const begins = block.findIndex((index) => {
    const line = lines[index];
    return line && (noteStart(line) ?? signStart(line));
  });
  if (begins < 0 && !(before && first > 0)) return before;
  // Without a number the block goes on with a note of the page before, if there was one.
  const from = begins > 0 && !before ? begins : 0;
  if (first === 0 && begins < 0) return before;
  for (const index of block.slice(from)) {
    const line = lines[index];
    if (line) result[index] = { ...line, role: { kind: "note" } };
  }
  return true;
}

/** How full a line is at least that goes on, and how far in its rest begins, in columns of a typewriter. */
const [FULL, HANGING] = [0.85, 5];

/** Whether figures alone are the rest of the small line above them, as of “pp. | 12–15.”: below a full one, at the left. */
const isRestOf = (before: Line | undefined, line: Line | undefined): boolean =>
  before !== undefined &&
  line !== undefined &&
  before.size < 0.94 &&
  Math.abs(before.size - line.size) < 0.03 &&
  line.gap < 0.3 &&
  line.indent < HANGING &&
  before.end > before.measure * FULL &&
  /\d[-–—]\d|[.。]$/u.test(line.marked.words);

const isFolio = (line: Line | undefined): boolean =>
  line !== undefined && /^[\s\-–—―‐・.]*(?:\d{1,4}|[ivxlc]{1,6})[\s\-–—―‐・./\d]*$/iu.test(line.marked.words);
