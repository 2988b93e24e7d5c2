/** What a reader can be at; its ids are the same in every language. */
const ANCHORED = "[data-paragraph], [data-note], [data-entry], [data-figure], .reference-list > li";

/** Below this height, in CSS pixels, what is left of a paragraph above it does not count as being read. */
const EDGE = 48;

/**
 * @returns the fragment of the place that the reader is at: the target of the page's address while it is in view, else
 *   the first paragraph in view. At the beginning of the page, where the way to another language is, it is what the
 *   address names, or nothing.
 */
export function currentFragment(): string {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
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
