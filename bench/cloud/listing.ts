import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Doc, LocalCloud, WireCall } from 'local-cloud';
import type { LiveSessionDoc } from '../../cloud/database/documents';
import { liveSessionSortKey } from '../../cloud/repositories/ids';
import type { OutputOf } from '../../src/contract/endpoints';
import { publicPhaseAt } from '../../src/domain/live-session/public-phase';
import { addMinutes, chinaDayOf, yearOf } from '../../src/domain/time';
import { buildPlan } from '../../tests/testkit/builders';
import { callAs, startTestCloud } from '../../tests/testkit/cloud';
import { NOW, openStore, publishVerified, type TestStore } from '../../tests/testkit/stores';
import { type BenchCase, CASES } from './cases';
import { OWNER } from './prepared-call';
import { giveFullYears, giveHosts } from './history';
import type { MeteredCloud } from './measure';

/** What grows along an axis, and how it is measured. */
export interface Axis {
  /** What there is more and more of. */
  counted: string;
  sizes: readonly number[];
  /** The size from which every page is full, so that nothing may grow. */
  fullFrom: number;
  cases: readonly BenchCase[];
  open(size: number): Promise<AxisCloud>;
}

/** A cloud of some size on an axis. */
export interface AxisCloud extends MeteredCloud {
  /** Reads the public lists to their end. @returns the shown part of what is to be shown, 1 for all. */
  shownPart: () => Promise<number>;
  close: () => Promise<void>;
}

const BATCH = 2000;

/** Stores that are written through the endpoints; all others are copies of them. */
const WRITTEN = 50;

/** Plans that are written through the endpoints, more than a store's list holds. */
const WRITTEN_PLANS = 30;

/** The bench looks an hour later, so that its stores have not just been written. */
const LATER = addMinutes(NOW, 60);

interface Opened {
  cloud: LocalCloud;
  wire: WireCall[];
  close: () => Promise<void>;
}

async function openCloud(): Promise<Opened> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'bench-listing-'));
  const wire: WireCall[] = [];
  const cloud = await startTestCloud({ dataDir, workers: 1, onWire: (call) => wire.push(call) });
  cloud.setNow(NOW);
  const close = async (): Promise<void> => {
    await cloud.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { cloud, wire, close };
}

async function plan(store: TestStore, startAt: string): Promise<string> {
  const { owner, shopId, hostId, accountId } = store;
  const times = { startAt, endAt: addMinutes(startAt, 240) };
  const input = buildPlan({ shopId, hostIds: [hostId], accountId, ...times });
  return (await owner.ok('liveSession.schedule', input)).session.id;
}

/** A verified store with two plans; every fifth one is on air. */
async function writeStore(cloud: LocalCloud, number: number): Promise<TestStore> {
  const store = await openStore(cloud, number === 0 ? OWNER : `owner-${String(number)}`);
  await publishVerified(cloud, store);
  const hours = (number * 7) % 150;
  const sessionId = await plan(store, addMinutes(NOW, hours * 60 + 120));
  await plan(store, addMinutes(NOW, hours * 60 + 1560));
  if (number % 5 === 0) {
    const confirmed = ['early_start' as const];
    await store.owner.ok('liveSession.goLive', { sessionId, at: null, confirmed });
  }
  return store;
}

/** Documents of a store under another id: every id of a store's records contains the store's. */
function copyOf(docs: readonly Doc[], shopId: string, copyId: string): Doc[] {
  return JSON.parse(JSON.stringify(docs).replaceAll(shopId, copyId)) as Doc[];
}

async function insertCopies(cloud: LocalCloud, stores: readonly TestStore[], count: number) {
  for (const collection of ['shops', 'storefronts', 'live_sessions']) {
    const field = collection === 'live_sessions' ? 'shopId' : '_id';
    let batch: Doc[] = [];
    for (const [number, { shopId }] of stores.entries()) {
      const docs = cloud.database.find(collection, { [field]: shopId });
      for (let copy = 1; copy * stores.length + number < count; copy += 1) {
        const id = `s${String(number).padStart(3, '0')}${String(copy).padStart(9, '0')}`;
        batch.push(...copyOf(docs, shopId, id));
        if (batch.length >= BATCH) {
          await cloud.database.insert(collection, batch);
          batch = [];
        }
      }
    }
    await cloud.database.insert(collection, batch);
  }
}

/** The part of the stores with sessions ahead that discovery shows when it is read to its end. */
async function shownStores(cloud: LocalCloud): Promise<number> {
  const viewer = callAs(cloud);
  const shown = new Set<string>();
  let page: OutputOf<'discover.ahead'> | null = (await viewer.ok('discover.list', { cursor: null }))
    .ahead;
  while (page !== null) {
    for (const { shop } of page.items) shown.add(shop.id);
    page = page.cursor === null ? null : await viewer.ok('discover.ahead', { cursor: page.cursor });
  }
  const sessions = cloud.database.readAll('live_sessions') as unknown as LiveSessionDoc[];
  const ahead = sessions.filter((session) => publicPhaseAt(session, LATER) !== 'over');
  return shown.size / new Set(ahead.map(({ shopId }) => shopId)).size;
}

/** The part of a store's sessions ahead that its pages show when they are read to their end. */
async function shownSessions(cloud: LocalCloud, shopId: string): Promise<number> {
  const viewer = callAs(cloud);
  const shown = new Set<string>();
  let cursor: string | null = null;
  do {
    const page: OutputOf<'shop.sessions'> = await viewer.ok('shop.sessions', {
      shopId,
      which: 'ahead',
      cursor,
    });
    for (const { id } of page.items) shown.add(id);
    ({ cursor } = page);
  } while (cursor !== null);
  const stored = cloud.database.find('live_sessions', { shopId }) as unknown as LiveSessionDoc[];
  const phases = stored.map((session) => publicPhaseAt(session, LATER));
  return shown.size / phases.filter((phase) => phase !== 'over' && phase !== 'cancelled').length;
}

async function openStores(count: number): Promise<AxisCloud> {
  const { cloud, wire, close } = await openCloud();
  const stores: TestStore[] = [];
  for (let number = 0; number < Math.min(WRITTEN, count); number += 1) {
    stores.push(await writeStore(cloud, number));
  }
  const [streamer] = stores;
  if (streamer === undefined) throw new Error('no store was written');
  await insertCopies(cloud, stores, count);
  cloud.setNow(LATER);
  const shownPart = () => shownStores(cloud);
  return { sessions: count, cloud, wire, streamer, mcn: streamer, shownPart, close };
}

async function openPlans(count: number): Promise<AxisCloud> {
  const { cloud, wire, close } = await openCloud();
  const streamer = await openStore(cloud, OWNER);
  const { shopId } = streamer;
  await publishVerified(cloud, streamer);
  let last = '';
  for (let number = 1; number <= Math.min(count, WRITTEN_PLANS); number += 1) {
    last = await plan(streamer, addMinutes(NOW, number * 120));
  }
  const [sample] = cloud.database.find('live_sessions', { _id: last });
  const session = sample as unknown as LiveSessionDoc;
  const copies = Array.from({ length: Math.max(0, count - WRITTEN_PLANS) }, (_none, index) => {
    const _id = `${shopId}.lahead${String(index).padStart(6, '0')}`;
    const startAt = addMinutes(session.startAt, (index + 1) * 120);
    const times = { startAt, endAt: addMinutes(startAt, 240), bookedOn: chinaDayOf(startAt) };
    return { ...session, ...times, _id, sortKey: liveSessionSortKey(startAt, _id) };
  });
  await cloud.database.insert('live_sessions', copies);
  cloud.setNow(LATER);
  const shownPart = () => shownSessions(cloud, shopId);
  return { sessions: count, cloud, wire, streamer, mcn: streamer, shownPart, close };
}

const laterPage: BenchCase = {
  name: 'discover.ahead, a later page',
  endpoint: 'discover.ahead',
  prepare: async ({ cloud }) => {
    const { ahead } = await callAs(cloud).ok('discover.list', { cursor: null });
    return { endpoint: 'discover.ahead', input: { cursor: ahead?.cursor ?? null } };
  },
};

function casesNamed(...names: readonly string[]): BenchCase[] {
  return names.map((name) => {
    const found = CASES.find((benchCase) => benchCase.name === name);
    if (found === undefined) throw new Error(`there is no case ${name}`);
    return found;
  });
}

const READS = ['discover.list', 'shop.view', 'shop.sessions'];
const WRITES = ['liveSession.schedule', 'liveSession.goLive', 'shop.publish, made public'];

/** An MCN's store whose hosts have sold something every day of the year. */
async function openHosts(count: number): Promise<AxisCloud> {
  const { cloud, wire, close } = await openCloud();
  const mcn = await openStore(cloud, OWNER, { lineOfBusiness: 'mcn' });
  const { shopId, owner } = mcn;
  await giveHosts(cloud, mcn, count);
  const paidFen = await giveFullYears(cloud, shopId);
  const shownPart = async (): Promise<number> => {
    const asked = { shopId, hostId: null, year: yearOf(NOW), asOf: null, knownRuleSets: [] };
    const { sums } = await owner.ok('incentive.progress', asked);
    return (sums?.paidFen ?? 0) / (paidFen * count);
  };
  return { sessions: count, cloud, wire, streamer: mcn, mcn, shownPart, close };
}

/** How lists of what is on air and to come grow, and the year of a store. */
export const AXES: readonly Axis[] = [
  {
    counted: 'stores',
    sizes: [100, 10_000, 50_000],
    fullFrom: 100,
    cases: [...casesNamed(...READS), laterPage, ...casesNamed(...WRITES)],
    open: openStores,
  },
  {
    counted: 'plans ahead',
    sizes: [10, 100, 5000],
    fullFrom: 100,
    cases: casesNamed(...READS, ...WRITES),
    open: openPlans,
  },
  {
    counted: 'hosts',
    sizes: [1, 50, 500],
    fullFrom: 50,
    cases: casesNamed(
      'incentive.progress, 500 hosts',
      'incentive.progress, 500 hosts, of an earlier day',
      'incentive.year, 500 hosts',
    ),
    open: openHosts,
  },
];
