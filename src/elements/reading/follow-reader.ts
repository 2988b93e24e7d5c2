import { savePosition } from "./saved-position.ts";
import { SETTINGS_EVENT } from "./settings.ts";

/**
 * Root margins of the observer: a line of the screen just below where links scroll to, thinner than the gap between two
 * paragraphs, so that it meets one at most.
 */
const READING_LINE = "-15% 0px -84.5% 0px";
const READING_LINE_VERTICAL = "0px -15% 0px -84.5%";

/**
 * Tracks the reading position: marks the section and the paragraph in the contents, and saves the position. When
 * settings change, the current paragraph is kept in place.
 */
export function followReader(): void {
  const paragraphs = document.querySelectorAll<HTMLElement>("article [data-paragraph]");
  if (paragraphs.length === 0) return;
  let current: HTMLElement | undefined;
  let observer: IntersectionObserver | undefined;
  const observe = () => {
    observer?.disconnect();
    const isVertical = getComputedStyle(document.documentElement).writingMode.startsWith("vertical");
    observer = new IntersectionObserver(
      (entries) => {
        const entry = entries.findLast(({ isIntersecting }) => isIntersecting);
        if (!(entry?.target instanceof HTMLElement)) return;
        current = entry.target;
        show(current);
      },
      { rootMargin: isVertical ? READING_LINE_VERTICAL : READING_LINE },
    );
    for (const paragraph of paragraphs) observer.observe(paragraph);
  };
  observe();
  addEventListener(SETTINGS_EVENT, () => {
    if (current && current !== paragraphs[0]) current.scrollIntoView({ block: "start", behavior: "instant" });
    observe();
  });
}

function show(paragraph: HTMLElement): void {
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
  savePosition({ path: location.pathname, anchor: paragraph.id, number });
}
