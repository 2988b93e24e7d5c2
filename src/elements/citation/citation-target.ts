import type { LocatorKind } from "../../essay/locators.ts";
import { WORK_NAME } from "../../essay/routes.ts";
import { idOfFragment } from "../page-address.ts";
import { NO_WORDS, visibleText, wordNodes } from "../search/visible-text.ts";
import { wholeWords } from "./whole-words.ts";

/** What a reader cites. */
export interface CitationTarget {
  /** Name of its citation bundle: the id of the section, or `full`. */
  readonly bundle: string;
  readonly kind: LocatorKind | undefined;
  readonly number: string;
  /** Fragment of its address; empty for a section or the whole. */
  readonly anchor: string;
  /** Its text, or the selected part of it. */
  readonly words: string;
  /** All its text. */
  readonly unitWords: string;
  readonly isSelection: boolean;
}

const targetUnit = (node: Node | null | undefined): HTMLElement | null | undefined =>
  (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>(
    "[data-paragraph], li[data-note], [data-figure], .section-heading",
  );

/**
 * @returns the paragraph, note, figure or heading that contains the node, or what the ready citation that does is of;
 *   `undefined` where none does
 */
export function targetAround(node: Node | null): CitationTarget | undefined {
  const element = node instanceof Element ? node : node?.parentElement;
  const whole = element?.closest<HTMLElement>("[data-cite]");
  if (whole) return targetOfPage(whole.dataset["cite"] ?? "");
  const unit = targetUnit(element);
  if (!unit) return undefined;
  const bundle = bundleOf(unit);
  const common = (words: string) => ({ bundle, isSelection: false, words, unitWords: words });
  if (unit.dataset["paragraph"] !== undefined)
    return {
      ...common(wordsOf(unit)),
      kind: "paragraph",
      number: unit.dataset["paragraph"],
      anchor: unit.id,
    };
  if (unit instanceof HTMLLIElement) {
    const body = unit.querySelector(".note-body") ?? unit;
    const kind = unit.closest(".editor-notes") ? "editor-note" : "note";
    return { ...common(wordsOf(body)), words: noteWords(body), kind, number: String(unit.value), anchor: unit.id };
  }
  if (unit.dataset["figure"] !== undefined) {
    const title = unit.querySelector(".figure-title") ?? unit;
    return { ...common(wordsOf(title)), kind: "figure", number: unit.dataset["figure"], anchor: unit.id };
  }
  const heading = unit.querySelector("h1, h2, h3");
  return { ...common(heading ? wordsOf(heading) : ""), kind: undefined, number: "", anchor: "" };
}

/** @returns what the page has a ready citation of: its section, or the whole */
function targetOfPage(bundle: string): CitationTarget {
  const title = document.querySelector(bundle === WORK_NAME ? ".site-title" : "main h1");
  const words = title ? wordsOf(title) : "";
  return { bundle, kind: undefined, number: "", anchor: "", words, unitWords: words, isSelection: false };
}

/** Words that a reader has selected. */
interface Selected {
  readonly target: CitationTarget;
  /** From their first letter to their last. */
  readonly range: Range;
}

/** @returns the words that are selected, if they stand in one paragraph or note */
export function selectedWords(): Selected | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const marked = markedPart(selection.getRangeAt(0));
  if (!marked) return undefined;
  const range = withWholeWords(marked);
  const [start, end] = [targetAround(range.startContainer), targetAround(range.endContainer)];
  if (!start?.anchor || start.anchor !== end?.anchor) return undefined;
  const holder = document.createElement("div");
  holder.append(range.cloneContents());
  const words = wordsOf(holder);
  return words ? { target: { ...start, words, isSelection: true }, range } : undefined;
}

/**
 * What a reader sees marked of a selection. A press that selects a whole paragraph ends the selection at the beginning
 * of what follows, of which nothing is marked.
 *
 * @returns the selection from its first letter to its last, apparatus at its ends left out; nothing where it has none
 */
function markedPart(selected: Range): Range | undefined {
  const { commonAncestorContainer: root } = selected;
  const holder = root instanceof Element ? root : root.parentElement;
  if (!holder || holder.closest(NO_WORDS)) return undefined;
  const part = document.createRange();
  let isEmpty = true;
  for (const node of wordNodes(holder)) {
    if (!selected.intersectsNode(node) || node.parentElement?.closest(AS_OF)) continue;
    const from = node === selected.startContainer ? selected.startOffset : 0;
    const to = node === selected.endContainer ? selected.endOffset : node.length;
    const words = node.data.slice(from, to);
    if (!words.trim()) continue;
    if (isEmpty) part.setStart(node, from + words.length - words.trimStart().length);
    part.setEnd(node, from + words.trimEnd().length);
    isEmpty = false;
  }
  return isEmpty ? undefined : part;
}

/** @returns the range with the whole of the words of which it has a part: nobody quotes half of one */
function withWholeWords(range: Range): Range {
  const unit = targetUnit(range.startContainer);
  const nodes = unit?.contains(range.endContainer) ? [...wordNodes(unit)] : [];
  const text = nodes.map(({ data }) => data).join("");
  const before = (node: Node) => {
    const index = nodes.indexOf(node as Text);
    return index < 0 ? undefined : nodes.slice(0, index).reduce((sum, { length }) => sum + length, 0);
  };
  const [first, last] = [before(range.startContainer), before(range.endContainer)];
  if (first === undefined || last === undefined) return range;
  const [start, end] = wholeWords(text, first + range.startOffset, last + range.endOffset);
  const whole = document.createRange();
  let passed = 0;
  for (const node of nodes) {
    if (start >= passed && start < passed + node.length) whole.setStart(node, start - passed);
    if (end > passed && end <= passed + node.length) whole.setEnd(node, end - passed);
    passed += node.length;
  }
  return whole;
}

/** The day on which a note was checked; the text that was cited has it, its words have not. */
const AS_OF = ".as-of";

/** @returns the words of a note that are quoted */
function noteWords(body: Element): string {
  const words = document.createElement("div");
  words.append(body.cloneNode(true));
  for (const day of words.querySelectorAll(AS_OF)) day.remove();
  return wordsOf(words);
}

const wordsOf = (element: Element): string => visibleText(element).value.replaceAll(/\s+/gu, " ").trim();

/**
 * @returns the name of the bundle of a unit. On the full page it is that of the section; a note belongs to the section
 *   of its first mark.
 */
function bundleOf(unit: Element): string {
  const mark = unit.querySelector<HTMLAnchorElement>(".note-back a[href*='#mark-']");
  // On the notes page the marks are on section pages, whose address ends with the slug.
  if (mark && mark.pathname !== location.pathname) return mark.pathname.split("/").at(-2) ?? "";
  const origin = mark ? (document.getElementById(idOfFragment(mark.hash)) ?? unit) : unit;
  return (
    origin.closest("main section:has(> .section-heading)")?.getAttribute("aria-labelledby") ??
    document.querySelector<HTMLElement>("[data-cite]")?.dataset["cite"] ??
    ""
  );
}
