import type { TimelineEvent } from "./annotations.ts";
import type { Essay } from "./model.ts";

/** A half-open interval of time, in milliseconds since 1970-01-01 UTC: `end` is the first instant after it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The date of an event, and its last day where it lasted several. */
export type Dated = Pick<TimelineEvent, "date" | "end">;

/** @returns the interval of a year, a month or a day, or of all days from `date` to `end` */
export function spanOf({ date, end }: Dated): Span {
  const [year = 1970, month, day] = date.split("-").map(Number);
  const first = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  if (end !== undefined) return { start: first, end: spanOf({ date: end }).end };
  const next =
    month === undefined ? [year + 1, 0, 1] : day === undefined ? [year, month, 1] : [year, month - 1, day + 1];
  return { start: first, end: Date.UTC(next[0] ?? 0, next[1], next[2]) };
}

/** @returns whether the date is precise to the day */
export const isExact = ({ date }: Dated): boolean => date.length === "2023-03-17".length;

/** Events that began in one year, in order. */
interface YearOfEvents<Event extends Dated = TimelineEvent> {
  /** `2022` */
  readonly year: string;
  readonly events: readonly Event[];
}

/** @returns the events of each year; years without any are left out */
export function groupByYear<Event extends Dated>(events: readonly Event[]): YearOfEvents<Event>[] {
  return [...Map.groupBy(events, ({ date }) => date.slice(0, 4))].map(([year, group]) => ({ year, events: group }));
}

/** A timeline split at the publication of a work. */
export interface DividedTimeline {
  readonly before: readonly TimelineEvent[];
  /** The event that is the publication itself, if the timeline has one. */
  readonly work: TimelineEvent | undefined;
  readonly after: readonly TimelineEvent[];
}

/** When a work appeared, and under which reference an event may rest on it. */
interface WorkMoment {
  readonly date: string;
  readonly reference?: string | undefined;
}

/**
 * @returns when what the essay says was said: when the source work appeared, else when the essay did, which without a
 *   date of its own was with its first edition
 */
export function momentOf({
  source,
  publication,
  edition,
  editions,
}: Pick<Essay, "source" | "publication" | "edition" | "editions">): WorkMoment {
  const [first = edition] = editions.toReversed();
  return {
    date: source?.date ?? publication.dates.published ?? first.date,
    reference: source?.reference,
  };
}

/**
 * Divides a timeline at the date of a work. The work's own event is the one of that date which cites the work as a
 * source; without one, the timeline is divided before the first event with a later date. A month sorts before its days.
 *
 * @param events in order of time
 */
export function divideTimeline(events: readonly TimelineEvent[], { date, reference }: WorkMoment): DividedTimeline {
  const own = events.findIndex(
    (event) => event.date === date && reference !== undefined && event.sources.includes(reference),
  );
  if (own >= 0) return { before: events.slice(0, own), work: events[own], after: events.slice(own + 1) };
  const later = events.findIndex((event) => event.date > date);
  const index = later < 0 ? events.length : later;
  return { before: events.slice(0, index), work: undefined, after: events.slice(index) };
}

/** The smallest share of all events that the crowded part of a timeline holds. */
const CROWDED_SHARE = 0.5;

const monthOf = (instant: number): number => {
  const date = new Date(instant);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};
const startOfMonth = (month: number): number => Date.UTC(Math.floor(month / 12), month % 12, 1);

/**
 * Finds the crowded part of a timeline: the shortest run of whole months in which at least half of the events begin,
 * the earliest of several such runs, extended until every event that begins in it also ends in it.
 *
 * @param events at least one, in order of time
 */
export function crowdedSpan(events: readonly Dated[]): Span {
  const spans = events.map(spanOf);
  const wanted = Math.ceil(spans.length * CROWDED_SHARE);
  const months = spans.map(({ start }) => monthOf(start));
  const lengths = months.slice(wanted - 1).map((last, index) => last - (months[index] ?? last));
  const first = lengths.indexOf(Math.min(...lengths));
  const start = startOfMonth(months[first] ?? 0);
  let end = startOfMonth((months[first + wanted - 1] ?? 0) + 1);
  for (;;) {
    const lasting = Math.max(
      ...spans.filter((span) => span.start >= start && span.start < end).map((span) => span.end),
    );
    if (lasting <= end) return { start, end };
    end = startOfMonth(monthOf(lasting - 1) + 1);
  }
}
