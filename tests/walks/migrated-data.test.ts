import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { LocalCloud } from 'local-cloud';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { migrationOnStart } from '../../cloud/migrations/on-start';
import { seedAs } from '../../demo/caller';
import { recount } from '../../scripts/recount/recount';
import { checkRuleSet } from '../../src/contract/rule-set';
import { buildPaid } from '../testkit/builders';
import { callAs, startTestCloud, type TestCaller } from '../testkit/cloud';
import { everythingIn } from '../testkit/stores';
import { unpackWritten, WRITTEN_VERSIONS } from '../testkit/written-data/unpack';

const NOW = '2026-11-28T04:00:00.000Z';

async function shopOf(owner: TestCaller): Promise<string> {
  const { shops } = await owner.ok('shop.mine', {});
  return shops[0]?.shop.id ?? '';
}

describe.each(WRITTEN_VERSIONS)('a cloud started on data of schema version %i', (version) => {
  const folder = mkdtempSync(join(tmpdir(), 'huadu-migrated-'));
  const log: string[] = [];
  let cloud: LocalCloud;

  beforeAll(async () => {
    unpackWritten(version, folder);
    const migration = migrationOnStart(NOW, (line) => log.push(line));
    cloud = await startTestCloud({ dataDir: join(folder, 'data'), ...migration });
    cloud.setNow(NOW);
  });
  afterAll(async () => {
    await cloud.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('logs one line: the versions, and where the former data are', () => {
    expect(log).toHaveLength(1);
    expect(log[0]).toContain(`data migrated … schema version ${String(version)} → `);
    expect(log[0]).toContain('data.before-v');
  });

  it('answers the sums that the ledger holds', async () => {
    const streamer = callAs(cloud, 'streamer');
    const shopId = await shopOf(streamer);
    const asked = { shopId, hostId: null, asOf: null, knownRuleSets: [] };
    const { sums: before } = await streamer.ok('incentive.progress', { ...asked, year: 2025 });
    const { sums: now } = await streamer.ok('incentive.progress', { ...asked, year: 2026 });
    expect([before?.paidFen, before?.refundedFen]).toEqual([88_000_000, 9_600_050]);
    expect([now?.paidFen, now?.orderedFen]).toEqual([41_000_000 + 1_234_567, 120_000_000]);
    const earlier = { ...asked, year: 2026, asOf: '2026-06-30' };
    expect((await streamer.ok('incentive.progress', earlier)).sums?.paidFen).toBe(41_000_000);
    const agency = callAs(cloud, 'agency');
    const { hosts } = await agency.ok('incentive.hosts', {
      shopId: await shopOf(agency),
      year: 2026,
      knownRuleSets: [],
    });
    expect(hosts.map(({ name }) => name)).toContain('陈小满');
  });

  it('has no rule set that this program would not publish', () => {
    const published = cloud.database.readAll('rule_sets');
    expect(published.map(({ _id, ruleSet }) => [_id, checkRuleSet(ruleSet).ok])).toEqual(
      published.map(({ _id }) => [_id, true]),
    );
  });

  // Data of versions before 5 hold that rule set in an earlier wording.
  if (version >= 5) {
    it('has the rule sets of its time, each value with its evidence', () => {
      const published = cloud.database.readAll('rule_sets');
      const files = published.map(({ _id }) => `src/incentives/${String(_id)}.json`);
      expect(published.map(({ ruleSet }) => ruleSet)).toEqual(
        files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as unknown),
      );
      expect(published.length).toBeGreaterThan(0);
    });
  }

  // Until version 9 the claims of corrections lay in their entries.
  if (version === 8 || version === 9) {
    it('answers a correction of that time again, and stores nothing', async () => {
      const [entry] = cloud.database
        .readAll('sales_entries')
        .filter(({ revisions }) => (revisions as unknown[]).length > 1);
      const [first, second] = entry?.['revisions'] as readonly { id: string }[];
      const stored = everythingIn(cloud);
      const { entry: again } = await seedAs(cloud, 'streamer')('sales.replace', {
        shopId: String(entry?.['shopId']),
        entryId: first?.id ?? '',
        kind: 'paid',
        amountFen: 401_000_00,
        basis: 'self_reported',
        source: null,
        soldFor: null,
      });
      expect(again).toMatchObject({ id: second?.id, amountFen: 401_000_00, status: 'counts' });
      expect(everythingIn(cloud)).toEqual(stored);
    });
  }

  it('records, corrects and undoes on top of them, and every sum is what a recount says', async () => {
    const streamer = callAs(cloud, 'streamer');
    const shopId = await shopOf(streamer);
    const { items } = await streamer.ok('liveSession.list', { shopId, tab: 'ended', cursor: null });
    for (const { id } of items.slice(0, 3)) {
      const { entry } = await streamer.ok('sales.record', buildPaid(shopId, id));
      await streamer.ok('sales.undo', { shopId, entryId: entry.id, isWhole: false });
      await streamer.ok('sales.record', buildPaid(shopId, id, { amountFen: 1 }));
    }
    expect(recount(cloud.database)).toMatchObject({ differences: 0 });
  });
});
