import { leaveWithTab } from "../leave-with-tab.ts";
import { isPlainPress, onDemand, takeBack } from "../on-demand.ts";
import { SETTINGS_EVENT } from "../reading/settings-event.ts";
import type { Opened } from "./note-popover.ts";

/**
 * Opens notes at their marks and definitions at their terms. Where notes are in the margin, a mark leads to its note
 * and back, and the page scrolls no further than to show where that begins. From every note on the page Escape leads back
 * to its mark.
 */
export function openNotesInPlace(): void {
  settleTerms();
  addEventListener(SETTINGS_EVENT, settleTerms);
  document.addEventListener("click", (event) => {
    if (!isPlainPress(event)) return;
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(LINKS) : null;
    if (!link) return;
    if (link.matches(".term")) {
      event.preventDefault();
      open(link, async () => (await import("./term-definition.ts")).definitionOf(link));
      return;
    }
    const target = document.getElementById(link.getAttribute("href")?.slice(1) ?? "");
    const body = target?.querySelector(".note-body");
    if (!target) return;
    const note = link.closest<HTMLElement>(".note") ?? target;
    if (getComputedStyle(note).position === "absolute") {
      if (note === target) enter(note, link);
      showWhenPlaced(target, link.hash !== location.hash);
    } else if (body && link.closest(".note-mark")) {
      event.preventDefault();
      open(link, async () => ({ kind: "note", body: body.cloneNode(true), href: link.hash }));
    }
  });
  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (key !== "Escape" || event.defaultPrevented || event.isComposing || document.querySelector(":popover-open"))
      return;
    const note = target instanceof Element && target.closest(".note");
    const ways = note ? [...note.querySelectorAll<HTMLAnchorElement>('.note-back a[href^="#"]')] : [];
    (ways.find(({ hash }) => hash === `#${entered?.id}`) ?? ways[0])?.click();
  });
}

/** The mark from which the reader has come into a note in the margin. */
let entered: HTMLElement | undefined;
let stay = new AbortController();

/** Lets the browser take the focus into a note, and Tab past its end go on after its mark: it stands at the page’s end. */
function enter(note: HTMLElement, mark: HTMLElement): void {
  stay.abort();
  stay = new AbortController();
  const { signal } = stay;
  entered = mark;
  note.tabIndex = -1;
  leaveWithTab(note, () => mark, signal);
  note.addEventListener(
    "focusout",
    ({ relatedTarget }) => {
      // Who goes to another window is back in the note afterwards.
      if (document.hasFocus() && !(relatedTarget instanceof Node && note.contains(relatedTarget))) stay.abort();
    },
    { signal },
  );
}

const LINKS = ".note-mark a, .note-back a, a.term[href]";

/** Without annotations a term is plain text; its link is kept in `data-href`. */
function settleTerms(): void {
  const isHidden = document.documentElement.dataset["annotations"] === "hidden";
  for (const term of document.querySelectorAll<HTMLAnchorElement>("a.term")) {
    const { href = "" } = term.dataset;
    if (isHidden && term.hasAttribute("href")) {
      term.dataset["href"] = term.getAttribute("href") ?? "";
      term.removeAttribute("href");
    } else if (!isHidden && href) term.href = href;
  }
}

/** The mark that was pressed last: one popover is open at a time. */
let last: HTMLElement | undefined;

function open(link: HTMLAnchorElement, load: () => Promise<Opened>): void {
  if (last && last !== link) takeBack(last);
  last = link;
  void onDemand(link, async (signal) => {
    const [{ toggleInPlace }, opened] = await Promise.all([import("./note-popover.ts"), load()]);
    await toggleInPlace(link, opened, signal);
  });
}

/**
 * Keeps the page where it is while its link leads to a target, and then scrolls no further than to show where that begins.
 *
 * @param isNew whether the address changes, with which notes are opened and folded
 */
function showWhenPlaced(target: HTMLElement, isNew: boolean): void {
  const { start, padding } = placeOf(target);
  target.style.scrollMarginBlockStart = `${start - padding}px`;
  const show = () =>
    requestAnimationFrame(() => {
      target.style.scrollMarginBlockStart = "";
      showBeginning(target);
    });
  if (isNew) addEventListener("hashchange", show, { once: true });
  else show();
}

function showBeginning(target: HTMLElement): void {
  const { start, line, size, padding, isVertical } = placeOf(target);
  const wanted = start < 0 ? padding : Math.min(start, size - line);
  const by = start - wanted;
  if (by !== 0) scrollBy({ [isVertical ? "left" : "top"]: isVertical ? -by : by, behavior: "instant" });
}

/** @returns along the direction in which lines follow each other, in CSS pixels: where an element begins on the screen,
 * the size of its first line and of the screen, and what the page keeps free before a target */
function placeOf(element: HTMLElement) {
  const root = document.documentElement;
  const { writingMode, scrollPaddingBlockStart } = getComputedStyle(root);
  const isVertical = writingMode.startsWith("vertical");
  const box = element.getBoundingClientRect();
  const size = isVertical ? root.clientWidth : root.clientHeight;
  const extent = isVertical ? box.width : box.height;
  return {
    start: isVertical ? size - box.right : box.top,
    // The line of a mark has no size.
    line: Math.min(extent, Number.parseFloat(getComputedStyle(element).lineHeight) || extent),
    size,
    padding: Number.parseFloat(scrollPaddingBlockStart) || 0,
    isVertical,
  };
}
