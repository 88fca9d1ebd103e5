import { describe, expect, it } from 'vitest';

import { forecast } from './forecast';
import { pathAt } from './path';
import { pathOf, rangeOf, steadyInput, THOUSAND } from './paths.fixture';
import { trailingYear } from './trailing';
import type { ForecastInput } from './types';

const TODAY = '2026-10-20';
const exact = pathOf('2026-07-01', TODAY);
const october = { month: '2026-10', low: 0, high: 40 * THOUSAND };

function inputWith(changes: Partial<ForecastInput> = {}) {
  return steadyInput({ path: { ...exact, ranges: [october] }, ...changes });
}

describe('pathAt', () => {
  it('spreads a range over the days of its month until today, to the fen', () => {
    const path = { ...exact, ranges: [{ month: '2026-10', low: -7, high: 1001 }] };
    const sum = (point: 'low' | 'middle' | 'high') =>
      pathAt(path, TODAY, point).netFen.reduce((total, fen) => total + fen, 0) - 112 * THOUSAND;
    expect([sum('low'), sum('middle'), sum('high')]).toEqual([-7, 497, 1001]);
    expect(pathAt(path, TODAY, 'high').netFen.slice(0, 92)).toEqual(exact.netFen.slice(0, 92));
  });
});

describe('a forecast of sales of which some are known as a range', () => {
  it('is as low as with the lower end and as high as with the upper end', () => {
    const held = rangeOf(inputWith());
    const low = rangeOf(steadyInput({ path: exact }));
    const all = pathAt({ ...exact, ranges: [october] }, TODAY, 'high');
    const high = rangeOf(steadyInput({ path: all }));
    expect(held.yearEnd.lowFen).toBe(low.yearEnd.lowFen);
    expect(held.yearEnd.highFen).toBe(high.yearEnd.highFen);
    expect(held.yearEnd.midFen).toBeGreaterThan(low.yearEnd.midFen);
    expect(held.inputs.keptThisYearFen).toBe(112 * THOUSAND);
    expect(held.inputs.keptAtMostFen).toBe(152 * THOUSAND);
  });

  it('does not take a threshold for passed that only the upper end passes', () => {
    const thresholds = [{ id: 'between', neededFen: 120 * THOUSAND }];
    const { crossings } = rangeOf(inputWith({ thresholds }));
    expect(crossings[0]?.earliest).toBe(TODAY);
    expect(crossings[0]!.latest! > TODAY).toBe(true);
  });

  it('takes a threshold for passed on its day that the lower end has passed', () => {
    const thresholds = [{ id: 'passed', neededFen: 20 * THOUSAND }];
    const { crossings } = rangeOf(inputWith({ thresholds }));
    expect(crossings[0]).toMatchObject({ earliest: '2026-07-20', latest: '2026-07-20' });
  });

  it('claims no measured accuracy', () => {
    expect(rangeOf(inputWith()).inputs.measured).toBeNull();
  });

  it('cannot tell where the ranges decide whether there is a forecast', () => {
    const path = pathOf('2026-07-01', TODAY, (day) => (day < '2026-09-01' ? THOUSAND : 0));
    const input = steadyInput({ path: { ...path, ranges: [october] } });
    expect(forecast(input)).toMatchObject({ kind: 'declined', reason: 'sales_are_ranges' });
  });

  it('cannot tell where the ends of the range are too far apart', () => {
    const ranges = [{ month: '2026-10', low: 0, high: 10_000 * THOUSAND }];
    const input = steadyInput({ path: { ...exact, ranges } });
    expect(forecast(input)).toMatchObject({ kind: 'declined', reason: 'sales_are_ranges' });
  });

  it('gives the reason of a year that is not running', () => {
    expect(forecast(inputWith({ year: 2025 }))).toMatchObject({ reason: 'year_over' });
  });
});

describe('the last twelve months', () => {
  it('hold the ranges of their months, of the first month only what is certain', () => {
    const path = pathOf('2025-01-01', TODAY);
    const ranges = [
      { month: '2025-09', low: 0, high: 5 },
      { month: '2025-10', low: -3, high: 50 },
      { month: '2026-03', low: 100, high: 700 },
    ];
    const exactFen = 365 * THOUSAND;
    expect(trailingYear({ ...path, ranges }, TODAY)?.net).toEqual({
      low: exactFen - 3 + 100,
      high: exactFen + 50 + 700,
    });
  });
});
