import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../time';
import { pace, type PaceInput } from './pace';

function paceOf(changes: Partial<PaceInput> = {}) {
  return pace({
    netFen: 400_000,
    today: '2026-12-17',
    year: 2026,
    sessionsPerWeek: 3,
    thresholds: [{ id: 'tier', neededFen: 1_000_001 }],
    ...changes,
  });
}

describe('paces', () => {
  it('divides the gap by weeks and by sessions, rounded up', () => {
    expect(paceOf()).toEqual({
      weeksLeft: 2,
      thresholds: [
        {
          id: 'tier',
          state: 'ahead',
          gapFen: 600_001,
          perWeekFen: 300_001,
          perSessionFen: 100_001,
        },
      ],
    });
  });

  it.each([
    ['passed', { netFen: 1_000_001 }, 'passed', 0],
    ['the last day', { today: '2026-12-31' }, 'no_time', 600_001],
    ['the year over', { today: '2027-01-01' }, 'no_time', 600_001],
    ['the year not begun', { today: '2025-12-31' }, 'no_time', 600_001],
  ] as const)('has no figure: %s', (_, changes, state, gapFen) => {
    expect(paceOf(changes).thresholds[0]).toEqual({
      id: 'tier',
      state,
      gapFen,
      perWeekFen: null,
      perSessionFen: null,
    });
  });

  it('has no figure for a session without sessions', () => {
    expect(paceOf({ sessionsPerWeek: 0 }).thresholds[0]).toMatchObject({
      perWeekFen: 300_001,
      perSessionFen: null,
    });
  });

  it('needs no more than the gap in the last days', () => {
    const { thresholds, weeksLeft } = paceOf({ today: '2026-12-30', sessionsPerWeek: 1 });
    expect(weeksLeft).toBeCloseTo(1 / 7);
    expect(thresholds[0]).toMatchObject({ perWeekFen: 600_001, perSessionFen: 600_001 });
  });

  it('reaches the threshold, and never falls for a higher threshold', () => {
    const day = fc.integer({ min: 0, max: 363 }).map((days) => addDays('2026-01-01', days));
    const fen = fc.integer({ min: 1, max: 1_000_000_000 });
    fc.assert(
      fc.property(
        day,
        fen,
        fen,
        fc.integer({ min: 1, max: 30 }),
        (today, first, more, sessions) => {
          const { thresholds, weeksLeft } = paceOf({
            today,
            netFen: 0,
            sessionsPerWeek: sessions,
            thresholds: [
              { id: 'low', neededFen: first },
              { id: 'high', neededFen: first + more },
            ],
          });
          const [low, high] = thresholds;
          expect(low!.perWeekFen! * Math.max(1, weeksLeft)).toBeGreaterThanOrEqual(first - 1e-3);
          expect(low!.perSessionFen! * Math.max(1, sessions * weeksLeft)).toBeGreaterThanOrEqual(
            first - 1e-3,
          );
          expect(high!.perWeekFen).toBeGreaterThanOrEqual(low!.perWeekFen!);
        },
      ),
    );
  });
});
