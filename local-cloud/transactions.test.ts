import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { startFixtureCloud } from './fixtures/cloud';
import type { FixtureCloud } from './fixtures/cloud';

let cloud: FixtureCloud;

beforeAll(async () => {
  cloud = await startFixtureCloud({ workers: 4 });
});
afterAll(() => cloud.close());
beforeEach(async () => {
  for (const name of ['counters', 'accounts']) await cloud.database.remove(name, {});
  await cloud.database.insert('counters', [
    { _id: 'a', n: 0 },
    { _id: 'b', n: 0 },
  ]);
});

const counter = (id: string): unknown => cloud.database.find('counters', { _id: id })[0]?.['n'];

describe('transactions', () => {
  it('commits all writes at once and shows none before', async () => {
    const seen = await cloud.value(async ({ db, _ }) => {
      const t = await db.startTransaction();
      await t
        .collection('counters')
        .doc('a')
        .update({ data: { n: _.inc(5) } });
      await t
        .collection('counters')
        .doc('b')
        .set({ data: { n: 7 } });
      await t.collection('counters').add({ data: { _id: 'c', n: 9 } });
      const read = async (from: Pick<typeof db, 'collection'>, id: string): Promise<unknown> =>
        (await from.collection('counters').doc(id).get()).data['n'];
      const outside = [await read(db, 'a'), await read(db, 'b')];
      const inside = [await read(t, 'a'), await read(t, 'b'), await read(t, 'c')];
      await t.commit();
      return { outside, inside };
    });
    expect(seen).toEqual({ outside: [0, 0], inside: [5, 7, 9] });
    expect([counter('a'), counter('b'), counter('c')]).toEqual([5, 7, 9]);
  });

  it('forgets everything on rollback, and a rolled back transaction is gone', async () => {
    const result = await cloud.probe(async ({ db }) => {
      const t = await db.startTransaction();
      await t.collection('counters').doc('a').remove();
      await t.rollback();
      return t.collection('counters').doc('a').get();
    });
    expect(result.ok ? '' : result.errMsg).toContain('Transaction does not exist');
    expect(counter('a')).toBe(0);
  });

  it('reads the moment it began, whatever others write meanwhile', async () => {
    const seen = await cloud.value(async ({ db }) => {
      const t = await db.startTransaction();
      const n = async (id: string): Promise<unknown> => {
        const lenient = await t
          .collection('counters')
          .doc(id)
          .get()
          .catch(() => ({ data: null }));
        return lenient.data === null ? 'none' : lenient.data['n'];
      };
      await db
        .collection('counters')
        .doc('a')
        .update({ data: { n: 1 } });
      await db.collection('counters').doc('b').remove();
      await db.collection('counters').add({ data: { _id: 'late', n: 3 } });
      const seen = [await n('a'), await n('b'), await n('late')];
      await t.commit();
      return seen;
    });
    expect(seen).toEqual([0, 0, 'none']);
    expect([counter('a'), counter('b'), counter('late')]).toEqual([1, undefined, 3]);
  });

  it('fails at once on a document another transaction is writing', async () => {
    const result = await cloud.probe(async ({ db }) => {
      const first = await db.startTransaction();
      const second = await db.startTransaction();
      await first
        .collection('counters')
        .doc('a')
        .update({ data: { n: 1 } });
      const error = await second
        .collection('counters')
        .doc('a')
        .update({ data: { n: 2 } })
        .catch((e: unknown) => (e as { errMsg: string }).errMsg);
      await first.commit();
      return error;
    });
    expect(result).toMatchObject({ ok: true });
    expect(result.ok ? result.value : '').toContain('TransactionConflict');
    expect(counter('a')).toBe(1);
  });

  it('fails on a document written after it began', async () => {
    const result = await cloud.probe(async ({ db }) => {
      const t = await db.startTransaction();
      await t.collection('counters').doc('a').get();
      await db
        .collection('counters')
        .doc('a')
        .update({ data: { n: 9 } });
      await t
        .collection('counters')
        .doc('a')
        .update({ data: { n: 1 } });
      await t.commit();
    });
    expect(result).toMatchObject({ ok: false, errCode: -501001 });
    expect(result.ok ? '' : result.errMsg).toContain('TransactionConflict');
    expect(counter('a')).toBe(9);
  });

  it('makes a plain write wait for the lock, then apply to what was committed', async () => {
    const order = await cloud.value(async ({ db, _ }) => {
      const order: string[] = [];
      const t = await db.startTransaction();
      await t
        .collection('counters')
        .doc('a')
        .update({ data: { n: 10 } });
      const plain = db
        .collection('counters')
        .where({ n: _.gte(0) })
        .update({ data: { n: _.inc(1) } })
        .then(() => order.push('plain'));
      await new Promise((resolve) => setTimeout(resolve, 150));
      order.push('commit');
      await t.commit();
      await plain;
      return order;
    });
    expect(order).toEqual(['commit', 'plain']);
    expect([counter('a'), counter('b')]).toEqual([11, 1]);
  });

  it('keeps unique indexes between transactions that have not committed', async () => {
    const result = await cloud.value(async ({ db }) => {
      const first = await db.startTransaction();
      const second = await db.startTransaction();
      await first.collection('accounts').add({ data: { email: 'x' } });
      const race = await second
        .collection('accounts')
        .add({ data: { email: 'x' } })
        .catch((e: unknown) => (e as { errMsg: string }).errMsg);
      await first.commit();
      const third = await db.startTransaction();
      const late = await third
        .collection('accounts')
        .add({ data: { email: 'x' } })
        .catch((e: unknown) => (e as { errMsg: string }).errMsg);
      return { race, late };
    });
    expect(result.race).toContain('TransactionConflict');
    expect(result.late).toContain('E11000');
    expect(cloud.database.readAll('accounts')).toHaveLength(1);
  });

  it('lets a transaction move a unique key between its own documents', async () => {
    await cloud.database.insert('accounts', [
      { _id: '1', email: 'x' },
      { _id: '2', email: 'y' },
    ]);
    await cloud.value(async ({ db }) => {
      const t = await db.startTransaction();
      await t
        .collection('accounts')
        .doc('2')
        .update({ data: { email: 'z' } });
      await t
        .collection('accounts')
        .doc('1')
        .update({ data: { email: 'y' } });
      await t
        .collection('accounts')
        .doc('2')
        .update({ data: { email: 'x' } });
      await t.commit();
    });
    const emails = cloud.database.readAll('accounts').map((doc) => doc['email']);
    expect(emails).toEqual(['y', 'x']);
  });

  it('refuses queries inside a transaction, and sends where().update outside it as the SDK does', async () => {
    const get = await cloud.probe(async ({ db }) => {
      const t = await db.startTransaction();
      return t.collection('counters').where({ n: 0 }).get();
    });
    expect(get.ok ? '' : get.errMsg).toContain('use doc()');
    const outside = await cloud.probe(async ({ db }) => {
      const t = await db.startTransaction();
      await t
        .collection('counters')
        .where({ _id: 'a' })
        .update({ data: { n: 4 } });
      await t.rollback();
    });
    expect(outside).toMatchObject({ ok: true });
    expect(counter('a')).toBe(4);
  });

  it('rolls back with the given reason', async () => {
    const result = await cloud.probe(async ({ db }) =>
      db.runTransaction(async (t) => {
        await t
          .collection('counters')
          .doc('a')
          .update({ data: { n: 1 } });
        await (t as never as { rollback(reason: string): Promise<void> }).rollback('no');
      }),
    );
    expect(result).toMatchObject({ ok: false, errMsg: 'no' });
    expect(counter('a')).toBe(0);
  });

  it('50 concurrent read-modify-writes with a jittered retry end exact', async () => {
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
