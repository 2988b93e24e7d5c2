import { isPlainPress, onDemand, takeBack } from "../on-demand.ts";
import { SETTINGS_EVENT } from "../reading/settings-event.ts";
import type { Opened } from "./note-popover.ts";

/**
 * Opens notes at their marks and definitions at their terms. Where notes are in the margin, a mark leads to its note
 * and back, and the page does not scroll if both are in view.
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
    const note = link.closest(".note") ?? target;
    if (getComputedStyle(note).position === "absolute") {
      stayWhereSeen(target);
    } else if (body && link.closest(".note-mark")) {
      event.preventDefault();
      open(link, async () => ({ kind: "note", body: body.cloneNode(true), href: link.hash }));
    }
  });
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

/** Prevents scrolling to a target that is in view already. */
function stayWhereSeen(target: HTMLElement): void {
  const root = document.documentElement;
  const style = getComputedStyle(root);
  const { top, right, bottom, left } = target.getBoundingClientRect();
  const isSeen = top >= 0 && left >= 0 && bottom <= root.clientHeight && right <= root.clientWidth;
  const start = style.writingMode.startsWith("vertical") ? root.clientWidth - right : top;
  target.style.scrollMarginBlockStart = isSeen ? `${start - Number.parseFloat(style.scrollPaddingBlockStart)}px` : "";
}
