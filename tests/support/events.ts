import type { TimelineEvent } from "../../src/essay/annotations.ts";

/** An event that is known by its date. */
export const event = (date: string, rest: Partial<TimelineEvent> = {}): TimelineEvent => ({
  id: date,
  anchor: `event-${date}`,
  date,
  text: {},
  paragraphs: [],
  notes: [],
  sources: [],
  ...rest,
});
