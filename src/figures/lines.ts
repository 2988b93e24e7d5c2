/** How words of a picture are broken. */
interface LineSettings {
  /** Font size; like the width in user units. */
  readonly size: number;
  readonly width: number;
  readonly language: string;
  /** Width of a letter in ems, on average, where it is not known that an em is wide. */
  readonly letter?: number;
}

/** @returns the words in lines no wider than that, broken at spaces or, where there are none, between words */
export function linesOf(text: string, { size, width, language, letter = 0.55 }: LineSettings): string[] {
  const segments = [...new Intl.Segmenter(language, { granularity: "word" }).segment(text)].map(
    ({ segment }) => segment,
  );
  const lines: string[] = [];
  let line = "";
  for (const [index, segment] of segments.entries()) {
    // What closes does not begin a line, and what opens does not end one.
    const opens = /^[\p{Ps}\p{Pi}]+$/u.test(segment) ? (segments[index + 1] ?? "") : "";
    if (line !== "" && !CLOSING.test(segment) && widthOf(line + segment + opens, letter) * size > width) {
      lines.push(line.trim());
      line = "";
    }
    line += segment;
  }
  if (line.trim() !== "") lines.push(line.trim());
  return lines;
}

const CLOSING = /^[\p{Pe}\p{Pf}、。，．：；！？,.:;!?%\s]+$/u;

/** @returns an estimate in ems: one for a wide character */
const widthOf = (text: string, letter: number): number =>
  [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 1 : letter), 0);

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFFEF]/u;
