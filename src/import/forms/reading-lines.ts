import { columns } from "../characters.ts";
import type { Findings } from "../findings.ts";
import { keyOf, type Line, placeOf } from "../lines/line.ts";
import type { Fragment } from "../manuscript.ts";
import { readingOf } from "../slugs.ts";

/** Kana in groups, and nothing else. */
const READINGS = /^[\p{sc=Hiragana}\p{sc=Katakana}ー]{1,10}(?:[ \u3000]+[\p{sc=Hiragana}\p{sc=Katakana}ー]{1,10})*$/u;
const GROUP = /[\p{sc=Hiragana}\p{sc=Katakana}ー]+/gu;
const BASE = /[\p{sc=Han}々〆ヶ]+/gu;
/** So many columns a reading may stand beside its base: it is wider, and in the middle. */
const NEAR = 2;

interface Reading {
  readonly reading: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Gives characters the readings that stand in a line of their own above them, as programs print ruby that take a page's text.
 * All of a line's groups have to be readings of what is beneath them, most by the dictionary, the others by their place.
 *
 * @returns the lines of the text, and where the words of the others are
 */
export async function joinReadings(
  lines: readonly Line[],
  findings: Findings,
  hasPages: boolean,
): Promise<{ readonly lines: Line[]; readonly taken: Fragment[] }> {
  const result: Line[] = [];
  const taken: Fragment[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const [line, base] = [lines[index], lines[index + 1]];
    if (!line) break;
    const readings = base && base.gap === 0 && READINGS.test(line.marked.words) ? await match(line, base) : undefined;
    const isTaken =
      base !== undefined &&
      readings !== undefined &&
      findings.decide({
        key: `readings ${keyOf(line, hasPages)}`,
        place: placeOf(line, hasPages),
        text: `${line.marked.words} ⏎ ${base.marked.words}`,
        taken: "readings",
        confidence: 0.85,
        answers: ["readings", "text"],
      }) === "readings";
    if (!isTaken) {
      result.push(line);
      continue;
    }
    findings.count("readings (ruby)", readings.length);
    taken.push({
      text: line.marked.words,
      to: "left out",
      why: "readings, which stand at their characters",
      place: placeOf(line, hasPages),
    });
    result.push({ ...withReadings(base, readings), gap: line.gap, startsPage: line.startsPage || base.startsPage });
    index += 1;
  }
  return { lines: result, taken };
}

/** @returns the bases of all readings of a line, in order; undefined where one has none */
async function match(line: Line, base: Line): Promise<Reading[] | undefined> {
  const found: Reading[] = [];
  const runs = [...base.marked.text.matchAll(BASE)];
  let next = 0;
  let known = 0;
  for (const group of line.marked.text.matchAll(GROUP)) {
    const at = line.indent + columns(line.marked.text.slice(0, group.index));
    let chosen: RegExpExecArray | undefined;
    for (; next < runs.length && !chosen; next += 1) {
      const run = runs[next] as RegExpExecArray;
      const place = base.indent + columns(base.marked.text.slice(0, run.index));
      const isBeneath = Math.abs(place - at) <= NEAR && group[0].length <= run[0].length * 4;
      const isKnown = (await readingOf(run[0])) === group[0];
      known += Number(isKnown);
      if (isBeneath || isKnown) chosen = run;
    }
    if (!chosen) return undefined;
    found.push({ reading: group[0], start: chosen.index, end: chosen.index + chosen[0].length });
  }
  // Place alone tells nothing: kana may stand over any line.
  return known * 2 >= found.length ? found : undefined;
}

/** The base with its readings, without the spaces that made room for them. */
function withReadings(base: Line, readings: readonly Reading[]): Line {
  const marked = base.marked.with(
    ...readings.map(({ reading, start, end }) => ({
      kind: "ruby" as const,
      reading,
      isMoved: true as const,
      start,
      end,
    })),
  );
  const room = new Map<number, { start: number; end: number; by: string }>();
  for (const { start, end } of readings) {
    const before = /[ \u3000]+$/u.exec(marked.text.slice(0, start))?.[0].length ?? 0;
    const after = /^[ \u3000]+/u.exec(marked.text.slice(end))?.[0].length ?? 0;
    if (before > 0) room.set(start - before, { start: start - before, end: start, by: "" });
    if (after > 0) room.set(end, { start: end, end: end + after, by: "" });
  }
  return { ...base, marked: marked.replace([...room.values()]) };
}
