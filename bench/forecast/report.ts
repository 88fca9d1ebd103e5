import type { BenchRow } from '../rows';
import { type Declined, intervalScore, type Judged } from './measure';

/** Smallest share of outcomes inside the range, over all kinds, in percent. */
const MIN_INSIDE = 75;
/** Smallest share of outcomes inside the range of any one kind, in percent. */
export const MIN_INSIDE_OF_KIND = 65;
/** Largest share of forecasts that may be declined, over all kinds, in percent. */
const MAX_DECLINED = 20;

/** Figures of a group of forecasts. Shares are in percent; null when there is nothing to count. */
export interface Summary {
  readonly name: string;
  readonly forecasts: number;
  readonly declined: number | null;
  readonly inside: number | null;
  readonly below: number | null;
  readonly above: number | null;
  readonly score: number | null;
  readonly conformalInside: number | null;
  readonly conformalScore: number | null;
  readonly datesHeld: number | null;
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

function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return Math.round((100 * values.reduce((sum, value) => sum + value, 0)) / values.length) / 100;
}

/** Whether a forecast was given. */
export function isJudged(forecast: Judged | Declined): forecast is Judged {
  return 'fell' in forecast;
}

/**
 * Summarises a group of forecasts.
 * @param widths of the conformal ranges around the same middles, see `conformalWidths`.
 */
export function summarise(
  name: string,
  forecasts: readonly (Judged | Declined)[],
  widths: ReadonlyMap<string, number>,
): Summary {
  const judged = forecasts.filter(isJudged);
  const share = (is: (forecast: Judged) => boolean) =>
    percent(judged.filter(is).length, judged.length);
  const widthOf = ({ origin }: Judged) => widths.get(origin) ?? Infinity;
  const crossings = judged.flatMap((forecast) => forecast.crossings);
  const dated = crossings.filter((crossing) => crossing.dated);
  const undated = crossings.filter((crossing) => !crossing.dated);
  return {
    name,
    forecasts: judged.length,
    declined: percent(forecasts.length - judged.length, forecasts.length),
    inside: share(({ fell }) => fell === 'inside'),
    below: share(({ fell }) => fell === 'below'),
    above: share(({ fell }) => fell === 'above'),
    score: mean(judged.map(({ score }) => score)),
    conformalInside: share((forecast) => Math.abs(forecast.logError) <= widthOf(forecast)),
    conformalScore: mean(
      judged.map((forecast) => {
        const width = widthOf(forecast);
        return intervalScore(-width, width, forecast.logError);
      }),
    ),
    datesHeld: percent(dated.filter(({ held }) => held).length, dated.length),
    notThisYearHeld: percent(undated.filter(({ held }) => held).length, undated.length),
    error: median(judged.map((forecast) => forecast.error)),
    errorOfLast30: median(judged.map((forecast) => forecast.errorOfLast30)),
    errorOfShare: median(judged.flatMap(({ errorOfShare }) => errorOfShare ?? [])),
  };
}

const COLUMNS: readonly [heading: string, key: keyof Summary, unit: string][] = [
  ['forecasts', 'forecasts', 'forecasts'],
  ['declined', 'declined', '%'],
  ['year end inside', 'inside', '%'],
  ['below', 'below', '%'],
  ['above', 'above', '%'],
  ['score', 'score', ''],
  ['conformal inside', 'conformalInside', '%'],
  ['conformal score', 'conformalScore', ''],
  ['dates inside', 'datesHeld', '%'],
  ['“not this year” true', 'notThisYearHeld', '%'],
  ['error', 'error', '%'],
  ['error of last 30 days', 'errorOfLast30', '%'],
  ['error of same share', 'errorOfShare', '%'],
];

type Gate = Pick<BenchRow, 'limit' | 'ok'>;

/** The limits of all kinds together. */
export function overallGates({ conformalScore }: Summary): Partial<Record<keyof Summary, number>> {
  return {
    inside: MIN_INSIDE,
    declined: MAX_DECLINED,
    ...(conformalScore === null ? {} : { score: conformalScore }),
  };
}

function gateOf(key: keyof Summary, value: number, limit: number | undefined): Gate {
  if (limit === undefined) return {};
  return { limit, ok: key === 'inside' ? value >= limit : value <= limit };
}

/** The figures as rows, with their limits. */
export function rowsOf(
  summary: Summary,
  limits: Partial<Record<keyof Summary, number>> = {},
): BenchRow[] {
  return COLUMNS.flatMap(([metric, key, unit]): BenchRow[] => {
    const value = summary[key];
    if (typeof value !== 'number') return [];
    return [{ case: summary.name, metric, value, unit, ...gateOf(key, value, limits[key]) }];
  });
}

function cell(value: Summary[keyof Summary], unit: string): string {
  if (value === null) return '—';
  if (unit === '%') return `${Number(value).toFixed(1)} %`;
  return unit === '' ? Number(value).toFixed(2) : String(value);
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
