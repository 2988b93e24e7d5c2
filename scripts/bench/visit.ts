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

/** What a reader does last, by the page's own clock. */
interface LastTimes {
  pointerdown: number;
  input: number;
}

/** Has a page keep the times of presses and letters: those by which a program is told of them come later. */
const keepTimes = (page: Page) =>
  page.evaluate(() => {
    const last: LastTimes = { pointerdown: 0, input: 0 };
    for (const type of ["pointerdown", "input"] as const)
      addEventListener(type, ({ timeStamp }) => (last[type] = timeStamp), true);
    Object.assign(window, { last });
  });

/**
 * Waits until all of the words are in the field, and a result is seen that has all of them.
 *
 * @returns the milliseconds since the last press or letter
 */
async function found(
  page: Page,
  { field, result }: SearchOfSite,
  words: string,
  since: keyof LastTimes,
): Promise<number> {
  const passed = await page.waitForFunction(
    ([input, selector, wanted, event]) => {
      const isFound = [...document.querySelectorAll(selector)].some((one) => {
        const marked = [...one.querySelectorAll("mark")].map(({ textContent }) => textContent).join("");
        return one.checkVisibility() && marked.toLowerCase().includes(wanted.toLowerCase());
      });
      const isTyped = document.querySelector<HTMLInputElement>(input)?.value === wanted;
      const { last } = window as unknown as { last: LastTimes };
      return isTyped && isFound ? { since: performance.now() - last[event] } : undefined;
    },
    [field, result, words, since] as const,
    { polling: "raf", timeout: PATIENCE_IN_MS },
  );
  return (await passed.jsonValue())?.since ?? Number.NaN;
}

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
  search: SearchOfSite,
  words: string,
): Promise<FirstSearch | undefined> {
  let transfer: Transfer = { bytes: 0, requests: 0 };
  /** @param give puts the words into the field */
  const searchBy = (latency: number, since: keyof LastTimes, give: (input: Locator) => Promise<void>) =>
    medianOfVisits(() =>
      visit(browser, visited, latency, async (page, line) => {
        line.account();
        await keepTimes(page);
        try {
          await page.locator(search.opener).first().click({ timeout: PATIENCE_IN_MS });
          const given = seen(page, search.field).then(() => give(page.locator(search.field).first()));
          // It is looked for while the words are typed: what comes soon is not seen too late.
          const [passed] = await Promise.all([found(page, search, words, since), given]);
          await line.quiet();
          transfer = line.account();
          return passed;
        } catch {
          return undefined;
        }
      }),
    );
  const milliseconds: Record<number, number> = {};
  const afterTyping: Record<number, number> = {};
  for (const latency of LATENCIES) {
    const typed = await searchBy(latency, "input", (input) => input.pressSequentially(words, { delay: LETTER_IN_MS }));
    const inOnePiece = await searchBy(latency, "pointerdown", (input) => input.fill(words));
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
