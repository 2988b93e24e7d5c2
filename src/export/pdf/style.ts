import type { Typography } from "../../essay/language-profile.ts";
import { cssString } from "../../styles/css-string.ts";
import type { PrintFormat } from "../formats.ts";

/** The family under which a book asks for the font that is embedded for Han and kana. */
export const EMBEDDED_FAMILY = "Embedded Mincho";

/** What the sheet of a printed book depends on. */
interface PrintOptions extends PrintFormat {
  readonly direction: "ltr" | "rtl";
  readonly typography: Typography;
  /** The running head of each part. */
  readonly heads: readonly { readonly name: string; readonly title: string }[];
  readonly work: string;
}

/** Margins, and the size of the text, by paper. */
const PAPERS = {
  A4: { margin: "26mm 30mm 30mm", size: "10.5pt", width: "150mm", height: "230mm" },
  A5: { margin: "20mm 15mm 18mm", size: "9pt", width: "118mm", height: "165mm" },
} as const;

/** @returns the rules of a printed book, after those that it shares with books for reading systems */
export function printStyle({ paper, writing, direction, typography, heads, work }: PrintOptions): string {
  const { margin, size, width, height } = PAPERS[paper];
  const box = `font: 7.5pt ${fonts(typography.sans)}; color: #555; writing-mode: horizontal-tb;`;
  const startsRight = direction === "rtl" || writing === "vertical";
  const [workSide, partSide] = startsRight ? ["right", "left"] : ["left", "right"];
  const named = heads.map(
    ({ name, title }) =>
      `.${name} { page: ${name}; } @page ${name} { @top-${workSide} { content: ${cssString(title ? work : "")}; ${box} } @top-${partSide} { content: ${cssString(title)}; ${box} } }`,
  );
  return `
@page { size: ${paper}; margin: ${margin}; @bottom-center { content: counter(page); ${box} } }
@page :first { @bottom-center { content: none; } }
${named.join("\n")}
html { font-size: ${size}; }
body { padding: 0; font-family: ${fonts(typography.serif)}; line-height: ${typography.leading}; }
.part { break-before: page; }
.part:first-child { break-before: auto; }
h1 { margin-block: 0 1.5em; }
h1, h2, h3, h4 { font-family: inherit; }
.paragraph-number, .note-mark, .note-back, figcaption, table { font-family: ${fonts(typography.sans)}; }
.contents ul { list-style: none; padding: 0; }
.contents li { display: flex; align-items: baseline; gap: 0.75em; margin-block: 0.5em; }
.contents a { flex: 1; }
.contents a, .notes a { text-decoration: none; }
.range { font-size: 0.8em; color: #555; white-space: nowrap; }
.page-number { flex: none; inline-size: 2.5em; text-align: end; font-variant-numeric: tabular-nums; }
.vertical .page-number { inline-size: 1em; text-combine-upright: all; }
body { overflow-wrap: anywhere; }
figure svg, figure img { max-width: ${width}; max-height: calc(${height} - 25mm); }
td, th { border-block-end: 0.25pt solid #999; }
.paragraph-number { text-decoration: none !important; font-size: 0.7em; }
.vertical .drawing svg { max-width: ${width}; max-height: calc(${height} - 25mm); }
.notes { border-block-start: 0.4pt solid currentcolor; }
a[href^="http"] { overflow-wrap: anywhere; }
`;
}

/** The embedded font goes before what this machine may have for the same characters, and after fonts of letters only. */
const fonts = (stack: string): string => {
  const families = stack.split(/,\s*/u);
  const generic = families.pop() ?? "serif";
  const cjk = /CJK|Hiragino|Yu |YuM|YuG|Noto (?:Serif|Sans) JP|Source Han|BIZ|Meiryo/u;
  return [
    ...families.filter((name) => !cjk.test(name)),
    `"${EMBEDDED_FAMILY}"`,
    ...families.filter((name) => cjk.test(name)),
    generic,
  ].join(", ");
};
