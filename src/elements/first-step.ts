/** Events by which a reader starts to use the page. */
const STEPS = ["wheel", "touchmove", "keydown", "pointerdown", "hashchange"];

/** Events that show that somebody is there, and a page that a browser has brought where it was left. */
const SIGNS = [...STEPS, "pointermove", "focusin", "scroll"];

/** Resolves after the first of these on the page, when what it asks for itself has been asked for. */
export const firstSign = new Promise<void>((resolve) => {
  const tell = () => setTimeout(resolve);
  for (const type of SIGNS) addEventListener(type, tell, { once: true, capture: true, passive: true });
});

/** @returns a signal that is aborted by the first of these events */
export function firstStep(): AbortSignal {
  const step = new AbortController();
  for (const type of STEPS)
    addEventListener(type, () => step.abort(), { signal: step.signal, capture: true, passive: true });
  return step.signal;
}
