import { areShortcutsOn } from "./has-shortcuts.ts";

/** The letters of the shortcuts; `search` has the slash. */
const LETTERS = /^[?cjknp]$/iu;

/**
 * What stands beside a paragraph, a heading or a note. The first of each is a stop of Tab, and leads on to the others by
 * the arrow keys.
 */
const BESIDE = ".paragraph-number, .heading-link, .note-back > *, .peek-link, .revised, .cite-button";

/** Answers a key without modifiers, where one does not write: a shortcut, or an arrow key beside a paragraph. What it does is loaded with the first of them. */
export function answerKey(event: KeyboardEvent): void {
  const { key, target } = event;
  if (key.startsWith("Arrow") && target instanceof Element && target.closest(BESIDE))
    void import("./beside-text.ts").then(
      (module) => module.goAlong(key),
      () => undefined,
    );
  else if (LETTERS.test(key) && areShortcutsOn(event) && !document.querySelector("dialog[open]"))
    void import("./shortcuts.ts").then(
      (module) => module.press(key.toLowerCase()),
      () => undefined,
    );
}
