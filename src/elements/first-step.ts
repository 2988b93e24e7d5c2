/** Events by which a reader starts to use the page. */
const STEPS = ["wheel", "touchmove", "keydown", "pointerdown", "hashchange"];

/** Events that show that somebody is there, and a page that a browser has brought where it was left. */
const SIGNS = [...STEPS, "pointermove", "focusin", "scroll"];

/**
 * Resolves after the first of these on the page, when what it asks for itself has been asked for. Where a pointer rests on a
 * page that opens, some browsers tell that it is there as if it had moved; a pointer at rest is no sign.
 */
export const firstSign = new Promise<void>((resolve) => {
  const seen = new AbortController();
  for (const type of SIGNS)
    addEventListener(
      type,
      ({ movementX, movementY }: Event & Partial<PointerEvent>) => {
        if (type === "pointermove" && !movementX && !movementY) return;
        seen.abort();
        setTimeout(resolve);
      },
      { signal: seen.signal, capture: true, passive: true },
    );
});

/** @returns a signal that is aborted by the first of these events */
export function firstStep(): AbortSignal {
  const step = new AbortController();
  for (const type of STEPS)
    addEventListener(type, () => step.abort(), { signal: step.signal, capture: true, passive: true });
  return step.signal;
}
