import type { SdkDatabase, SdkDoc, SdkTransaction } from 'local-cloud/testing';
import { addAll, type Case, type CaseTools, COLLECTION, refusal, SOURCE } from '../types';

const { plain, unique } = COLLECTION;

type Reader = Pick<SdkDatabase | SdkTransaction, 'collection'>;

/** Two counters of 0: `a` and `b`. */
function fill(tools: CaseTools): Promise<void> {
  return addAll(tools, plain, [
    { _id: 'a', n: 0 },
    { _id: 'b', n: 0 },
  ]);
}

function update(from: Reader, id: string, data: SdkDoc): Promise<unknown> {
  return from.collection(plain).doc(id).update({ data });
}

/** The counter's value; `none` when it cannot be read. */
async function read(from: Reader, id: string): Promise<unknown> {
  return from
    .collection(plain)
    .doc(id)
    .get()
    .then(
      ({ data }) => data?.['n'] ?? 'none',
      () => 'none',
    );
}

/** Ends a transaction that may be over already. */
async function end(t: SdkTransaction): Promise<void> {
  await t.rollback().catch(() => undefined);
}

/** Transactions that are committed or rolled back. */
export const transactionCases: readonly Case[] = [
  {
    id: 'transaction.commit',
    title:
      'get, add, set, update: visible inside at once, outside only after commit and all together',
    source: SOURCE.runTransaction,
    run: async (tools) => {
      await fill(tools);
      const { lenient: db, _, caseKey, id } = tools;
      const t = await db.startTransaction();
      await update(t, id('a'), { n: _.inc(5) });
      await t
        .collection(plain)
        .doc(id('b'))
        .set({ data: { caseKey, n: 7 } });
      await t.collection(plain).add({ data: { _id: id('c'), caseKey, n: 9 } });
      const all = (from: Reader): Promise<unknown[]> =>
        Promise.all(['a', 'b', 'c'].map((name) => read(from, id(name))));
      const outside = await all(db);
      const inside: unknown[] = [];
      for (const name of ['a', 'b', 'c']) inside.push(await read(t, id(name)));
      await t.commit();
      return { outside, inside, after: await all(db) };
    },
    expected: { outside: [0, 0, 'none'], inside: [5, 7, 9], after: [5, 7, 9] },
  },
  {
    id: 'transaction.missing-null',
    title: 'with throwOnNotFound: false a missing document is null inside a transaction too',
    source: SOURCE.sdk,
    run: async ({ lenient, id }) => {
      const t = await lenient.startTransaction();
      const { data } = await t.collection(plain).doc(id('no')).get();
      await t.commit();
      return data;
    },
    expected: null,
  },
  {
    id: 'transaction.fields',
    title: 'field() leaves out the other fields of a document, inside a transaction too',
    source: null,
    run: async ({ db, id, caseKey }) => {
      const kept = { caseKey, days: { '2026-11-24': 1 }, sum: 2, more: 3 };
      await db.collection(plain).doc(id('picked')).set({ data: kept });
      const t = await db.startTransaction();
      const { data } = await t
        .collection(plain)
        .doc(id('picked'))
        .field({ days: true, sum: true })
        .get();
      await t.commit();
      const { _id: _ownId, ...fields } = data as Record<string, unknown>;
      return fields;
    },
    expected: { days: { '2026-11-24': 1 }, sum: 2 },
  },
  {
    id: 'transaction.rollback',
    title: 'rollback stores nothing, and the transaction is gone',
    source: SOURCE.runTransaction,
    run: async (tools) => {
      await fill(tools);
      const { db, id } = tools;
      const t = await db.startTransaction();
      await update(t, id('a'), { n: 1 });
      await t.collection(plain).doc(id('b')).remove();
      await t.rollback();
      const late = await refusal(() => t.collection(plain).doc(id('a')).get(), /not exist/i);
      return { late: late.message, after: [await read(db, id('a')), await read(db, id('b'))] };
    },
    expected: { late: 'not exist', after: [0, 0] },
  },
  {
    id: 'transaction.run-rollback',
    title: "runTransaction is rejected with the bare reason of rollback('no'), and stores nothing",
    source: SOURCE.runTransaction,
    run: async (tools) => {
      await fill(tools);
      const { db, id } = tools;
      const reason = await db
        .runTransaction(async (t) => {
          await update(t, id('a'), { n: 1 });
          await t.rollback('no');
        })
        .catch((error: unknown) => error);
      return { reason, after: await read(db, id('a')) };
    },
    expected: { reason: 'no', after: 0 },
  },
  {
    id: 'transaction.snapshot',
    title: 'reads see the data of its start, also while others write',
    source: SOURCE.transactions,
    run: async (tools) => {
      await fill(tools);
      const { lenient: db, caseKey, id } = tools;
      const t = await db.startTransaction();
      // A first read: the documentation leaves open whether the snapshot is of the start or of this.
      const first = await read(t, id('a'));
      await update(db, id('a'), { n: 1 });
      await db.collection(plain).doc(id('b')).remove();
      await db.collection(plain).add({ data: { _id: id('late'), caseKey, n: 3 } });
      const seen = [first];
      for (const name of ['a', 'b', 'late']) seen.push(await read(t, id(name)));
      await t.commit();
      return { seen, after: await read(db, id('a')) };
    },
    expected: { seen: [0, 0, 0, 'none'], after: 1 },
  },
  {
    id: 'transaction.snapshot-at-start',
    title: 'the snapshot is of the start of the transaction, not of its first read',
    source: null,
    run: async (tools) => {
      await fill(tools);
      const { db, id } = tools;
      const t = await db.startTransaction();
      await update(db, id('a'), { n: 1 });
      const seen = await read(t, id('a'));
      await t.commit();
      return seen;
    },
    expected: 0,
  },
  {
    id: 'transaction.where-outside',
    title: 'where().update inside a transaction runs outside it: a rollback does not revert it',
    source: SOURCE.client,
    run: async (tools) => {
      await fill(tools);
      const { db, caseKey, id } = tools;
      const t = await db.startTransaction();
      await t
        .collection(plain)
        .where({ caseKey, _id: id('a') })
        .update({ data: { n: 4 } });
      await t.rollback();
      return read(db, id('a'));
    },
    expected: 4,
  },
  {
    id: 'transaction.plain-write-waits',
    title: 'a plain write waits for the lock, then applies to the committed document',
    source: SOURCE.transactions,
    run: async (tools) => {
      await fill(tools);
      const { db, _, id } = tools;
      const order: string[] = [];
      const t = await db.startTransaction();
      await update(t, id('a'), { n: 10 });
      const write = update(db, id('a'), { n: _.inc(1) }).then(() => order.push('plain'));
      await new Promise((resolve) => setTimeout(resolve, 150));
      order.push('commit');
      await t.commit();
      await write;
      return { order, after: await read(db, id('a')) };
    },
    expected: { order: ['commit', 'plain'], after: 11 },
  },
  {
    id: 'transaction.time-limit',
    title: 'a transaction open for more than 30 seconds is over: its commit is refused',
    source: null,
    run: async (tools) => {
      await fill(tools);
      const { db, id } = tools;
      const t = await db.startTransaction();
      await update(t, id('a'), { n: 1 });
      await tools.outlastTransaction();
      const { message } = await refusal(() => t.commit(), /not exist|timed? ?out|abort/i);
      await end(t);
      return { isOver: message !== 'nothing: it was not refused', after: await read(db, id('a')) };
    },
    expected: { isOver: true, after: 0 },
  },
  {
    id: 'transaction.unique-moves',
    title: 'a transaction may move a unique key between its own documents',
    source: null,
    needs: 'unique-index',
    run: async (tools) => {
      const { db, caseKey, id } = tools;
      const email = (name: string): string => `${caseKey}@${name}`;
      await addAll(tools, unique, [
        { _id: '1', email: email('x') },
        { _id: '2', email: email('y') },
      ]);
      const t = await db.startTransaction();
      const move = (doc: string, to: string): Promise<unknown> =>
        t
          .collection(unique)
          .doc(id(doc))
          .update({ data: { email: email(to) } });
      await move('2', 'z');
      await move('1', 'y');
      await move('2', 'x');
      await t.commit();
      const { data } = await db
        .collection(unique)
        .where({ caseKey })
        .orderBy('_id', 'asc')
        .limit(10)
        .get();
      return data.map((doc) => String(doc['email']).split('@').at(-1));
    },
    expected: ['y', 'x'],
  },
];
