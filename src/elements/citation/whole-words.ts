/** What words consist of where spaces part them; a script without spaces is broken anywhere. */
const LETTER = /[\p{L}\p{M}\p{N}]/u;
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
/** What stands within words: Europe’s, post-war. */
const JOINT = /['’\u2010\u00AD-]/u;

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && LETTER.test(character) && !UNSPACED.test(character);
const isJoint = (character: string | undefined): boolean => character !== undefined && JOINT.test(character);

/** Whether a place is within a word: what stands before it and after it belong together. */
function isWithin(text: string, place: number): boolean {
  const [before, after] = [text[place - 1], text[place]];
  if (isLetter(before)) return isLetter(after) || (isJoint(after) && isLetter(text[place + 1]));
  return isJoint(before) && isLetter(text[place - 2]) && isLetter(after);
}

/** @returns where the words begin and end of which a part of a text has something, in UTF-16 units */
export function wholeWords(text: string, start: number, end: number): readonly [start: number, end: number] {
  let [from, to] = [start, end];
  while (from > 0 && isWithin(text, from)) from -= 1;
  while (to < text.length && isWithin(text, to)) to += 1;
  return [from, to];
}
