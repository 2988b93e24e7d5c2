import { loadAnswers } from "../presses.ts";
import { isTyping } from "../typing.ts";

/**
 * Has single keys answered by what answers presses (`answer-keys.ts`): the first of them too, before that is there. Keys
 * with which one writes, and those of the browser, load nothing.
 */
export function offerKeys(): void {
  addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)))
      loadAnswers().then(
        (answers) => answers.answerKey(event),
        () => undefined,
      );
  });
}
