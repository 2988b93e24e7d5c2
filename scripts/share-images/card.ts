import { toXml } from "xast-util-to-xml";
import { x } from "xastscript";
import type { Language } from "../../src/essay/language.ts";
import { SHARE_IMAGE } from "../../src/essay/share-image.ts";
import { phrasesOf } from "../../src/markdown/phrases.ts";

/** What stands on a share image. */
export interface CardWords {
  readonly title: string;
  readonly subtitle?: string | undefined;
  /** Whose words these are; each a line. */
  readonly lines: readonly string[];
  readonly language: Language;
  readonly direction: "ltr" | "rtl";
}

const COLOURS = { paper: "#fbf8f1", ink: "#1f1b16", soft: "#4c453b", sign: "#8a2f23" } as const;
const MARGIN = 90;
const WIDTH = SHARE_IMAGE.width - 2 * MARGIN;
const TITLE_SIZES = [80, 70, 60, 52, 44, 38, 32] as const;
const TITLE_SPACE = 24;
const SUBTITLE_SIZE = 36;
const SMALL_SIZE = 28;
const LEADING = 1.35;
const FONTS = "Noto Serif CJK JP, Noto Serif, Source Serif 4, Georgia, serif";

/** @returns the picture as SVG: title, subtitle and names between two rules, in the colours of the pages */
export function shareCard({ title, subtitle, lines, language, direction }: CardWords): string {
  const start = direction === "rtl" ? SHARE_IMAGE.width - MARGIN : MARGIN;
  const small = lines.flatMap((line) => breakLines(line, language, SMALL_SIZE));
  const bottom = SHARE_IMAGE.height - MARGIN;
  const top = bottom - small.length * SMALL_SIZE * LEADING;
  const placed = TITLE_SIZES.map((size) => {
    let y = MARGIN + TITLE_SPACE;
    const place = (words: string, fontSize: number, fill: string) => {
      y += fontSize * LEADING;
      return { words, y, fontSize, fill };
    };
    const named = breakLines(title, language, size).map((words) => place(words, size, COLOURS.ink));
    y += TITLE_SPACE;
    const below = subtitle ? breakLines(subtitle, language, SUBTITLE_SIZE) : [];
    return [...named, ...below.map((words) => place(words, SUBTITLE_SIZE, COLOURS.soft))];
  });
  // The largest title that leaves what is below its room.
  const upper = placed.find((set) => (set.at(-1)?.y ?? 0) < top) ?? placed.at(-1) ?? [];
  const lower = small.map((words, index) => ({
    words,
    y: top + (index + 1) * SMALL_SIZE * LEADING,
    fontSize: SMALL_SIZE,
    fill: COLOURS.soft,
  }));
  const rule = (y: number) => x("rect", { x: MARGIN, y, width: WIDTH, height: 4, fill: COLOURS.sign });
  const svg = x(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", width: SHARE_IMAGE.width, height: SHARE_IMAGE.height, "font-family": FONTS },
    [
      x("rect", { width: SHARE_IMAGE.width, height: SHARE_IMAGE.height, fill: COLOURS.paper }),
      rule(MARGIN),
      ...[...upper, ...lower].map(({ words, y, fontSize, fill }) =>
        x("text", { x: start, y, "font-size": fontSize, fill, direction, "xml:lang": language }, words),
      ),
      rule(SHARE_IMAGE.height - MARGIN / 2),
    ],
  );
  return toXml(svg);
}

/** Parts a text into lines no wider than the card, between phrases or words; a longer word stands alone. */
function breakLines(text: string, language: Language, size: number): string[] {
  const pieces = phrasesOf(text, language).flatMap((phrase) => phrase.split(/(?<=\s)/u));
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last + piece.trimEnd()) * size <= WIDTH) lines[lines.length - 1] = last + piece;
    else lines.push(piece);
  }
  return lines.map((line) => line.trim());
}

/** Width in em, near enough to part lines by: of ideographs and kana one, of other letters about a half. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, sign) =>
      sum +
      (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef―]/u.test(sign)
        ? 1
        : 0.49),
    0,
  );
