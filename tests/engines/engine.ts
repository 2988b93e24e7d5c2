/** A tab of a browser, whichever engine it has: what the main paths need of one. */
export interface Tab {
  /** Opens an address, and waits until it is loaded. */
  open(address: string): Promise<void>;
  /**
   * Runs the body of an asynchronous function in the page.
   *
   * @returns what it returns, as JSON keeps it
   */
  run<Result>(body: string): Promise<Result>;
  /** Presses, with the pointer, the element that a CSS selector finds first. */
  press(selector: string): Promise<void>;
  /** Presses a key by its name in the DOM, or types characters, where the focus is. */
  type(...keys: readonly string[]): Promise<void>;
  /** Sets the size of what is seen of a page, in CSS pixels. */
  resize(width: number, height: number): Promise<void>;
  screenshot(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** A browser engine that the site is tried in. */
export interface Engine {
  readonly name: string;
  /** @returns the program, or nothing where it is not installed */
  find(): string | undefined;
  /** WebKitGTK sets no button vertically, whatever the page says, and reckons with it as if it did. */
  readonly buttonsLieDown?: boolean;
  /** What to install where it is missing. */
  readonly packages: string;
  start(executable: string): Promise<Tab>;
}

const PATIENCE_IN_MS = 20_000;
const POLL_IN_MS = 50;

/**
 * Waits until an expression is true in the page.
 *
 * @throws where it does not become so
 */
export async function until(tab: Tab, expression: string): Promise<void> {
  const end = Date.now() + PATIENCE_IN_MS;
  let last: unknown;
  while (Date.now() < end) {
    // While a page is exchanged for the next, nothing can be asked.
    last = await tab.run(`return ${expression}`).catch((error: unknown) => error);
    if (last === true) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_IN_MS));
  }
  throw new Error(`${expression} did not become true; it was ${String(last)}`);
}
