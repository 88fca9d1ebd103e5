import type { BenchRow } from '../rows';
import type { ListCost } from './list';
import type { MeasuredStep } from './measure';

const KIB = 1024;

/** How much more than at the shorter length counts as growth: words differ in length. */
const FLAT = 1.1;

/** A change of one row, as sent to the screen. */
const ROW_CHANGE = { calls: 1, bytes: KIB } as const;

const row = (
  name: string,
  metric: string,
  value: number,
  unit: string,
  limit?: number,
): BenchRow => ({
  case: name,
  metric,
  value: Math.round(value * 100) / 100,
  unit,
  ...(limit === undefined ? {} : { limit, ok: value <= limit }),
});

/** Figures of one list; only ours has limits. */
export function listRows(cost: ListCost): BenchRow[] {
  const name = `${cost.program}, ${cost.rows} rows`;
  const isOurs = cost.program === 'ours';
  const changes = (['select', 'update', 'remove'] as const).flatMap((step) => [
    row(
      name,
      `${step} one row`,
      cost[step].calls,
      'setData',
      isOurs ? ROW_CHANGE.calls : undefined,
    ),
    row(name, `${step} one row`, cost[step].bytes, 'bytes', isOurs ? ROW_CHANGE.bytes : undefined),
  ]);
  return [
    row(name, 'first page', cost.first.bytes, 'bytes'),
    row(name, 'nodes held', (cost.appended ?? cost.first).nodes, 'nodes'),
    ...(cost.appended ? [row(name, 'per appended page', cost.appended.bytes, 'bytes')] : []),
    row(name, 'busy until all are read', cost.fillMs, 'ms'),
    ...changes,
  ];
}

const of = (
  costs: readonly ListCost[],
  program: ListCost['program'],
  rows: number,
): ListCost | null => costs.find((cost) => cost.program === program && cost.rows === rows) ?? null;

const per = (value: number | undefined, base: number | undefined): number =>
  (value ?? NaN) / (base ?? NaN);

/** What must hold between lists: flat over length, and beside the twins. */
export function listRatios(costs: readonly ListCost[], sizes: readonly number[]): BenchRow[] {
  const lengths = sizes.filter((size) => size >= 100);
  const [short, long] = [lengths[0] ?? 0, lengths[lengths.length - 1] ?? 0];
  const [a, b] = [of(costs, 'ours', short), of(costs, 'ours', long)];
  const span = `ours, ${long} rows to ${short}`;
  const flat = [
    row(span, 'nodes held', per(b?.appended?.nodes, a?.appended?.nodes), '×', FLAT),
    row(span, 'bytes per appended page', per(b?.appended?.bytes, a?.appended?.bytes), '×', FLAT),
  ];
  const beside = sizes.flatMap((size) => {
    const ours = of(costs, 'ours', size);
    const windowed = of(costs, 'windowed twin', size);
    const whole = of(costs, 'unwindowed twin', size);
    const name = `ours to the windowed twin, ${size} rows`;
    return [
      row(name, 'first page', per(ours?.first.bytes, windowed?.first.bytes), '× bytes', 2),
      ...(size > 20
        ? [
            row(
              name,
              'busy per appended page, medians',
              per(ours?.appended?.busyMs, windowed?.appended?.busyMs),
              '× ms',
            ),
          ]
        : []),
      ...(size > 20
        ? [row(name, 'busy until all are read', per(ours?.fillMs, windowed?.fillMs), '× ms')]
        : []),
      ...(whole && size > 20
        ? [
            row(
              `ours to the unwindowed twin, ${size} rows`,
              'busy until all are read',
              per(ours?.fillMs, whole.fillMs),
              '× ms',
            ),
          ]
        : []),
    ];
  });
  return [...flat, ...beside];
}

/** A page opened cold, with its limits. */
export function pageRows(
  name: string,
  cost: MeasuredStep,
  limits: { calls: number; bytes: number } | null,
): BenchRow[] {
  return [
    row(name, 'opened cold', cost.calls, 'setData', limits?.calls),
    row(name, 'opened cold', cost.bytes, 'bytes', limits?.bytes),
    row(name, 'opened cold', cost.nodes, 'nodes'),
    row(name, 'opened cold', cost.busyMs, 'ms'),
  ];
}
