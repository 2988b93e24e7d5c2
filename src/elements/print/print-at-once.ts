import { adoptStyles } from "../adopt-styles.ts";

/**
 * Fetches the sheet for paper where a page is printed before any sign of a reader, as programs do: the page does not load
 * it by itself. Printing waits for nothing but for what is done in its event.
 */
export function printAtOnce(): void {
  addEventListener("beforeprint", () => {
    const sheet = document.querySelector<HTMLLinkElement>("link[disabled][media]");
    if (!sheet) return;
    sheet.remove();
    const request = new XMLHttpRequest();
    request.open("GET", sheet.href, false);
    try {
      request.send();
    } catch {
      // Without it the page is printed as it is seen.
      return;
    }
    if (request.status === 200) adoptStyles(`@media print{${request.responseText}}`);
  });
}
