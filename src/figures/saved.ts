import type { Language } from "../essay/language.ts";
import { profileOf } from "../essay/language-profile.ts";
import { direction } from "../essay/scripts.ts";
import { LIGHT, withPlainColours } from "./colours.ts";
import type { DrawnFigure } from "./figure.ts";
import { linesOf } from "./lines.ts";

/** What stands in a picture beside the drawing. */
export interface PictureWords {
  readonly language: Language;
  /** `図2` */
  readonly name: string;
  readonly title: string;
  readonly caption: string;
  readonly source: string;
  /** For those who do not see it. */
  readonly description: string;
  /** Of whose work it is a part: title, edition, licence; each a line. */
  readonly credit: readonly string[];
  /** Where it stands. */
  readonly address: string;
  readonly licence?: string | undefined;
}

const MARGIN = 28;
const GAP = 20;
/** Width of the drawings, and of the lines. */
const WIDTH = 640;

/**
 * @returns a figure as a file that says by itself what it is and whose: its title, its drawings in the colours of paper, its
 *   caption and sources, the work that it is taken from, edition, licence and address
 */
export function savedPicture({ drawings }: DrawnFigure, words: PictureWords): string {
  const { language } = words;
  const isFromRight = direction(language) === "rtl";
  let y = MARGIN;
  const parts: string[] = [];
  const write = (text: string, size: number, style: Style, weight = 400) => {
    for (const line of linesOf(text, { size, width: WIDTH, language, letter: weight > 400 ? 0.7 : 0.61 })) {
      y += size * LEADING;
      parts.push(
        `<text x="${isFromRight ? MARGIN + WIDTH : MARGIN}" y="${round(y - size * 0.3)}" font-size="${size}" font-weight="${weight}" fill="${LIGHT[style]}">${escaped(line)}</text>`,
      );
    }
  };
  write(`${words.name}${profileOf(language).isSpaced ? ".  " : "　"}${words.title}`, 18, "ink", 600);
  y += 6;
  write(words.caption, 13, "ink-soft");
  y += GAP;

  const shown = drawings.filter((svg) => !/^<svg[^>]*class="[^"]*\bnarrow\b/u.test(svg)).map(sized);
  const scale = Math.min(1.15, (WIDTH - GAP * (shown.length - 1)) / shown.reduce((sum, { width }) => sum + width, 0));
  let x = MARGIN + (WIDTH - shown.reduce((sum, { width }) => sum + width * scale, GAP * (shown.length - 1))) / 2;
  for (const { svg, width, height } of shown) {
    parts.push(
      withPlainColours(svg, LIGHT).replace(
        /^<svg\b([^>]*?) width="[^"]*" height="[^"]*"/u,
        `<svg x="${round(x)}" y="${round(y)}" width="${round(width * scale)}" height="${round(height * scale)}"$1`,
      ),
    );
    x += width * scale + GAP;
  }
  y += Math.max(...shown.map(({ height }) => height * scale)) + GAP;

  parts.push(`<path stroke="${LIGHT["rule"]}" d="M${MARGIN} ${round(y)}h${WIDTH}"/>`);
  y += 8;
  write(words.source, 11, "ink-soft");
  y += 4;
  for (const line of [...words.credit, words.address]) write(line, 11, "ink");

  const [width, height] = [WIDTH + 2 * MARGIN, Math.ceil(y + MARGIN)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="${language}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" direction="${direction(language)}" font-family="${escaped(profileOf(language).typography.sans)}" role="img">`,
    `<title>${escaped(`${words.name} ${words.title}`)}</title>`,
    `<desc>${escaped(words.description)}</desc>`,
    `<metadata>${metadata(words)}</metadata>`,
    `<rect width="${width}" height="${height}" fill="${LIGHT["paper"]}"/>`,
    ...parts,
    "</svg>\n",
  ].join("\n");
}

type Style = "ink" | "ink-soft";
const LEADING = 1.6;

/** @returns what a catalogue reads: Dublin Core, and the licence as Creative Commons has files say it */
function metadata({ title, credit, address, licence, source, language }: PictureWords): string {
  const facts = [
    `<dc:title xml:lang="${language}">${escaped(title)}</dc:title>`,
    `<dc:identifier>${escaped(address)}</dc:identifier>`,
    `<dc:source>${escaped(source)}</dc:source>`,
    ...credit.map((line) => `<dc:rights>${escaped(line)}</dc:rights>`),
    ...(licence ? [`<cc:license rdf:resource="${escaped(licence)}"/>`] : []),
  ].join("");
  return `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cc="http://creativecommons.org/ns#"><rdf:Description rdf:about="${escaped(address)}">${facts}</rdf:Description></rdf:RDF>`;
}

function sized(svg: string): { readonly svg: string; readonly width: number; readonly height: number } {
  const [, width, height] = /^<svg[^>]*? width="([\d.]+)" height="([\d.]+)"/u.exec(svg) ?? [];
  return { svg, width: Number(width), height: Number(height) };
}

const round = (value: number): number => Math.round(value * 10) / 10;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
