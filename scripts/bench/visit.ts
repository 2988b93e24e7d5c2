import type { Browser, Locator, Page } from "@playwright/test";
import { type SlowLine, slowLine, type Transfer } from "./slow-line.ts";

/** How the search of a site is opened, filled and answered: selectors. */
export interface SearchOfSite {
  readonly opener: string;
  readonly field: string;
  /** A result, whose `mark`s are what was found. */
  readonly result: string;
}

/** What a first search costs. */
export interface FirstSearch extends Transfer {
  /** Milliseconds from the press on the opener to the first result of words that come in one piece, by `LATENCIES`. */
  readonly milliseconds: Readonly<Record<number, number>>;
  /** Milliseconds from the last letter to the first result of words that are typed, by `LATENCIES`. */
  readonly afterTyping: Readonly<Record<number, number>>;
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
/** Between two letters, in milliseconds: a practised typist, 75 words of English a minute. */
export const LETTER_IN_MS = 160;
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

/** Waits until a result is seen that has all of the words, and not only those that were typed by then. */
const found = (page: Page, result: string, words: string) =>
  page.waitForFunction(
    ([selector, wanted]) =>
      [...document.querySelectorAll(selector)].some((one) => {
        const marked = [...one.querySelectorAll("mark")].map(({ textContent }) => textContent).join("");
        return one.checkVisibility() && marked.toLowerCase().includes(wanted);
      }),
    [result, words.toLowerCase()] as const,
    { polling: "raf", timeout: PATIENCE_IN_MS },
  );

/** @returns what comes until nothing more does */
export const settledPage = (browser: Browser, visited: VisitedPage): Promise<Transfer> =>
  visit(browser, visited, LATENCIES[0], async (_page, line) => line.account());

/**
 * Searches from a page that has settled: presses the opener, and gives the words as soon as there is a field, once in one
 * piece as a paste does, and once letter by letter.
 *
 * @returns medians of five visits each; `undefined` where nothing was found
 */
export async function firstSearch(
  browser: Browser,
  visited: VisitedPage,
  { opener, field, result }: SearchOfSite,
  words: string,
): Promise<FirstSearch | undefined> {
  let transfer: Transfer = { bytes: 0, requests: 0 };
  /** @param give puts the words into the field. @returns when it began to wait for the result */
  const search = (latency: number, give: (input: Locator, pressed: number) => Promise<number>) =>
    medianOfVisits(() =>
      visit(browser, visited, latency, async (page, line) => {
        line.account();
        const pressed = performance.now();
        try {
          await page.locator(opener).first().click({ timeout: PATIENCE_IN_MS });
          await seen(page, field);
          const from = await give(page.locator(field).first(), pressed);
          await found(page, result, words);
          const passed = performance.now() - from;
          await line.quiet();
          transfer = line.account();
          return passed;
        } catch {
          return undefined;
        }
      }),
    );
  const letters = [...words];
  const milliseconds: Record<number, number> = {};
  const afterTyping: Record<number, number> = {};
  for (const latency of LATENCIES) {
    const typed = await search(latency, async (input) => {
      await input.pressSequentially(letters.slice(0, -1).join(""), { delay: LETTER_IN_MS });
      const last = performance.now();
      await input.pressSequentially(letters.at(-1) ?? "");
      return last;
    });
    const inOnePiece = await search(latency, async (input, pressed) => {
      await input.fill(words);
      return pressed;
    });
    if (typed === undefined || inOnePiece === undefined) return undefined;
    afterTyping[latency] = typed;
    milliseconds[latency] = inOnePiece;
  }
  return { ...transfer, milliseconds, afterTyping };
}

/** @returns the median of five; `undefined` where one of them found nothing */
async function medianOfVisits(search: () => Promise<number | undefined>): Promise<number | undefined> {
  const times: number[] = [];
  for (let number = 0; number < VISITS; number += 1) {
    const time = await search();
    if (time === undefined) return undefined;
    times.push(time);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(VISITS / 2)];
}
