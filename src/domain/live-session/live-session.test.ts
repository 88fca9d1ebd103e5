import { describe, expect, it } from 'vitest';

import {
  cancel,
  canTake,
  end,
  goLive,
  LIVE_SESSION_STATES,
  type LiveSessionRun,
  type LiveSessionState,
  type LiveSessionStep,
  onAirSeconds,
  overdueBefore,
  pause,
  reschedule,
  resume,
  stateAt,
} from './live-session';

/** An instant of 25 November 2026, `12:00` or `12:00:30`. */
const at = (time: string): string => `2026-11-25T${time.length === 5 ? `${time}:00` : time}.000Z`;

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

/** The states from which a step is possible, written by hand. */
const FROM: Record<LiveSessionStep, readonly LiveSessionState[]> = {
  goLive: ['scheduled', 'unconfirmed'],
  pause: ['live'],
  resume: ['paused'],
  end: ['live', 'paused'],
  edit: ['scheduled', 'unconfirmed', 'live', 'paused'],
  cancel: ['scheduled', 'unconfirmed'],
};

describe('canTake', () => {
  it.each(Object.entries(FROM))('%s', (step, states) => {
    const possible = LIVE_SESSION_STATES.filter((state) => canTake(step as LiveSessionStep, state));
    expect(possible).toEqual(states);
  });

  it.each([
    ['scheduled', ['goLive', 'edit', 'cancel']],
    ['unconfirmed', ['goLive', 'edit', 'cancel']],
    ['live', ['pause', 'end', 'edit']],
    ['paused', ['resume', 'end', 'edit']],
    ['ended', []],
    ['cancelled', []],
  ] as const)('from %s: %j', (state, steps) => {
    expect(Object.keys(FROM).filter((step) => canTake(step as LiveSessionStep, state))).toEqual(
      steps,
    );
  });
});

describe('the steps', () => {
  it('run through a session with two pauses, the second open at the end', () => {
    const plan = buildRun();
    const live = goLive(plan, at('12:05'));
    expect(live).toEqual({ ...plan, state: 'live', startedAt: at('12:05') });
    const paused = pause(live, at('13:00'));
    expect(paused).toMatchObject({ state: 'paused', pauses: [{ from: at('13:00'), to: null }] });
    const back = resume(paused, at('13:10'));
    expect(back).toMatchObject({
      state: 'live',
      pauses: [{ from: at('13:00'), to: at('13:10') }],
    });
    const over = end(pause(back, at('15:00')), at('15:30'));
    expect(over).toEqual({
      ...plan,
      state: 'ended',
      startedAt: at('12:05'),
      endedAt: at('15:30'),
      pauses: [
        { from: at('13:00'), to: at('13:10') },
        { from: at('15:00'), to: at('15:30') },
      ],
    });
    expect(plan).toEqual(buildRun());
  });

  it('cut a pause at an end within it, and drop pauses after it', () => {
    const live = goLive(buildRun({ startAt: at('12:00') }), at('12:00'));
    const paused = resume(pause(live, at('13:00')), at('15:00'));
    const again = resume(pause(paused, at('15:30')), at('15:40'));
    const over = end(again, at('13:30'));
    expect(over.pauses).toEqual([{ from: at('13:00'), to: at('13:30') }]);
    expect(onAirSeconds(over, at('20:00'))).toBe(3600);
  });

  it('expect a rescheduled session again, and keep its other fields', () => {
    const run = { ...buildRun({ state: 'unconfirmed' }), title: '新品' };
    const later = reschedule(run, at('18:00'), at('20:00'));
    expect(later).toEqual({
      ...run,
      state: 'scheduled',
      startAt: at('18:00'),
      endAt: at('20:00'),
    });
    expect(cancel(run)).toEqual({ ...run, state: 'cancelled' });
  });
});

describe('the state for the merchant', () => {
  it('turns unconfirmed half an hour after the planned start, to the millisecond', () => {
    const run = buildRun();
    expect(overdueBefore(at('12:30'))).toBe(at('12:00'));
    expect(stateAt(run, '2026-11-25T12:29:59.999Z')).toBe('scheduled');
    expect(stateAt(run, at('12:30'))).toBe('unconfirmed');
  });

  it('is the stored one after a tap', () => {
    for (const state of ['live', 'paused', 'ended', 'cancelled', 'unconfirmed'] as const) {
      expect(stateAt(buildRun({ state }), at('23:00'))).toBe(state);
    }
  });
});

describe('seconds on air', () => {
  const live = goLive(buildRun(), at('12:00'));
  const paused = pause(live, at('12:10'));
  const back = resume(paused, at('12:20'));
  // As an earlier version could store it.
  const beyond: LiveSessionRun = {
    ...end(live, at('12:30')),
    pauses: [{ from: at('12:20'), to: at('14:00') }],
  };

  it('is unknown before it starts', () => {
    expect(onAirSeconds(buildRun(), at('12:00'))).toBeNull();
  });

  it.each([
    ['on air', live, at('12:05'), 300],
    ['not a whole second', live, '2026-11-25T12:00:01.999Z', 1],
    ['stands still in a pause', paused, at('12:15'), 600],
    ['without the pause', back, at('12:30'), 1200],
    ['stops at the end', end(back, at('12:40')), at('18:00'), 1800],
    ['ended in a pause', end(paused, at('12:30')), at('18:00'), 600],
    ['several pauses', end(pause(back, at('12:25')), at('12:30')), at('13:00'), 900],
    ['never below nothing', live, at('11:00'), 0],
    ['a pause that goes on after the end is cut', end(paused, at('12:15')), at('18:00'), 600],
    ['a pause after the end does not count', end(back, at('12:05')), at('18:00'), 300],
    ['a pause that is stored beyond the end', beyond, at('18:00'), 1200],
  ] as const)('%s', (_what, run, now, seconds) => {
    expect(onAirSeconds(run, now)).toBe(seconds);
  });
});
