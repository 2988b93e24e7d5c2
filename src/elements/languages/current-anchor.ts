import { addressedElement } from "../page-address.ts";

/** Elements whose ids are the same in every language. */
const ANCHORED = "[data-paragraph], [data-note], [data-entry], [data-figure], .reference-list > li";

/** A paragraph of which less than this is left in view counts as read, in CSS pixels. */
const EDGE = 48;

/**
 * @returns the fragment of the reading position: the target of the address while it is in view, else the first
 *   paragraph in view; at the top of the page the fragment of the address, or nothing
 */
export function currentFragment(): string {
  const target = addressedElement();
  const named = target?.matches(ANCHORED) ? location.hash : "";
  if (target && named && isInView(target)) return named;
  const anchored = [...document.querySelectorAll(ANCHORED)];
  const first = anchored.find((element) => element.getBoundingClientRect().bottom > EDGE);
  const isBeginning = first === anchored[0] && (first?.getBoundingClientRect().top ?? 0) > 0;
  return first && !isBeginning ? `#${first.id}` : named;
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > EDGE && top < innerHeight;
}
