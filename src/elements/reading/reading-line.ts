/** A paragraph on the screen: where it begins and ends, from the edge at which the page begins, in CSS pixels. */
export interface Extent {
  readonly start: number;
  readonly end: number;
  /** Whether the paragraph before it is of the same section: what stands between them belongs to that one. */
  readonly goesOn?: boolean;
}

/** What is seen of a page, in CSS pixels along the direction in which it is scrolled. */
export interface View {
  readonly size: number;
  /** How far it has been scrolled, and how far it can be. */
  readonly scrolled: number;
  readonly furthest: number;
  /** Index of the paragraph that was read before. */
  readonly current?: number;
}

/**
 * Where one reads: a little below what stays free above the target of a link, so that the paragraph that a link leads to
 * is the first there, however short it is.
 */
const LINE = 40;
/** A paragraph that has not come so far is not read yet: share of the screen. */
const STRIP = 0.2;

/**
 * Finds the paragraph that is read: the first that reaches the reading line or begins a little below it; where something
 * else stands there between two of a section, as a figure does, the one before it, or still the one after it. Where a
 * page ends before its last paragraphs come up to the line, the line comes down to them.
 *
 * @param count how many paragraphs there are
 * @param extentOf gives where one is; called about log2(count) times
 * @returns its index; -1 where none is read
 */
export function paragraphRead(count: number, extentOf: (index: number) => Extent, view: View): number {
  if (count === 0) return -1;
  const line = LINE + lowered(extentOf(count - 1).start, view);
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (extentOf(middle).end > line) high = middle;
    else low = middle + 1;
  }
  if (low === count) return -1;
  const { start, goesOn } = extentOf(low);
  const isStillRead = low === view.current && start < view.size;
  if (isStillRead || start <= line + view.size * STRIP - LINE) return low;
  return goesOn ? low - 1 : -1;
}

/** Browsers round how far a page is scrolled and can be. */
const ROUNDING = 2;

/** How far the reading line has come down to paragraphs that cannot come up to it. */
function lowered(lastStart: number, { size, scrolled, furthest }: View): number {
  const missing = scrolled + lastStart - LINE - furthest;
  const stretch = Math.min(size, furthest);
  if (missing <= 0 || stretch <= 0) return 0;
  return (missing + ROUNDING) * Math.max(0, 1 - (furthest - scrolled) / stretch);
}
