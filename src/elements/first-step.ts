/** By what a reader shows to have taken the page over. */
const STEPS = ["wheel", "touchmove", "keydown", "pointerdown", "hashchange"];

/** @returns a signal that is aborted with the first step that the reader takes on the page from now on */
export function firstStep(): AbortSignal {
  const step = new AbortController();
  for (const type of STEPS)
    addEventListener(type, () => step.abort(), { signal: step.signal, capture: true, passive: true });
  return step.signal;
}
