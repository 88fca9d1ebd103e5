// Finding sessions: filters, months with their sums.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud, WireCall } from 'local-cloud';
import {
  LIVE_SESSION_TABS,
  type LiveSessionRow,
  type LiveSessionTab,
} from '../../src/contract/live-session';
import { addDays, chinaDayOf } from '../../src/domain/time';
import { recount } from '../../scripts/recount/recount';
import { buildPaid, buildPlan } from '../testkit/builders';
import { callAs, startTestCloud } from '../testkit/cloud';
import { NOW, openStore, type TestStore } from '../testkit/stores';

let cloud: LocalCloud;
const wire: WireCall[] = [];

beforeAll(async () => {
  cloud = await startTestCloud({ onWire: (call) => wire.push(call) });
  cloud.setNow(NOW);
});
afterAll(() => cloud.close());

async function databaseCalls<Value>(call: () => Promise<Value>): Promise<[Value, number]> {
  const from = wire.length;
  const value = await call();
  return [value, wire.slice(from).filter(({ action }) => action.startsWith('database.')).length];
}

interface Filter {
  tab: LiveSessionTab;
  hostId: string | null;
  accountId: string | null;
  from: string | null;
  to: string | null;
}

/** All pages of a list; `between` runs after each page. */
async function readAll(
  { owner, shopId }: TestStore,
  filter: Filter,
  between: () => Promise<unknown> = () => Promise.resolve(),
): Promise<LiveSessionRow[]> {
  const rows: LiveSessionRow[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: LiveSessionRow[]; cursor: string | null } = await owner.ok(
      'liveSession.list',
      { shopId, ...filter, cursor },
    );
    rows.push(...page.items);
    ({ cursor } = page);
    if (cursor !== null) await between();
  } while (cursor !== null);
  return rows;
}

const startOf = (row: LiveSessionRow): string => row.startedAt ?? row.startAt;

function belongs(row: LiveSessionRow, { tab, hostId, accountId, from, to }: Filter): boolean {
  const day = chinaDayOf(startOf(row));
  const isRecorded = row.figures.entryCount > 0;
  const ofTab: Record<LiveSessionTab, boolean> = {
    all: true,
    upcoming: row.state === 'scheduled',
    unconfirmed: row.state === 'unconfirmed',
    on_air: row.state === 'live' || row.state === 'paused',
    to_record: row.state === 'ended' && !isRecorded,
    ended: row.state === 'ended',
    cancelled: row.state === 'cancelled',
  };
  return (
    ofTab[tab] &&
    (hostId === null || row.hosts.some(({ id }) => id === hostId)) &&
    (accountId === null || row.accountId === accountId) &&
    (from === null || day >= from) &&
    (to === null || day <= to)
  );
}

function expected(all: readonly LiveSessionRow[], filter: Filter): string[] {
  const rows = all.filter((row) => belongs(row, filter));
  const keyOf = (row: LiveSessionRow): string => `${startOf(row)}#${row.id}`;
  rows.sort((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1));
  if (filter.tab === 'upcoming') rows.reverse();
  return rows.map(({ id }) => id);
}

const anyWhole = { hostId: null, accountId: null, from: null, to: null };

describe('a list with filters', () => {
  let store: TestStore;
  let hostIds: string[];
  let accountIds: (string | null)[];

  /** Plans, back-fills, cancels or runs a session with some hosts and an account. */
  async function addSession(index: number): Promise<void> {
    const { owner, shopId } = store;
    const chosen = hostIds.filter((_id, place) => (index >> place) % 2 === 1);
    const accountId = accountIds[index % accountIds.length] ?? null;
    const kind = index % 5;
    const day = addDays('2026-11-24', ((index * 7) % 90) - 60);
    if (kind < 3) {
      const [first] = hostIds;
      const session = {
        shopId,
        title: `第 ${String(index)} 场`,
        hostIds: kind === 2 ? [first ?? ''] : chosen,
        accountId,
        when: { precision: 'day' as const, day: day > '2026-11-23' ? addDays(day, -30) : day },
        figure: null,
        confirmed: ['backfilled_twice' as const],
      };
      const { session: added } = await owner.ok('liveSession.backfill', session);
      if (kind !== 2) return;
      const target = { of: 'session' as const, sessionId: added.id, hostId: first ?? null };
      await owner.ok('sales.record', buildPaid(shopId, '', { amountFen: 100 + index, target }));
      return;
    }
    const hours = index % 2 === 0 ? 1 + index * 5 : 20 + index;
    const startAt = new Date(Date.parse(NOW) + hours * 3_600_000).toISOString();
    const endAt = new Date(Date.parse(startAt) + 3_600_000).toISOString();
    const times = { hostIds: chosen, accountId, startAt, endAt };
    const { session } = await owner.ok('liveSession.schedule', buildPlan({ shopId, ...times }));
    if (index % 4 === 0) await owner.ok('liveSession.cancel', { sessionId: session.id });
  }

  beforeAll(async () => {
    store = await openStore(cloud, 'finder');
    const { owner, shopId } = store;
    await owner.ok('host.add', {
      shopId,
      name: '小雨',
      account: { platform: 'taobao', name: '小雨的号' },
    });
    const { hosts } = await owner.ok('host.list', { shopId });
    hostIds = hosts.map(({ id }) => id);
    expect(hostIds.length).toBeGreaterThan(1);
    const { shops } = await owner.ok('shop.mine', {});
    accountIds = [...(shops[0]?.shop.accounts.map(({ id }) => id) ?? []), null];
    for (let index = 0; index < 70; index += 1) await addSession(index);
  }, 120_000);

  it('shows exactly the sessions that match, in order, whatever is combined', async () => {
    const all = await readAll(store, { tab: 'all', ...anyWhole });
    expect(all.length).toBe(70);
    const day = fc.nat({ max: 110 }).map((days) => addDays('2026-09-20', days));
    const filter = fc.record({
      tab: fc.constantFrom(...LIVE_SESSION_TABS),
      hostId: fc.constantFrom(null, ...hostIds),
      accountId: fc.constantFrom(...accountIds),
      from: fc.option(day),
      to: fc.option(day),
    });
    await fc.assert(
      fc.asyncProperty(filter, async (asked) => {
        const rows = await readAll(store, asked);
        expect(rows.map(({ id }) => id)).toEqual(expected(all, asked));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('misses none that was there from the start while others are added and changed', async () => {
    const before = await readAll(store, { tab: 'all', ...anyWhole });
    let index = 70;
    const rows = await readAll(store, { tab: 'all', ...anyWhole }, async () => {
      await addSession(index);
      index += 1;
    });
    expect(index).toBeGreaterThan(72);
    const seen = new Set(rows.map(({ id }) => id));
    expect(before.filter(({ id }) => !seen.has(id))).toEqual([]);
    expect(seen.size).toBe(rows.length);
  });

  it('refuses hosts and accounts of another store, and days that are none', async () => {
    const other = await openStore(cloud, 'another');
    const { owner, shopId } = store;
    const list = { shopId, tab: 'all' as const, cursor: null };
    const hostId = other.hostId;
    expect((await owner.refused('liveSession.list', { ...list, hostId })).code).toBe('not_found');
    const { accountId } = other;
    expect((await owner.refused('liveSession.list', { ...list, accountId })).code).toBe(
      'not_found',
    );
    const months = { shopId, hostId, year: 2026 };
    expect((await owner.refused('liveSession.months', months)).code).toBe('not_found');
    for (const to of ['2026-02-30', '9999-12-31', '']) {
      expect((await owner.refused('liveSession.list', { ...list, to })).code).toBe('invalid_input');
    }
  });

  it('takes two calls of the database a page', async () => {
    const { owner, shopId } = store;
    for (const tab of LIVE_SESSION_TABS) {
      const list = { shopId, tab, hostId: hostIds[0] ?? null, from: '2026-01-01', cursor: null };
      const [, calls] = await databaseCalls(() => owner.ok('liveSession.list', list));
      expect(calls, tab).toBe(2);
    }
  });
});

describe('the months of sessions', () => {
  it('add up what sessions sold, once for the store and for each host', async () => {
    const { owner, shopId, hostId } = await openStore(cloud, 'months');
    const { host } = await owner.ok('host.add', { shopId, name: '小雨', account: null });
    const past = async (day: string): Promise<string> => {
      const { session } = await owner.ok('liveSession.backfill', {
        shopId,
        title: day,
        hostIds: [hostId, host.id],
        accountId: null,
        when: { precision: 'day', day },
        figure: null,
      });
      return session.id;
    };
    const record = async (sessionId: string, ofHost: string, amountFen: number) => {
      const target = { of: 'session' as const, sessionId, hostId: ofHost };
      return owner.ok('sales.record', buildPaid(shopId, '', { amountFen, target }));
    };
    const monthsOf = async (ofHost: string | null) => {
      const asked = { shopId, hostId: ofHost, year: 2026 };
      const [{ months }, calls] = await databaseCalls(() => owner.ok('liveSession.months', asked));
      expect(calls).toBe(2);
      return months.map(({ month, sessions, net }) => [month, sessions, net.low, net.high]);
    };
    const [first, second] = [await past('2026-10-31'), await past('2026-11-01')];
    const both = await record(first, hostId, 5_000);
    await record(first, host.id, 700);
    await record(second, hostId, 30);
    expect(await monthsOf(null)).toEqual([
      ['2026-11', 1, 30, 30],
      ['2026-10', 1, 5_700, 5_700],
    ]);
    expect(await monthsOf(host.id)).toEqual([['2026-10', 1, 700, 700]]);
    await owner.ok('sales.undo', { shopId, entryId: both.entry.id });
    expect(await monthsOf(null)).toEqual([
      ['2026-11', 1, 30, 30],
      ['2026-10', 1, 700, 700],
    ]);
    const moved = await owner.ok('sales.ledger', {
      shopId,
      sessionId: second,
      month: null,
      cursor: null,
    });
    const entryId = moved.items[0]?.id ?? '';
    await owner.ok('sales.move', {
      ...buildPaid(shopId, '', { amountFen: 30 }),
      entryId,
      target: { of: 'day', bookedOn: '2026-11-01', hostId, accountId: null },
    });
    expect(await monthsOf(null)).toEqual([['2026-10', 1, 700, 700]]);
    const report = recount(cloud.database);
    expect(report.rows.flatMap(({ differences }) => differences)).toEqual([]);
  });

  it('are refused to a person of another store', async () => {
    const { shopId } = await openStore(cloud, 'closed');
    const stranger = callAs(cloud, 'stranger');
    const asked = { shopId, hostId: null, year: 2026 };
    expect((await stranger.refused('liveSession.months', asked)).code).toBe('not_found');
  });
});
