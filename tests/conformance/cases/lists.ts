import type { SdkDoc } from 'local-cloud/testing';
import { addAll, type Case, type CaseTools, COLLECTION, refusal, SOURCE } from '../types';

const { lists, plain } = COLLECTION;

/** Documents with every kind of list, and without one; `at` is the place in this order. */
const TAGS: Readonly<Record<string, unknown>> = {
  one: ['x'],
  two: ['y', 'x'],
  three: ['z', 'y', 'x'],
  numbers: [1, 5],
  none: [],
  nested: [['x'], 'w'],
  withNull: [null, 'v'],
  isNull: null,
  isText: 'x',
};

async function fill(tools: CaseTools): Promise<void> {
  const docs = Object.entries(TAGS).map(([_id, tags], at) => ({ _id, at, tags }));
  await addAll(tools, lists, [...docs, { _id: 'missing', at: docs.length }]);
}

/** The names of the documents that match, in the order of `at`. */
async function namesOf({ db, caseKey, bare }: CaseTools, condition: SdkDoc): Promise<string> {
  const matching = db.collection(lists).where({ caseKey, ...condition });
  const { data } = await matching.orderBy('at', 'asc').limit(100).get();
  const { total } = await matching.count();
  if (total !== data.length) return `${String(data.length)} read, but ${String(total)} counted`;
  return data.map((doc) => String(bare(doc)['_id'])).join(' ');
}

/** A case that names the documents which match each condition. */
function matching(
  id: string,
  title: string,
  source: string | null,
  conditions: (tools: CaseTools) => readonly SdkDoc[],
  expected: readonly string[],
): Case {
  return {
    id,
    title,
    source,
    run: async (tools) => {
      await fill(tools);
      const names: string[] = [];
      for (const condition of conditions(tools)) names.push(await namesOf(tools, condition));
      return names;
    },
    expected,
  };
}

/** 40 documents in turn of three tags and of a number, the newest first. */
function fillMany(tools: CaseTools): Promise<void> {
  const docs = Array.from({ length: 40 }, (_v, at) => ({
    _id: `m${String(at).padStart(2, '0')}`,
    at,
    tags: [`t${String(at % 2)}`, `t${String(at % 3)}`, 'all'],
  }));
  return addAll(tools, lists, docs);
}

/** Pages of three by a cursor, until one is empty. */
async function pagesOf({ db, _, caseKey }: CaseTools, tags: unknown): Promise<number[][]> {
  const pages: number[][] = [];
  for (let cursor = 40; ;) {
    const page = db.collection(lists).where({ caseKey, tags, at: _.lt(cursor) });
    const { data } = await page.orderBy('at', 'desc').limit(3).get();
    if (data.length === 0) return pages;
    pages.push(data.map((doc) => Number(doc['at'])));
    cursor = Number(data.at(-1)?.['at']);
  }
}

const OF_T0_AND_T1 = Array.from({ length: 40 }, (_v, i) => 39 - i).filter((at) => {
  const tags = [at % 2, at % 3];
  return tags.includes(0) && tags.includes(1);
});
const OF_T2_OR_T3 = Array.from({ length: 40 }, (_v, i) => 39 - i).filter((at) => at % 3 === 2);

function inThrees(numbers: readonly number[]): number[][] {
  return Array.from({ length: Math.ceil(numbers.length / 3) }, (_v, i) =>
    numbers.slice(i * 3, i * 3 + 3),
  );
}

const PARALLEL = { code: -502001, message: 'cannot index parallel arrays' };

/** Fields that hold lists: conditions on elements, order, changes, and what an index refuses. */
export const listCases: readonly Case[] = [
  matching(
    'list.element',
    'a value matches a list that contains it, and the value alone; not a list in the list',
    SOURCE.arrays,
    ({ _ }) => [{ tags: 'x' }, { tags: _.eq(5) }, { tags: 'v' }, { tags: 'gone' }],
    ['one two three isText', 'numbers', 'withNull', ''],
  ),
  matching(
    'list.in',
    'in matches a list with one of the values, each document once',
    SOURCE.arrays,
    ({ _ }) => [{ tags: _.in(['x', 'y', 5]) }, { tags: _.in(['gone', 'w']) }, { tags: _.in([]) }],
    ['one two three numbers isText', 'nested', ''],
  ),
  matching(
    'list.all',
    'all matches a list with all of the values in any order, and a value that is the only one',
    SOURCE.all,
    ({ _ }) => [
      { tags: _.all(['x', 'y']) },
      { tags: _.all(['y', 'x']) },
      { tags: _.all(['x']) },
      { tags: _.all(['x', 'gone']) },
      { tags: _.all([]) },
    ],
    ['two three', 'two three', 'one two three isText', '', ''],
  ),
  matching(
    'list.range',
    'a range matches a list of which one element is in it; two bounds may be met by two elements',
    SOURCE.arrays,
    ({ _ }) => [
      { tags: _.gt('x') },
      { tags: _.lte(1) },
      { tags: _.gt(1).and(_.lt(5)) },
      { tags: _.elemMatch({ $gt: 1, $lt: 5 }) },
      { tags: _.elemMatch({ $gte: 'y', $lt: 'z' }) },
      { tags: _.elemMatch({ $gte: 'x' }), at: _.lt(2) },
    ],
    ['two three', 'numbers', 'numbers', '', 'two three', 'one two'],
  ),
  matching(
    'list.elem-match-joined',
    'elemMatch of commands joined with and() is sent as an object, which matches nothing',
    SOURCE.client,
    ({ _ }) => [
      { tags: _.elemMatch(_.gte('x').and(_.lt('z'))) },
      { tags: _.elemMatch({ $gte: 'x', $lt: 'z' }) },
    ],
    ['', 'one two three'],
  ),
  matching(
    'list.none',
    'null matches a missing field, null and a list with null, not an empty list',
    SOURCE.arrays,
    ({ _ }) => [
      { tags: null },
      { tags: _.in([null, 5]) },
      { tags: _.neq(null) },
      { tags: _.size(0) },
      { tags: _.exists(false) },
      { tags: _.neq('x') },
    ],
    [
      'withNull isNull missing',
      'numbers withNull isNull missing',
      'one two three numbers none nested isText',
      'none',
      'missing',
      'numbers none nested withNull isNull missing',
    ],
  ),
  {
    id: 'list.pages',
    title: 'pages by element, order and cursor are complete, for one value, all and in',
    source: null,
    run: async (tools) => {
      await fillMany(tools);
      const { _ } = tools;
      return {
        all: await pagesOf(tools, _.all(['t0', 't1'])),
        among: await pagesOf(tools, _.in(['t2', 't3', 't2'])),
        value: (await pagesOf(tools, 'all')).flat().length,
      };
    },
    expected: { all: inThrees(OF_T0_AND_T1), among: inThrees(OF_T2_OR_T3), value: 40 },
  },
  {
    id: 'list.change',
    title: 'push, pull, set and remove change which documents an element finds',
    source: SOURCE.declarations,
    run: async (tools) => {
      await fill(tools);
      const { db, _, id } = tools;
      const change = (name: string, tags: unknown): Promise<unknown> =>
        db.collection(lists).doc(id(name)).update({ data: { tags } });
      await change('none', _.push(['x', 'new']));
      await change('one', _.pull('x'));
      await change('two', _.set(['new']));
      await change('isText', _.remove());
      await change('missing', _.addToSet('new'));
      await change('three', ['y']);
      return [
        await namesOf(tools, { tags: 'x' }),
        await namesOf(tools, { tags: 'new' }),
        await namesOf(tools, { tags: _.in(['y', 'new']) }),
      ];
    },
    expected: ['none', 'two none missing', 'two three none missing'],
  },
  {
    id: 'list.change-matching',
    title: 'update and remove by an element count and change what contains it',
    source: SOURCE.declarations,
    run: async (tools) => {
      await fill(tools);
      const { db, _, caseKey } = tools;
      const updated = await db
        .collection(lists)
        .where({ caseKey, tags: 'y' })
        .update({ data: { tags: _.push(['new']) } });
      const removed = await db.collection(lists).where({ caseKey, tags: 'x' }).remove();
      return [updated.stats, removed.stats, await namesOf(tools, { tags: _.in(['new', 'x']) })];
    },
    expected: [{ updated: 2 }, { removed: 4 }, ''],
  },
  {
    id: 'list.parallel',
    title: 'lists in two fields of one index are -502001, and nothing is stored',
    source: SOURCE.multikey,
    needs: 'list-index',
    run: async (tools) => {
      const { db, _, caseKey, id } = tools;
      await addAll(tools, lists, [{ _id: 'p', at: 1, tags: ['x'] }]);
      const doc = db.collection(lists).doc(id('p'));
      const words = /cannot index parallel arrays/;
      const both = { caseKey, at: [1], tags: [] };
      return [
        await refusal(() => db.collection(lists).add({ data: both }), words),
        await refusal(() => doc.set({ data: both }), words),
        await refusal(() => doc.update({ data: { at: _.set([1]) } }), words),
        await namesOf(tools, {}),
      ];
    },
    expected: [PARALLEL, PARALLEL, PARALLEL, 'p'],
  },
  {
    id: 'list.transaction',
    title: 'an element is found after the commit that wrote it, and never after a rollback',
    source: SOURCE.transactions,
    run: async (tools) => {
      await fill(tools);
      const { db, _, id } = tools;
      const seen: string[] = [];
      for (const how of ['rollback', 'commit'] as const) {
        const t = await db.startTransaction();
        await t
          .collection(lists)
          .doc(id('none'))
          .update({ data: { tags: _.push(['new']) } });
        seen.push(await namesOf(tools, { tags: 'new' }));
        await t[how]();
        seen.push(await namesOf(tools, { tags: 'new' }));
      }
      return seen;
    },
    expected: ['', '', '', 'none'],
  },
  {
    id: 'list.unwind',
    title: 'match, unwind, group, sort and limit count the documents of each element',
    source: SOURCE.declarations,
    run: async (tools) => {
      await fill(tools);
      const { db, _, $, caseKey } = tools;
      const { list } = await db
        .collection(lists)
        .aggregate()
        .match({ caseKey, tags: _.in(['x', 'y']) })
        .unwind('$tags')
        .group({ _id: '$tags', n: $.sum(1) })
        .sort({ n: -1, _id: 1 })
        .limit(2)
        .end();
      return list;
    },
    expected: [
      { _id: 'x', n: 4 },
      { _id: 'y', n: 2 },
    ],
  },
  {
    id: 'list.unwind-nothing',
    title: 'unwind drops empty lists, null and missing fields, unless it shall keep them',
    source: SOURCE.declarations,
    run: async (tools) => {
      await fill(tools);
      const { db, caseKey, bare } = tools;
      const names: string[] = [];
      for (const preserveNullAndEmptyArrays of [false, true]) {
        const { list } = await db
          .collection(lists)
          .aggregate()
          .match({ caseKey })
          .sort({ at: 1 })
          .unwind({ path: '$tags', preserveNullAndEmptyArrays })
          .limit(30)
          .end();
        names.push(list.map((doc) => String(bare(doc)['_id'])).join(' '));
      }
      return names;
    },
    expected: [
      'one two two three three three numbers numbers nested nested withNull withNull isText',
      'one two two three three three numbers numbers none nested nested withNull withNull isNull isText missing',
    ],
  },
  {
    id: 'list.lookup',
    title: 'lookup by a list adds the documents of each element once, in no particular order',
    source: SOURCE.lookup,
    run: async (tools) => {
      const { db, _, caseKey, id, bare } = tools;
      await addAll(tools, plain, [{ _id: 'p' }, { _id: 'q' }, { _id: 'r' }]);
      await addAll(tools, lists, [
        { _id: 'two', at: 1, tags: [id('q'), id('p'), id('q'), id('gone')] },
        { _id: 'value', at: 2, tags: id('r') },
        { _id: 'none', at: 3, tags: [] },
        { _id: 'missing', at: 4 },
        { _id: 'within', at: 5, tags: [{ to: id('r') }, { to: [id('p')] }, { other: 1 }] },
      ]);
      const found: unknown[] = [];
      for (const [localField, at] of [
        ['tags', _.lt(5)],
        ['tags.to', _.gte(4)],
      ] as const) {
        const { list } = await db
          .collection(lists)
          .aggregate()
          .match({ caseKey, at })
          .sort({ at: 1 })
          .limit(10)
          .lookup({ from: plain, localField, foreignField: '_id', as: 'found' })
          .end();
        found.push(list.map((doc) => idsOf(doc['found'], bare)));
      }
      return found;
    },
    expected: [
      ['p q', 'r', '', ''],
      ['', 'p r'],
    ],
  },
  {
    id: 'list.lookup-nothing',
    title: 'lookup by an empty list, by null or by a missing field adds what lacks the other field',
    source: SOURCE.lookup,
    run: async (tools) => {
      const { db, caseKey, bare } = tools;
      const key = caseKey;
      await addAll(tools, lists, [
        { _id: 'none', at: 1, tags: [] },
        { _id: 'isNull', at: 2, tags: null },
        { _id: 'missing', at: 3 },
        { _id: 'other', at: 4, tags: [`${key} x`] },
        { _id: 'foreign', at: 5, tags: ['a', `${key} x`], partner: `${key} x` },
      ]);
      const { list } = await db
        .collection(lists)
        .aggregate()
        .match({ caseKey })
        .sort({ at: 1 })
        .limit(10)
        .lookup({ from: lists, localField: 'tags', foreignField: 'partner', as: 'found' })
        .project({ found: 1 })
        .end();
      return list.map((doc) => idsOf((doc['found'] as SdkDoc[]).filter(isOf(caseKey)), bare));
    },
    expected: [
      'isNull missing none other',
      'isNull missing none other',
      'isNull missing none other',
      'foreign',
      'foreign',
    ],
  },
];

function isOf(caseKey: string): (doc: SdkDoc) => boolean {
  return (doc) => doc['caseKey'] === caseKey;
}

function idsOf(docs: unknown, bare: (doc: SdkDoc) => SdkDoc): string {
  const ids = (docs as SdkDoc[]).map((doc) => String(bare(doc)['_id']));
  return ids.sort().join(' ');
}
