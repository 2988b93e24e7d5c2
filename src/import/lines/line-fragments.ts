import type { Destination, Fragment } from "../manuscript.ts";
import type { MarkedText, Span } from "../marked-text.ts";
import { placeOf } from "./line.ts";

/** Whether the run is told apart from the words of its line. */
const isApart = (span: Span): span is Extract<Span, { kind: "note" | "removed" | "ruby" | "added" }> =>
  span.kind === "note" || span.kind === "removed" || span.kind === "ruby" || span.kind === "added";

/** @returns the words of the text line by line, with where they go; marks and numbers are left out of it */
export function fragmentsOf(marked: MarkedText, to: Destination, hasPages: boolean, why?: string): Fragment[] {
  const fragments: Fragment[] = [];
  const lines = marked.spans.filter((span) => span.kind === "line").sort((a, b) => a.start - b.start);
  const apart = marked.spans.filter(isApart);
  for (const line of lines) {
    const place = placeOf({ page: line.page, number: line.line }, hasPages);
    const say = (text: string, target: Destination, reason?: string) => {
      if (text.trim() !== "") fragments.push({ text, to: target, place, ...(reason && { why: reason }) });
    };
    let position = line.start;
    const stops = apart
      .filter((span) => span.end > line.start && (span.kind === "ruby" ? span.end <= line.end : span.start < line.end))
      .map((span, index) => ({ ...span, index }))
      // Of readings that end together the inner one, which was found later, comes first.
      .sort(
        (a, b) =>
          (a.kind === "ruby" ? a.end : a.start) - (b.kind === "ruby" ? b.end : b.start) ||
          (a.kind === "ruby" && b.kind === "ruby" ? b.start - a.start || b.index - a.index : 0),
      );
    for (const stop of stops) {
      if (stop.kind === "ruby") {
        say(marked.text.slice(position, stop.end), to, why);
        if (stop.isMoved) fragments.push({ text: stop.reading, to, place, isAdded: true });
        else say(stop.reading, to, why);
        position = Math.max(position, stop.end);
        continue;
      }
      say(marked.text.slice(position, stop.start), to, why);
      if (stop.kind === "added")
        fragments.push({ text: marked.text.slice(stop.start, stop.end), to, place, isAdded: true });
      if (stop.kind === "note") say(stop.written, "left out", "note mark");
      if (stop.kind === "removed" && stop.isHeadingNumber) say(stop.written, to);
      else if (stop.kind === "removed")
        say(stop.written, "left out", /^[-‐]$/u.test(stop.written) ? "hyphen at a line's end" : "number");
      position = Math.max(position, stop.end);
    }
    say(marked.text.slice(position, line.end), to, why);
  }
  return fragments;
}
