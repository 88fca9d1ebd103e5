import type { BenchRow } from '../rows';
import type { Axis, AxisCloud } from './listing';
import { type Cost, measure } from './measure';
import { maxCallsOf } from './report';

/** The most that a figure may grow from the size at which pages are full to the largest. */
const MAX_GROWTH = 1.2;

/** A case along an axis. */
export interface MeasuredAxis {
  counted: string;
  name: string;
  rows: BenchRow[];
  costs: readonly Cost[];
  /** Time at the largest size as a multiple of that at the size from which nothing may grow. */
  growth: number;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

function atMost(row: Omit<BenchRow, 'ok' | 'limit'>, limit: number): BenchRow {
  return { ...row, limit, ok: row.value <= limit };
}

function rowsOf(axis: Axis, benchCase: Axis['cases'][number], costs: readonly Cost[]): BenchRow[] {
  const full = costs.find(({ sessions }) => sessions >= axis.fullFrom);
  const perSize = costs.flatMap((cost): BenchRow[] => {
    const name = `${benchCase.name} · ${String(cost.sessions)} ${axis.counted}`;
    const figures = [
      { metric: 'documents read', value: cost.documentsRead, unit: 'documents' },
      { metric: 'bytes out', value: cost.bytesOut, unit: 'bytes' },
      { metric: 'wire bytes', value: cost.wireBytes, unit: 'bytes' },
    ];
    const limits = [full?.documentsRead, full?.bytesOut, full?.wireBytes];
    const isFull = cost.sessions > axis.fullFrom;
    return [
      atMost(
        { case: name, metric: 'wire calls', value: cost.wireCalls, unit: 'calls' },
        benchCase.maxCalls ?? maxCallsOf(benchCase.endpoint),
      ),
      ...figures.map((figure, index) => {
        const limit = Math.ceil((limits[index] ?? 0) * MAX_GROWTH);
        return isFull ? atMost({ case: name, ...figure }, limit) : { case: name, ...figure };
      }),
      { case: name, metric: 'p50', value: round(cost.p50Ms), unit: 'ms' },
    ];
  });
  return perSize;
}

async function shownRows(axis: Axis, clouds: readonly AxisCloud[]): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const cloud of clouds) {
    const value = await cloud.shownPart();
    const name = `read to the end · ${String(cloud.sessions)} ${axis.counted}`;
    const row = { case: name, metric: 'shown', value, unit: 'of all' };
    rows.push({ ...row, limit: 1, ok: value === 1 });
  }
  return rows;
}

/** Measures an axis: one look, medians, sizes side by side in every round. */
export async function measureAxis(axis: Axis, rounds: number): Promise<MeasuredAxis[]> {
  const clouds: AxisCloud[] = [];
  for (const size of axis.sizes) clouds.push(await axis.open(size));
  try {
    const shown = await shownRows(axis, clouds);
    const measured: MeasuredAxis[] = [
      { counted: axis.counted, name: 'read to the end', rows: shown, costs: [], growth: 1 },
    ];
    for (const benchCase of axis.cases) {
      const costs = await measure(clouds, benchCase, rounds);
      const full = costs.find(({ sessions }) => sessions >= axis.fullFrom);
      const growth = (costs[costs.length - 1]?.growth ?? 1) / (full?.growth ?? 1);
      const ratio = {
        case: `${benchCase.name} · ${axis.counted}`,
        metric: 'p50 growth',
        unit: '×',
      };
      const rows = rowsOf(axis, benchCase, costs);
      rows.push(atMost({ ...ratio, value: round(growth) }, MAX_GROWTH));
      measured.push({ counted: axis.counted, name: benchCase.name, rows, costs, growth });
    }
    return measured;
  } finally {
    for (const cloud of clouds) await cloud.close();
  }
}

/** The figures of the axes as Markdown tables. */
export function axesTable(measured: readonly MeasuredAxis[]): string {
  const axes = [...new Set(measured.map(({ counted }) => counted))];
  return axes
    .map((axis) => {
      const cases = measured.filter(({ counted, costs }) => counted === axis && costs.length > 0);
      const sizes = cases[0]?.costs.map(({ sessions }) => sessions.toLocaleString('en-US')) ?? [];
      const columns = ['calls', 'documents', 'wire KiB'].flatMap((what) =>
        sizes.map((size) => `${what} at ${size}`),
      );
      const heading = ['case', ...columns, 'growth'];
      const rows = cases.map(({ name, costs, growth }) => [
        name,
        ...costs.map(({ wireCalls }) => String(wireCalls)),
        ...costs.map(({ documentsRead }) => String(documentsRead)),
        ...costs.map(({ wireBytes }) => (wireBytes / 1024).toFixed(1)),
        growth.toFixed(2),
      ]);
      const rule = heading.map((_column, index) => (index === 0 ? '---' : '---:'));
      const lines = [heading, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`);
      return `## By number of ${axis}\n\n${lines.join('\n')}`;
    })
    .join('\n\n');
}
