import { today } from "./today.ts";

/**
 * Says in the citations that the page shows on which day the reader looks, where their style has words for it: now, and anew
 * on the day on which it is printed.
 */
export function sayDayOfAccess(): void {
  let said = "";
  const say = () => {
    if (said === today()) return;
    said = today();
    for (const words of document.querySelectorAll<HTMLElement>(".day-of-access")) {
      words.hidden = false;
      for (const day of words.querySelectorAll("time")) day.dateTime = day.textContent = said;
    }
  };
  say();
  addEventListener("beforeprint", say);
}
