import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { StoredDoc } from '../../cloud/migrations/migration';
import { rebuildTotals } from '../../cloud/migrations/rebuild-totals';
import { recount } from '../../scripts/recount/recount';
import type { InputOf } from '../../src/contract/endpoints';
import { ENTRY_KINDS, SELF_BASES } from '../../src/domain/sales/entry';
import { buildPaid, CONFIRMED } from '../testkit/builders';
import { startTestCloud } from '../testkit/cloud';
import { randomFrom } from '../testkit/random';
import { NOW, openStore, sessionIn, type TestStore } from '../testkit/stores';

/** `SEED=1 npx vitest run tests/walks/money-random.test.ts` runs other operations. */
const SEED = Number(process.env['SEED'] ?? 20_261_124);
const OPERATIONS = 150;
const DAYS = ['2021-12-31', '2022-01-01', '2025-11-11', '2026-11-23', '2026-11-24'];

/** Which operation a random number below the first value stands for; else an undo. */
const WHAT = [
  [0.4, 'record'],
  [0.6, 'replace'],
  [0.8, 'move'],
] as const;

type Entry = InputOf<'sales.record'>;

describe(`${String(OPERATIONS)} random operations on the ledger, seed ${String(SEED)}`, () => {
  let cloud: LocalCloud;
  let store: TestStore;
  let sessions: string[];
  let hosts: string[];
  /** The entries that count, as this test tracks them, by id. */
  const counts = new Map<string, Entry>();
  /** The entry that each correction replaced. */
  const replaced = new Map<string, { id: string; entry: Entry }>();
  const random = randomFrom(SEED);
  const pick = <T>(options: readonly T[]): T => options[Math.floor(random() * options.length)] as T;

  beforeAll(async () => {
    console.log(`seed ${String(SEED)}`);
    cloud = await startTestCloud();
    cloud.setNow(NOW);
    store = await openStore(cloud, 'owner', { lineOfBusiness: 'mcn' });
    const { owner, shopId } = store;
    const add = async (name: string) =>
      (await owner.ok('host.add', { shopId, name, account: null })).host.id;
    // An amount recorded before there is a host counts for none of them.
    const early = buildPaid(shopId, '', {
      target: { of: 'day', bookedOn: '2021-12-31', hostId: null, accountId: null },
    });
    counts.set((await owner.ok('sales.record', early)).entry.id, early);
    const [first, second] = [await add('主播一'), await add('主播二')];
    hosts = [first, second];
    store = { ...store, hostId: first };
    const states = ['ended', 'live', 'unconfirmed'] as const;
    sessions = [];
    for (const state of states) {
      for (const hostId of [first, second]) {
        sessions.push((await sessionIn(store, state, { hostIds: [hostId] })).id);
      }
    }
  });
  afterAll(() => cloud.close());

  const anyEntry = (): Entry => {
    const { shopId, accountId } = store;
    const day = { bookedOn: pick(DAYS), hostId: pick(hosts), accountId: pick([null, accountId]) };
    const isSession = random() < 0.5;
    return {
      shopId,
      target: isSession
        ? { of: 'session', sessionId: pick(sessions), hostId: day.hostId }
        : { of: 'day', ...day },
      kind: pick(ENTRY_KINDS),
      amountFen: pick([0, 1, Math.floor(random() * 1e12)]),
      basis: pick(SELF_BASES),
      source: null,
      soldFor: null,
      confirmed: CONFIRMED,
    };
  };
  const anyCounting = (): string => pick([...counts.keys()]);

  const record = async (): Promise<void> => {
    const input = anyEntry();
    const { entry } = await store.owner.ok('sales.record', input);
    counts.set(entry.id, input);
  };
  const replace = async (): Promise<void> => {
    const id = anyCounting();
    const input = { ...anyEntry(), target: (counts.get(id) as Entry).target };
    const { target: _place, ...statement } = input;
    const { entry } = await store.owner.ok('sales.replace', { ...statement, entryId: id });
    replaced.set(entry.id, { id, entry: counts.get(id) as Entry });
    counts.delete(id);
    counts.set(entry.id, input);
  };
  const move = async (): Promise<void> => {
    const id = anyCounting();
    const input = anyEntry();
    const { entry } = await store.owner.ok('sales.move', { ...input, entryId: id });
    // Nothing that the entry had replaced counts again.
    counts.delete(id);
    counts.set(entry.id, input);
  };
  const undo = async (): Promise<void> => {
    const entryId = anyCounting();
    await store.owner.ok('sales.undo', { shopId: store.shopId, entryId });
    counts.delete(entryId);
    const earlier = replaced.get(entryId);
    if (earlier !== undefined) counts.set(earlier.id, earlier.entry);
  };

  /** The sum of a kind in a year, over the entries that this test tracks. */
  const sumOf = (kind: Entry['kind'], year: number): number =>
    [...counts.values()]
      .filter(({ kind: own, target }) => {
        const day = target.of === 'session' ? NOW : target.bookedOn;
        return own === kind && day.startsWith(String(year));
      })
      .reduce((sum, { amountFen }) => sum + amountFen, 0);

  it('keep every sum equal to a recount, to a rebuild and to the sums of this test', async () => {
    const done = { record: 0, replace: 0, move: 0, undo: 0 };
    for (let i = 0; i < OPERATIONS; i += 1) {
      const chance = counts.size < 3 ? 0 : random();
      const what = WHAT.find(([below]) => chance < below)?.[1] ?? 'undo';
      await { record, replace, move, undo }[what]();
      done[what] += 1;
      if (i % 25 !== 24) continue;
      const { rows } = recount(cloud.database);
      const wrong = rows.filter((row) => row.differences.length > 0);
      expect(wrong, `seed ${String(SEED)}, after ${String(i + 1)}`).toEqual([]);
    }
    expect(Math.min(...Object.values(done))).toBeGreaterThan(15);
    const names = cloud.database.collections();
    const kept = new Map(names.map((name) => [name, cloud.database.readAll(name) as StoredDoc[]]));
    const rebuilt = rebuildTotals(kept);
    for (const name of ['sales_entries', 'live_sessions', 'year_totals']) {
      expect(rebuilt.get(name), `${name} rebuilt`).toEqual(kept.get(name));
    }
    const { shopId } = store;
    for (const year of [2021, 2022, 2025, 2026]) {
      const asked = { shopId, hostId: null, year, asOf: null, knownRuleSets: [] };
      const { sums } = await store.owner.ok('incentive.progress', asked);
      for (const kind of ENTRY_KINDS) {
        expect(sums?.[`${kind}Fen`] ?? 0, `${kind} ${String(year)}`).toBe(sumOf(kind, year));
      }
    }
  }, 120_000);
});
