import { describe, expect, it } from 'vitest';

import { steadyInput } from '../forecast/paths.fixture';
import { award, buildInput, stated, sumsOf } from './evaluate.fixture';
import { evaluate } from './evaluate';
import { outlookOf, outlooksOf, thresholdsOf } from './outlook';

describe('thresholdsOf', () => {
  it('is the first sum that passes each tier: one fen more where the comparison is strict', () => {
    expect(thresholdsOf(award('HD-ANCHOR', {}))).toEqual([
      { id: 'A1', neededFen: 1_000_000_001 },
      { id: 'A2', neededFen: 2_000_000_001 },
      { id: 'A3', neededFen: 5_000_000_001 },
    ]);
  });
});

describe('outlooksOf', () => {
  const { path, today, year } = steadyInput();
  const input = { path, today, year, promotionsOff: [] };

  it('forecasts every award that measures sales', () => {
    const progress = evaluate(buildInput({ sums: sumsOf({ paid: 100 }) }));
    const outlooks = outlooksOf([{ ruleSetKey: 'huadu-2020.v3', progress }], input);
    expect(outlooks.map(({ ruleSetKey, awardId }) => [ruleSetKey, awardId])).toEqual([
      ['huadu-2020.v3', 'HD-ANCHOR'],
    ]);
    expect(outlooks[0]?.forecast.kind).toBe('range');
  });

  it('gives each award the crossings of its own tiers', () => {
    const whole = evaluate(buildInput({ sums: sumsOf({ paid: 100 }) }));
    const [ladder] = whole.awards;
    const later = { ...whole, awards: [{ ...ladder!, tiers: ladder!.tiers.slice(1) }] };
    const schemes = [whole, later].map((progress, index) => ({
      ruleSetKey: `s${String(index)}`,
      progress,
    }));
    const ids = outlooksOf(schemes, input).map(({ forecast }) =>
      forecast.kind === 'declined' ? [] : forecast.crossings.map(({ id }) => id),
    );
    expect(ids).toEqual([
      ['A1', 'A2', 'A3'],
      ['A2', 'A3'],
    ]);
  });

  it('has none for awards that do not measure sales', () => {
    const settle = award('HD-SETTLE', {
      subject: { kind: 'shop' },
      lineOfBusiness: 'mcn',
      facts: [stated('paid_in_capital', 1)],
    });
    const progress = { ...evaluate(buildInput({})), awards: [settle] };
    expect(outlooksOf([{ ruleSetKey: 'x', progress }], input)).toEqual([]);
  });

  it('has none where the days are not known, and for an award of another metric', () => {
    const progress = evaluate(buildInput({ sums: sumsOf({ paid: 100 }) }));
    const schemes = [{ ruleSetKey: 'huadu-2020.v3', progress }];
    expect(outlooksOf(schemes, { ...input, path: null })).toEqual([]);
    const settle = award('HD-SETTLE', {
      subject: { kind: 'shop' },
      lineOfBusiness: 'mcn',
      facts: [stated('paid_in_capital', 1)],
    });
    expect(outlookOf(settle, input)).toBeNull();
  });
});
