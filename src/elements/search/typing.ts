/** How long no key has to be pressed before what is typed is searched, in milliseconds. */
const DEBOUNCE_MS = 120;

/**
 * Calls back with what stands in a field once the reader rests, and never with half-composed input: an input method
 * shows what it is composing in the field before the reader has chosen it.
 *
 * @returns a function that calls back at once, for the Enter key
 */
export function whenTyped(field: HTMLInputElement, search: (query: string) => void): () => void {
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
  // Some browsers end a composition after its last input event, others before: both lead to a search.
  field.addEventListener("compositionend", () => {
    composing = false;
    soon();
  });
  field.addEventListener("input", () => {
    if (!composing) soon();
  });
  return now;
}
