import { addAll, type Case, COLLECTION, NO_COLLECTION, refusal, SOURCE } from '../types';

const { plain, unique } = COLLECTION;

/** Single documents: add, get, set, update, remove, and their refusals. */
export const documentCases: readonly Case[] = [
  {
    id: 'document.round-trip',
    title: 'add, get: dates, fractions, large whole numbers, nested lists and null come back equal',
    source: SOURCE.declarations,
    run: async ({ db, caseKey }) => {
      const at = new Date('2026-11-23T12:00:00.000Z');
      const data = {
        caseKey,
        at,
        n: 1.5,
        big: 9007199254740991,
        nested: { list: [1, 'x', null, true] },
      };
      const { _id } = await db.collection(plain).add({ data });
      const read = (await db.collection(plain).doc(_id).get()).data;
      const date = read['at'] instanceof Date ? read['at'].toISOString() : 'not a date';
      return { id: typeof _id, date, n: read['n'], big: read['big'], nested: read['nested'] };
    },
    expected: {
      id: 'string',
      date: '2026-11-23T12:00:00.000Z',
      n: 1.5,
      big: 9007199254740991,
      nested: { list: [1, 'x', null, true] },
    },
  },
  {
    id: 'document.own-id',
    title: 'add accepts an _id; the same _id again is -502001 with E11000',
    source: null,
    run: async ({ db, caseKey, id }) => {
      const add = (): Promise<{ _id: string }> =>
        db.collection(plain).add({ data: { _id: id('x'), caseKey } });
      const { _id } = await add();
      return { isOwn: _id === id('x'), again: await refusal(add, /E11000/) };
    },
    expected: { isOwn: true, again: { code: -502001, message: 'E11000' } },
  },
  {
    id: 'document.add-list',
    title: 'add accepts a list of documents in one request and returns their ids',
    source: SOURCE.sdk,
    run: async ({ db, caseKey, id }) => {
      const data = ['a', 'b', 'c'].map((name) => ({ _id: id(name), caseKey }));
      const { _ids } = await db.collection(plain).add({ data });
      return {
        ids: _ids.length,
        stored: (await db.collection(plain).where({ caseKey }).count()).total,
      };
    },
    expected: { ids: 3, stored: 3 },
  },
  {
    id: 'document.set',
    title: 'set replaces a whole document or creates it under the given id, and counts which',
    source: SOURCE.declarations,
    run: async ({ db, caseKey, id, bare }) => {
      const doc = db.collection(plain).doc(id('s'));
      const first = await doc.set({ data: { caseKey, a: 1, b: 2 } });
      const second = await doc.set({ data: { caseKey, only: 'this' } });
      return { stats: [first.stats, second.stats], doc: bare((await doc.get()).data) };
    },
    expected: {
      stats: [
        { updated: 0, created: 1 },
        { updated: 1, created: 0 },
      ],
      doc: { _id: 's', only: 'this' },
    },
  },
  {
    id: 'document.update-merges',
    title: 'update of one document merges objects, and does nothing for a missing document',
    source: SOURCE.declarations,
    run: async ({ db, caseKey, id, bare }) => {
      const doc = db.collection(plain).doc(id('u'));
      const missing = await doc.update({ data: { a: 1 } });
      await doc.set({ data: { caseKey, deep: { a: 1, b: 2 } } });
      const changed = await doc.update({ data: { deep: { b: 3 } } });
      const updated = [missing.stats.updated, changed.stats.updated];
      return { updated, doc: bare((await doc.get()).data) };
    },
    expected: { updated: [0, 1], doc: { _id: 'u', deep: { a: 1, b: 3 } } },
  },
  {
    id: 'document.update-same',
    title: 'writing the value that is stored already counts as no update',
    source: null,
    run: async ({ db, caseKey, id }) => {
      const doc = db.collection(plain).doc(id('u'));
      await doc.set({ data: { caseKey, a: 1 } });
      return (await doc.update({ data: { a: 1 } })).stats.updated;
    },
    expected: 0,
  },
  {
    id: 'document.remove',
    title: 'remove counts what it removed',
    source: SOURCE.declarations,
    run: async ({ db, caseKey, id }) => {
      const doc = db.collection(plain).doc(id('r'));
      await doc.set({ data: { caseKey } });
      return [(await doc.remove()).stats.removed, (await doc.remove()).stats.removed];
    },
    expected: [1, 0],
  },
  {
    id: 'document.missing',
    title: 'a missing document throws, and is null with throwOnNotFound: false',
    source: SOURCE.sdk,
    run: async ({ db, lenient, id }) => ({
      strict: await refusal(() => db.collection(plain).doc(id('no')).get(), /does not exist/),
      lenient: (await lenient.collection(plain).doc(id('no')).get()).data,
    }),
    expected: { strict: { code: -1, message: 'does not exist' }, lenient: null },
  },
  {
    id: 'collection.missing',
    title: 'a missing collection is -502005 for reads, counts and writes',
    source: SOURCE.sdk,
    run: async ({ db, caseKey }) => {
      const nowhere = db.collection(NO_COLLECTION);
      const words = /not exist/i;
      return {
        read: (await refusal(() => nowhere.where({ caseKey }).limit(1).get(), words)).code,
        count: (await refusal(() => nowhere.where({ caseKey }).count(), words)).code,
        add: (await refusal(() => nowhere.add({ data: { caseKey } }), words)).code,
      };
    },
    expected: { read: -502005, count: -502005, add: -502005 },
  },
  {
    id: 'collection.twice',
    title: 'creating a collection that exists is refused',
    source: null,
    run: async ({ db }) => {
      const result = await refusal(() => db.createCollection(plain), /exist/i);
      return result.message.toLowerCase();
    },
    expected: 'exist',
  },
  {
    id: 'unique.conflict',
    title: 'a second document with the same unique key is -502001 with E11000',
    source: null,
    needs: 'unique-index',
    run: async ({ db, caseKey }) => {
      const add = (): Promise<unknown> =>
        db.collection(unique).add({ data: { caseKey, email: `${caseKey}@a` } });
      await add();
      return refusal(add, /E11000/);
    },
    expected: { code: -502001, message: 'E11000' },
  },
  {
    id: 'unique.null',
    title: 'in a unique index a missing field is null: only one such document may exist',
    source: SOURCE.indexes,
    needs: 'unique-index',
    run: async (tools) => {
      const { db, caseKey } = tools;
      await addAll(tools, unique, [{ n: 1 }]);
      return {
        missing: await refusal(
          () => db.collection(unique).add({ data: { caseKey, n: 2 } }),
          /E11000/,
        ),
        isNull: await refusal(
          () => db.collection(unique).add({ data: { caseKey, email: null } }),
          /E11000/,
        ),
        stored: (await db.collection(unique).where({ caseKey }).count()).total,
      };
    },
    expected: {
      missing: { code: -502001, message: 'E11000' },
      isNull: { code: -502001, message: 'E11000' },
      stored: 1,
    },
  },
  {
    id: 'document.server-date',
    title: 'serverDate stores the time of the server, with its offset in milliseconds',
    source: SOURCE.declarations,
    run: async ({ db, caseKey, id }) => {
      const doc = db.collection(plain).doc(id('d'));
      await doc.set({
        data: { caseKey, at: db.serverDate(), later: db.serverDate({ offset: 3_600_000 }) },
      });
      const { at, later } = (await doc.get()).data as { at: Date; later: Date };
      return {
        isNow: Math.abs(at.getTime() - Date.now()) < 120_000,
        offset: later.getTime() - at.getTime(),
      };
    },
    expected: { isNow: true, offset: 3_600_000 },
  },
];
