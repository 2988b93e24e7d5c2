import { loadAnswers } from "../presses.ts";
import { isTyping } from "../typing.ts";

/** Has keys answered by what answers presses (`answer-keys.ts`): the first of them too, before that is there. */
export function offerKeys(): void {
  addEventListener("keydown", (event) => {
    if (!isTyping(event.target))
      loadAnswers().then(
        (answers) => answers.answerKey(event),
        () => undefined,
      );
  });
}
