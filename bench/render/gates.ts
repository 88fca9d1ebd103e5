import type { BenchRow } from '../rows';
import type { ListCost, ListProgram } from './list';
import type { MeasuredStep } from './measure';

const KIB = 1024;

/** Tolerated growth over the shorter length, because words differ in length. */
const FLAT = 1.1;

/** Limits of the transfers after a change of one row. */
const ROW_CHANGE = { calls: 1, bytes: KIB } as const;

/** Limits after a change of an amount: its row at once, its month's sum once that is read. */
const AMOUNT_CHANGE = { calls: 2, bytes: KIB } as const;

/** Largest number of frames with an empty list; measuring with Taro alone takes twice as many. */
const JUMP_FRAMES = 4;

/** Bytes as multiples of the windowed twin's: of the first page, an appended one, a removed row. */
const RATIOS = {
  first: { limit: 2 },
  // A slot that shows other rows sends the path of each text, which is longer than a native one.
  appended: { limit: 1.45, aim: 1.3 },
  remove: { limit: 2 },
} as const;

/** Target times as multiples of the windowed twin's, and of the time in a list of 100 rows. */
const AIMS = { windowed: 2, longest: 1.5 } as const;

type Bounds = Pick<BenchRow, 'limit' | 'aim'>;

/** A figure; with a limit it is ok up to it. */
export function row(
  name: string,
  metric: string,
  value: number,
  unit: string,
  { limit, aim }: Bounds = {},
): BenchRow {
  return {
    case: name,
    metric,
    value: Math.round(value * 100) / 100,
    unit,
    ...(limit === undefined ? {} : { limit, ok: value <= limit }),
    ...(aim === undefined ? {} : { aim }),
  };
}

/** Bytes as a multiple of a twin's, with its limit. */
export function within(name: string, metric: string, ratio: number, bounds: Bounds): BenchRow {
  return row(name, metric, ratio, '× bytes', bounds);
}

/** Calls and bytes of a step, with their limits. */
function sent(
  name: string,
  metric: string,
  { calls, bytes }: MeasuredStep,
  limits: { calls: number; bytes: number } | null,
): BenchRow[] {
  return [
    row(name, metric, calls, 'setData', limits ? { limit: limits.calls } : {}),
    row(name, metric, bytes, 'bytes', limits ? { limit: limits.bytes } : {}),
  ];
}

/** Steps that change one row. */
const CHANGES = ['select', 'update', 'remove'] as const;

/** Figures of one list; only the product's has limits. */
export function listRows(cost: ListCost): BenchRow[] {
  const name = `${cost.program}, ${cost.rows} rows`;
  const isOurs = cost.program === 'ours';
  const limits = isOurs ? ROW_CHANGE : null;
  const jumpLimit = isOurs ? { limit: JUMP_FRAMES } : {};
  return [
    row(name, 'first page', cost.first.bytes, 'bytes'),
    row(name, 'nodes held', cost.nodes, 'nodes'),
    ...(cost.appended ? sent(name, 'per appended page', cost.appended, null) : []),
    ...(cost.jumpFrames === null
      ? []
      : [row(name, 'rows in view after a jump', cost.jumpFrames, 'frames', jumpLimit)]),
    ...CHANGES.flatMap((step) => sent(name, `${step} one row`, cost[step], limits)),
    ...(cost.visit ? sent(name, 'update on its own page', cost.visit, limits) : []),
    ...(cost.amount ? sent(name, 'amount on its own page', cost.amount, AMOUNT_CHANGE) : []),
  ];
}

/** Costs of one program at one length. @throws Error when they were not measured */
function costOf(costs: readonly ListCost[], program: ListProgram['name'], rows: number): ListCost {
  const found = costs.find((cost) => cost.program === program && cost.rows === rows);
  if (!found) throw new Error(`${program} was not measured at ${rows} rows`);
  return found;
}

/** Ratio of a figure of two lists; no row when a list of one page has no such figure. */
function ratio(
  name: string,
  metric: string,
  ours: number | null | undefined,
  other: number | null | undefined,
  unit: string,
  bounds: Bounds = {},
): BenchRow[] {
  if (ours === null || ours === undefined || !other) return [];
  return [row(name, metric, ours / other, unit, bounds)];
}

/** Growth of the product's figures from the shortest list of several pages to the longest. */
function growth(short: ListCost, long: ListCost): BenchRow[] {
  const name = `ours, ${long.rows} rows to ${short.rows}`;
  const [bytes, before] = [long.appended?.bytes, short.appended?.bytes];
  return [
    ...ratio(name, 'nodes held', long.nodes, short.nodes, '×', { limit: FLAT }),
    ...ratio(name, 'bytes per appended page', bytes, before, '×', { limit: FLAT }),
    ...(['appended', 'update', 'remove'] as const).flatMap((step) =>
      ratio(name, `${step}, time`, long[step]?.busyMs, short[step]?.busyMs, '× ms', {
        aim: AIMS.longest,
      }),
    ),
  ];
}

/** Busy times of the product as multiples of a twin's, medians for each step. */
function timesBeside(name: string, ours: ListCost, twin: ListCost, aim: Bounds): BenchRow[] {
  const { appended, fillMs } = ours;
  return [
    ...ratio(name, 'appended page', appended?.busyMs, twin.appended?.busyMs, '× ms', aim),
    ...ratio(name, 'until all are read', fillMs, twin.fillMs, '× ms', aim),
    ...(['update', 'remove'] as const).flatMap((step) =>
      ratio(name, `${step} one row`, ours[step].busyMs, twin[step].busyMs, '× ms'),
    ),
  ];
}

/** The relations between lists: constant over length, and within limits of the twins. */
export function listRatios(costs: readonly ListCost[], sizes: readonly number[]): BenchRow[] {
  const lengths = sizes.filter((size) => size >= 100);
  const [short, long] = [lengths[0], lengths[lengths.length - 1]];
  const flat =
    short !== undefined && long !== undefined && short < long
      ? growth(costOf(costs, 'ours', short), costOf(costs, 'ours', long))
      : [];
  const beside = sizes.flatMap((size) => {
    const [ours, windowed] = [costOf(costs, 'ours', size), costOf(costs, 'windowed twin', size)];
    const whole = costs.find(({ program, rows }) => program === 'unwindowed twin' && rows === size);
    const name = `ours to the windowed twin, ${size} rows`;
    const toWhole = `ours to the unwindowed twin, ${size} rows`;
    const bytes = (metric: string, step: keyof typeof RATIOS) =>
      ratio(name, metric, ours[step]?.bytes, windowed[step]?.bytes, '× bytes', RATIOS[step]);
    return [
      ...bytes('first page', 'first'),
      ...bytes('appended page', 'appended'),
      ...bytes('remove one row', 'remove'),
      ...timesBeside(name, ours, windowed, { aim: AIMS.windowed }),
      ...(whole ? timesBeside(toWhole, ours, whole, {}) : []),
    ];
  });
  return [...flat, ...beside];
}
