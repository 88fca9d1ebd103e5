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

  it('leaves out a store of which all is over', () => {
    expect(sectionOf(buildSession({ overAt: NOW }))).toEqual([]);
  });

  it('places each session of a store in its own section, and what it has more of after the last', () => {
    const onAir = buildSession({ phase: 'on_air' });
    const tomorrow = buildSession({ startAt: '2026-11-26T12:00:00.000Z' });
    const store = { sessions: [onAir, tomorrow], more: 3, hasEvenMore: true };
    expect(sectionsOf([store], NOW)).toEqual([
      { section: 'on_air', stores: [{ sessions: [onAir], more: 0, hasEvenMore: false }] },
      { section: 'week', stores: [{ sessions: [tomorrow], more: 3, hasEvenMore: true }] },
    ]);
  });

  it('orders the sessions of a section by their ends, also those that come second in a store', () => {
    const at = (hour: number) => `2026-11-25T${String(hour)}:00:00.000Z`;
    const [first, second, third] = [12, 13, 14].map((hour) => buildSession({ overAt: at(hour) }));
    const onAir = buildSession({ phase: 'on_air', overAt: at(10) });
    const stores = [[onAir, third], [first], [second]].map((sessions) => ({
      sessions: sessions.flatMap((session) => session ?? []),
      more: 0,
      hasEvenMore: false,
    }));
    const today = sectionsOf(stores, NOW).find(({ section }) => section === 'today');
    expect(today?.stores.flatMap(({ sessions }) => sessions)).toEqual([first, second, third]);
  });

  it('places a store of which all that was shown is over last, while it has more', () => {
    const later = [
      { sessions: [], more: 1, hasEvenMore: false },
      { sessions: [], more: 0, hasEvenMore: true },
    ];
    const stores = [{ ...later[0], sessions: [buildSession({ overAt: NOW })] }, later[1]];
    const found = sectionsOf(stores as typeof later, NOW);
    expect(found).toEqual([{ section: 'later', stores: later }]);
  });
});
