import type { Hit, Range } from "./match.ts";

/** A piece of an excerpt; a hit is what the reader searched for. */
interface ExcerptPart {
  readonly text: string;
  readonly hit: boolean;
}

/** Limits of an excerpt, in UTF-16 units. */
interface Extent {
  /** Longest excerpt, without the ellipses. */
  readonly longest: number;
  /** How much precedes the first hit where the sentence is too long. */
  readonly lead: number;
}

const UNSPACED: Extent = { longest: 110, lead: 24 };
/** Alphabets need more characters for the same content. */
const SPACED: Extent = { longest: 220, lead: 60 };

/** @returns whether a text has word spaces: more than one in twelve characters */
const isSpaced = (text: string): boolean => text.split(" ").length * 12 > text.length;

const ELLIPSIS = "…";

/** Ends of sentences: after 。 and the like, after Latin stops followed by white space, and at line breaks. */
const SENTENCE_END = /[。！？][」』）]*|[.!?]["”’)]*(?=\s)|\n/gu;

/**
 * Cuts out the sentence that has the most of the query's phrases, the first of several, and marks all hits in it. What a
 * text says goes before the references that it gives: only where no hit is in a sentence of its own, it is a reference.
 *
 * @param text as written
 * @param ranges the hits, in order
 * @param references where references stand in the text, in order
 */
export function excerpt(text: string, ranges: readonly Hit[], references: readonly Range[] = []): ExcerptPart[] {
  const referenceAround = ({ start, end }: Range) => references.find((one) => one.start < end && start < one.end);
  const around = (range: Range) => referenceAround(range) ?? sentenceAround(text, range);
  const said = ranges.filter((range) => !referenceAround(range));
  const first = firstOfFullest(said.length > 0 ? said : ranges, around);
  const spaced = isSpaced(text);
  const { longest, lead } = spaced ? SPACED : UNSPACED;
  if (!first) {
    if (text.length <= longest) return [{ text, hit: false }];
    const cut = keepPair(text, longest);
    return mark(text, [], 0, spaced ? beforeSpace(text, cut, 1) : cut, false, true);
  }
  let { start, end } = around(first);
  const whole = end - start <= longest;
  if (!whole) {
    const sentence = { start, end };
    start = first.start - sentence.start <= longest - lead ? sentence.start : first.start - lead;
    start = keepPair(text, start);
    end = keepPair(text, Math.min(sentence.end, Math.max(first.end, start + longest)));
    if (spaced) {
      if (start > sentence.start) start = afterSpace(text, start, first.start);
      if (end < sentence.end) end = beforeSpace(text, end, first.end);
    }
    return mark(text, ranges, start, end, start > sentence.start, end < sentence.end);
  }
  return mark(text, ranges, start, end, false, false);
}

/** @returns the first hit of the stretch that has the most phrases; of several such stretches, of the first */
function firstOfFullest(hits: readonly Hit[], stretchOf: (hit: Hit) => Range): Hit | undefined {
  const [first, ...others] = hits;
  if (others.every(({ phrase }) => phrase === first?.phrase)) return first;
  const phrasesFrom = (hit: Hit) => {
    const { end } = stretchOf(hit);
    return new Set(hits.filter((one) => hit.start <= one.start && one.start < end).map(({ phrase }) => phrase)).size;
  };
  return hits.reduce((best, hit) => (phrasesFrom(hit) > phrasesFrom(best) ? hit : best));
}

function sentenceAround(text: string, { start, end }: Range): Range {
  let from = 0;
  for (const match of text.matchAll(SENTENCE_END)) {
    const after = match.index + match[0].length;
    if (after <= start) from = after;
    else if (after >= end) return { start: skipSpace(text, from), end: match[0] === "\n" ? match.index : after };
  }
  return { start: skipSpace(text, from), end: text.length };
}

const skipSpace = (text: string, from: number): number => from + (/^\s*/u.exec(text.slice(from))?.[0].length ?? 0);

/** @returns the start of the next word, at most `latest` */
function afterSpace(text: string, from: number, latest: number): number {
  const space = text.indexOf(" ", from - 1);
  return space < 0 ? latest : Math.min(space + 1, latest);
}

/** @returns the end of the last whole word before the offset, at least `earliest` */
const beforeSpace = (text: string, before: number, earliest: number): number =>
  Math.max(text.lastIndexOf(" ", before), earliest);

/** @returns the offset, moved back if it would split a surrogate pair */
const keepPair = (text: string, offset: number): number =>
  /[\uDC00-\uDFFF]/u.test(text.charAt(offset)) ? offset - 1 : offset;

function mark(
  text: string,
  ranges: readonly Range[],
  start: number,
  end: number,
  cutBefore: boolean,
  cutAfter: boolean,
): ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  const add = (from: number, to: number, hit: boolean) => {
    if (to > from) parts.push({ text: text.slice(from, to), hit });
  };
  if (cutBefore) parts.push({ text: ELLIPSIS, hit: false });
  let position = start;
  for (const range of ranges) {
    const from = Math.max(position, range.start);
    const to = Math.min(end, range.end);
    if (to <= from) continue;
    add(position, from, false);
    add(from, to, true);
    position = to;
  }
  add(position, end, false);
  if (cutAfter) parts.push({ text: ELLIPSIS, hit: false });
  return parts;
}
