import type { SdkDatabase, SdkTransaction } from 'local-cloud/testing';
import { addAll, type Case, COLLECTION, refusal, SOURCE, textOf } from '../types';

const { plain, unique } = COLLECTION;
const CONFLICT = /TransactionConflict/;

function setTo(
  from: Pick<SdkDatabase | SdkTransaction, 'collection'>,
  id: string,
  n: number,
): Promise<unknown> {
  return from.collection(plain).doc(id).update({ data: { n } });
}

async function end(t: SdkTransaction): Promise<void> {
  await t.rollback().catch(() => undefined);
}

/** Concurrent transactions: which is refused, how a conflict is reported, and how a retry succeeds. */
export const conflictCases: readonly Case[] = [
  {
    id: 'conflict.locked',
    title: 'writing what another transaction has written and not committed fails at once',
    source: SOURCE.transactions,
    run: async (tools) => {
      const { db, id } = tools;
      await addAll(tools, plain, [{ _id: 'a', n: 0 }]);
      const first = await db.startTransaction();
      const second = await db.startTransaction();
      await setTo(first, id('a'), 1);
      const { message } = await refusal(() => setTo(second, id('a'), 2), CONFLICT);
      await first.commit();
      await end(second);
      return { message, after: (await db.collection(plain).doc(id('a')).get()).data['n'] };
    },
    expected: { message: 'TransactionConflict', after: 1 },
  },
  {
    id: 'conflict.changed-since',
    title: 'writing what was changed after the transaction began fails',
    source: SOURCE.transactions,
    run: async (tools) => {
      const { db, id } = tools;
      await addAll(tools, plain, [{ _id: 'a', n: 0 }]);
      const t = await db.startTransaction();
      await t.collection(plain).doc(id('a')).get();
      await setTo(db, id('a'), 9);
      const { message } = await refusal(async () => {
        await setTo(t, id('a'), 1);
        await t.commit();
      }, CONFLICT);
      await end(t);
      return { message, after: (await db.collection(plain).doc(id('a')).get()).data['n'] };
    },
    expected: { message: 'TransactionConflict', after: 9 },
  },
  {
    id: 'conflict.code-is-dropped',
    title:
      'the SDK drops the code of a conflict: it is -501001 as for other errors, only the message differs',
    source: SOURCE.sdk,
    run: async (tools) => {
      const { db, id } = tools;
      await addAll(tools, plain, [{ _id: 'a', n: 0 }]);
      const first = await db.startTransaction();
      const second = await db.startTransaction();
      await setTo(first, id('a'), 1);
      const result = await refusal(() => setTo(second, id('a'), 2), CONFLICT);
      await end(first);
      await end(second);
      return result;
    },
    expected: { code: -501001, message: 'TransactionConflict' },
  },
  {
    id: 'conflict.not-retried',
    title: "the SDK's own runTransaction does not run again after a conflict of a single operation",
    source: SOURCE.client,
    run: async (tools) => {
      const { db, id } = tools;
      await addAll(tools, plain, [{ _id: 'a', n: 0 }]);
      const holder = await db.startTransaction();
      await setTo(holder, id('a'), 1);
      let runs = 0;
      const { message } = await refusal(
        () =>
          db.runTransaction(async (t) => {
            runs += 1;
            await setTo(t, id('a'), 2);
          }, 3),
        CONFLICT,
      );
      await end(holder);
      return { runs, message };
    },
    expected: { runs: 1, message: 'TransactionConflict' },
  },
  {
    id: 'conflict.own-id',
    title: 'adding an _id that exists, inside a transaction, fails with E11000',
    source: null,
    run: async (tools) => {
      const { db, caseKey, id } = tools;
      await addAll(tools, plain, [{ _id: 'a', n: 0 }]);
      const t = await db.startTransaction();
      const add = (): Promise<unknown> =>
        t.collection(plain).add({ data: { _id: id('a'), caseKey } });
      const { message } = await refusal(add, /E11000/);
      await end(t);
      return message;
    },
    expected: 'E11000',
  },
  {
    id: 'conflict.unique',
    title: 'one unique key in two open transactions conflicts; after the commit it is E11000',
    source: null,
    needs: 'unique-index',
    run: async ({ db, caseKey }) => {
      const add = (t: SdkTransaction): Promise<unknown> =>
        t.collection(unique).add({ data: { caseKey, email: `${caseKey}@x` } });
      const first = await db.startTransaction();
      const second = await db.startTransaction();
      await add(first);
      const race = await refusal(() => add(second), CONFLICT);
      await first.commit();
      await end(second);
      const third = await db.startTransaction();
      const late = await refusal(() => add(third), /E11000/);
      await end(third);
      return { race: race.message, late: late.message };
    },
    expected: { race: 'TransactionConflict', late: 'E11000' },
  },
  {
    id: 'conflict.retried',
    title: '10 read-modify-writes at once, repeated with a jittered pause, end exact',
    source: SOURCE.transactions,
    run: async (tools) => {
      const { db, id } = tools;
      await addAll(tools, plain, [{ _id: 'a', n: 0 }]);
      const once = (): Promise<unknown> =>
        db.runTransaction(async (t) => {
          const { data } = await t.collection(plain).doc(id('a')).get();
          await setTo(t, id('a'), Number(data['n']) + 1);
        }, 0);
      const persist = async (): Promise<void> => {
        for (let tries = 1; ; tries += 1) {
          try {
            await once();
            return;
          } catch (error) {
            if (!CONFLICT.test(textOf(error)) || tries === 60) throw error;
            const pause = Math.random() * Math.min(400, 10 * 2 ** tries);
            await new Promise((resolve) => setTimeout(resolve, pause));
          }
        }
      };
      await Promise.all(Array.from({ length: 10 }, persist));
      return (await db.collection(plain).doc(id('a')).get()).data['n'];
    },
    expected: 10,
  },
];
