import { firstStep } from "../first-step.ts";
import { savePosition } from "./saved-position.ts";
import { SETTINGS_EVENT } from "./settings.ts";

/**
 * Root margins of the observer: the strip of the screen in which one reads. It begins a little after what stays free
 * above the target of a link, so that the first paragraph in it is the one that a link leads to, however short it is; and
 * it ends where the first paragraph of a page has not come yet when a reader is at its head, at the settings.
 */
const READING_STRIP = "-40px 0px -80% 0px";
const READING_STRIP_VERTICAL = "0px -40px 0px -80%";

/** Time after which a page has arrived where its address leads, in milliseconds. */
const ARRIVAL_IN_MS = 3_000;

/**
 * Tracks the reading position: marks the section and the paragraph in the contents, and saves the position once the
 * reader goes on: who merely opens a link keeps the place that they had read to. When settings change, the current
 * paragraph is kept in place.
 */
export function followReader(): void {
  const paragraphs = document.querySelectorAll<HTMLElement>("article [data-paragraph]");
  if (paragraphs.length === 0) return;
  let current: HTMLElement | undefined;
  let observer: IntersectionObserver | undefined;
  const step = firstStep();
  const inView = new Set<Element>();
  const observe = () => {
    observer?.disconnect();
    inView.clear();
    const isVertical = getComputedStyle(document.documentElement).writingMode.startsWith("vertical");
    observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) inView[isIntersecting ? "add" : "delete"](target);
        const first = [...paragraphs].find((paragraph) => inView.has(paragraph));
        if (!first || first === current) return;
        current = first;
        show(current, step.aborted || performance.now() > ARRIVAL_IN_MS);
      },
      { rootMargin: isVertical ? READING_STRIP_VERTICAL : READING_STRIP },
    );
    for (const paragraph of paragraphs) observer.observe(paragraph);
  };
  observe();
  addEventListener(SETTINGS_EVENT, () => {
    if (current && current !== paragraphs[0]) current.scrollIntoView({ block: "start", behavior: "instant" });
    observe();
  });
}

function show(paragraph: HTMLElement, isReading: boolean): void {
  const number = paragraph.dataset["paragraph"] ?? "";
  const section = paragraph.closest("section")?.getAttribute("aria-labelledby");
  const links = document.querySelectorAll<HTMLElement>(".contents-aside a");
  for (const link of links) {
    const isHere = section ? link.getAttribute("href") === `#${section}` : link.ariaCurrent === "page";
    if (section) link.toggleAttribute("data-current", isHere);
    // Not `data-paragraph`, which identifies paragraphs of the text.
    if (isHere) link.dataset["position"] = `¶${number}`;
    else delete link.dataset["position"];
  }
  if (isReading) savePosition({ path: location.pathname, anchor: paragraph.id, number });
}
