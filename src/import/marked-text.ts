import type { PhrasingContent } from "mdast";
import { textElement } from "../markdown/jsx.ts";
import { append } from "./lists.ts";

/** Stands for a note mark in the text; a noncharacter, which no manuscript holds (see `mendCharacters`). */
export const MARK = "\uFDD0";
/** Stands for what was taken out of the text there, such as a hyphen at a line's end. */
export const REMOVED = "\uFDD1";

/** What a run of a text is, beside its letters. */
export type SpanKind =
  | { readonly kind: "note"; readonly label: string; readonly written: string }
  /** What was taken out of the words; a heading's number is still counted among them. */
  | { readonly kind: "removed"; readonly written: string; readonly isHeadingNumber?: true }
  /** A reading stands in the manuscript after its base, unless it is moved there from elsewhere. */
  | { readonly kind: "ruby"; readonly reading: string; readonly isMoved?: true }
  | { readonly kind: "emphasis" | "strong" | "underline" | "small" | "sup" | "sub" | "break" }
  /** What stands for a description that was removed beside it, and was not in the manuscript itself. */
  | { readonly kind: "added" }
  /** The source's line from which the run comes. */
  | { readonly kind: "line"; readonly line: number; readonly page: number };

export type Span = SpanKind & { readonly start: number; readonly end: number };

/** A text whose runs are marked: where they come from, what is ruby, what a note's mark. Immutable. */
export class MarkedText {
  readonly text: string;
  readonly spans: readonly Span[];

  constructor(text: string, spans: readonly Span[] = []) {
    this.text = text;
    this.spans = spans;
  }

  static join(parts: readonly MarkedText[]): MarkedText {
    let offset = 0;
    const spans = parts.flatMap((part) => {
      const moved = part.spans.map((span) => ({ ...span, start: span.start + offset, end: span.end + offset }));
      offset += part.text.length;
      return moved;
    });
    return new MarkedText(parts.map(({ text }) => text).join(""), spans);
  }

  slice(start: number, end = this.text.length): MarkedText {
    return new MarkedText(
      this.text.slice(start, end),
      this.spans
        .filter((span) => span.end > start && span.start < end)
        .map((span) => ({ ...span, start: Math.max(span.start, start) - start, end: Math.min(span.end, end) - start })),
    );
  }

  /** Replaces places in the text; the spans around them keep what is left of them. Places are in order and apart. */
  replace(places: readonly { start: number; end: number; by: string; span?: SpanKind }[]): MarkedText {
    if (places.length === 0) return this;
    const parts: string[] = [];
    const shifts: { at: number; to: number }[] = [];
    let last = 0;
    let length = 0;
    const added: Span[] = [];
    for (const { start, end, by, span } of places) {
      parts.push(this.text.slice(last, start), by);
      shifts.push({ at: last, to: length });
      length += start - last;
      if (span) added.push({ ...span, start: length, end: length + by.length });
      shifts.push({ at: start, to: length }, { at: end, to: length + by.length });
      length += by.length;
      last = end;
    }
    parts.push(this.text.slice(last));
    shifts.push({ at: last, to: length });
    const move = (offset: number, atEnd: boolean): number => {
      let low = 0;
      let high = shifts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((shifts[middle]?.at ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      const { at, to } = shifts[low] ?? { at: 0, to: 0 };
      const next = shifts[low + 1]?.to ?? Number.POSITIVE_INFINITY;
      // Inside a place that was replaced: at its beginning or its end.
      return atEnd && to + (offset - at) > next ? next : Math.min(to + (offset - at), next);
    };
    return new MarkedText(parts.join(""), [
      ...this.spans
        .map((span) => ({ ...span, start: move(span.start, false), end: move(span.end, true) }))
        .filter(({ start, end }) => end > start),
      ...added,
    ]);
  }

  with(...spans: readonly Span[]): MarkedText {
    return new MarkedText(this.text, [...this.spans, ...spans]);
  }

  /** Without the white space at both ends, and without the signs of what was taken out there. */
  trim(): MarkedText {
    const start = /^[\s\uFDD1]*/u.exec(this.text)?.[0].length ?? 0;
    let end = this.text.length;
    while (end > start && /[\s\uFDD1]/u.test(this.text[end - 1] ?? "")) end -= 1;
    return this.slice(start, end);
  }

  /** The words without marks and without what was taken out. */
  get words(): string {
    return this.text.replaceAll(/[\uFDD0\uFDD1]/gu, "");
  }
}

/** In which order runs enclose each other where they begin and end together. */
const ORDER = ["break", "strong", "emphasis", "underline", "small", "sup", "sub", "ruby", "note", "removed"];

/** @returns the text as Markdown's inline content, with ruby as its elements */
export function toPhrasing(marked: MarkedText): PhrasingContent[] {
  const spans = marked.spans
    .filter(({ kind }) => kind !== "line" && kind !== "added")
    .sort((a, b) => a.start - b.start || b.end - a.end || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  return phrasing(marked.text, 0, marked.text.length, spans);
}

function phrasing(text: string, start: number, end: number, spans: readonly Span[]): PhrasingContent[] {
  const content: PhrasingContent[] = [];
  const say = (value: string) => {
    if (value === "") return;
    const last = content.at(-1);
    if (last?.type === "text") last.value += value;
    else content.push({ type: "text", value });
  };
  let position = start;
  let index = 0;
  while (index < spans.length) {
    const span = spans[index];
    if (!span || span.start >= end) break;
    index += 1;
    if (span.end <= position) continue;
    // A run that another one has cut begins where that one ended.
    const from = Math.max(span.start, position);
    say(text.slice(position, from));
    const to = Math.min(span.end, end);
    const inner: Span[] = [];
    for (let at = index; at < spans.length; at += 1) {
      const other = spans[at];
      // They are in the order in which they begin.
      if (!other || other.start >= to) break;
      if (other.end > from) inner.push(other);
    }
    append(content, element(span, text, from, to, inner));
    position = to;
  }
  say(text.slice(position, end));
  return content;
}

function element(span: Span, text: string, from: number, to: number, inner: readonly Span[]): PhrasingContent[] {
  switch (span.kind) {
    case "note":
      return [{ type: "footnoteReference", identifier: span.label, label: span.label }];
    case "removed":
    case "line":
    case "added":
      return [];
    case "break":
      return [{ type: "break" }];
    default: {
      const children = phrasing(text, from, to, inner);
      if (children.length === 0) return [];
      if (span.kind === "emphasis") return [{ type: "emphasis", children }];
      if (span.kind === "strong") return [{ type: "strong", children }];
      if (span.kind === "ruby") return [rubyElement(children, span.reading)];
      return [textElement(span.kind === "underline" ? "u" : span.kind, {}, children)];
    }
  }
}

/** @returns a base with its reading, in brackets where ruby cannot be shown */
export function rubyElement(base: PhrasingContent[], reading: string): PhrasingContent {
  const say = (name: string, value: string) => textElement(name, {}, [{ type: "text", value }]);
  return textElement("ruby", {}, [...base, say("rp", "（"), say("rt", reading), say("rp", "）")]);
}
