import { adoptStyles } from "../adopt-styles.ts";
import styles from "./header-on-return.css?inline";

/** How far a reader goes back before the header comes, in CSS pixels: a finger trembles. */
const BACK = 24;

/**
 * Brings the line of links of the header back where a reader goes back, and takes it away where they go on. The header keeps
 * its place in the page, so that nothing moves.
 */
export function bringHeaderOnReturn(): void {
  const header = document.querySelector<HTMLElement>(".site-header");
  const links = header?.querySelector("ul");
  if (!header || !links) return;
  adoptStyles(styles);
  const isVertical = () => getComputedStyle(header).writingMode.startsWith("vertical");
  /** How far the page has been scrolled in the direction in which it runs. */
  const scrolled = () => (isVertical() ? Math.abs(scrollX) : scrollY);
  let before = scrolled();
  let furthest = before;
  const hide = () => header.removeAttribute("data-returned");
  addEventListener(
    "scroll",
    () => {
      const now = scrolled();
      // From the furthest point since the reader last went on.
      furthest = now > before ? now : Math.max(furthest, before);
      const isForwards = now > before;
      before = now;
      const isBrought = "returned" in header.dataset;
      const box = header.getBoundingClientRect();
      if (isForwards || now <= (isVertical() ? box.width : box.height)) {
        if (isBrought) hide();
      } else if (!isBrought && furthest - now > BACK) {
        const line = links.getBoundingClientRect();
        const above = isVertical() ? box.right - line.right : line.top - box.top;
        header.style.setProperty("--above-links", `${above}px`);
        header.dataset["returned"] = "";
      }
    },
    { passive: true },
  );
  // Where a link or the focus leads back, the reader looks at what it leads to.
  addEventListener("hashchange", hide);
  addEventListener("focusin", ({ target }) => {
    if (target instanceof Node && !header.contains(target)) hide();
  });
}
