/** This instant, UTC. Read once per call, at the top of a function's `main`. */
export const instantNow = (): string => new Date().toISOString();

/** Milliseconds since an earlier reading of itself; for logs. */
export function stopwatch(): () => number {
  const startedAt = Date.now();
  return () => Date.now() - startedAt;
}
