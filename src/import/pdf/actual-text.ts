import { mendCharacters } from "../characters.ts";

/** A stretch whose text a file says apart from its glyphs (ISO 32000-2, 14.9.4), in hexadecimal or as a string. */
const ACTUAL_TEXT = /\/ActualText\s*(?:<FEFF(?<hex>[0-9A-F]+)>|\((?<plain>[^()\\]*)\))/giu;

/** What the stretches of one stream of a file say, in their order. */
export type ActualTexts = readonly string[];

/** @returns what a stream of drawing says of its stretches; undefined where it says nothing */
export function actualTextsIn(content: Buffer): ActualTexts | undefined {
  if (!content.includes("/ActualText")) return undefined;
  return [...content.toString("latin1").matchAll(ACTUAL_TEXT)].map(({ groups }) =>
    groups?.["hex"] === undefined
      ? (groups?.["plain"] ?? "")
      : Buffer.from(groups["hex"], "hex").swap16().toString("utf16le"),
  );
}

/**
 * Chooses among the streams of a file the one that a page shows: with as many stretches, that read alike but for signs. A
 * font that draws two signs with one glyph (–, ‒) names one of them; which one is meant, the stretch says.
 *
 * @param shown what the glyphs of the page's stretches read
 * @returns what they are said to be; undefined where no stream fits
 */
export function actualTextsFor(shown: readonly string[], streams: readonly ActualTexts[]): ActualTexts | undefined {
  if (shown.length === 0) return undefined;
  const read = shown.map((text) => mendCharacters(text));
  return streams.find(
    (own) =>
      own.length === read.length &&
      own.filter((text, index) => !isSameOrSign(text, read[index] ?? "")).length <= own.length * MOST_OTHERS,
  );
}

/** How many of a page's stretches may read otherwise: forms that nothing mends. */
const MOST_OTHERS = 0.1;

/** Whether both are one sign, which a font may take for another. */
export const areSigns = (...texts: readonly string[]): boolean =>
  texts.every((text) => /^[\p{P}\p{S}\p{Lm}]$/u.test(text));

const isSameOrSign = (text: string, other: string): boolean =>
  mendCharacters(text).trim() === other.trim() || areSigns(text, other);
