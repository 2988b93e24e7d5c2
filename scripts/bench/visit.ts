import type { Browser, Page } from "@playwright/test";
import { type SlowLine, slowLine, type Transfer } from "./slow-line.ts";

/** How the search of a site is opened, filled and answered: selectors. */
export interface SearchOfSite {
  readonly opener: string;
  readonly field: string;
  readonly result: string;
}

/** What a first search costs. */
export interface FirstSearch extends Transfer {
  /** Milliseconds from the press on the opener to the first result, by the latency of the line in milliseconds. */
  readonly milliseconds: Readonly<Record<number, number>>;
}

/** A built site, and a page of it. */
export interface VisitedPage {
  /** Address of the site. */
  readonly site: string;
  /** Path of the page below it. */
  readonly path: string;
}

/** Latencies of a line at home, of a phone, and of a phone in a train; milliseconds. */
export const LATENCIES = [40, 150, 400] as const;
const VISITS = 5;
const PATIENCE_IN_MS = 120_000;

/** Opens a page over a line of its own, with nothing in the cache, and leaves it when the visit is over. */
async function visit<Seen>(
  browser: Browser,
  { site, path }: VisitedPage,
  latency: number,
  see: (page: Page, line: SlowLine) => Promise<Seen>,
): Promise<Seen> {
  const line = await slowLine(site, latency);
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${line.address}${path}`, { timeout: PATIENCE_IN_MS });
    await line.quiet();
    return await see(page, line);
  } finally {
    await context.close();
    await line.close();
  }
}

/** Waits until an element is seen, to the frame: Playwright itself looks twice a second in the end. */
const seen = (page: Page, selector: string) =>
  page.waitForFunction((wanted) => document.querySelector(wanted)?.checkVisibility() === true, selector, {
    polling: "raf",
    timeout: PATIENCE_IN_MS,
  });

/** @returns what comes until nothing more does */
export const settledPage = (browser: Browser, visited: VisitedPage): Promise<Transfer> =>
  visit(browser, visited, LATENCIES[0], async (_page, line) => line.account());

/**
 * Searches from a page that has settled: presses the opener, types the words as soon as there is a field, and waits for
 * the first result.
 *
 * @returns medians of five visits; `undefined` where nothing was found
 */
export async function firstSearch(
  browser: Browser,
  visited: VisitedPage,
  { opener, field, result }: SearchOfSite,
  words: string,
): Promise<FirstSearch | undefined> {
  const milliseconds: Record<number, number> = {};
  let transfer: Transfer = { bytes: 0, requests: 0 };
  for (const latency of LATENCIES) {
    const times: number[] = [];
    for (let number = 0; number < VISITS; number += 1) {
      const time = await visit(browser, visited, latency, async (page, line) => {
        line.account();
        const start = performance.now();
        try {
          await page.locator(opener).first().click({ timeout: PATIENCE_IN_MS });
          await seen(page, field);
          await page.locator(field).first().fill(words);
          await seen(page, result);
        } catch {
          return undefined;
        }
        const passed = performance.now() - start;
        await line.quiet();
        transfer = line.account();
        return passed;
      });
      if (time === undefined) return undefined;
      times.push(time);
    }
    milliseconds[latency] = times.toSorted((a, b) => a - b)[Math.floor(VISITS / 2)] ?? 0;
  }
  return { ...transfer, milliseconds };
}
