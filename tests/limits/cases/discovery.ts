import { expect } from 'vitest';

import { SHOPS_PER_PAGE } from '../../../src/contract/discover';
import { MAX_PAST_SESSIONS, PUBLIC_SESSIONS_PER_PAGE } from '../../../src/contract/shop';
import { buildPlan } from '../../testkit/builders';
import { publish, publishVerified, sessionIn } from '../../testkit/stores';
import { digits, everyPage, type Kit, type LimitCases } from '../kit';

/** The store, listed, and copies of it with what lists show of them. @returns their ids. */
async function listedShops(kit: Kit, count: number): Promise<string[]> {
  const { shopId } = kit.store;
  await publishVerified(kit.cloud, kit.store);
  await sessionIn(kit.store, 'scheduled');
  const idOf = (index: number): string => `scopy000${digits(index)}`;
  await kit.copies('shops', kit.docOf('shops', shopId), count, (index) => ({
    _id: idOf(index),
    listedKey: `2026-11-23T00:00:00.000Z#${idOf(index)}`,
  }));
  const front = kit.docOf('storefronts', shopId);
  const [end] = String(front['nextKey']).split('#');
  await kit.copies('storefronts', front, count, (index) => ({
    _id: idOf(index),
    nextKey: `${String(end)}#${idOf(index)}`,
    movedKey: `2026-11-24T02:00:00.000Z#${idOf(index)}`,
  }));
  return [shopId, ...Array.from({ length: count }, (_, index) => idOf(index))];
}

/** The ids of stores with sessions ahead, page by page. */
async function ahead({ viewer }: Kit, between: () => Promise<unknown> = async () => undefined) {
  const first = (await viewer.ok('discover.list', { cursor: null })).ahead;
  if (first === null) throw new Error('the first page has no sessions');
  await between();
  const rest =
    first.cursor === null
      ? []
      : (
          await everyPage((cursor) =>
            viewer.ok('discover.ahead', { cursor: cursor ?? first.cursor }),
          )
        ).items;
  return new Set([...first.items, ...rest].map(({ shop }) => shop.id));
}

async function publicSessions({ viewer, store: { shopId } }: Kit, which: 'ahead' | 'past') {
  return everyPage((cursor) => viewer.ok('shop.sessions', { shopId, which, cursor }));
}

/** A published store whose kept list of sessions ahead is empty while there are more. */
async function runOut(kit: Kit): Promise<void> {
  await kit.change('storefronts', kit.store.shopId, {
    sessions: [],
    completeUntil: '1#2026-11-24T02:00:00.000Z',
    dueAt: '2026-11-24T01:00:00.000Z',
  });
}

/** Limits of reads for viewers. */
export const DISCOVERY = {
  listedShops: {
    from: 'shops',
    async pass(kit) {
      const ids = await listedShops(kit, SHOPS_PER_PAGE);
      const { items, pages } = await everyPage(async (cursor) => {
        const page = await kit.viewer.ok('discover.list', { cursor });
        return { items: page.shops, cursor: page.cursor };
      });
      expect(items.map(({ id }) => id).sort()).toEqual(ids.sort());
      expect(pages).toBe(2);
    },
  },
  listedStorefronts: {
    from: 'storefronts',
    async pass(kit) {
      const ids = await listedShops(kit, SHOPS_PER_PAGE);
      expect(await ahead(kit)).toEqual(new Set(ids));
    },
  },
  movedStorefronts: {
    from: 'storefronts',
    async pass(kit) {
      const ids = await listedShops(kit, 2 * SHOPS_PER_PAGE + 2);
      // While they are read, the stores of later pages come before what was read.
      const movesAll = async (): Promise<void> => {
        for (const id of ids.slice(-(SHOPS_PER_PAGE + 1))) {
          const end = '2026-11-23T20:00:00.000Z';
          const moved = `2026-11-24T02:00:30.000Z#${id}`;
          await kit.change('storefronts', id, { nextKey: `${end}#${id}`, movedKey: moved });
        }
      };
      expect(await ahead(kit, movesAll)).toEqual(new Set(ids));
    },
  },
  dueStorefronts: {
    from: 'storefronts',
    async pass(kit) {
      const { shopId } = kit.store;
      const front = kit.docOf('storefronts', shopId);
      await kit.copies('storefronts', front, 201, (index) => ({
        _id: `scopy000${digits(index)}`,
        dueAt: `2026-11-24T01:00:00.${digits(index).slice(-3)}Z`,
      }));
      const due = (): number =>
        kit.cloud.database
          .readAll('storefronts')
          .filter(({ dueAt }) => String(dueAt) < '2026-11-24T02').length;
      const left: number[] = [due()];
      for (let run = 0; run < 2; run += 1) {
        await kit.cloud.trigger('timer');
        left.push(due());
      }
      expect(left).toEqual([201, 1, 0]);
    },
  },
  sessionsOfStorefronts: {
    from: 'live_sessions',
    async pass(kit) {
      await publishVerified(kit.cloud, kit.store);
      const session = await sessionIn(kit.store, 'scheduled');
      await kit.sessionCopies(session, 200);
      await runOut(kit);
      const { shopId } = kit.store;
      const page = await kit.viewer.ok('shop.view', { shopId });
      expect(page.ahead.length).toBeGreaterThan(0);
      // The page says that there are more, and the page of all of them has them.
      expect(page.hasMoreAhead).toBe(true);
      expect((await publicSessions(kit, 'ahead')).items).toHaveLength(201);
    },
  },
  plansOfStorefront: {
    from: 'live_sessions',
    async pass(kit) {
      await publishVerified(kit.cloud, kit.store);
      // A hundred plans are over, and were never started; one is to come.
      const { owner, shopId, hostId } = kit.store;
      kit.cloud.setNow('2026-11-22T12:00:00.000Z');
      const { session: over } = await owner.ok('liveSession.schedule', {
        ...buildPlan({ shopId, hostIds: [hostId] }),
        startAt: '2026-11-22T14:00:00.000Z',
        endAt: '2026-11-22T15:00:00.000Z',
      });
      await kit.sessionCopies(over, 100);
      kit.cloud.setNow('2026-11-24T02:00:00.000Z');
      const coming = await sessionIn(kit.store, 'scheduled');
      await runOut(kit);
      await kit.change('storefronts', shopId, { completeUntil: '1#2026-11-22T00:00:00.000Z' });
      await kit.cloud.trigger('timer');
      const page = await kit.viewer.ok('shop.view', { shopId });
      expect(page.ahead.map(({ id }) => id)).toEqual([coming.id]);
    },
  },
  runningOfStorefront: {
    from: 'live_sessions',
    async pass(kit) {
      await publishVerified(kit.cloud, kit.store);
      const running = await sessionIn(kit.store, 'live');
      // They start later, so that the first one is the one that a cut would lose.
      await kit.sessionCopies(running, 100);
      await kit.change('storefronts', kit.store.shopId, {
        sessions: [],
        completeUntil: '0#',
        dueAt: '2026-11-24T01:00:00.000Z',
      });
      await kit.cloud.trigger('timer');
      const page = await kit.viewer.ok('shop.view', { shopId: kit.store.shopId });
      expect(page.ahead[0]?.id).toBe(running.id);
      expect(page.hasMoreAhead).toBe(true);
      const all = new Set((await publicSessions(kit, 'ahead')).items.map(({ id }) => id));
      expect(all.size).toBe(101);
    },
  },
  publicSessions: {
    from: 'live_sessions',
    async pass(kit) {
      await publish(kit.store);
      const plan = await sessionIn(kit.store, 'scheduled');
      const planned = await kit.sessionCopies(plan, PUBLIC_SESSIONS_PER_PAGE);
      const { items, pages } = await publicSessions(kit, 'ahead');
      expect(items.map(({ id }) => id)).toEqual([plan.id, ...planned]);
      expect(pages).toBe(2);
    },
  },
  pastSessionsOfShop: {
    from: 'live_sessions',
    async pass(kit) {
      await publish(kit.store);
      const session = await sessionIn(kit.store, 'ended');
      await kit.sessionCopies(session, MAX_PAST_SESSIONS);
      const { shopId } = kit.store;
      const page = await kit.viewer.ok('shop.view', { shopId });
      expect(page.past).toHaveLength(MAX_PAST_SESSIONS);
      expect(page.hasMorePast).toBe(true);
      expect((await publicSessions(kit, 'past')).items).toHaveLength(MAX_PAST_SESSIONS + 1);
    },
  },
} satisfies LimitCases;
