/** Events by which a reader starts to use the page. */
const STEPS = ["wheel", "touchmove", "keydown", "pointerdown", "hashchange"];

/** @returns a signal that is aborted by the first of these events */
export function firstStep(): AbortSignal {
  const step = new AbortController();
  for (const type of STEPS)
    addEventListener(type, () => step.abort(), { signal: step.signal, capture: true, passive: true });
  return step.signal;
}
