import type { Page } from "@playwright/test";

/** What moved, from where to where; not all that moved is named. */
interface LayoutShift extends PerformanceEntry {
  /** Whether a press of the reader's may have moved it. */
  readonly hadRecentInput: boolean;
  readonly sources: readonly {
    readonly node: Node | null;
    readonly previousRect: DOMRectReadOnly;
    readonly currentRect: DOMRectReadOnly;
  }[];
}

/**
 * @returns what moved on the page since it began to load, up to the last frame that is drawn, without what the reader did
 */
export const shifts = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise((done) => requestAnimationFrame(done));
    const observer = new PerformanceObserver(() => undefined);
    observer.observe({ type: "layout-shift", buffered: true });
    // An observer that has nothing to tell stays silent: it is asked.
    const moves = (observer.takeRecords() as LayoutShift[]).flatMap(({ hadRecentInput, startTime, sources }) => {
      if (hadRecentInput) return [];
      return sources.length === 0
        ? [`something unnamed at ${startTime} ms`]
        : sources.map(({ node, previousRect, currentRect }) => {
            const name = node instanceof Element ? node.outerHTML.slice(0, 80) : node?.textContent?.slice(0, 80);
            return `${name} at ${startTime} ms: ${JSON.stringify([previousRect, currentRect])}`;
          });
    });
    observer.disconnect();
    return moves;
  });
