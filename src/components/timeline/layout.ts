import { scaleUtc } from "d3-scale";
import type { TimelineEvent } from "../../essay/annotations.ts";
import { crowdedSpan, type Dated, type DividedTimeline, isExact, type Span, spanOf } from "../../essay/chronology.ts";

/** Dimensions of the drawing and its parts, in its own units. */
export interface LayoutSize {
  readonly length: number;
  /** Size of a dot, and least length of a bar. */
  readonly dot: number;
  /** Width of a year where time is compressed; less if there are many. */
  readonly step: number;
  /** Gap for a break in the axis. */
  readonly gap: number;
  /** Least distance between two labels along the axis. */
  readonly label: number;
}

/** A drawn event: a dot, or a bar as long as it lasted or may have lasted. */
interface Mark extends Interval {
  readonly event: TimelineEvent;
  /** Number of marks between it and the axis. */
  readonly row: number;
  /** Whether its date is precise to the day. */
  readonly exact: boolean;
  /** Before the work, the work itself, or after it. */
  readonly era: "before" | "work" | "after";
}

/** An interval along the axis. */
interface Interval {
  readonly start: number;
  readonly end: number;
}

interface Label {
  readonly position: number;
  /** A year, or a month such as `2022-04`. */
  readonly date: string;
}

/** A stretch of the axis. */
interface Stretch extends Interval {
  readonly toScale: boolean;
}

interface TimelineLayout {
  readonly marks: readonly Mark[];
  readonly stretches: readonly Stretch[];
  readonly years: readonly Label[];
  /** Middles of the gaps between stretches, where the axis is seen to be broken. */
  readonly breaks: readonly number[];
  /** First days of years in the part that is to scale. */
  readonly newYears: readonly number[];
  /** First days of the other quarters there. */
  readonly quarters: readonly number[];
  /** Position of the work. */
  readonly work: number;
  /** Greatest number of marks on top of each other. */
  readonly rows: number;
}

/** Length of the sign of a break along the axis. */
export const BREAK = 12;

/** Greatest share of the axis for compressed years. */
const COMPRESSED_SHARE = 0.55;

/**
 * Stacks overlapping intervals in rows.
 *
 * @param intervals in order of their beginnings
 * @param space least gap between two in one row
 * @returns the row of each, from 0; the lowest that is free
 */
export function stack(intervals: readonly Interval[], space: number): number[] {
  const ends: number[] = [];
  return intervals.map(({ start, end }) => {
    const free = ends.findIndex((last) => last + space <= start);
    const row = free < 0 ? ends.length : free;
    ends[row] = end;
    return row;
  });
}

/**
 * Lays a timeline out along an axis: to scale where it is crowded; before and after that, years with events get equal
 * widths. The year of the work has two positions there, before the work and after it.
 *
 * @param timeline has one event at least
 * @param date of the work
 */
export function layoutTimeline(
  { before, work, after }: DividedTimeline,
  date: string,
  size: LayoutSize,
): TimelineLayout {
  const later = [...(work ? [work] : []), ...after];
  const events = [...before, ...later];
  const crowd = crowdedSpan(events);
  const eraOf = (event: TimelineEvent) => (event === work ? "work" : later.includes(event) ? "after" : "before");
  const slotOf = (event: TimelineEvent) => `${event.date.slice(0, 4)} ${later.includes(event)}`;
  const slots = (holds: (span: Span) => boolean) => [
    ...new Set(events.filter((event) => holds(spanOf(event))).map(slotOf)),
  ];
  const early = slots(({ start }) => start < crowd.start);
  const late = slots(({ start }) => start >= crowd.end);
  const step = Math.min(size.step, (size.length * COMPRESSED_SHARE) / Math.max(1, early.length + late.length));
  const band = (count: number) => (count > 0 ? count * step + size.gap : 0);

  const stretches: Stretch[] = [
    ...(early.length > 0 ? [{ start: 0, end: early.length * step, toScale: false }] : []),
    { start: band(early.length), end: size.length - band(late.length), toScale: true },
    ...(late.length > 0 ? [{ start: size.length - late.length * step, end: size.length, toScale: false }] : []),
  ];
  const scaled = stretches.find(({ toScale }) => toScale) as Stretch;
  const scale = scaleUtc([crowd.start, crowd.end], [scaled.start, scaled.end]);

  const slotCentre = (slot: string): number | undefined => {
    const place = [early, late].map((some) => some.indexOf(slot));
    const [inEarly = -1, inLate = -1] = place;
    if (inEarly >= 0) return (inEarly + 0.5) * step;
    return inLate < 0 ? undefined : size.length - (late.length - inLate - 0.5) * step;
  };
  const place = (event: TimelineEvent): Interval => {
    const { start, end } = spanOf(event);
    const inScale = start >= crowd.start && start < crowd.end;
    const [from, to] = inScale ? [scale(start), scale(end)] : Array<number>(2).fill(slotCentre(slotOf(event)) ?? 0);
    const middle = ((from ?? 0) + (to ?? 0)) / 2;
    const half = Math.max(size.dot, isSpread(event) ? (to ?? 0) - (from ?? 0) : 0) / 2;
    return { start: middle - half, end: middle + half };
  };
  const placed = events.map((event) => ({ event, ...place(event) })).sort((a, b) => a.start - b.start);
  const rows = stack(placed, size.dot / 6);
  const marks = placed.map(
    (mark, index): Mark => ({
      ...mark,
      row: rows[index] ?? 0,
      exact: isExact(mark.event),
      era: eraOf(mark.event),
    }),
  );

  const workAt = spanOf({ date }).start;
  const workPosition = (): number => {
    if (workAt >= crowd.start && workAt < crowd.end) return scale(workAt);
    const some = workAt < crowd.start ? early : late;
    if (some.length === 0) return workAt < crowd.start ? scaled.start : scaled.end;
    const origin = some === early ? 0 : size.length - late.length * step;
    const first = some.findIndex((slot) => slot.endsWith("true"));
    return origin + (first < 0 ? some.length : first) * step;
  };

  return {
    marks,
    stretches,
    breaks: breaksOf(stretches, size),
    ...labels([...early, ...late], slotCentre, crowd, scale, size, breaksOf(stretches, size)),
    work: workPosition(),
    rows: Math.max(...rows) + 1,
  };
}

const breaksOf = (stretches: readonly Stretch[], { gap }: LayoutSize): number[] =>
  stretches.slice(1).map(({ start }) => start - gap / 2);

/** A single day is a dot, whatever the scale. */
const isSpread = (event: Dated): boolean => event.end !== undefined || !isExact(event);

function labels(
  slots: readonly string[],
  slotCentre: (slot: string) => number | undefined,
  crowd: Span,
  scale: (instant: number) => number,
  { label }: LayoutSize,
  breaks: readonly number[],
): Pick<TimelineLayout, "years" | "newYears" | "quarters"> {
  const months: { instant: number; date: string }[] = [];
  for (let at = new Date(crowd.start); at.getTime() < crowd.end; at.setUTCMonth(at.getUTCMonth() + 1))
    months.push({ instant: at.getTime(), date: at.toISOString().slice(0, 7) });
  const isNewYear = ({ date }: { date: string }) => date.endsWith("-01");
  const quarters = months.filter((month) => !isNewYear(month) && /-(04|07|10)$/u.test(month.date));

  const compressed = slots.map((slot) => ({ date: slot.slice(0, 4), position: slotCentre(slot) ?? 0 }));
  const yearsToScale = [...Map.groupBy(months, ({ date }) => date.slice(0, 4))].flatMap(([date, [first]]) => {
    const start = Math.max(crowd.start, first?.instant ?? 0);
    const end = Math.min(crowd.end, Date.UTC(Number(date) + 1, 0, 1));
    // The label of a short part is put outside, away from the years beside it.
    const [from, to] = [scale(start), scale(end)];
    const isShort = to - from < label;
    // A year that goes on behind the break is named once, there.
    if (isShort && compressed.some((year) => year.date === date)) return [];
    if (isShort && start === crowd.start) return { date, position: to - label / 2 };
    return { date, position: isShort && end === crowd.end ? from + label / 2 : (from + to) / 2 };
  });
  // A year whose part is too short for its name has none where the axis is broken beside it.
  const isClear = ({ position }: Label) => breaks.every((at) => Math.abs(at - position) >= label / 2 + BREAK / 2);
  const all = [...compressed, ...yearsToScale].filter(isClear).sort((a, b) => a.position - b.position);
  // Of labels that are too close, later ones are left out.
  const named: Label[] = [];
  for (const year of all) {
    const last = named.at(-1);
    if (!last || year.position - last.position >= label) named.push(year);
  }
  return {
    years: named,
    newYears: months.filter(isNewYear).map(({ instant }) => scale(instant)),
    quarters: quarters.map(({ instant }) => scale(instant)),
  };
}
