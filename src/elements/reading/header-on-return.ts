import { adoptStyles } from "../adopt-styles.ts";
import styles from "./header-on-return.css?inline";

/** How far a reader goes back before the header comes, in CSS pixels: a finger trembles. */
const BACK = 24;
/** How long a page may take to where a link or the focus leads, in milliseconds. */
const WAY = 800;

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
  /** Since when the page moves to what a link or a key leads to, in milliseconds of the page. */
  let led = Number.NEGATIVE_INFINITY;
  addEventListener(
    "scroll",
    ({ timeStamp }) => {
      const now = scrolled();
      if (timeStamp - led < WAY) {
        before = now;
        furthest = now;
        return;
      }
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
  const lead = ({ timeStamp }: Event) => {
    led = timeStamp;
    hide();
  };
  addEventListener("hashchange", lead);
  addEventListener("focusin", (event) => {
    if (event.target instanceof Node && !header.contains(event.target)) lead(event);
  });
}
