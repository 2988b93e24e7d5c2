import { firstSign } from "./first-step.ts";
import { isPlainPress, onDemand } from "./on-demand.ts";

/** What is answered by a script, but for the search. */
const ANSWERED =
  "[data-opens]:not([data-opens=search]), [data-png], [data-language], [data-keeps-position], [data-peek], .note-mark a, .note-back a, a.term";

type Answers = typeof import("./answer-presses.ts");

let answers: Promise<Answers> | undefined;

/** Loads what answers the reader's presses, once; it is tried again where it could not be loaded. */
export function loadAnswers(): Promise<Answers> {
  answers ??= import("./answer-presses.ts").then(
    (module) => {
      document.removeEventListener("click", hold, true);
      module.answerPresses();
      return module;
    },
    (error: unknown) => {
      answers = undefined;
      throw error;
    },
  );
  return answers;
}

/**
 * Has presses answered by what is loaded with the first sign of a reader. A press that comes before is held until then;
 * where that cannot be loaded, its link leads where it leads without a script.
 */
export function awaitPresses(): void {
  document.addEventListener("click", hold, true);
  void firstSign.then(loadAnswers).catch(() => undefined);
}

function hold(event: MouseEvent): void {
  const control = event.target instanceof Element ? event.target.closest<HTMLElement>(ANSWERED) : null;
  if (!control || !isPlainPress(event)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  let isWanted = false;
  void onDemand(control, async (signal) => {
    await loadAnswers();
    isWanted = !signal.aborted;
  }).then(() => {
    if (isWanted) control.click();
  });
}
