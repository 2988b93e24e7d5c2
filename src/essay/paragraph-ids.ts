/**
 * The ids of paragraphs: `p12`; one that is inserted later between 12 and 13 is `p12a`, the next `p12b`.
 * Letters sort as in the numbering of inserted sections of British statutes: `z` before another letter sorts before
 * `a`. So there is always a free id: 12za between 12 and 12a, 12aa between 12a and 12b, 12ya after 12y. No id ends in
 * `z`.
 */
const ID = /^p(?<number>0|[1-9]\d*)(?<letters>[a-z]*)$/u;
const ORDER = "zabcdefghijklmnopqrstuvwxy";

interface ParagraphId {
  readonly number: number;
  readonly letters: string;
}

/** @returns the parts of a paragraph's id, or `undefined` where the text is not one */
export function parseParagraphId(id: string): ParagraphId | undefined {
  const groups = ID.exec(id)?.groups;
  if (!groups || groups["letters"]?.endsWith("z")) return undefined;
  return { number: Number(groups["number"]), letters: groups["letters"] ?? "" };
}

/**
 * Chooses the id of a new paragraph.
 *
 * @param before id of the paragraph before it; `undefined` at the beginning of the essay
 * @param after id of the next paragraph that has one; `undefined` at the end of the essay
 * @param used whether an id was ever given to a paragraph, also to a retired one
 * @returns the first free id in reading order: between the two where they are neighbours, a new number at the end
 */
export function newParagraphId(
  before: string | undefined,
  after: string | undefined,
  used: (id: string) => boolean,
): string {
  const from = (before && parseParagraphId(before)) || { number: 0, letters: "" };
  if (after === undefined && from.letters === "") {
    for (let number = from.number + 1; ; number += 1) if (!used(`p${number}`)) return `p${number}`;
  }
  const to = after === undefined ? undefined : parseParagraphId(after);
  const limit = to?.number === from.number && compare(from.letters, to.letters) < 0 ? to.letters : undefined;
  for (const letters of candidates(from.letters)) {
    const id = `p${from.number}${letters}`;
    if ((limit === undefined || compare(letters, limit) < 0) && !used(id)) return id;
  }
  throw new Error(`There is no id left after ${before}.`);
}

/** @returns the letters that sort after these, without end: the shortest first, and of one length in order */
function* candidates(letters: string): Generator<string> {
  const stem = letters.slice(0, -1);
  const last = ORDER.indexOf(letters.at(-1) ?? "z");
  if (letters) for (const next of ORDER.slice(last + 1)) yield `${stem}${next}`;
  for (let padding = ""; ; padding += "z") for (const next of ORDER.slice(1)) yield `${letters}${padding}${next}`;
}

function compare(a: string, b: string): number {
  for (let index = 0; ; index += 1) {
    const [left, right] = [a[index], b[index]];
    if (left === right && left === undefined) return 0;
    if (left !== right) return rank(left) - rank(right);
  }
}

const rank = (letter: string | undefined): number => (letter === undefined ? -1 : ORDER.indexOf(letter));
