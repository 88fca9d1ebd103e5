import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import { entryDocIdOf } from '../../cloud/repositories/ids';
import type { Revision } from '../../src/domain/sales/revisions';
import { buildCorrection, buildPaid } from '../testkit/builders';
import { startTestCloud } from '../testkit/cloud';
import { everythingIn, NOW, openStore, sessionIn, type TestStore } from '../testkit/stores';

describe('a revision of an entry', () => {
  let cloud: LocalCloud;
  let store: TestStore;
  let sessionId: string;

  beforeAll(async () => {
    cloud = await startTestCloud();
    cloud.setNow(NOW);
    store = await openStore(cloud, 'owner');
    sessionId = (await sessionIn(store, 'ended')).id;
  });
  afterAll(() => cloud.close());

  /** An amount and its corrections, each in place of the one before. @returns their ids in order. */
  const correctedOften = async (count: number): Promise<string[]> => {
    const { owner, shopId } = store;
    const { entry } = await owner.ok('sales.record', buildPaid(shopId, sessionId));
    const ids = [entry.id];
    for (let amountFen = 1; amountFen <= count; amountFen += 1) {
      const input = buildCorrection(shopId, ids.at(-1) ?? '', { amountFen });
      ids.push((await owner.ok('sales.replace', input)).entry.id);
    }
    return ids;
  };
  const revisionsOf = (id: string): readonly Revision[] => {
    const [doc] = cloud.database.find('sales_entries', { _id: entryDocIdOf(id) });
    return doc?.['revisions'] as readonly Revision[];
  };

  it('has an id of its own among fifty, and those of other entries', async () => {
    const [first, second] = [await correctedOften(49), await correctedOften(1)];
    const ids = [...first, ...second];
    expect(new Set(ids).size).toBe(52);
    expect(revisionsOf(ids[0] ?? '').map(({ id }) => id)).toEqual(first);
  });

  it('that another one replaced is neither undone, replaced nor moved, and the refusal names that one', async () => {
    const { owner, shopId, hostId, accountId } = store;
    const ids = await correctedOften(2);
    const stored = everythingIn(cloud);
    const refused = { code: 'entry_not_current', info: { currentId: ids[2] } };
    for (const entryId of ids.slice(0, 2)) {
      const correction = buildCorrection(shopId, entryId, { amountFen: 9 });
      const target = { of: 'day', bookedOn: '2026-11-20', hostId, accountId };
      for (const isWhole of [false, true]) {
        expect(await owner.refused('sales.undo', { shopId, entryId, isWhole })).toEqual(refused);
      }
      expect(await owner.refused('sales.replace', correction)).toEqual(refused);
      expect(await owner.refused('sales.move', { ...correction, target })).toEqual(refused);
    }
    expect(everythingIn(cloud)).toEqual(stored);
    await owner.ok('sales.undo', { shopId, entryId: ids[2] ?? '', isWhole: false });
    expect(revisionsOf(ids[0] ?? '').map(({ undoneAt }) => undoneAt !== null)).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('of another store’s entry, or with other letters behind, is not found', async () => {
    const other = await openStore(cloud, 'other');
    const [first = '', second = ''] = await correctedOften(1);
    const madeUp = `${entryDocIdOf(first)}000000000000`;
    for (const entryId of [madeUp, `${second}0`]) {
      const error = await store.owner.refused('sales.undo', { shopId: store.shopId, entryId });
      expect(['not_found', 'invalid_input']).toContain(error.code);
    }
    const theirs = { shopId: other.shopId, entryId: second };
    expect((await other.owner.refused('sales.undo', theirs)).code).toMatch(
      /not_found|invalid_input/,
    );
  });
});
