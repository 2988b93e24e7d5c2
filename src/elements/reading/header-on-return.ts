import { adoptStyles } from "../adopt-styles.ts";
import styles from "./header-on-return.css?inline";

/** Screens on which the header is brought along: those of telephones. */
const NARROW = "(width < 48rem)";
/** How far a reader goes back before the header comes, in CSS pixels: a finger trembles. */
const BACK = 24;

/**
 * On a narrow screen brings the line of links of the header back where a reader goes back, and takes it away where they
 * go on. The header keeps its place in the page, so that nothing moves.
 */
export function bringHeaderOnReturn(): void {
  const header = document.querySelector<HTMLElement>(".site-header");
  const links = header?.querySelector("ul");
  if (!header || !links) return;
  adoptStyles(styles);
  const narrow = matchMedia(NARROW);
  let before = scrollY;
  let furthest = scrollY;
  const hide = () => header.removeAttribute("data-returned");
  addEventListener(
    "scroll",
    () => {
      // From the furthest point since the reader last went on.
      furthest = scrollY > before ? scrollY : Math.max(furthest, before);
      const isForwards = scrollY > before;
      before = scrollY;
      const isBrought = "returned" in header.dataset;
      if (isForwards || scrollY <= header.offsetHeight || !narrow.matches) {
        if (isBrought) hide();
      } else if (!isBrought && furthest - scrollY > BACK) {
        const above = links.getBoundingClientRect().top - header.getBoundingClientRect().top;
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
