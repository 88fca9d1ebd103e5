import { describe, expect, it } from 'vitest';

import type { LiveSessionRun } from './live-session';
import {
  countsAsOnAir,
  overAt,
  pausedSince,
  phaseMovedOn,
  publicPhaseAt,
  type ReadPhase,
} from './public-phase';

/** An instant of 25 November 2026. */
const at = (time: string): string => `2026-11-25T${time}:00.000Z`;

/** A plan from 12:00 to 16:00. */
function buildRun(overrides: Partial<LiveSessionRun> = {}): LiveSessionRun {
  return {
    state: 'scheduled',
    startAt: at('12:00'),
    endAt: at('16:00'),
    startedAt: null,
    endedAt: null,
    pauses: [],
    ...overrides,
  };
}

describe('publicPhaseAt', () => {
  const untapped = [
    ['2026-11-25T11:59:59.999Z', 'upcoming'],
    [at('12:00'), 'should_be_on_air'],
    ['2026-11-25T15:59:59.999Z', 'should_be_on_air'],
    [at('16:00'), 'over'],
  ] as const;
  it.each(untapped)('without a tap, at %s: %s', (now, phase) => {
    expect(publicPhaseAt(buildRun(), now)).toBe(phase);
    // Only the merchant sees "unconfirmed".
    expect(publicPhaseAt(buildRun({ state: 'unconfirmed' }), now)).toBe(phase);
  });

  it.each([
    ['live', 'on_air'],
    ['paused', 'paused'],
  ] as const)('%s is %s, also before the plan, until twelve hours after it', (state, phase) => {
    const run = buildRun({ state, startedAt: at('11:00') });
    expect(publicPhaseAt(run, at('11:30'))).toBe(phase);
    expect(publicPhaseAt(run, '2026-11-26T03:59:59.999Z')).toBe(phase);
    expect(publicPhaseAt(run, '2026-11-26T04:00:00.000Z')).toBe('over');
  });

  it('counts twelve hours from the real start of a session that started after its plan', () => {
    const startedAt = '2026-11-26T12:00:00.000Z';
    const run = buildRun({ state: 'live', startedAt });
    expect(publicPhaseAt(run, startedAt)).toBe('on_air');
    expect(publicPhaseAt(run, '2026-11-26T23:59:59.999Z')).toBe('on_air');
    expect(publicPhaseAt(run, '2026-11-27T00:00:00.000Z')).toBe('over');
  });

  it('is final once it ended or was cancelled', () => {
    for (const now of [at('11:00'), at('13:00'), at('20:00')]) {
      expect(publicPhaseAt(buildRun({ state: 'ended' }), now)).toBe('over');
      expect(publicPhaseAt(buildRun({ state: 'cancelled' }), now)).toBe('cancelled');
    }
  });
});

describe('pausedSince', () => {
  it('is the start of the open pause', () => {
    const pauses = [
      { from: at('12:30'), to: at('12:40') },
      { from: at('13:00'), to: null },
    ];
    expect(pausedSince(buildRun({ state: 'paused', pauses }))).toBe(at('13:00'));
    expect(pausedSince(buildRun({ state: 'live', pauses }))).toBeNull();
  });
});

function read(run: LiveSessionRun, now: string): ReadPhase {
  return {
    phase: publicPhaseAt(run, now),
    startAt: run.startAt,
    overAt: overAt(run),
    pausedAt: pausedSince(run),
  };
}

describe('phaseMovedOn', () => {
  it.each([
    ['a plan', buildRun()],
    ['on air', buildRun({ state: 'live', startedAt: at('12:10') })],
    [
      'paused',
      buildRun({
        state: 'paused',
        startedAt: at('12:10'),
        pauses: [{ from: at('13:00'), to: null }],
      }),
    ],
    ['ended', buildRun({ state: 'ended', startedAt: at('12:00'), endedAt: at('13:00') })],
    ['cancelled', buildRun({ state: 'cancelled' })],
  ])('agrees with the cloud at any later time: %s', (_what, run) => {
    const session = read(run, at('11:00'));
    for (const now of [at('11:59'), at('12:00'), at('16:00'), '2026-11-26T04:00:00.000Z']) {
      expect(phaseMovedOn(session, now), now).toBe(publicPhaseAt(run, now));
    }
  });
});

describe('countsAsOnAir', () => {
  it('is true on air, and in a pause of up to two hours', () => {
    const live = buildRun({ state: 'live', startedAt: at('12:00') });
    expect(countsAsOnAir(read(live, at('12:00')), at('15:00'))).toBe(true);
    const pauses = [{ from: at('13:00'), to: null }];
    const paused = read(buildRun({ ...live, state: 'paused', pauses }), at('13:00'));
    expect(countsAsOnAir(paused, at('15:00'))).toBe(true);
    expect(countsAsOnAir(paused, '2026-11-25T15:00:00.001Z')).toBe(true);
    expect(countsAsOnAir(paused, at('15:01'))).toBe(false);
  });

  it('is false for a plan that should be on air', () => {
    expect(countsAsOnAir(read(buildRun(), at('12:00')), at('12:30'))).toBe(false);
  });
});
