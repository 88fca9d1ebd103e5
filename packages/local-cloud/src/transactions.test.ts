import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { startFixtureCloud } from './fixtures/cloud';
import type { ProbeCloud } from './testing';

let cloud: ProbeCloud;

beforeAll(async () => {
  cloud = await startFixtureCloud({ workers: 4 });
});
afterAll(() => cloud.close());
beforeEach(async () => {
  await cloud.database.remove('counters', {});
  await cloud.database.insert('counters', [{ _id: 'a', n: 0 }]);
});

const counter = (id: string): unknown => cloud.database.find('counters', { _id: id })[0]?.['n'];

describe('transactions', () => {
  it('refuse queries, which the cloud does not have in transactions', async () => {
    const get = await cloud.probe(async ({ db }) => {
      const t = await db.startTransaction();
      return t.collection('counters').where({ n: 0 }).get();
    });
    expect(get.ok ? '' : get.errMsg).toContain('use doc()');
  });

  it('count exactly in 50 concurrent read-modify-writes that retry conflicts', async () => {
    const run = async (): Promise<unknown> =>
      cloud.probe(async ({ db }) => {
        for (let attempt = 0; attempt < 60; attempt++) {
          try {
            await db.runTransaction(async (t) => {
              const doc = (await t.collection('counters').doc('a').get()).data;
              await t
                .collection('counters')
                .doc('a')
                .update({ data: { n: Number(doc['n']) + 1 } });
            }, 0);
            return attempt;
          } catch (error) {
            if (!/TransactionConflict/.test((error as { errMsg: string }).errMsg)) throw error;
            await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * (attempt + 1)));
          }
        }
        throw new Error('too many conflicts');
      });
    const results = await Promise.all(Array.from({ length: 50 }, run));
    expect(results.every((result) => (result as { ok: boolean }).ok)).toBe(true);
    expect(counter('a')).toBe(50);
  });
});
