import type { EndpointName } from '../../src/contract/endpoints';
import { functionOf, isWrite } from '../../tests/testkit/endpoints';
import type { BenchRow } from '../rows';
import type { Cost } from './measure';

/** A case and its costs, the shortest history first. */
export interface MeasuredCase {
  name: string;
  endpoint: EndpointName;
  /** The most calls that it may make. */
  maxCalls: number;
  /** Sessions from which its time must not grow. */
  fullFrom: number;
  costs: readonly Cost[];
}

/** Longest time with the longest history, as a multiple of the time with the shortest. */
export const MAX_SLOWER = 1.5;

/**
 * The limits of writes that concern two places or pieces of an evening, or compare with others, and of
 * the home page, which answers in one call what were four.
 */
const MORE: Partial<Record<EndpointName, number>> = {
  'incentive.home': 5,
  'liveSession.moveSales': 15,
  'sales.move': 15,
  'liveSession.join': 34,
  'liveSession.split': 34,
  'liveSession.backfill': 13,
};

/** Largest number of calls to the cloud's services, with access check, request key and audit. */
export function maxCallsOf(endpoint: EndpointName): number {
  if (functionOf(endpoint) === 'public') return 2;
  const more = MORE[endpoint];
  if (more !== undefined) return more;
  return isWrite(endpoint) ? 10 : 4;
}

const last = ({ costs }: MeasuredCase): Cost => costs[costs.length - 1] as Cost;
/** The cost with the shortest history of which the page is full. */
function first({ costs, fullFrom }: MeasuredCase): Cost {
  return costs.find(({ sessions }) => sessions >= fullFrom) as Cost;
}

/** Time with the longest history as a multiple of the time with the shortest full one. */
export function slowerBy(measuredCase: MeasuredCase): number {
  return last(measuredCase).p50Ms / first(measuredCase).p50Ms;
}

const round = (value: number): number => Math.round(value * 100) / 100;

function limited(row: Omit<BenchRow, 'ok' | 'limit'>, limit: number): BenchRow {
  return {
    ...row,
    limit,
    ok: row.value <= limit,
  };
}

/** The figures of a case, with their limits. */
export function rowsOf(measuredCase: MeasuredCase): BenchRow[] {
  const perSize = measuredCase.costs.flatMap((cost, index): BenchRow[] => {
    const name = `${measuredCase.name} · ${String(cost.sessions)} sessions`;
    const documents = {
      case: name,
      metric: 'documents read',
      value: cost.documentsRead,
      unit: 'documents',
    };
    // A page of ten sessions is shorter than a full page; beyond that nothing may grow.
    const before =
      index === measuredCase.costs.length - 1 ? measuredCase.costs[index - 1] : undefined;
    return [
      limited(
        { case: name, metric: 'wire calls', value: cost.wireCalls, unit: 'calls' },
        measuredCase.maxCalls,
      ),
      before === undefined ? documents : limited(documents, before.documentsRead),
      { case: name, metric: 'bytes in', value: cost.bytesIn, unit: 'bytes' },
      { case: name, metric: 'bytes out', value: cost.bytesOut, unit: 'bytes' },
      { case: name, metric: 'wire bytes', value: cost.wireBytes, unit: 'bytes' },
      { case: name, metric: 'p50', value: round(cost.p50Ms), unit: 'ms' },
    ];
  });
  const growth = `${String(last(measuredCase).sessions)} to ${String(first(measuredCase).sessions)} sessions`;
  const name = `${measuredCase.name} · ${growth}`;
  return [
    ...perSize,
    limited(
      {
        case: name,
        metric: 'wire calls added',
        value: last(measuredCase).wireCalls - first(measuredCase).wireCalls,
        unit: 'calls',
      },
      0,
    ),
    limited(
      { case: name, metric: 'p50 ratio', value: round(slowerBy(measuredCase)), unit: '×' },
      MAX_SLOWER,
    ),
  ];
}

const kb = (bytes: number): string => (bytes / 1024).toFixed(1);

/** The costs of all cases as a Markdown table. */
export function costTable(cases: readonly MeasuredCase[]): string {
  const sizes = cases[0]?.costs.map(({ sessions }) => sessions.toLocaleString('en-US')) ?? [];
  const heading = [
    'case',
    'calls',
    'limit',
    'checks',
    'KiB in',
    'KiB out',
    'wire KiB',
    'documents',
    ...sizes.map((size) => `p50 ms at ${size}`),
    'ratio',
  ];
  const rule = heading.map((_column, index) => (index === 0 ? '---' : '---:'));
  const rows = cases.map((measuredCase) => {
    const cost = last(measuredCase);
    return [
      measuredCase.name,
      String(cost.wireCalls),
      String(measuredCase.maxCalls),
      String(cost.openapiCalls),
      kb(cost.bytesIn),
      kb(cost.bytesOut),
      kb(cost.wireBytes),
      String(cost.documentsRead),
      ...measuredCase.costs.map(({ p50Ms }) => p50Ms.toFixed(1)),
      slowerBy(measuredCase).toFixed(2),
    ];
  });
  return [heading, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The purpose of a call, by action and collection. */
const PURPOSES: Readonly<Record<string, string>> = {
  'aggregateDocuments people': 'access: role, store, and the host if meant, in one join',
  startTransaction: 'begin',
  commitTransaction: 'commit',
  abortTransaction: 'abort: already done',
  'insertDocument changes': 'request key and audit',
  'getDocument people': 'stores and hosts of the person',
  'getDocument changes': 'the first answer, for a repeat',
  'getDocument rule_sets': 'rule set in force',
  'getDocument year_totals': 'kept year',
  'insertDocument sales_entries': 'the entry',
  'modifyDocument sales_days': 'sums of the day',
};

const VERBS: Readonly<Record<string, string>> = {
  getDocument: 'read',
  insertDocument: 'add to',
  modifyDocument: 'change',
  aggregateDocuments: 'join',
};

function purposeOf(call: string): string {
  const known = PURPOSES[call];
  if (known !== undefined) return known;
  const [action = '', collection = ''] = call.split(' ');
  return `${VERBS[action] ?? action} \`${collection}\``;
}

/** How often the first `length` calls follow each other. */
function repeatsOf(calls: readonly string[], length: number): number {
  const round = calls.slice(0, length).join();
  let times = 1;
  while (calls.slice(times * length, (times + 1) * length).join() === round) times += 1;
  return times;
}

/** What calls are for, in order; calls that are made more than twice in turn stand once. */
function stepsOf(calls: readonly string[]): string[] {
  const steps: string[] = [];
  for (let at = 0; at < calls.length;) {
    const rest = calls.slice(at);
    const length = [1, 2].find((each) => repeatsOf(rest, each) > 2) ?? 1;
    const times = repeatsOf(rest, length);
    const purposes = rest.slice(0, length).map(purposeOf).join(' and ');
    const number = String(at + 1);
    if (times > 2) {
      const end = String(at + length * times);
      steps.push(`${number} to ${end} ${purposes}, ${String(times)} times`);
      at += length * times;
    } else {
      steps.push(`${number} ${purposes}`);
      at += 1;
    }
  }
  return steps;
}

/** The purpose of each call of each case as a Markdown table. */
export function callsTable(cases: readonly MeasuredCase[]): string {
  const rows = cases.map((measuredCase) => {
    const steps = stepsOf(last(measuredCase).calls);
    return `| ${measuredCase.name} | ${steps.length === 0 ? 'none' : steps.join(' · ')} |`;
  });
  return ['| case | calls, in order |', '| --- | --- |', ...rows].join('\n');
}
