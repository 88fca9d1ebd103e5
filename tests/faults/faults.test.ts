// Shows that the checks of the walks find faults: each fault is built into the functions, and the
// check for it must fail with its message.
import { rmSync } from 'node:fs';
import path from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import type { LocalCloud, WireCall } from 'local-cloud';
import { recount } from '../../scripts/recount/recount';
import { buildFunctions } from '../../config/build/build-functions';
import { buildPaid } from '../testkit/builders';
import { newKey, startTestCloud } from '../testkit/cloud';
import { NOW, openStore, sessionIn } from '../testkit/stores';
import { type Fault, FAULTS, seed } from './seeded';

// Inside the repository, so that the bundles find the SDK.
const FOLDER = path.resolve('.cache/faults');

/** Writes that were sent while a transaction was open, but not as a part of it. */
function writesOutside(wire: readonly WireCall[]): string[] {
  const begin = wire.findIndex(({ action }) => action === 'database.startTransaction');
  const end = wire.findIndex(({ action }) => action === 'database.commitTransaction');
  return wire
    .slice(begin + 1, end)
    .filter(({ isInTransaction }) => !isInTransaction)
    .map(({ action, collection }) => `${action} ${String(collection)}`);
}

/**
 * Records a sale twice with one request key, and once so that its transaction is rolled back.
 * @returns the faults found in the stored documents and in the requests.
 */
async function findingsOf(cloud: LocalCloud, wire: WireCall[]): Promise<string[]> {
  cloud.setNow(NOW);
  const store = await openStore(cloud, 'owner');
  const { id } = await sessionIn(store, 'ended');
  const input = buildPaid(store.shopId, id);
  // Creates the year's totals: the examined write updates them, as nearly all writes do.
  await store.owner.ok('sales.record', input);
  const key = newKey();
  wire.length = 0;
  const first = await store.owner.raw('sales.record', input, key);
  const findings = writesOutside(wire).map((write) => `outside the transaction: ${write}`);
  const again = await store.owner.raw('sales.record', input, key);
  const dataOf = (answer: typeof first) => JSON.stringify(answer.ok ? answer.data : answer.error);
  if (dataOf(first) !== dataOf(again)) findings.push('a repeat is answered differently');
  const stored = cloud.database.readAll('sales_entries').length;
  if (stored !== 2) findings.push(`a repeat is stored: ${String(stored)} entries`);
  // A write that cannot be completed: its entry is there already, while its request key is free.
  await cloud.database.remove('changes', { endpoint: 'sales.record' });
  await store.owner.raw('sales.record', input, key);
  for (const { kind, differences } of recount(cloud.database).rows) {
    if (differences.length > 0) findings.push(`kept sums are not the ledger's: ${kind}`);
  }
  return findings;
}

async function runWith(fault: Fault | null): Promise<string[]> {
  const functionsRoot = path.join(FOLDER, (fault?.name ?? 'none').replaceAll(/\W+/g, '-'));
  await buildFunctions(functionsRoot, fault === null ? [] : [seed(fault)]);
  const wire: WireCall[] = [];
  const onWire = (call: WireCall): void => void wire.push(call);
  const cloud = await startTestCloud({ functionsRoot, workers: 1, onWire });
  try {
    return await findingsOf(cloud, wire);
  } finally {
    await cloud.close();
  }
}

describe('seeded faults', () => {
  afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

  it('reports nothing without a fault', async () => {
    expect(await runWith(null)).toEqual([]);
  });

  it.each<[keyof typeof FAULTS, string[]]>([
    ['request key ignored', ['a repeat is answered differently', 'a repeat is stored: 3 entries']],
    ['request key not recorded', ['a repeat is answered differently']],
    [
      'totals changed outside the transaction',
      [
        'outside the transaction: database.modifyDocument year_totals',
        "kept sums are not the ledger's: host_year",
      ],
    ],
    [
      'where().update inside the transaction',
      [
        'outside the transaction: database.modifyDocument live_sessions',
        "kept sums are not the ledger's: session",
      ],
    ],
  ])('reports “%s”', async (name, expected) => {
    expect(await runWith(FAULTS[name])).toEqual(expect.arrayContaining(expected));
  });

  it('fails the build when a fault no longer fits the source', async () => {
    const stale = { ...FAULTS['request key ignored'], changes: [['not there', '']] } as const;
    await expect(runWith(stale)).rejects.toThrow('has no "not there"');
  });
});
