import type { LocalCloud } from 'local-cloud';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { HostDoc, LiveSessionDoc, ShopDoc } from '../../cloud/database/documents';
import type { ReviewDoc } from '../../cloud/database/review-documents';
import { seedDemo } from '../../demo/demo';
import type { OutputOf } from '../../src/contract/endpoints';
import { stateAt } from '../../src/domain/live-session/live-session';
import { isCreditCode } from '../../src/domain/shop/disclosure';
import { checkDueOn } from '../../src/domain/shop/identity';
import {
  addDays,
  addMinutes,
  chinaDayOf,
  chinaTimeOf,
  daysBetween,
  minutesBetween,
  weekdayOf,
} from '../../src/domain/time';
import { callAs, startEmptyCloud } from '../testkit/cloud';

/** A Friday, 20:40 in China. */
const NOW = '2026-11-27T12:40:00.000Z';
const TODAY = chinaDayOf(NOW);
const FRIDAY = 5;
const YUAN = 100;

/** Sorted, without repeats. */
const kinds = (values: readonly string[]): string[] => [...new Set(values)].sort();

interface Demo {
  cloud: LocalCloud;
  sessions: LiveSessionDoc[];
  shops: ShopDoc[];
  reviews: ReviewDoc[];
  hosts: HostDoc[];
}

function readDemo(cloud: LocalCloud): Demo {
  const read = <Doc>(collection: string) => cloud.database.readAll(collection) as unknown as Doc[];
  return {
    cloud,
    sessions: read<LiveSessionDoc>('live_sessions'),
    shops: read<ShopDoc>('shops'),
    reviews: read<ReviewDoc>('reviews'),
    hosts: read<HostDoc>('hosts'),
  };
}

describe('the demonstration', () => {
  let demo: Demo;
  beforeAll(async () => {
    const cloud = await startEmptyCloud();
    await seedDemo(cloud, NOW);
    cloud.setNow(NOW);
    demo = readDemo(cloud);
  }, 120_000);
  afterAll(() => demo.cloud.close());

  const ended = () => demo.sessions.filter(({ state }) => state === 'ended');
  const startOf = ({ startedAt, startAt }: LiveSessionDoc) => startedAt ?? startAt;

  it('starts every session at an hour at which people sell', () => {
    for (const session of demo.sessions) {
      const start = chinaTimeOf(startOf(session));
      expect(start >= '09:00' && start < '23:10', `${session.title} ${start}`).toBe(true);
    }
  });

  it('ends what took place after an hour and a half to five hours, by half past eleven', () => {
    expect(ended().length).toBeGreaterThan(100);
    for (const { title, startedAt, endedAt } of ended()) {
      if (startedAt === null || endedAt === null) throw new Error(`${title} has no times`);
      const minutes = minutesBetween(startedAt, endedAt);
      expect(minutes >= 90 && minutes <= 300, `${title} ${String(minutes)}`).toBe(true);
      expect(chinaTimeOf(endedAt) <= '23:30', `${title} ${endedAt}`).toBe(true);
    }
  });

  it('sells on some mornings, mostly in the evening, and most at the weekend', () => {
    const starts = ended().map((session) => chinaTimeOf(startOf(session)));
    const evenings = starts.filter((start) => start >= '19:00').length;
    expect(evenings).toBeGreaterThan(starts.length * 0.7);
    expect(evenings).toBeLessThan(starts.length);
    const days = ended().map((session) => weekdayOf(chinaDayOf(startOf(session))));
    expect(days.filter((day) => day >= FRIDAY).length).toBeGreaterThan(days.length * 0.6);
    expect(days.some((day) => day < FRIDAY)).toBe(true);
  });

  it('sells amounts that fit the hours, and orders at least what was paid', async () => {
    const owners = { streamer: 330_000, mcn: 700_000 };
    for (const [person, mostYuanAnHour] of Object.entries(owners)) {
      const call = callAs(demo.cloud, person);
      for (const row of await rowsOf(call)) {
        const orderedFen = row.figures.orderedFen ?? 0;
        const paidFen = row.figures.paidFen ?? 0;
        if (row.state !== 'ended' || row.figures.entryCount === 0) continue;
        const hours = minutesBetween(row.startAt, row.endAt) / 60;
        const perHour = Math.max(orderedFen, paidFen) / YUAN / hours;
        expect(perHour, `${row.title} ${row.startAt}`).toBeGreaterThan(1_000);
        expect(perHour, `${row.title} ${row.startAt}`).toBeLessThan(mostYuanAnHour);
        if (orderedFen > 0) expect(orderedFen).toBeGreaterThanOrEqual(paidFen);
      }
    }
  });

  it('takes goods back within some days of the sale, and none in the future', () => {
    const entries = demo.cloud.database.readAll('sales_entries');
    const returned = entries.filter(({ returnedOn }) => returnedOn !== null);
    expect(returned.length).toBeGreaterThan(60);
    for (const { bookedOn, returnedOn } of returned) {
      const days = daysBetween(String(bookedOn), String(returnedOn));
      expect(days >= 0 && days <= 17, `${String(bookedOn)} ${String(returnedOn)}`).toBe(true);
      expect(String(returnedOn) <= TODAY).toBe(true);
    }
  });

  it('registers, hands in, verifies and renews every store in this order', () => {
    const identities = demo.reviews.filter(({ kind }) => kind === 'identity');
    expect(identities.length).toBeGreaterThan(4);
    for (const { shopId, submittedAt, decisions } of identities) {
      const shop = demo.shops.find(({ _id }) => _id === shopId);
      const dates = [shop?.registeredAt ?? '', submittedAt, ...decisions.map(({ at }) => at), NOW];
      expect(dates).toEqual([...new Set(dates)].sort());
      const first = ended()
        .filter((session) => session.shopId === shopId)
        .map(startOf)
        .sort()[0];
      if (first !== undefined) expect(first > (shop?.registeredAt ?? '')).toBe(true);
    }
    const renewed = identities.filter(({ decisions }) => decisions.length > 1);
    expect(renewed).toHaveLength(2);
    for (const { decisions } of renewed) {
      decisions.slice(1).forEach(({ at }, index) => {
        const due = checkDueOn(decisions[index]?.at ?? '');
        expect(chinaDayOf(at) >= due && chinaDayOf(at) <= addDays(due, 7)).toBe(true);
      });
    }
  });

  it('has a session in every state', () => {
    const states = demo.sessions.map((session) => stateAt(session, NOW));
    expect(kinds(states)).toEqual([
      'cancelled',
      'ended',
      'live',
      'paused',
      'scheduled',
      'unconfirmed',
    ]);
    const isDue = ({ state, startAt }: LiveSessionDoc) =>
      state === 'scheduled' && startAt <= NOW && startAt > addMinutes(NOW, -30);
    const isLeftRunning = ({ state, endAt }: LiveSessionDoc) => state === 'live' && endAt < NOW;
    const isMoved = ({ state, history }: LiveSessionDoc) =>
      state === 'scheduled' && history.some(({ step }) => step === 'reschedule');
    for (const isSo of [isDue, isLeftRunning, isMoved]) {
      expect(demo.sessions.filter(isSo), isSo.name).toHaveLength(1);
    }
    expect(demo.sessions.some(({ state, endAt }) => state === 'live' && endAt > NOW)).toBe(true);
  });

  it('has ended sessions with amounts and without', async () => {
    const rows = await rowsOf(callAs(demo.cloud, 'streamer'));
    const past = rows.filter(({ state }) => state === 'ended');
    expect(past.filter(({ figures }) => figures.entryCount === 0)).toHaveLength(1);
  });

  it('has a store in every state of verification', () => {
    const isDue = ({ verification: { state, on } }: ShopDoc) =>
      state === 'verified' && on !== null && checkDueOn(`${on}T04:00:00.000Z`) <= TODAY;
    const states = demo.shops.map(({ verification }) => verification.state);
    expect(kinds(states)).toEqual(['returned', 'unverified', 'verified', 'waiting']);
    expect(demo.shops.filter(isDue)).toHaveLength(1);
    expect(demo.shops.filter(({ suspension }) => suspension !== null)).toHaveLength(1);
  });

  it('discloses codes whose check character is right', () => {
    const codes = demo.shops.flatMap(({ disclosure }) => disclosure.creditCode ?? []);
    expect(codes).toHaveLength(6);
    expect(codes.filter((code) => !isCreditCode(code))).toEqual([]);
  });

  it('has words that wait to be looked at, and words that were', () => {
    const words = demo.reviews.filter(({ kind }) => kind === 'words');
    expect(kinds(words.map(({ state }) => state))).toEqual(['returned', 'waiting']);
  });

  it('has agency hosts who differ in everything, one of them linked to a person', async () => {
    const mcn = callAs(demo.cloud, 'mcn');
    const { shops } = await mcn.ok('shop.mine', {});
    const shopId = shops[0]?.shop.id ?? '';
    const input = { shopId, year: 2026, knownRuleSets: [] };
    const { hosts } = await mcn.ok('incentive.hosts', input);
    expect(hosts).toHaveLength(4);
    const differ = (read: (host: (typeof hosts)[number]) => unknown) =>
      new Set(hosts.map(read)).size;
    expect(differ(({ net }) => net?.high)).toBe(4);
    expect(differ(({ followers }) => followers)).toBe(4);
    expect(differ(({ nextTierId }) => nextTierId)).toBeGreaterThan(1);
    const nets = hosts.map(({ net }) => net?.high ?? 0).sort((a, b) => a - b);
    nets.slice(1).forEach((net, index) => expect(net).toBeGreaterThan(1.3 * (nets[index] ?? 0)));
    const accounts = shops[0]?.shop.accounts.filter(({ hostId }) => hostId !== null) ?? [];
    expect(new Set(accounts.map(({ platform }) => platform)).size).toBe(4);
    const own = demo.hosts.filter((host) => host.shopId === shopId);
    expect(own.filter(({ personId }) => personId !== null)).toHaveLength(1);
  });
});

/** Every session of the person's first store, latest first. */
async function rowsOf(call: ReturnType<typeof callAs>) {
  const { shops } = await call.ok('shop.mine', {});
  const shopId = shops[0]?.shop.id ?? '';
  const rows: OutputOf<'liveSession.list'>['items'] = [];
  let cursor: string | null = null;
  do {
    const page: OutputOf<'liveSession.list'> = await call.ok('liveSession.list', {
      shopId,
      tab: 'all',
      cursor,
    });
    rows.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== null);
  return rows;
}

describe('a demonstration that is entered at night', () => {
  it('is on air since late in the evening before', async () => {
    const cloud = await startEmptyCloud();
    const night = '2026-11-26T19:10:00.000Z';
    await seedDemo(cloud, night);
    const { sessions } = readDemo(cloud);
    await cloud.close();
    for (const { title, startedAt, startAt } of sessions) {
      const start = chinaTimeOf(startedAt ?? startAt);
      expect(start >= '09:00' && start < '23:10', `${title} ${start}`).toBe(true);
    }
    const onAir = sessions.filter(({ state, endAt }) => state === 'live' && endAt > night);
    // A change is never at the moment of the one before it, so that it may be a millisecond later.
    expect(onAir.map(({ startedAt }) => startedAt?.slice(0, 16))).toEqual(['2026-11-26T15:02']);
  }, 120_000);
});
