/** Delay between the last letter and the search, in milliseconds. */
const DEBOUNCE_MS = 120;

/**
 * Calls `search` when the reader stops typing letters, at once with what comes in one piece, and never with unfinished
 * input of an input method.
 *
 * @param foresee is called with every letter, after which others may come
 * @returns a function that calls `search` at once, for Enter
 */
export function whenTyped(
  field: HTMLInputElement,
  search: (query: string) => void,
  foresee: (query: string) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let composing = false;
  let last: string | undefined;
  const now = () => {
    clearTimeout(timer);
    if (composing || field.value === last) return;
    last = field.value;
    search(field.value);
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(now, DEBOUNCE_MS);
  };
  field.addEventListener("compositionstart", () => {
    composing = true;
    clearTimeout(timer);
  });
  // Browsers differ in whether the last input event comes before or after the end of a composition; both cases search.
  field.addEventListener("compositionend", () => {
    composing = false;
    now();
  });
  field.addEventListener("input", (event) => {
    // The event says it of itself: a composition that the field's own × cuts off never ends.
    composing = event instanceof InputEvent && event.isComposing;
    if (composing) return;
    if (event instanceof InputEvent && isOneOfSeveral(event)) {
      soon();
      // What is shown may be another query’s now.
      last = undefined;
      foresee(field.value);
    } else now();
  });
  return now;
}

/** @returns whether more of the kind is likely to follow: not after what is pasted, dropped, dictated or put in place of a word */
const isOneOfSeveral = ({ inputType, data }: InputEvent): boolean =>
  inputType.startsWith("delete") || (inputType === "insertText" && [...(data ?? "")].length < 2);
