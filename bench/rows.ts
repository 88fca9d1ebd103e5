/** One figure of a bench, with its limit if it has one. */
export interface BenchRow {
  case: string;
  metric: string;
  value: number;
  unit: string;
  limit?: number;
  ok?: boolean;
  /** The figure to aim at; it is information and fails nothing. */
  aim?: number;
}

/** How the figures of a bench are printed. */
export interface BenchReport {
  /** Name of the bench, in the JSON. */
  readonly bench: string;
  readonly rows: readonly BenchRow[];
  readonly isJson: boolean;
  /** The figures for people to read. */
  readonly table: () => string;
  /** Failures besides the limits of the rows. */
  readonly faults?: readonly string[];
}

/**
 * Prints a bench as a table, or as JSON `{ bench, ok, rows }`. Figures beyond their limits and
 * faults go to stderr, because the JSON may go to a file, and fail the command.
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
