/** @returns today's date in the reader's time zone, ISO 8601 */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

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
