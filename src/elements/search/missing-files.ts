/** How often, and how many milliseconds apart, the browser's list of answers is looked at. */
const LOOKS = 8;
const APART = 50;

/**
 * A browser lists an answer a moment after it has given it to who asked.
 *
 * @param since a `performance.now()`
 * @returns whether the host has answered 404 since then, as after a new deployment; otherwise it could not be reached
 */
export async function isMissingSince(since: number): Promise<boolean> {
  for (let look = 0; look < LOOKS; look += 1) {
    const files = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    if (files.some(({ startTime, responseStatus: status }) => startTime >= since && status >= 400 && status < 500))
      return true;
    await new Promise((resolve) => setTimeout(resolve, APART));
  }
  return false;
}
