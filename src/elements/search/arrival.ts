import { loadSearchStrings } from "../../i18n/search/load.ts";
import { loadLanguageSearch } from "../../search/load-language-search.ts";
import { withoutNumbers } from "../../search/note-numbers.ts";
import { namesParagraph } from "../../search/paragraph-in-query.ts";
import { adoptStyles } from "../adopt-styles.ts";
import { hasShortcuts } from "../keys/has-shortcuts.ts";
import "../overlays.ts";
import { addressedElement } from "../page-address.ts";
import { pageLanguage } from "../page-language.ts";
import { isTyping } from "../typing.ts";
import styles from "./arrival.css?inline";
import { bringIntoView } from "./bring-into-view.ts";
import { visibleText } from "./visible-text.ts";

adoptStyles(styles);

/** Keys of the next and the previous hit; unlike letters they are the same on the keyboards of most languages. */
const [NEXT, PREVIOUS] = [".", ","];

/** Elements of a page that are units of the search. */
const UNITS = ".section-heading .title, [data-paragraph], [data-note] .note-body, [data-figure], [data-entry]";

/**
 * Marks every hit of the query in the page's address, without a change to the page's text (CSS Custom Highlight API),
 * shows where the first hit of the paragraph is that the reader came for, and offers the ways to the others.
 *
 * @param step aborted with the reader's first step: from then on nothing moves of itself
 * @throws where what it needs cannot be loaded
 */
export async function markArrival(step: AbortSignal): Promise<void> {
  if (!("highlights" in CSS)) return;
  const query = new URLSearchParams(location.search).get("q") ?? "";
  // The paragraph itself is what was looked for, and its number stands nowhere.
  if (namesParagraph(query)) return;
  const language = await loadLanguageSearch(pageLanguage());
  const written = language.parse(query);
  const texts = [...document.querySelectorAll<HTMLElement>(UNITS)].filter(canBeSeen).map(visibleText);
  const values = texts.map(({ value }) => value);
  const phrases = withoutNumbers(written, values, language) ?? written;
  const ranges = texts.flatMap((text) =>
    language
      .find(text.value, phrases)
      .flat()
      .sort((a, b) => a.start - b.start)
      .map(({ start, end }) => text.range(start, end)),
  );
  if (ranges.length === 0) return;
  const strings = await loadSearchStrings(pageLanguage());
  CSS.highlights.set("search", new Highlight(...ranges));

  const bar = document.createElement("div");
  bar.className = "bar search-bar";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", strings.hitsOnPage);
  bar.dataset["pagefindIgnore"] = "";
  const count = document.createElement("span");
  count.setAttribute("role", "status");
  const button = (label: string, sign: string, act: () => void, key?: string) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = sign;
    made.ariaLabel = label;
    made.title = key ? `${label} (${key})` : label;
    // The list of shortcuts has it by this.
    if (key) made.setAttribute("aria-keyshortcuts", key);
    made.addEventListener("click", act);
    return made;
  };

  const target = addressedElement();
  const firstInTarget = firstHitIn(ranges, target);
  let current = Math.max(0, firstInTarget);
  const show = () => {
    const range = ranges[current];
    if (!range) return;
    CSS.highlights.set("search-current", new Highlight(range));
    count.textContent = `${current + 1} / ${ranges.length}`;
  };
  const bring = () => {
    const range = ranges[current];
    if (range) bringIntoView(range);
  };
  const stepBy = (by: number) => () => {
    current = (current + by + ranges.length) % ranges.length;
    show();
    bring();
  };
  const marks = new AbortController();
  const clear = () => {
    marks.abort();
    CSS.highlights.delete("search");
    CSS.highlights.delete("search-current");
    const hadFocus = bar.contains(document.activeElement);
    bar.remove();
    if (hadFocus) document.querySelector<HTMLElement>("main")?.focus({ preventScroll: true });
    const url = new URL(location.href);
    url.searchParams.delete("q");
    history.replaceState(history.state, "", url);
  };
  bar.append(
    count,
    button(strings.previousHit, "↑", stepBy(-1), PREVIOUS),
    button(strings.nextHit, "↓", stepBy(1), NEXT),
    button(strings.clearHits, "×", clear),
  );
  (document.querySelector("main") ?? document.body).append(bar);
  show();
  // Without a hit in the target, the target itself is what the reader came for.
  if (!step.aborted && (firstInTarget >= 0 || !target)) bring();

  document.addEventListener(
    "keydown",
    (event) => {
      const { key, ctrlKey, metaKey, altKey } = event;
      if (ctrlKey || metaKey || altKey || document.querySelector("dialog[open], :popover-open")) return;
      // No shortcut, but the way to close whatever is open: it works where these are turned off.
      if (key === "Escape" && !event.isComposing && !event.defaultPrevented && !isTyping(event.target)) clear();
      if ((key !== NEXT && key !== PREVIOUS) || !hasShortcuts(event)) return;
      stepBy(key === NEXT ? 1 : -1)();
      // Tab goes on from where the hit is.
      const unit = ranges[current]?.startContainer.parentElement?.closest(UNITS);
      unit?.querySelector<HTMLElement>("a[href], button")?.focus({ preventScroll: true });
    },
    { signal: marks.signal },
  );

  // A link on the page is the reader's own way: only where it leads to hits are these counted from there, and only
  // where it is one of the search's own is its hit brought into view.
  let isHitLink = false;
  addEventListener(
    "click",
    ({ target }) => (isHitLink = target instanceof Element && target.closest(".search-hit") !== null),
    { capture: true, signal: marks.signal },
  );
  addEventListener(
    "hashchange",
    () => {
      const first = firstHitIn(ranges, addressedElement());
      if (first < 0) return;
      current = first;
      show();
      if (isHitLink) bring();
    },
    { signal: marks.signal },
  );
}

/** Units that the reader has hidden have no hits; closed disclosures are opened. */
const canBeSeen = (unit: HTMLElement): boolean =>
  unit.getClientRects().length > 0 || unit.closest("details:not([open])") !== null;

/** @returns the index of the first hit inside the element, or -1 */
const firstHitIn = (ranges: readonly Range[], element: HTMLElement | null): number =>
  ranges.findIndex((range) => element?.contains(range.startContainer));
