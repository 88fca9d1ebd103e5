/** This instant, UTC. Read once per call, at the top of a function's `main`. */
export function instantNow(): string {
  return new Date().toISOString();
}

/** Starts a clock. @returns a function that gives the milliseconds since the start, for logs. */
export function stopwatch(): () => number {
  const startedAt = performance.now();
  return () => Math.round(performance.now() - startedAt);
}
