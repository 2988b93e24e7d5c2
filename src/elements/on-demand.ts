/** Milliseconds after which what nothing has answered is taken for what nothing will answer. */
const LONGEST_WAIT_IN_MS = 8_000;

/** @returns whether the press is a link's to answer, and not the browser's: to open a tab or a window, to save */
export const isPlainPress = ({ defaultPrevented, button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean =>
  !(defaultPrevented || button || ctrlKey || metaKey || shiftKey || altKey);

/** What was pressed and is still being answered. */
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
  // Without a connection only what is on this page, or kept by the browser, can be gone to.
  const leadsOn =
    link && (isOnThisPage(link) || navigator.onLine || (await inTime((signal) => fetch(link.href, { signal }))));
  if (leadsOn) location.assign(link.href);
  else sayFailure();
}

/** @returns whether the control was pressed and is still being answered; then it is answered no more */
export function takeBack(control: HTMLElement): boolean {
  const press = awaited.get(control);
  awaited.delete(control);
  if (press) control.ariaBusy = null;
  press?.abort();
  return press !== undefined;
}

/**
 * Does what the page does by itself, because its address or the reader's settings ask for it. Where that cannot be
 * loaded, a sentence on the page says so.
 */
export async function onArrival(answer: () => Promise<unknown>): Promise<void> {
  if (!(await inTime(answer))) sayFailure();
}

/**
 * @param load rejects where something cannot be loaded
 * @param wait aborted where nobody waits for it any more; and here, when it has failed
 * @returns whether it is done, or nobody waits for it any more
 */
export async function inTime(
  load: (signal: AbortSignal) => Promise<unknown>,
  wait: AbortController = new AbortController(),
): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("Nothing has come.")), LONGEST_WAIT_IN_MS);
  });
  try {
    await Promise.race([load(wait.signal), late]);
    return true;
  } catch (error) {
    if (wait.signal.aborted) return true;
    wait.abort();
    console.warn("What was asked for could not be loaded.", error);
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/** @returns whether a link leads to a place on the page that it stands on */
export const isOnThisPage = ({ href, hash }: HTMLAnchorElement): boolean =>
  hash !== "" && href.slice(0, -hash.length) === location.href.slice(0, location.href.length - location.hash.length);

/** The page has the sentence: the strings of a script may be what could not be loaded. */
function sayFailure(): void {
  const message = document.querySelector("#load-failure:not(:popover-open)");
  if (message instanceof HTMLElement) message.showPopover();
}
