/** What a character is where lines run both ways: the bidirectional classes of Unicode (UAX 9) that a page can show. */
type BidiClass = "L" | "R" | "AL" | "EN" | "AN" | "ES" | "ET" | "CS" | "ON";

/** Which way a line or a page runs. */
export type Direction = "ltr" | "rtl";

const ARABIC = /^[\u0600-\u07BF\u0860-\u08FF\uFB50-\uFDFF\uFE70-\uFEFF]/u;
const OTHER_RIGHT_TO_LEFT = /^[\u0590-\u05FF\u07C0-\u085F\uFB1D-\uFB4F\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const OF_CLASS: readonly (readonly [BidiClass, RegExp])[] = [
  ["AN", /^[\u0660-\u0669\u066B\u066C\u06DD\u0600-\u0605]/u],
  ["EN", /^[\d\u06F0-\u06F9²³¹⁰-⁹₀-₉０-９]/u],
  ["ES", /^[+\-⁺⁻₊₋−]/u],
  ["ET", /^[#%°±\u066A\u0609\u060A\u2030-\u2034\p{Sc}]/u],
  ["CS", /^[,./:\u00A0\u060C]/u],
  ["ON", /^[\u0606\u0607\u060E\u060F\u06DE\u06E9]/u],
  ["AL", ARABIC],
  ["R", OTHER_RIGHT_TO_LEFT],
  ["L", /^[\p{L}\p{M}]/u],
];

/** @returns the class of a character, or of a letter with its marks */
const classOf = (text: string): BidiClass => OF_CLASS.find(([, pattern]) => pattern.test(text))?.[0] ?? "ON";

const isStrong = (one: BidiClass | undefined): one is "L" | "R" | "AL" => one === "L" || one === "R" || one === "AL";
const isNumber = (one: BidiClass | undefined): one is "EN" | "AN" => one === "EN" || one === "AN";

/** @returns whether the character belongs to a script that is written from right to left */
export const isRightToLeft = (text: string): boolean => {
  const own = classOf(text);
  return own === "R" || own === "AL";
};

/** Brackets that have the other's shape where a line runs from right to left. */
const PAIRS = ["()", "[]", "{}", "«»", "‹›", "<>", "⟨⟩", "⟦⟧"];
const MIRRORED: ReadonlyMap<string, string> = new Map(
  PAIRS.flatMap(([open = "", close = ""]): [string, string][] => [
    [open, close],
    [close, open],
  ]),
);
const OPENING = new Set(PAIRS.map(([open = ""]) => open));

/** @returns the bracket that has the shape of this one from right to left; any other character as it is */
export const mirrored = (text: string): string => MIRRORED.get(text) ?? text;

export const isBracket = (text: string): boolean => MIRRORED.has(text);
export const isOpening = (text: string): boolean => OPENING.has(text);

/** @returns the pairs of brackets of a line, by the places of both */
function bracketPairs(characters: readonly string[]): [number, number][] {
  const open: { readonly at: number; readonly closes: string }[] = [];
  const pairs: [number, number][] = [];
  for (const [at, text] of characters.entries()) {
    const other = MIRRORED.get(text);
    // Guillemets and signs of comparison are no brackets (UAX 9, BD14).
    if (other === undefined || /[«»‹›<>]/u.test(text)) continue;
    if (OPENING.has(text)) open.push({ at, closes: other });
    else {
      const own = open.findLastIndex(({ closes }) => closes === text);
      if (own < 0) continue;
      pairs.push([open[own]?.at ?? 0, at]);
      open.length = own;
    }
  }
  return pairs.sort(([a], [b]) => a - b);
}

/**
 * @param characters a line as it is read, letters with their marks
 * @param base which way its paragraph runs
 * @returns of each its level (UAX 9, W2–I2, without what sets directions expressly): odd ones run from right to left
 */
export function levelsOf(
  characters: readonly string[],
  base: Direction,
  classes: BidiClass[] = characters.map(classOf),
): number[] {
  const embedding = base === "rtl" ? "R" : "L";
  let strong: BidiClass = embedding;
  for (const [index, own] of classes.entries()) {
    if (isStrong(own)) strong = own;
    if (own === "EN" && strong === "AL") classes[index] = "AN";
  }
  for (const [index, own] of classes.entries()) {
    const [before, after] = [classes[index - 1], classes[index + 1]];
    if (own === "ES" && before === "EN" && after === "EN") classes[index] = "EN";
    if (own === "CS" && isNumber(before) && before === after) classes[index] = before;
  }
  for (const [index, own] of classes.entries()) {
    if (own !== "EN") continue;
    for (let at = index - 1; classes[at] === "ET"; at -= 1) classes[at] = "EN";
    for (let at = index + 1; classes[at] === "ET"; at += 1) classes[at] = "EN";
  }
  strong = embedding;
  for (const [index, own] of classes.entries()) {
    if (isStrong(own)) strong = own;
    if (own === "EN" && strong === "L") classes[index] = "L";
  }
  /** Which way a character runs that is no neutral: numbers stand as if they were of the right. */
  const side = (index: number): "L" | "R" | undefined =>
    classes[index] === "L" ? "L" : isStrong(classes[index]) || isNumber(classes[index]) ? "R" : undefined;
  for (const [open, close] of bracketPairs(characters)) {
    const inside = new Set(characters.slice(open + 1, close).map((_, index) => side(open + 1 + index)));
    const other = embedding === "L" ? "R" : "L";
    let before: "L" | "R" | undefined;
    for (let at = open - 1; at >= 0 && before === undefined; at -= 1) before = side(at);
    const own = inside.has(embedding)
      ? embedding
      : inside.has(other)
        ? (before ?? embedding) === other
          ? other
          : embedding
        : undefined;
    if (own) [classes[open], classes[close]] = [own, own];
  }
  for (let index = 0; index < classes.length; index += 1) {
    if (side(index) !== undefined) continue;
    let end = index;
    while (end < classes.length && side(end) === undefined) end += 1;
    const before = index === 0 ? embedding : side(index - 1);
    const after = end === classes.length ? embedding : side(end);
    classes.fill(before === after && before !== undefined ? before : embedding, index, end);
    index = end - 1;
  }
  return classes.map((own) =>
    base === "rtl" ? (own === "L" || isNumber(own) ? 2 : 1) : own === "L" ? 0 : isNumber(own) ? 2 : 1,
  );
}

/** @returns the places of a line's characters, as it is read, in the order in which they stand from left to right (UAX 9, L2) */
export function visualOrder(levels: readonly number[]): number[] {
  const order = [...levels.keys()];
  const highest = levels.reduce((most, level) => Math.max(most, level), 0);
  for (let level = highest; level > 0; level -= 1)
    for (let index = 0; index < order.length; index += 1) {
      const isOf = (place: number) => (levels[order[place] ?? -1] ?? 0) >= level;
      let end = index;
      while (end < order.length && isOf(end)) end += 1;
      if (end - index > 1) order.splice(index, end - index, ...order.slice(index, end).reverse());
      index = Math.max(index, end - 1);
    }
  return order;
}

/** Forms of Hebrew letters, which the library that reads the file takes for letters of another script. */
const HEBREW_FORM = /^[\uFB1D-\uFB4F]/u;

/**
 * @param text a piece of a line as the library that reads the file turns it round
 * @returns its characters as the file has them: from left to right
 */
export function asShown(text: string, base: Direction): string[] {
  const characters = [...text];
  if (!characters.some((one) => isRightToLeft(one) || classOf(one) === "AN")) return characters;
  let last: BidiClass = base === "rtl" ? "R" : "L";
  const classes = characters.map((one) => {
    if (!/^\p{M}/u.test(one)) last = HEBREW_FORM.test(one) ? "L" : classOf(one);
    return last;
  });
  return visualOrder(levelsOf(characters, base, classes)).map((place) => characters[place] ?? "");
}

/** A character of a line that is shown, by its place from left to right. */
interface Read {
  readonly at: number;
  /** Whether it runs from right to left: its brackets have the others' shapes. */
  readonly isReversed: boolean;
}

/** How much of a line's letters have to be of the other direction for it to run against its page's. */
const [FEW, MOST] = [0.1, 0.6];

/**
 * Which way a line runs.
 *
 * @param shown its characters from left to right
 * @param page which way most of its page runs
 */
export function directionOf(shown: readonly string[], page: Direction): Direction {
  const classes = shown.map(classOf);
  const right = classes.filter((own) => own === "R" || own === "AL").length;
  const left = classes.filter((own) => own === "L").length;
  if (right + left === 0) return page;
  if (right > 0) return right / (right + left) > (page === "rtl" ? FEW : MOST) ? "rtl" : "ltr";
  if (page === "ltr") return "ltr";
  // Words of another script alone: the stop of their sentence stands at the line's end, which tells where that is.
  const solid = shown.filter((text) => text.trim() !== "");
  return /^[.,:;!?،؛؟]/u.test(solid[0] ?? "") && !/[.,:;!?،؛؟]$/u.test(solid.at(-1) ?? "") ? "rtl" : "ltr";
}

/**
 * Reads a line that is shown: what stands from left to right in the order in which it is read. Words and numbers that
 * run against it are told by what stands between them, as UAX 9 would have set it; where two readings look alike, as of
 * a number beside a foreign word, it is the word's.
 *
 * @param shown its characters from left to right
 */
export function readLine(shown: readonly string[], base: Direction): Read[] {
  const classes = shown.map(classOf);
  if (base === "rtl") return readRightToLeft(shown, classes, 0, shown.length);
  const read: Read[] = [];
  const isRight = (at: number) => classes[at] === "R" || classes[at] === "AL";
  // Arabic figures follow Arabic words, whatever runs about them.
  const isOfRight = (at: number) => isRight(at) || classes[at] === "AN";
  for (let at = 0; at < shown.length; at += 1) {
    let last = at;
    for (let next = at; next < shown.length && classes[next] !== "L" && isOfRight(at); next += 1)
      if (isOfRight(next)) last = next;
    if (isOfRight(at)) read.push(...readRightToLeft(shown, classes, at, last + 1));
    else read.push({ at, isReversed: false });
    at = last;
  }
  return read;
}

function readRightToLeft(shown: readonly string[], classes: readonly BidiClass[], from: number, to: number): Read[] {
  const stretches: Read[][] = [];
  for (let at = from; at < to; at += 1) {
    const isForeign = classes[at] === "L" || isNumber(classes[at]) || isSignBefore(classes, at, to);
    const end = isForeign ? endOfForeign(shown, classes, at, to) : at + 1;
    const isReversed = !isForeign;
    stretches.push(Array.from({ length: end - at }, (_, index) => ({ at: at + index, isReversed })));
    at = end - 1;
  }
  return stretches.reverse().flat();
}

/** @returns whether what stands at the right of a place makes its numbers Arabic ones: it is read before them (W2) */
function isArabicAt(classes: readonly BidiClass[], place: number): boolean {
  const before = classes.findIndex((own, at) => at >= place && isStrong(own));
  return before < 0 ? classes.includes("AL") : classes[before] === "AL";
}

/** @returns whether signs of money or of a share stand there that touch the number after them, and belong to it (W5) */
function isSignBefore(classes: readonly BidiClass[], place: number, to: number): boolean {
  let next = place;
  while (next < to && classes[next] === "ET") next += 1;
  return next > place && next < to && classes[next] === "EN" && !isArabicAt(classes, next);
}

/** @returns where words and numbers end, from the given place on, that run from left to right within a line that does not */
function endOfForeign(shown: readonly string[], classes: readonly BidiClass[], from: number, to: number): number {
  const isArabic = isArabicAt(classes, from);
  const kind = (at: number) => (isArabic && classes[at] === "EN" ? "AN" : classes[at]);
  let hasWord = classes[from] === "L";
  const closings: string[] = [];
  let end = from + 1;
  while (classes[from] === "ET" && classes[end] === "ET") end += 1;
  const isForeign = (at: number) => at < to && (classes[at] === "L" || isNumber(classes[at]));
  for (;;) {
    if (isForeign(end)) {
      hasWord ||= classes[end] === "L";
      end += 1;
      continue;
    }
    if (end < to && closings.at(-1) === shown[end]) {
      closings.pop();
      end += 1;
      continue;
    }
    let next = end;
    const opened: string[] = [];
    while (next < to && !isForeign(next) && !isStrong(classes[next])) {
      const text = shown[next] ?? "";
      const other = MIRRORED.get(text);
      if (other !== undefined) {
        if (OPENING.has(text)) opened.push(other);
        else if (opened.at(-1) === text) opened.pop();
        else break;
      }
      next += 1;
    }
    const isJoined =
      isForeign(next) &&
      (classes[next] === "L"
        ? kind(end - 1) !== "AN"
        : (hasWord && classes[next] === "EN" && classes[end - 1] !== "AN") ||
          (next === end + 1 &&
            isNumber(classes[end - 1]) &&
            kind(end - 1) === kind(next) &&
            (classes[end] === "CS" || (classes[end] === "ES" && kind(next) === "EN"))));
    if (!isJoined) break;
    closings.push(...opened);
    hasWord ||= classes[next] === "L";
    end = next + 1;
  }
  // A stop or a dash that touches a word, and nothing after it, is the word's: the next line goes on with others.
  const touches = (at: number) =>
    at < to && /^[,.;:!?…%\-–—]/u.test(shown[at] ?? "") && !/^[\p{L}\p{N}]/u.test(shown[at + 1] ?? " ");
  if (hasWord && from === 0 && touches(end) && !shown.slice(end + 1, to).every((text) => text.trim() === "")) end += 1;
  if (!isArabic || hasWord) while (end < to && classes[end] === "ET" && isNumber(classes[end - 1])) end += 1;
  return end;
}
