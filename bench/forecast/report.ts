import type { BenchRow } from '../rows';
import type { Declined, Judged } from './measure';

/** Smallest share of outcomes inside the stated 80 % range, over all processes, in percent. */
export const MIN_COVERAGE = 75;
/** Largest share of outcomes inside the stated 80 % range, in percent. */
export const MAX_COVERAGE = 85;

/** Figures of a group of forecasts. Shares are in percent; null when there is nothing to count. */
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

function percent(part: number, total: number): number | null {
  return total === 0 ? null : Math.round((1000 * part) / total) / 10;
}

function median(errors: readonly number[]): number | null {
  const sorted = [...errors].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  return middle === undefined ? null : Math.round(1000 * middle) / 10;
}

/** Summarises a group of forecasts. */
export function summarise(name: string, forecasts: readonly (Judged | Declined)[]): Summary {
  const judged = forecasts.filter((forecast): forecast is Judged => 'fell' in forecast);
  const fell = (where: Judged['fell']) =>
    percent(judged.filter((forecast) => forecast.fell === where).length, judged.length);
  const crossings = judged.flatMap((forecast) => forecast.crossings);
  const dated = crossings.filter((crossing) => crossing.dated);
  const undated = crossings.filter((crossing) => !crossing.dated);
  return {
    name,
    forecasts: judged.length,
    declined: forecasts.length - judged.length,
    coverage: fell('inside'),
    below: fell('below'),
    above: fell('above'),
    dates: dated.length,
    datesHeld: percent(dated.filter(({ held }) => held).length, dated.length),
    notThisYear: undated.length,
    notThisYearHeld: percent(undated.filter(({ held }) => held).length, undated.length),
    error: median(judged.map((forecast) => forecast.error)),
    errorOfLast30: median(judged.map((forecast) => forecast.errorOfLast30)),
    errorOfShare: median(judged.flatMap(({ errorOfShare }) => errorOfShare ?? [])),
  };
}

/** Whether the share of outcomes inside the range is within its limits. */
export function hasStatedCoverage({ coverage }: Summary): boolean {
  return coverage !== null && coverage >= MIN_COVERAGE && coverage <= MAX_COVERAGE;
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

/** The figures as rows; only the coverage of `overall` has a limit. */
export function rowsOf(summaries: readonly Summary[], overall: Summary): BenchRow[] {
  return [...summaries, overall].flatMap((summary) =>
    COLUMNS.flatMap(([heading, key, unit]): BenchRow[] => {
      const value = summary[key];
      if (typeof value !== 'number') return [];
      const row = { case: summary.name, metric: heading, value, unit };
      return summary === overall && key === 'coverage'
        ? [{ ...row, limit: MIN_COVERAGE, ok: hasStatedCoverage(overall) }]
        : [row];
    }),
  );
}

function cell(value: Summary[keyof Summary], unit: string): string {
  if (value === null) return '—';
  return unit === '%' ? `${Number(value).toFixed(1)} %` : String(value);
}

/** The figures as a Markdown table. */
export function table(first: string, summaries: readonly Summary[]): string {
  return [
    [first, ...COLUMNS.map(([heading]) => heading)],
    ['---', ...COLUMNS.map(() => '---:')],
    ...summaries.map((summary) => [
      summary.name,
      ...COLUMNS.map(([, key, unit]) => cell(summary[key], unit)),
    ]),
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
