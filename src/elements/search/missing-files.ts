/**
 * @param since a `performance.now()`
 * @returns whether the host has answered 404 since then, as after a new deployment; otherwise it could not be reached
 */
export function isMissingSince(since: number): boolean {
  const files = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
  return files.some(
    ({ startTime, responseStatus }) => startTime >= since && responseStatus >= 400 && responseStatus < 500,
  );
}
