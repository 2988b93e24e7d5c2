import type { Browser, BrowserContext, CDPSession, Page } from "@playwright/test";

/** What a browser gets over the network. */
export interface Transfer {
  readonly bytes: number;
  readonly requests: number;
}

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

/** Latencies of a line at home, of a phone, and of a phone in a train; milliseconds. */
export const LATENCIES = [40, 150, 400] as const;
const VISITS = 5;
/** Bytes a second, of every line: 10 Mbit/s, so that latency is what differs. */
const THROUGHPUT = 1_250_000;
const PATIENCE_IN_MS = 120_000;

/** Opens a page with nothing in the cache and keeps account of what comes over the network. */
async function open(browser: Browser, address: string, latency: number) {
  const context: BrowserContext = await browser.newContext();
  const page: Page = await context.newPage();
  const session: CDPSession = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency,
    downloadThroughput: THROUGHPUT,
    uploadThroughput: THROUGHPUT,
  });
  let [bytes, requests] = [0, 0];
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += 1;
  });
  await page.goto(address, { waitUntil: "networkidle", timeout: PATIENCE_IN_MS });
  return {
    page,
    close: () => context.close(),
    /** @returns what came since the last call */
    account: (): Transfer => {
      const since = { bytes, requests };
      [bytes, requests] = [0, 0];
      return since;
    },
  };
}

/** @returns what comes until nothing more does */
export async function settledPage(browser: Browser, address: string): Promise<Transfer> {
  const { account, close } = await open(browser, address, LATENCIES[0]);
  const transfer = account();
  await close();
  return transfer;
}

/**
 * Searches from a page that has settled: presses the opener, types the words as soon as there is a field, and waits for
 * the first result.
 *
 * @returns medians of five visits; `undefined` where nothing was found
 */
export async function firstSearch(
  browser: Browser,
  address: string,
  { opener, field, result }: SearchOfSite,
  words: string,
): Promise<FirstSearch | undefined> {
  const milliseconds: Record<number, number> = {};
  let transfer: Transfer = { bytes: 0, requests: 0 };
  for (const latency of LATENCIES) {
    const times: number[] = [];
    for (let visit = 0; visit < VISITS; visit += 1) {
      const { page, account, close } = await open(browser, address, latency);
      account();
      const start = performance.now();
      try {
        await page.locator(opener).first().click({ timeout: PATIENCE_IN_MS });
        await page.locator(field).first().fill(words, { timeout: PATIENCE_IN_MS });
        await page.locator(result).first().waitFor({ timeout: PATIENCE_IN_MS });
      } catch {
        await close();
        return undefined;
      }
      times.push(performance.now() - start);
      await page.waitForLoadState("networkidle");
      transfer = account();
      await close();
    }
    milliseconds[latency] = times.toSorted((a, b) => a - b)[Math.floor(VISITS / 2)] ?? 0;
  }
  return { ...transfer, milliseconds };
}
