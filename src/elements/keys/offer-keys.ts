import { loadAnswers } from "../presses.ts";
import { isTyping } from "../typing.ts";

/** The letters of the shortcuts; `search` has the slash. */
const LETTERS = /^[?cjknp]$/iu;

/**
 * What stands beside a paragraph, a heading or a note. The first of each is a stop of Tab, and leads on to the others by
 * the arrow keys.
 */
const BESIDE = ".paragraph-number, .heading-link, .note-back > *, .peek-link, .revised, .cite-button";

/** @returns whether single keys are shortcuts: a reader can turn them off, whose speech or hands press others */
export const hasShortcuts = ({ target, isComposing, defaultPrevented }: KeyboardEvent): boolean =>
  !isComposing && !defaultPrevented && !isTyping(target) && !document.documentElement.dataset["keys"];

/** Answers the shortcuts, and the arrow keys beside a paragraph. What they do is loaded with the first of them. */
export function offerKeys(): void {
  addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (key.startsWith("Arrow") && target instanceof Element && target.closest(BESIDE))
      void Promise.all([import("./beside-text.ts"), loadAnswers()]).then(
        ([module]) => module.goAlong(key),
        () => undefined,
      );
    else if (LETTERS.test(key) && hasShortcuts(event) && !document.querySelector("dialog[open]"))
      void import("./shortcuts.ts").then(
        (module) => module.press(key.toLowerCase()),
        () => undefined,
      );
  });
}
