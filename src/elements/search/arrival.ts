import { loadStrings } from "../../i18n/load.ts";
import { loadLanguageSearch } from "../../search/load-language-search.ts";
import { adoptStyles } from "../adopt-styles.ts";
import "../overlays.ts";
import styles from "./arrival.css?inline";
import { visibleText } from "./visible-text.ts";

adoptStyles(styles);

/** Elements of a page that are units of the search. */
const UNITS = ".section-heading .title, [data-paragraph], [data-note] .note-body, [data-figure], [data-entry]";

/**
 * Highlights all hits of the query in the address (CSS Custom Highlight API, which leaves the document unchanged),
 * shows the first hit of the target, and offers buttons to the others.
 */
export async function markArrival(): Promise<void> {
  if (!("highlights" in CSS)) return;
  const language = await loadLanguageSearch(document.documentElement.lang);
  const phrases = language.parse(new URLSearchParams(location.search).get("q") ?? "");
  if (phrases.length === 0) return;
  const ranges = [...document.querySelectorAll<HTMLElement>(UNITS)].flatMap((unit) => {
    const text = visibleText(unit);
    return language
      .find(text.value, phrases)
      .flat()
      .sort((a, b) => a.start - b.start)
      .map(({ start, end }) => text.range(start, end));
  });
  if (ranges.length === 0) return;
  CSS.highlights.set("search", new Highlight(...ranges));

  const strings = await loadStrings("search", document.documentElement.lang);
  const bar = document.createElement("div");
  bar.className = "bar search-bar";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", strings.hitsOnPage);
  bar.dataset["pagefindIgnore"] = "";
  const count = document.createElement("span");
  count.setAttribute("role", "status");
  const button = (label: string, sign: string, act: () => void) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = sign;
    made.ariaLabel = label;
    made.title = label;
    made.addEventListener("click", act);
    return made;
  };

  let current = firstRangeIn(ranges, document.getElementById(decodeURIComponent(location.hash.slice(1))));
  const show = (scroll: boolean) => {
    const range = ranges[current];
    if (!range) return;
    CSS.highlights.set("search-current", new Highlight(range));
    count.textContent = `${current + 1} / ${ranges.length}`;
    if (scroll || !isInView(range)) scrollIntoView(range);
  };
  const step = (by: number) => () => {
    current = (current + by + ranges.length) % ranges.length;
    show(true);
  };
  const clear = () => {
    CSS.highlights.delete("search");
    CSS.highlights.delete("search-current");
    bar.remove();
    const url = new URL(location.href);
    url.searchParams.delete("q");
    history.replaceState(history.state, "", url);
  };
  bar.append(
    count,
    button(strings.previousHit, "↑", step(-1)),
    button(strings.nextHit, "↓", step(1)),
    button(strings.clearHits, "×", clear),
  );
  (document.querySelector("main") ?? document.body).append(bar);
  show(location.hash === "");
  addEventListener("hashchange", () => {
    current = firstRangeIn(ranges, document.getElementById(decodeURIComponent(location.hash.slice(1))));
    show(false);
  });
}

/** @returns the index of the first hit in the element; 0 where it has none */
function firstRangeIn(ranges: readonly Range[], element: HTMLElement | null): number {
  return Math.max(
    0,
    ranges.findIndex((range) => element?.contains(range.startContainer)),
  );
}

function isInView(range: Range): boolean {
  const { top, right, bottom, left } = range.getBoundingClientRect();
  return top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
}

function scrollIntoView(range: Range): void {
  const element = range.startContainer.parentElement;
  element?.scrollIntoView({ block: "nearest" });
  const { top, bottom } = range.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) scrollBy(0, top - innerHeight / 3);
}
