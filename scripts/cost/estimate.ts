import type { EndpointName } from '../../src/contract/endpoints';
import { isWrite } from '../../tests/testkit/endpoints';
import {
  type Assumptions,
  DAYS_PER_MONTH,
  type Journey,
  JOURNEYS,
  TIMER_RUNS_PER_DAY,
  TIMER_WIRE_CALLS,
} from './assumptions';

/** Wire calls of one call of an endpoint, as `npm run bench:cloud` measured them. */
export type CallsPerEndpoint = Readonly<Record<string, number>>;

/** One line of an estimate, for a month. */
export interface CostRow {
  readonly name: string;
  readonly functionCalls: number;
  /** Requests to the database made by endpoints that only read. */
  readonly readRequests: number;
  /** Requests made by endpoints that write: their reads, begin and commit included. */
  readonly writeRequests: number;
}

const WEEKS = DAYS_PER_MONTH / 7;

function wireCallsOf(calls: CallsPerEndpoint, endpoint: EndpointName): number {
  const count = calls[endpoint];
  if (count === undefined) throw new Error(`the wire calls of ${endpoint} were not measured`);
  return count;
}

function rowOf(journey: Journey, assumed: Assumptions, wire: CallsPerEndpoint): CostRow {
  const times = journey.perStoreWeek(assumed) * assumed.stores * WEEKS;
  const calls = Object.entries(journey.calls) as [EndpointName, number][];
  const requests = (writes: boolean): number =>
    calls
      .filter(([endpoint]) => isWrite(endpoint) === writes)
      .reduce((sum, [endpoint, count]) => sum + count * wireCallsOf(wire, endpoint), 0);
  const functions = calls.reduce((sum, [, count]) => sum + count, 0);
  return {
    name: journey.name,
    functionCalls: Math.round(times * functions),
    readRequests: Math.round(times * requests(false)),
    writeRequests: Math.round(times * requests(true)),
  };
}

function timerRow(): CostRow {
  const runs = TIMER_RUNS_PER_DAY * DAYS_PER_MONTH;
  const name = 'timer, when no plan is overdue';
  return { name, functionCalls: runs, readRequests: runs * TIMER_WIRE_CALLS, writeRequests: 0 };
}

/**
 * The calls of a month, row by row and in total.
 * @throws Error naming an endpoint that was not measured
 */
export function estimate(assumed: Assumptions, wire: CallsPerEndpoint): CostRow[] {
  const rows = [...JOURNEYS.map((journey) => rowOf(journey, assumed, wire)), timerRow()];
  const sum = (countOf: (row: CostRow) => number): number =>
    rows.reduce((total, row) => total + countOf(row), 0);
  const total = {
    name: 'in all',
    functionCalls: sum(({ functionCalls }) => functionCalls),
    readRequests: sum(({ readRequests }) => readRequests),
    writeRequests: sum(({ writeRequests }) => writeRequests),
  };
  return [...rows, total];
}

const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** The estimate as a table, with its assumptions. */
export function costText(assumed: Assumptions, rows: readonly CostRow[]): string {
  const guesses = Object.entries(assumed).map(([name, value]) => `  ${name} ${String(value)}`);
  const cells = [
    ['', 'function calls', 'requests, reading', 'requests, writing'],
    ...rows.map(({ name, functionCalls, readRequests, writeRequests }) => [
      name,
      ...[functionCalls, readRequests, writeRequests].map(grouped),
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...cells.map((line) => (line[column] ?? '').length)),
  );
  const pad = (cell: string, column: number): string =>
    column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0);
  const table = cells.map((line) => line.map(pad).join('  ').trimEnd());
  return [`assumed, for a month of ${String(DAYS_PER_MONTH)} days:`, ...guesses, '', ...table].join(
    '\n',
  );
}
