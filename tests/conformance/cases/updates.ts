import type { SdkCommands, SdkDoc } from 'local-cloud/testing';
import { type Case, type CaseTools, COLLECTION, refusal, SOURCE } from '../types';

const { plain } = COLLECTION;

/** Writes a document, changes it, reads it back. */
async function changed(tools: CaseTools, before: SdkDoc, data: SdkDoc): Promise<SdkDoc> {
  const { db, caseKey, id, bare } = tools;
  const doc = db.collection(plain).doc(id('u'));
  await doc.set({ data: { ...before, caseKey } });
  await doc.update({ data });
  const { _id, ...after } = bare((await doc.get()).data);
  return after;
}

const BEFORE: SdkDoc = { s: 'text', n: 1, nothing: null, list: [1], o: { a: 1 } };

const REFUSED: readonly (readonly [string, (_: SdkCommands) => SdkDoc, RegExp])[] = [
  ['a number added to text', (_) => ({ s: _.inc(1) }), /non-numeric type/],
  ['a number added to null', (_) => ({ nothing: _.inc(1) }), /non-numeric type/],
  ['a factor for text', (_) => ({ s: _.mul(2) }), /non-numeric type/],
  ['text added to a number', (_) => ({ n: _.inc('1') }), /non-numeric argument/],
  ['a push onto text', (_) => ({ s: _.push([1]) }), /must be an array/],
  ['a set made of a number', (_) => ({ n: _.addToSet(1) }), /must be an array/],
  ['a pull from text', (_) => ({ s: _.pull(1) }), /must be an array/],
  ['a path through null', () => ({ nothing: { inner: 1 } }), /Cannot create field/],
  ['a path through text', (_) => ({ 's.inner': _.inc(1) }), /Cannot create field/],
  ['a name inside a list', () => ({ 'list.name': 1 }), /Cannot create field/],
  ['a far place in a list', () => ({ 'list.9000': 1 }), /backfill/],
  ['two changes of one path', (_) => ({ 'o.a': 1, o: _.set({ b: 1 }) }), /conflict/],
];

/** A case for a change that must be refused and leave the document as it was. */
function refused([what, data, words]: (typeof REFUSED)[number]): Case {
  return {
    id: `update.refuses.${what.replaceAll(' ', '-')}`,
    title: `update refuses ${what} with MongoDB's message, and stores nothing`,
    source: null,
    run: async ({ db, _, caseKey, id, bare }) => {
      const doc = db.collection(plain).doc(id('u'));
      await doc.set({ data: { ...BEFORE, caseKey } });
      const { message } = await refusal(() => doc.update({ data: data(_) }), words);
      const { _id, ...after } = bare((await doc.get()).data);
      return { message, after };
    },
    expected: { message: words.source, after: BEFORE },
  };
}

/** Update commands on numbers, nested fields and lists. */
export const updateCases: readonly Case[] = [
  {
    id: 'update.inc',
    title:
      'inc adds to a number, also in a nested field, and creates a missing field with the amount',
    source: SOURCE.declarations,
    run: (tools) =>
      changed(
        tools,
        { n: 1, deep: { m: 2 } },
        { n: tools._.inc(2), deep: { m: tools._.inc(-3), fresh: tools._.inc(5) } },
      ),
    expected: { n: 3, deep: { m: -1, fresh: 5 } },
  },
  {
    id: 'update.concurrent-inc',
    title: '20 increments at once add up',
    source: SOURCE.transactions,
    run: async ({ db, _, caseKey, id }) => {
      const doc = db.collection(plain).doc(id('c'));
      await doc.set({ data: { caseKey, n: 0 } });
      await Promise.all(Array.from({ length: 20 }, () => doc.update({ data: { n: _.inc(1) } })));
      return (await doc.get()).data['n'];
    },
    expected: 20,
  },
  {
    id: 'update.fields',
    title: 'set, remove, mul, min and max, at the top and at dotted paths',
    source: SOURCE.declarations,
    run: (tools) => {
      const { _ } = tools;
      return changed(
        tools,
        { deep: { m: 2, old: true, keep: 1 }, low: 5, high: 5, o: { a: 1 } },
        {
          'deep.m': _.mul(5),
          'deep.old': _.remove(),
          'deep.fresh': { made: 1 },
          low: _.min(3),
          high: _.max(3),
          first: _.min(3),
          o: _.set({ b: 1 }),
        },
      );
    },
    expected: {
      deep: { m: 10, keep: 1, fresh: { made: 1 } },
      low: 3,
      high: 5,
      first: 3,
      o: { b: 1 },
    },
  },
  {
    id: 'update.list-ends',
    title:
      'push, unshift, pop and shift work on both ends of a list, and push creates a missing one',
    source: SOURCE.declarations,
    run: (tools) => {
      const { _ } = tools;
      return changed(
        tools,
        { a: [1, 2, 3], b: [1, 2], e: [1, 2], g: [3], p: [1] },
        {
          a: _.shift(),
          b: _.unshift([0]),
          e: _.pop(),
          g: _.push({ each: [1, 2], position: 0, slice: 2 }),
          p: _.push([2]),
          'made.list': _.push('one'),
        },
      );
    },
    expected: {
      a: [2, 3],
      b: [0, 1, 2],
      e: [1],
      g: [1, 2],
      p: [1, 2],
      made: { list: ['one'] },
    },
  },
  {
    id: 'update.list-values',
    title: 'pull, pullAll and addToSet compare by value',
    source: SOURCE.declarations,
    run: (tools) => {
      const { _ } = tools;
      return changed(
        tools,
        {
          c: [1, 2, 3, 4],
          d: [1, { x: 1 }],
          f: [1, 2, 2],
          people: [{ n: 'x', k: 1 }, { n: 'y' }],
        },
        {
          c: _.pull(_.in([2, 3])),
          d: _.addToSet({ $each: [1, 2, { x: 1 }] }),
          f: _.pullAll([2]),
          people: _.pull({ n: 'x' }),
        },
      );
    },
    expected: { c: [1, 4], d: [1, { x: 1 }, 2], f: [1], people: [{ n: 'y' }] },
  },
  {
    id: 'update.list-place',
    title: 'a dotted path sets an element of a list by its index',
    source: null,
    run: (tools) => changed(tools, { list: [{ a: 1 }, { a: 2 }] }, { 'list.1.a': 9 }),
    expected: { list: [{ a: 1 }, { a: 9 }] },
  },
  ...REFUSED.map(refused),
];
