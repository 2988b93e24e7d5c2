import type { PlacedGlyph } from "./glyphs.ts";

/** A page has as many numbers at least, and as many of a file's pages have them. */
const [FEWEST, SHARE] = [5, 0.6];

/** Figures that stand together. */
interface Figures {
  readonly glyphs: PlacedGlyph[];
  readonly value: number;
  readonly v: number;
}

/**
 * Finds the numbers of lines, which stand in the margin of every line or of every fifth.
 *
 * @param pages the glyphs of each page
 * @returns of each page the places in it of the glyphs that number its lines; nothing where too few pages have them
 */
export function lineNumbersOf(pages: Iterable<readonly PlacedGlyph[]>): ReadonlySet<number>[] {
  const found: ReadonlySet<number>[] = [];
  let [full, numbered] = [0, 0];
  for (const glyphs of pages) {
    const solid = glyphs.filter(({ text }) => text.trim() !== "");
    const own = numbersAt(solid, "start") ?? numbersAt(solid, "end");
    found.push(new Set(own ? [...glyphs.keys()].filter((index) => own.has(glyphs[index] as PlacedGlyph)) : []));
    if (glyphs.length <= 200) continue;
    full += 1;
    if (own && own.size > 0) numbered += 1;
  }
  return numbered > 0 && numbered >= full * SHARE ? found : [];
}

/** The figures at one edge of a page, where they count its lines. */
function numbersAt(glyphs: readonly PlacedGlyph[], edge: "start" | "end"): ReadonlySet<PlacedGlyph> | undefined {
  const rows = rowsOf(glyphs);
  const figures = figuresAt(rows, edge);
  const edgeOf = ({ glyphs: own }: Figures) => {
    const ends = own.map(({ u, advance }) => u + (edge === "start" ? advance : -advance) / 2);
    return Math.round((edge === "start" ? Math.max(...ends) : Math.min(...ends)) / 3);
  };
  const [aligned = []] = [...Map.groupBy(figures, edgeOf).values()].sort((a, b) => b.length - a.length);
  const steps = aligned.slice(1).map(({ value }, index) => value - (aligned[index]?.value ?? 0));
  const step = steps[0] ?? 0;
  const regular = steps.filter((own) => own === step).length;
  if (aligned.length < FEWEST || ![1, 2, 5, 10].includes(step) || regular < steps.length * 0.9) return undefined;
  // They count lines, so that they are as far from each other as lines are; a list has entries of several lines.
  const distances = aligned.slice(1).map(({ v }, index) => v - (aligned[index]?.v ?? 0));
  const usual = [...distances].sort((a, b) => a - b)[Math.floor(distances.length / 2)] ?? 0;
  const even = distances.filter((distance) => Math.abs(distance - usual) < usual * 0.35).length;
  const numbers = new Set(aligned.flatMap(({ glyphs: own }) => own));
  const rest = glyphs.filter((glyph) => !numbers.has(glyph));
  const beyond = rest.filter(({ u }) => {
    const place = aligned[0]?.glyphs[0]?.u ?? 0;
    return edge === "start" ? u < place : u > place;
  }).length;
  const covered = rows.length > 0 ? (aligned.length * step) / rows.length : 0;
  return even > distances.length * 0.7 && covered > 0.6 && beyond < rest.length * 0.02 ? numbers : undefined;
}

const rowsOf = (glyphs: readonly PlacedGlyph[]): PlacedGlyph[][] =>
  [...Map.groupBy(glyphs, ({ v, size }) => Math.round(v / Math.max(1, size * 0.5)))]
    .map(([, row]) => [...row].sort((a, b) => a.u - b.u))
    .sort((a, b) => (a[0]?.v ?? 0) - (b[0]?.v ?? 0));

/** @returns the figures with which rows begin or end, apart from what else stands in them */
const figuresAt = (rows: readonly (readonly PlacedGlyph[])[], edge: "start" | "end"): Figures[] =>
  rows.flatMap((row): Figures[] => {
    const ordered = edge === "start" ? row : [...row].reverse();
    const until = ordered.findIndex(({ text }) => !/^\d+$/u.test(text));
    const own = ordered.slice(0, until < 0 ? undefined : until);
    const [last, next] = [own.at(-1), ordered[own.length]];
    if (!last || (next && Math.abs(next.u - last.u) < (next.advance + last.advance) / 2 + last.size * 0.6)) return [];
    const inOrder = edge === "start" ? own : [...own].reverse();
    return [{ glyphs: own, value: Number(inOrder.map(({ text }) => text).join("")), v: own[0]?.v ?? 0 }];
  });

/** How many paragraphs a file numbers at least, and how much of the text's height such a number has at most. */
const [FEWEST_PARAGRAPHS, LARGEST] = [6, 0.95];

/**
 * Finds the numbers of paragraphs, which stand in the margin, smaller than the text, and count on from page to page.
 *
 * @param pages the glyphs of each page
 * @returns of each page the places in it of the glyphs that number its paragraphs; nothing where no page has them
 */
export function paragraphNumbersOf(pages: Iterable<readonly PlacedGlyph[]>, bodySize: number): ReadonlySet<number>[] {
  const places = new Map<string, { page: number; figures: Figures }[]>();
  const all: (readonly PlacedGlyph[])[] = [];
  for (const glyphs of pages) {
    const page = all.push(glyphs) - 1;
    const rows = rowsOf(glyphs.filter(({ text }) => text.trim() !== ""));
    for (const edge of ["start", "end"] as const)
      for (const figures of figuresAt(rows, edge)) {
        if (figures.glyphs.some(({ size }) => size > bodySize * LARGEST)) continue;
        // The number of a note stands before letters of a note.
        if (!glyphs.some(({ size, v }) => size > bodySize * LARGEST && Math.abs(v - figures.v) < bodySize * 0.6))
          continue;
        const ends = figures.glyphs.flatMap(({ u, advance }) => [u - advance / 2, u + advance / 2]);
        // Numbers of one figure and of two are aligned at one of their ends.
        // What stands at one place is not parted by how it is rounded.
        for (const [side, end] of [Math.min(...ends), Math.max(...ends)].entries())
          for (const place of [Math.floor(end / 3), Math.floor(end / 3) + 1]) {
            const key = `${edge} ${side} ${place}`;
            const found = places.get(key);
            if (found) found.push({ page, figures });
            else places.set(key, [{ page, figures }]);
          }
      }
  }
  const isOutside = (key: string, found: readonly { page: number; figures: Figures }[]): boolean =>
    found.every(({ page, figures }) => {
      // The number of a note stands at the edge of the text, and not beyond it.
      const edge = key.startsWith("start")
        ? Math.max(...figures.glyphs.map(({ u, advance }) => u + advance / 2))
        : Math.min(...figures.glyphs.map(({ u, advance }) => u - advance / 2));
      const solid = (all[page] ?? []).filter(({ text, size }) => text.trim() !== "" && size > bodySize * LARGEST);
      const beyond = solid.filter(({ u, advance }) =>
        key.startsWith("start") ? u - advance / 2 < edge : u + advance / 2 > edge,
      );
      return beyond.length <= solid.length * 0.02;
    });
  const [best] = [...places]
    .map(([key, found]) => [key, countingOn(found)] as const)
    .filter(([key, found]) => found.length >= FEWEST_PARAGRAPHS && isOutside(key, found))
    .sort(([, a], [, b]) => b.length - a.length);
  if (!best) return [];
  return all.map((glyphs, index) => {
    const own = new Set(best[1].flatMap(({ page, figures }) => (page === index ? figures.glyphs : [])));
    return new Set([...glyphs.keys()].filter((at) => own.has(glyphs[at] as PlacedGlyph)));
  });
}

/** How far a number may be from the one before it: others may stand at another place. */
const FARTHEST = 3;

/** @returns the figures that count on nearly from 1; nothing where most do not follow one another */
function countingOn<Found extends { readonly figures: Figures }>(found: readonly Found[]): Found[] {
  const counted: Found[] = [];
  for (const one of found) {
    const last = counted.at(-1)?.figures.value ?? 0;
    if (one.figures.value > last && one.figures.value <= last + FARTHEST) counted.push(one);
  }
  const next = counted.filter(({ figures }, index) => figures.value === (counted[index - 1]?.figures.value ?? 0) + 1);
  return counted.length >= found.length * 0.6 && next.length >= counted.length * 0.7 ? counted : [];
}
