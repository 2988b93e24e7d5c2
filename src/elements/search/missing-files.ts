/**
 * @param since a time of the page's clock, `performance.now()`
 * @returns whether the host has answered since then that it does not have a file, as after the site was renewed; else
 *   what could not be loaded was not to be reached
 */
export function isMissingSince(since: number): boolean {
  const files = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
  return files.some(
    ({ startTime, responseStatus }) => startTime >= since && responseStatus >= 400 && responseStatus < 500,
  );
}
