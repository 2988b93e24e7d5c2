import type { Element } from "hast";
import { h, s } from "hastscript";
import { PAPER } from "../../figures/colours.ts";
import { linesOf } from "../../figures/lines.ts";

const WIDTH = 1200;
const HEIGHT = 1800;
const MARGIN = 130;

/** What stands on the cover. */
export interface CoverWords {
  readonly language: string;
  readonly title: string;
  readonly subtitle: string;
  /** The names below. */
  readonly names: string;
}

/** @returns the cover as a drawing, 1200 × 1800: title, subtitle and names in lines that fit */
export function drawCover({ language, title, subtitle, names }: CoverWords): Element {
  const width = WIDTH - 2 * MARGIN;
  const titleLines = linesOf(title, { size: 104, width, language });
  const subtitleLines = linesOf(subtitle, { size: 50, width, language });
  let y = 420;
  const set = (words: string, size: number, leading: number, className: string) => {
    const line = s("text", { x: MARGIN, y, fontSize: size, className: [className], fill: PAPER["ink"] }, words);
    y += leading;
    return line;
  };
  return s(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      width: WIDTH,
      height: HEIGHT,
      "xml:lang": language,
      fontFamily: "'Hiragino Mincho ProN', 'Yu Mincho', 'Noto Serif CJK JP', 'Noto Serif', Georgia, serif",
    },
    [
      s("title", [title, subtitle].filter(Boolean).join(" — ")),
      s("rect", { width: WIDTH, height: HEIGHT, fill: "#fbf8f1" }),
      s("rect", { x: MARGIN, y: 190, width: 96, height: 10, fill: PAPER["accent"] }),
      ...titleLines.map((line) => set(line, 104, 150, "title")),
      ...subtitleLines.map((line, index) => {
        if (index === 0) y += 30;
        return set(line, 50, 78, "subtitle");
      }),
      s("text", { x: MARGIN, y: HEIGHT - 170, fontSize: 46, fill: PAPER["ink-soft"] }, names),
    ],
  );
}

/** @returns the page that shows the cover */
export const coverPage = (alternative: string): Element =>
  h("section", { "epub:type": "cover", className: "cover" }, [h("img", { src: "cover.svg", alt: alternative })]);
