import type { BenchRow } from '../rows';
import type { Declined, Judged } from './measure';

/** Share of outcomes that the stated 80 % range must hold over all processes, in percent. */
export const LEAST_COVERAGE = 75;
/** See {@link LEAST_COVERAGE}. */
export const MAX_COVERAGE = 85;

/** Figures of a group of forecasts; percentages, null where there is nothing to count. */
export interface Summary {
  readonly name: string;
  readonly forecasts: number;
  readonly declined: number;
  readonly coverage: number | null;
  readonly below: number | null;
  readonly above: number | null;
  readonly dates: number;
  readonly datesHeld: number | null;
  readonly notThisYear: number;
  readonly notThisYearHeld: number | null;
  readonly error: number | null;
  readonly errorOfLast30: number | null;
  readonly errorOfShare: number | null;
}

function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((1000 * part) / whole) / 10;
}

function median(errors: readonly number[]): number | null {
  const sorted = [...errors].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  return middle === undefined ? null : Math.round(1000 * middle) / 10;
}

/** The figures of a group. */
export function summarise(name: string, all: readonly (Judged | Declined)[]): Summary {
  const judged = all.filter((one): one is Judged => 'fell' in one);
  const fell = (where: Judged['fell']) =>
    percent(judged.filter((one) => one.fell === where).length, judged.length);
  const crossings = judged.flatMap((one) => one.crossings);
  const dated = crossings.filter((one) => one.dated);
  const undated = crossings.filter((one) => !one.dated);
  return {
    name,
    forecasts: judged.length,
    declined: all.length - judged.length,
    coverage: fell('inside'),
    below: fell('below'),
    above: fell('above'),
    dates: dated.length,
    datesHeld: percent(dated.filter(({ held }) => held).length, dated.length),
    notThisYear: undated.length,
    notThisYearHeld: percent(undated.filter(({ held }) => held).length, undated.length),
    error: median(judged.map((one) => one.error)),
    errorOfLast30: median(judged.map((one) => one.errorOfLast30)),
    errorOfShare: median(judged.flatMap(({ errorOfShare }) => errorOfShare ?? [])),
  };
}

/** Whether the range holds as much as it says. */
export function isHonest({ coverage }: Summary): boolean {
  return coverage !== null && coverage >= LEAST_COVERAGE && coverage <= MAX_COVERAGE;
}

const COLUMNS: readonly [heading: string, key: keyof Summary, unit: string][] = [
  ['forecasts', 'forecasts', 'forecasts'],
  ['declined', 'declined', 'forecasts'],
  ['year end inside the range', 'coverage', '%'],
  ['below', 'below', '%'],
  ['above', 'above', '%'],
  ['dates given', 'dates', 'dates'],
  ['inside', 'datesHeld', '%'],
  ['“not this year”', 'notThisYear', 'dates'],
  ['true', 'notThisYearHeld', '%'],
  ['error', 'error', '%'],
  ['error of last 30 days', 'errorOfLast30', '%'],
  ['error of same share', 'errorOfShare', '%'],
];

/** The figures as rows; the coverage of `overall` has the limits. */
export function rowsOf(summaries: readonly Summary[], overall: Summary): BenchRow[] {
  return [...summaries, overall].flatMap((summary) =>
    COLUMNS.flatMap(([heading, key, unit]): BenchRow[] => {
      const value = summary[key];
      if (typeof value !== 'number') return [];
      const row = { case: summary.name, metric: heading, value, unit };
      return summary === overall && key === 'coverage'
        ? [{ ...row, limit: LEAST_COVERAGE, ok: isHonest(overall) }]
        : [row];
    }),
  );
}

function cell(value: Summary[keyof Summary], unit: string): string {
  if (value === null) return '—';
  return unit === '%' ? `${Number(value).toFixed(1)} %` : String(value);
}

/** The table, in Markdown. */
export function table(first: string, summaries: readonly Summary[]): string {
  return [
    [first, ...COLUMNS.map(([heading]) => heading)],
    ['---', ...COLUMNS.map(() => '---:')],
    ...summaries.map((one) => [one.name, ...COLUMNS.map(([, key, unit]) => cell(one[key], unit))]),
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
