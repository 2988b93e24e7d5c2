/** Time after which loading counts as failed, in milliseconds. */
const LONGEST_WAIT_IN_MS = 8_000;

/** @returns whether a click is plain: without modifiers by which a browser opens a tab or window or saves */
export const isPlainPress = ({ defaultPrevented, button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean =>
  !(defaultPrevented || button || ctrlKey || metaKey || shiftKey || altKey);

/** Controls whose press is still being answered. */
const awaited = new Map<HTMLElement, AbortController>();

/**
 * Answers a press with something that has to be loaded first. Where it cannot be loaded, or not in time, the reader is
 * taken where the link leads without a script; without a connection, or where the control is no link, a sentence on the
 * page says what to do. A second press while the first is being answered takes it back, as it would close what the
 * first has opened.
 *
 * @param control what was pressed
 * @param answer loads and shows; after everything that it waits for it looks at the signal, and shows nothing once that is
 *   aborted
 */
export async function onDemand(control: HTMLElement, answer: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
  if (takeBack(control)) return;
  const press = new AbortController();
  awaited.set(control, press);
  control.ariaBusy = "true";
  const isDone = await inTime(answer, press);
  if (awaited.get(control) === press) takeBack(control);
  if (isDone) return;
  const link = control.closest<HTMLAnchorElement>("a[href]");
  // Offline, only targets on this page or in a cache can be reached.
  const leadsOn =
    link && (isOnThisPage(link) || navigator.onLine || (await inTime((signal) => fetch(link.href, { signal }))));
  if (leadsOn) location.assign(link.href);
  else sayFailure();
}

/** @returns whether a pending answer of the control was cancelled */
export function takeBack(control: HTMLElement): boolean {
  const press = awaited.get(control);
  awaited.delete(control);
  if (press) control.ariaBusy = null;
  press?.abort();
  return press !== undefined;
}

/** Loads and runs something that the address or the settings ask for. Where loading fails, the page says so. */
export async function onArrival(answer: () => Promise<unknown>): Promise<void> {
  if (!(await inTime(answer))) sayFailure();
}

/**
 * @param load rejects where something cannot be loaded
 * @param wait is aborted where the result is not wanted any more, and here after a failure
 * @returns whether it succeeded or is not wanted any more
 */
export async function inTime(
  load: (signal: AbortSignal) => Promise<unknown>,
  wait: AbortController = new AbortController(),
): Promise<boolean> {
  try {
    await Promise.race([
      load(wait.signal),
      new Promise((_resolve, reject) => {
        setTimeout(reject, LONGEST_WAIT_IN_MS, "Nothing has come.");
      }),
    ]);
    return true;
  } catch (error) {
    if (wait.signal.aborted) return true;
    wait.abort();
    console.warn(error);
    return false;
  }
}

/** @returns whether a link leads to its own page */
export const isOnThisPage = ({ href, hash }: HTMLAnchorElement): boolean =>
  hash !== "" && href.slice(0, -hash.length) === location.href.slice(0, location.href.length - location.hash.length);

const failure = (): HTMLElement | null => document.querySelector("#load-failure");

/** @returns the sentence of the page, because the strings of a script may be what failed to load */
export const sentenceOfFailure = (): string => failure()?.textContent ?? "";

function sayFailure(): void {
  const message = failure();
  if (!message?.matches(":popover-open")) message?.showPopover();
}
