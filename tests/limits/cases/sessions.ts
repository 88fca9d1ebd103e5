import { expect } from 'vitest';

import { MAX_HOST_PLANS } from '../../../src/contract/host';
import {
  LIVE_SESSIONS_PER_CALENDAR_PAGE,
  LIVE_SESSIONS_PER_PAGE,
} from '../../../src/contract/live-session';
import { MAX_SAMPLED, MAX_SEARCHED } from '../../../src/domain/live-session/search';
import { MAX_SERIES } from '../../../src/domain/live-session/series';
import { MAX_WEEK_SESSIONS } from '../../../src/domain/live-session/week';
import { addDays, addMinutes, chinaDayOf } from '../../../src/domain/time';
import { buildPlan } from '../../testkit/builders';
import { sessionIn } from '../../testkit/stores';
import { everyPage, type Kit, type LimitCases } from '../kit';

/** A past session of ten minutes, known to the minute. */
async function pastSession(
  { store: { owner, shopId, hostId, accountId } }: Kit,
  title: string,
  startedAt: string,
) {
  const endedAt = addMinutes(startedAt, 10);
  const when = { precision: 'instant' as const, startedAt, endedAt };
  const input = { shopId, hostIds: [hostId], accountId, title, when, figure: null };
  return owner.full('liveSession.backfill', { ...input, confirmed: [] });
}

function listed(
  { store: { owner, shopId } }: Kit,
  filter: { from: string | null; to: string | null },
) {
  return everyPage((cursor) =>
    owner.ok('liveSession.list', { shopId, tab: 'all', ...filter, cursor }),
  );
}

async function found({ store: { owner, shopId } }: Kit, words: string) {
  return everyPage((cursor) => owner.ok('liveSession.search', { shopId, words, cursor }));
}

/** Sessions at the same time as another one, of which the earliest is the one that overlaps. */
async function overlapBehind(kit: Kit, count: number) {
  const session = await sessionIn(kit.store, 'scheduled');
  await kit.cloud.database.put('live_sessions', session.id, {
    ...kit.docOf('live_sessions', session.id),
    title: '占了时间的一场',
  });
  // Later ones have a host of their own, so that they are compared and take no time of this host.
  const { shopId } = kit.store;
  await kit.sessionCopies(session, count, {
    fields: { hosts: [{ id: `${shopId}.hother`, name: '另一位' }], accountId: null },
  });
}

/** Limits of reads of a store's sessions by its people. */
export const SESSIONS = {
  sessionsOfTab: {
    from: 'live_sessions',
    async pass(kit) {
      const session = await sessionIn(kit.store, 'ended');
      const ids = await kit.sessionCopies(session, LIVE_SESSIONS_PER_PAGE);
      const { items, pages } = await listed(kit, { from: null, to: null });
      expect(items.map(({ id }) => id)).toEqual([...ids.reverse(), session.id]);
      expect(pages).toBe(2);
    },
  },
  sessionsToDo: {
    // Read beside the store.
    from: 'shops',
    async pass(kit) {
      const { owner, shopId } = kit.store;
      const session = await sessionIn(kit.store, 'ended');
      const ids = await kit.sessionCopies(session, 10);
      const { toRecord } = await owner.ok('liveSession.todo', { shopId });
      expect(toRecord.items.map(({ id }) => id)).toEqual([...ids].reverse());
      // The list of the tab goes on where they end.
      const list = { shopId, tab: 'to_record' as const, cursor: toRecord.cursor };
      const { items, cursor } = await owner.ok('liveSession.list', list);
      expect([items.map(({ id }) => id), cursor]).toEqual([[session.id], null]);
    },
  },
  sessionsOfWeek: {
    // Read beside the store.
    from: 'shops',
    async pass(kit) {
      const { owner, shopId } = kit.store;
      const home = () => owner.ok('incentive.home', { shopId, year: 2026, knownRuleSets: [] });
      const session = await sessionIn(kit.store, 'ended');
      await kit.sessionCopies(session, MAX_WEEK_SESSIONS - 1);
      const { week } = await home();
      const count = week?.reduce((sum, { toRecord }) => sum + toRecord, 0);
      expect(count).toBe(MAX_WEEK_SESSIONS);
      // With one more no day is counted, so that none is counted wrongly.
      await sessionIn(kit.store, 'scheduled');
      expect((await home()).week).toBeNull();
    },
  },
  sessionsOfCalendar: {
    from: 'live_sessions',
    async pass(kit) {
      const session = await sessionIn(kit.store, 'ended');
      const ids = await kit.sessionCopies(session, LIVE_SESSIONS_PER_CALENDAR_PAGE);
      const { items, pages } = await listed(kit, { from: '2026-11-01', to: '2026-11-30' });
      expect(items.map(({ id }) => id)).toEqual([...ids.reverse(), session.id]);
      expect(pages).toBe(2);
    },
  },
  sessionsOfSeries: {
    from: 'live_sessions',
    // A series has no more sessions than a read returns: one more is refused.
    async pass({ store: { owner, shopId, hostId } }) {
      const first = buildPlan({ shopId, hostIds: [hostId] });
      const daily = (days: number) => ({
        ...first,
        repeat: {
          weekdays: [1, 2, 3, 4, 5, 6, 7],
          until: addDays(chinaDayOf(first.startAt), days - 1),
          skip: [],
        },
      });
      const refusal = await owner.refused('liveSession.schedule', daily(MAX_SERIES + 1));
      expect(refusal).toMatchObject({ fields: { 'repeat.until': 'too_many' } });
      const { session } = await owner.ok('liveSession.schedule', daily(MAX_SERIES));
      const { items } = await owner.ok('liveSession.series', {
        seriesId: session.seriesId ?? '',
      });
      expect(items).toHaveLength(MAX_SERIES);
    },
  },
  plansOfHost: {
    from: 'live_sessions',
    async pass(kit) {
      const { owner, hostId } = kit.store;
      const session = await sessionIn(kit.store, 'scheduled');
      await kit.sessionCopies(session, MAX_HOST_PLANS - 1);
      const all = await owner.ok('host.plans', { hostId });
      expect(all).toMatchObject({ hasMore: false });
      expect(all.plans).toHaveLength(MAX_HOST_PLANS);
      const last = await owner.ok('liveSession.schedule', {
        ...buildPlan({ shopId: kit.store.shopId, hostIds: [hostId] }),
      });
      expect(last.session.hosts).toHaveLength(1);
      const cut = await owner.ok('host.plans', { hostId });
      expect(cut.plans).toHaveLength(MAX_HOST_PLANS);
      // The page says that there are more; the list filtered by the host has all of them.
      expect(cut.hasMore).toBe(true);
    },
  },
  sessionsOfDay: {
    from: 'live_sessions',
    async pass(kit) {
      const { session } = (await pastSession(kit, '早场', '2026-11-20T01:00:00.000Z')).data;
      // With hosts of their own, so that only the first one is like the one that is entered.
      await kit.sessionCopies(session, 200, { fields: { title: '别的一场' } });
      const { owner, shopId, hostId, accountId } = kit.store;
      const again = {
        shopId,
        hostIds: [hostId],
        accountId,
        title: '早场',
        when: { precision: 'day' as const, day: '2026-11-20' },
        figure: null,
        confirmed: [],
      };
      const refusal = await owner.refused('liveSession.backfill', again);
      expect(refusal).toMatchObject({ code: 'odd_amount', info: { backfilled_twice: true } });
    },
  },
  neighbours: {
    from: 'live_sessions',
    async pass(kit) {
      const { owner } = kit.store;
      const first = await pastSession(kit, '第一段', '2026-11-20T01:00:00.000Z');
      await pastSession(kit, '第二段', '2026-11-20T01:20:00.000Z');
      // A hundred sessions of the same day, too late to be pieces of the same evening.
      const later = await pastSession(kit, '后来的一场', '2026-11-20T04:00:00.000Z');
      await kit.sessionCopies(later.data.session, 100, { minutes: 5 });
      const { sessions } = await owner.ok('liveSession.joinable', {
        sessionId: first.data.session.id,
      });
      expect(sessions.map(({ title }) => title)).toEqual(['第一段', '第二段']);
    },
  },
  overlapsOfOne: {
    from: 'live_sessions',
    async pass(kit) {
      await overlapBehind(kit, 100);
      const { store } = kit;
      const { warnings } = await store.owner.full('liveSession.schedule', {
        ...buildPlan({ shopId: store.shopId, hostIds: [store.hostId] }),
        startAt: '2026-11-24T13:00:00.000Z',
        endAt: '2026-11-24T17:00:00.000Z',
      });
      expect(warnings?.map(({ info }) => info?.['title'])).toEqual(['占了时间的一场']);
    },
  },
  overlapsOfSeries: {
    from: 'live_sessions',
    async pass(kit) {
      await overlapBehind(kit, 500);
      const { store } = kit;
      const startAt = '2026-11-24T13:00:00.000Z';
      const { warnings } = await store.owner.full('liveSession.schedule', {
        ...buildPlan({ shopId: store.shopId, hostIds: [store.hostId] }),
        startAt,
        endAt: '2026-11-24T17:00:00.000Z',
        repeat: { weekdays: [1, 2, 3, 4, 5, 6, 7], until: '2026-11-25', skip: [] },
      });
      expect(warnings?.map(({ info }) => info?.['title'])).toEqual(['占了时间的一场']);
    },
  },
  sampledSessions: {
    from: 'live_sessions',
    async pass(kit) {
      await pastSession(kit, '箱包年货 秋冬', '2026-11-19T01:00:00.000Z');
      const often = await pastSession(kit, '箱包 日常', '2026-11-20T01:00:00.000Z');
      // The sample knows neither part of the earliest session; it is found all the same.
      await kit.sessionCopies(often.data.session, MAX_SAMPLED);
      const { items } = await found(kit, '箱包 秋冬');
      expect(items.map(({ title }) => title)).toEqual(['箱包年货 秋冬']);
    },
  },
  foundSessions: {
    from: 'live_sessions',
    async pass(kit) {
      const { data } = await pastSession(kit, '箱包', '2026-11-20T01:00:00.000Z');
      await kit.sessionCopies(data.session, LIVE_SESSIONS_PER_PAGE);
      const { items, pages } = await found(kit, '箱包');
      expect(items).toHaveLength(LIVE_SESSIONS_PER_PAGE + 1);
      expect(pages).toBe(2);
    },
  },
  searchedSessions: {
    from: 'live_sessions',
    async pass(kit) {
      await pastSession(kit, '包箱 箱包年', '2026-11-19T01:00:00.000Z');
      // These have every part of the words, and not the words.
      const { data } = await pastSession(kit, '箱包 包年', '2026-11-20T01:00:00.000Z');
      await kit.sessionCopies(data.session, MAX_SEARCHED, {
        fields: { foundAs: '箱包 包年' },
      });
      const { items, pages } = await found(kit, '箱包年');
      expect(items.map(({ title }) => title)).toContain('包箱 箱包年');
      expect(pages).toBeGreaterThan(1);
    },
  },
} satisfies LimitCases;
