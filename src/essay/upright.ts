/**
 * How a Latin run is set in vertical text: `tcy` in one square (tate-chu-yoko), the others one character per square.
 * Digits are told from letters, since no line ends between them and their counter.
 */
type Upright = "tcy" | "digits" | "upright";

/** A piece of a text; without `upright` it is set as usual. */
interface UprightPart {
  readonly text: string;
  readonly upright?: Upright;
}

/** A run that is set upright; offsets are in UTF-16 units. */
interface UprightRun {
  readonly start: number;
  readonly end: number;
  readonly upright: Upright;
}

/**
 * Numbers of one or two digits are set in one character's space (tate-chu-yoko), longer ones, short capital
 * abbreviations and the per cent sign after a number character under character. JLREQ 2.3.3 and 3.2.5. What is part of
 * a longer Latin word or number lies on its side with it: `Kh-55`, `2.41%`, `2022-23`.
 */
const RUNS =
  /(?<![\dA-Za-z.,]|[\dA-Za-z][-‐–/&'’])(?:(?<tcy>\d{1,2})|(?<digits>\d{3,4})|[A-Z]{2,5})(?![\dA-Za-z.,]|[-‐–/&'’][\dA-Za-z])|(?<=(?<![\dA-Za-z.,]|[\dA-Za-z][-‐–/])\d{1,4})%/gu;

/** @returns the runs of a text that are set upright, in order */
export const uprightRuns = (text: string): UprightRun[] =>
  [...text.matchAll(RUNS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    upright: match.groups?.["tcy"] ? "tcy" : match.groups?.["digits"] ? "digits" : "upright",
  }));

/** @returns the whole text in pieces, in order */
export function uprightParts(text: string): UprightPart[] {
  const parts: UprightPart[] = [];
  let position = 0;
  for (const { start, end, upright } of uprightRuns(text)) {
    if (start > position) parts.push({ text: text.slice(position, start) });
    parts.push({ text: text.slice(start, end), upright });
    position = end;
  }
  if (position < text.length) parts.push({ text: text.slice(position) });
  return parts;
}
