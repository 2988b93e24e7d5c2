/** Where the browser keeps where pages were scrolled to, for as long as the tab is open. */
const KEY = "scroll";
/** So many pages are remembered; the oldest are forgotten first. */
const MOST = 50;

/** Where a page was left. */
interface ScrollPosition {
  readonly address: string;
  readonly left: number;
  readonly top: number;
  /** Address of the link that had the focus. */
  readonly focused?: string;
}

/**
 * Keeps where the reader leaves the page, for when they come back to it or load it again. The browser does that by
 * itself where all of the page is there when it is loaded and its lines run across; what is filled in later it leaves at
 * the beginning, and vertical pages Chromium brings somewhere else.
 *
 * @returns brings the page back to where it was left, once and where the reader is back on it; to be called when it has
 *   its full size
 */
export function keepScrollPosition(): () => void {
  addEventListener("pagehide", () => {
    // Of this entry of the history alone; on the page itself the browser goes back and forth.
    history.scrollRestoration = "manual";
    remember();
  });
  const leaveToBrowser = () => setTimeout(() => (history.scrollRestoration = "auto"));
  addEventListener("pageshow", leaveToBrowser);

  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const isBack = navigation?.type === "back_forward" || navigation?.type === "reload";
  let position = isBack ? remembered().find(({ address }) => address === location.href) : undefined;
  return () => {
    if (!position) return;
    const { left, top, focused } = position;
    position = undefined;
    scrollTo({ left, top, behavior: "instant" });
    const link = [...document.links].find(({ href }) => href === focused);
    link?.focus({ preventScroll: true });
  };
}

function remember(): void {
  const { activeElement } = document;
  const position: ScrollPosition = {
    address: location.href,
    left: scrollX,
    top: scrollY,
    ...(activeElement instanceof HTMLAnchorElement && { focused: activeElement.href }),
  };
  const others = remembered().filter(({ address }) => address !== position.address);
  try {
    sessionStorage.setItem(KEY, JSON.stringify([position, ...others].slice(0, MOST)));
  } catch {
    // A browser that keeps nothing brings the page back as it can.
  }
}

function remembered(): readonly ScrollPosition[] {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "[]") as ScrollPosition[];
  } catch {
    return [];
  }
}
