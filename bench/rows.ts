/** One figure of a bench, with its limit if it has one. */
export interface BenchRow {
  case: string;
  metric: string;
  value: number;
  unit: string;
  limit?: number;
  ok?: boolean;
  /** What we want it to be at most; information, it fails nothing. */
  aim?: number;
}

/** How a bench's figures are to be printed. */
export interface BenchReport {
  /** Name of the bench, in the JSON. */
  readonly bench: string;
  readonly rows: readonly BenchRow[];
  readonly isJson: boolean;
  /** What a person reads instead. */
  readonly table: () => string;
  /** What fails beside the rows' own limits. */
  readonly faults?: readonly string[];
}

/**
 * Prints a bench as a table, or as JSON `{ bench, ok, rows }`. A figure not within its limit, and
 * every fault, is said on stderr, because the JSON may go to a file, and ends the command as failed.
 */
export function printBench({ bench, rows, isJson, table, faults = [] }: BenchReport): void {
  const outside = rows
    .filter(({ ok }) => ok === false)
    .map(
      ({ case: name, metric, value, unit, limit }) =>
        `not within its limit: ${name}, ${metric}: ${value} ${unit}, limit ${String(limit)}`,
    );
  const wrong = [...outside, ...faults];
  const ok = wrong.length === 0;
  console.log(isJson ? JSON.stringify({ bench, ok, rows }) : table());
  for (const line of wrong) console.error(line);
  if (!ok) process.exitCode = 1;
}
