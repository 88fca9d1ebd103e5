import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addMinutes } from '../time';
import {
  type Ahead,
  aheadAt,
  aheadFrom,
  type AheadSession,
  dueAt,
  leadingEnd,
  NEVER_DUE,
  NOTHING_AHEAD,
  placeOf,
  plansMissingFrom,
  shownAhead,
  withChanged,
} from './ahead';
import { overAt, publicPhaseAt } from './public-phase';

/** Sessions of a store that are kept at most. */
const MAX_AHEAD = 24;

const NOW = '2026-11-24T02:00:00.000Z';

function buildSession(overrides: Partial<AheadSession> & { id: string }): AheadSession {
  const session = {
    title: '专场',
    hostIds: [],
    accountId: null,
    startAt: NOW,
    endAt: addMinutes(overrides.startAt ?? NOW, 240),
    state: 'scheduled' as const,
    startedAt: null,
    pausedAt: null,
    isAiPresenter: false,
    ...overrides,
  };
  return { ...session, sortKey: `${session.startedAt ?? session.startAt}#${session.id}` };
}

const inHours = (hours: number): string => addMinutes(NOW, hours * 60);

function plan(id: string, startsInHours: number): AheadSession {
  return buildSession({ id, startAt: inHours(startsInHours) });
}

function running(id: string, startedHoursAgo: number): AheadSession {
  const startedAt = inHours(-startedHoursAgo);
  return buildSession({ id, startAt: startedAt, startedAt, state: 'live' });
}

const idsOf = ({ sessions }: Ahead): string[] => sessions.map(({ id }) => id);

/** All sessions of a store, and which of them are ahead: written apart from the module. */
function aheadOfAll(all: ReadonlyMap<string, AheadSession>, now: string): AheadSession[] {
  const isAhead = (session: AheadSession): boolean =>
    ['upcoming', 'should_be_on_air', 'on_air', 'paused'].includes(publicPhaseAt(session, now));
  const rankOf = ({ state, sortKey }: AheadSession): string =>
    `${state === 'live' || state === 'paused' ? 'a' : 'b'} ${sortKey}`;
  return [...all.values()].filter(isAhead).sort((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1));
}

/** What the timer does: reads on from where the list ends, some at once. */
function refreshed(
  all: ReadonlyMap<string, AheadSession>,
  before: Ahead,
  atOnce: number,
  now: string,
): Ahead {
  const missing = plansMissingFrom(before);
  if (missing === null) return aheadAt(before, now);
  const stored = [...all.values()].sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1));
  const plans = stored.filter(({ state, sortKey }) => state === 'scheduled' && sortKey >= missing);
  const runs = stored.filter(({ state }) => state === 'live' || state === 'paused');
  const next = plans[atOnce];
  const known = missing === '' ? runs : before.sessions;
  const read = [...known, ...plans.slice(0, atOnce)];
  return aheadFrom(read, next === undefined ? null : placeOf(next), now);
}

interface Store {
  all: Map<string, AheadSession>;
  list: Ahead;
  now: string;
}

const anyStep = fc.record({
  /** Plans are most of the steps, so that lists are cut. */
  what: fc.constantFrom('plan', 'plan', 'plan', 'plan', 'change', 'change', 'time', 'refresh'),
  which: fc.nat(),
  quarters: fc.integer({ min: -20, max: 2000 }),
  to: fc.constantFrom('live', 'paused', 'ended', 'cancelled', 'scheduled', 'removed'),
});

type AnyStep = typeof anyStep extends fc.Arbitrary<infer Step> ? Step : never;

function changed(session: AheadSession, to: AnyStep['to'], now: string, startAt: string) {
  const { id } = session;
  switch (to) {
    case 'live':
      return buildSession({ ...session, id, state: to, startedAt: now, pausedAt: null });
    case 'paused':
      return buildSession({ ...session, id, state: to, startedAt: session.startAt, pausedAt: now });
    case 'scheduled':
      return buildSession({ id, startAt });
    case 'removed':
      return null;
    default:
      return buildSession({ ...session, id, state: to });
  }
}

/** Changes the sessions of a store as people, time and the timer do, and its list with them. */
function take(store: Store, { what, which, quarters, to }: AnyStep): void {
  const { all, list, now } = store;
  const startAt = addMinutes(now, quarters * 15);
  const known = [...all.values()][which % Math.max(1, all.size)];
  if (what === 'time') store.now = addMinutes(now, which % 3000);
  else if (what === 'refresh') store.list = refreshed(all, list, 1 + (which % 60), now);
  else {
    const isNew = what === 'plan' || known === undefined;
    const id = isNew ? `l${String(all.size)}.${String(which)}` : known.id;
    const after = isNew ? buildSession({ id, startAt }) : changed(known, to, now, startAt);
    if (after === null) all.delete(id);
    else all.set(id, after);
    store.list = withChanged(list, id, after, now);
  }
}

describe('the list of sessions ahead', () => {
  it('keeps what runs before every plan, however many plans there are', () => {
    const plans = Array.from({ length: 1000 }, (_none, i) => plan(`p${String(i)}`, i - 3));
    const list = [...plans, running('late', 1)].reduce<Ahead>(
      (before, session) => withChanged(before, session.id, session, NOW),
      NOTHING_AHEAD,
    );
    expect(idsOf(list)[0]).toBe('late');
    expect(list.sessions).toHaveLength(MAX_AHEAD);
    expect(list.completeUntil).toBe(placeOf(plan('p23', 20)));
  });

  it('does not keep what comes after the place up to which it is complete', () => {
    const list: Ahead = { sessions: [plan('a', 1)], completeUntil: placeOf(plan('c', 3)) };
    expect(idsOf(withChanged(list, 'b', plan('b', 2), NOW))).toEqual(['a', 'b']);
    expect(idsOf(withChanged(list, 'd', plan('d', 4), NOW))).toEqual(['a']);
  });

  it('is due at once when it is low while there are more, else when a session is over', () => {
    const list: Ahead = { sessions: [plan('a', 1)], completeUntil: null };
    expect(dueAt(list, NOW)).toBe(inHours(5));
    expect(dueAt({ ...list, completeUntil: placeOf(plan('b', 2)) }, NOW)).toBe(NOW);
    expect(dueAt(NOTHING_AHEAD, NOW)).toBe(NEVER_DUE);
  });

  it('leads with what runs, then with the plan that ends first, then with what is not kept', () => {
    const sessions = [running('a', 1), plan('b', -2)];
    expect(leadingEnd({ sessions, completeUntil: null })).toBe(inHours(3));
    expect(leadingEnd({ sessions: [plan('b', -2)], completeUntil: null })).toBe(inHours(2));
    const completeUntil = placeOf(plan('c', 9));
    expect(leadingEnd({ sessions: [], completeUntil })).toBe(inHours(9));
    expect(leadingEnd(NOTHING_AHEAD)).toBeNull();
  });

  it('shows what is on air first, and a pause of more than two hours in its turn', () => {
    const paused = { ...running('long', 5), state: 'paused' as const, pausedAt: inHours(-3) };
    const sessions = [paused, running('a', 1), plan('b', -6), plan('c', 2)];
    const read = sessions.map((session) => ({
      ...session,
      phase: publicPhaseAt(session, NOW),
      overAt: overAt(session),
    }));
    expect(shownAhead(read, NOW).map(({ id }) => id)).toEqual(['a', 'b', 'long', 'c']);
  });

  it('always has the first of all sessions ahead, up to the place that it names', () => {
    let cut = 0;
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 60, maxLength: 120 }), (steps) => {
        const store: Store = { all: new Map(), list: NOTHING_AHEAD, now: NOW };
        for (const step of steps) {
          take(store, step);
          const { sessions, completeUntil } = aheadAt(store.list, store.now);
          if (completeUntil !== null) cut += 1;
          const isWithin = (session: AheadSession): boolean =>
            completeUntil === null || placeOf(session) < completeUntil;
          expect(sessions).toEqual(aheadOfAll(store.all, store.now).filter(isWithin));
          expect(sessions.length).toBeLessThanOrEqual(MAX_AHEAD);
        }
      }),
      { numRuns: 150 },
    );
    expect(cut).toBeGreaterThan(300);
  });
});
