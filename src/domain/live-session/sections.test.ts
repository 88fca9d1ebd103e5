import { describe, expect, it } from 'vitest';

import type { ReadPhase } from './public-phase';
import { sectionsOf } from './sections';

/** Noon in China. */
const NOW = '2026-11-25T04:00:00.000Z';

function buildSession(overrides: Partial<ReadPhase> = {}): ReadPhase {
  const times = { startAt: '2026-11-25T12:00:00.000Z', overAt: '2026-12-31T16:00:00.000Z' };
  return { phase: 'upcoming', ...times, pausedAt: null, ...overrides };
}

function sectionOf(...sessions: ReadPhase[]): string[] {
  const store = { sessions, more: 0, hasEvenMore: false };
  return sectionsOf([store], NOW).map(({ section }) => section);
}

describe('sectionsOf', () => {
  it.each([
    ['on air', { phase: 'on_air' }, 'on_air'],
    ['paused an hour ago', { phase: 'paused', pausedAt: '2026-11-25T03:00:00.000Z' }, 'on_air'],
    ['paused three hours ago', { phase: 'paused', pausedAt: '2026-11-25T01:00:00.000Z' }, 'due'],
    ['due by its plan', { startAt: '2026-11-25T03:00:00.000Z' }, 'due'],
    ['today', {}, 'today'],
    ['the last minute of today', { startAt: '2026-11-25T15:59:00.000Z' }, 'today'],
    ['tomorrow', { startAt: '2026-11-25T16:00:00.000Z' }, 'week'],
    ['the seventh day', { startAt: '2026-12-01T15:59:00.000Z' }, 'week'],
    ['the eighth day', { startAt: '2026-12-01T16:00:00.000Z' }, 'later'],
  ] as const)('finds a store with a session %s', (_what, overrides, section) => {
    expect(sectionOf(buildSession(overrides))).toEqual([section]);
  });

  it('places a store by what comes first in it, and leaves out one of which all is over', () => {
    const over = buildSession({ overAt: NOW });
    expect(sectionOf(over, buildSession(), buildSession({ phase: 'on_air' }))).toEqual(['on_air']);
    expect(sectionOf(over)).toEqual([]);
  });

  it('places a store of which all that was shown is over last, while it has more', () => {
    const stores = [
      { sessions: [buildSession({ overAt: NOW })], more: 1, hasEvenMore: false },
      { sessions: [], more: 0, hasEvenMore: true },
    ];
    expect(sectionsOf(stores, NOW)).toEqual([{ section: 'later', stores }]);
  });
});
