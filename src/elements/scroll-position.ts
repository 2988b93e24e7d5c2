/** Key in sessionStorage. */
const KEY = "scroll";
/** How many pages are remembered, the latest ones. */
const MOST = 50;

/** The scroll position of a page. */
interface ScrollPosition {
  readonly address: string;
  readonly left: number;
  readonly top: number;
  /** Address of the focused link. */
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
    // For this history entry only; within the page the browser restores positions.
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
    // Without storage the browser restores the position as it can.
  }
}

function remembered(): readonly ScrollPosition[] {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "[]") as ScrollPosition[];
  } catch {
    return [];
  }
}
