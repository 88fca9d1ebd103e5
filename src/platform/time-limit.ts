/** Milliseconds after which an answer is no longer waited for. */
export const ANSWER_TIMEOUT_MS = 15_000;

/** What `work` comes to, or `late()` when it takes longer than `limitMs`. */
export function withTimeLimit<Value>(
  work: Promise<Value>,
  limitMs: number,
  late: () => Value,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(late()), limitMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
