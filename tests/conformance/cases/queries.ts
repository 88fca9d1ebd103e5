import type { SdkDoc } from 'local-cloud/testing';
import { addAll, type Case, type CaseTools, COLLECTION, SOURCE } from '../types';

const { things } = COLLECTION;

/** 60 documents: three kinds, two cities, lists in the first three. */
function fill(tools: CaseTools): Promise<void> {
  return addAll(
    tools,
    things,
    Array.from({ length: 60 }, (_v, i) => ({
      _id: `t${String(i).padStart(2, '0')}`,
      kind: ['a', 'b', 'c'][i % 3],
      rank: i,
      info: { city: i % 2 === 0 ? 'Huadu' : 'Baiyun' },
      ...(i < 3 ? { tags: ['x', `tag${String(i)}`] } : {}),
    })),
  );
}

/** A case that counts the documents that match each condition among the 60. */
function counting(
  id: string,
  title: string,
  source: string | null,
  conditions: (tools: CaseTools) => readonly SdkDoc[],
  expected: readonly number[],
): Case {
  return {
    id,
    title,
    source,
    run: async (tools) => {
      await fill(tools);
      const { db, caseKey } = tools;
      const totals: number[] = [];
      for (const condition of conditions(tools)) {
        totals.push(
          (
            await db
              .collection(things)
              .where({ caseKey, ...condition })
              .count()
          ).total,
        );
      }
      return totals;
    },
    expected,
  };
}

/** Queries: conditions, order, pages, counts, updates and removals. */
export const queryCases: readonly Case[] = [
  {
    id: 'query.order-and-page',
    title: 'where, orderBy, skip, limit and field return the requested page',
    source: SOURCE.declarations,
    run: async (tools) => {
      await fill(tools);
      const { db, caseKey, bare } = tools;
      const { data } = await db
        .collection(things)
        .where({ caseKey, kind: 'a' })
        .orderBy('rank', 'desc')
        .skip(2)
        .limit(2)
        .field({ rank: true })
        .get();
      return data.map(bare);
    },
    expected: [
      { _id: 't51', rank: 51 },
      { _id: 't48', rank: 48 },
    ],
  },
  {
    id: 'query.two-orders',
    title: 'a second orderBy orders documents that are equal in the first',
    source: SOURCE.declarations,
    run: async (tools) => {
      await fill(tools);
      const { db, caseKey } = tools;
      const { data } = await db
        .collection(things)
        .where({ caseKey })
        .orderBy('kind', 'desc')
        .orderBy('rank', 'asc')
        .limit(3)
        .get();
      return data.map((doc) => doc['rank']);
    },
    expected: [2, 5, 8],
  },
  {
    id: 'query.order-of-types',
    title:
      'ascending order puts missing and null before numbers, numbers before text, text before true',
    source: null,
    run: async (tools) => {
      const values = [true, 'text', 'Text', 2, -1, null];
      await addAll(tools, things, [...values.map((v) => ({ v })), { none: 1, v: null }]);
      const { db, caseKey } = tools;
      const { data } = await db
        .collection(things)
        .where({ caseKey })
        .orderBy('v', 'asc')
        .limit(10)
        .get();
      return data.map((doc) => doc['v'] ?? null);
    },
    expected: [null, null, -1, 2, 'Text', 'text', true],
  },
  counting(
    'query.ranges',
    'gt, gte, lt, lte, alone and joined with and()',
    SOURCE.declarations,
    ({ _ }) => [
      { rank: _.gt(50) },
      { rank: _.gte(50) },
      { rank: _.lt(10) },
      { rank: _.lte(10) },
      { kind: 'a', rank: _.gte(30).and(_.lt(60)) },
      { rank: _.gt('a') },
    ],
    [9, 10, 10, 11, 10, 0],
  ),
  counting(
    'query.sets',
    'eq, neq, in, nin, exists',
    SOURCE.declarations,
    ({ _, id }) => [
      { rank: _.eq(7) },
      { kind: _.neq('a') },
      { kind: _.in(['a', 'b']), info: { city: 'Huadu' } },
      { kind: _.nin(['a', 'b']) },
      { _id: _.in([id('t01'), id('t02'), id('gone')]) },
      { tags: _.exists(false) },
    ],
    [1, 40, 20, 20, 2, 57],
  ),
  counting(
    'query.null',
    'a condition of null matches a missing field too, also within in()',
    null,
    ({ _ }) => [{ missing: null }, { missing: _.in([null, 1]) }, { kind: null }],
    [60, 60, 0],
  ),
  {
    id: 'query.or',
    title: 'or() over whole conditions',
    source: SOURCE.declarations,
    run: async (tools) => {
      await fill(tools);
      const { db, caseKey, _ } = tools;
      const either = _.or([
        { caseKey, kind: 'a' },
        { caseKey, rank: _.lt(3) },
      ]);
      return (await db.collection(things).where(either).count()).total;
    },
    expected: 22,
  },
  counting(
    'query.lists',
    'a condition on a list matches when an element does; all() requires every value',
    null,
    ({ _ }) => [{ tags: 'x' }, { tags: _.all(['x', 'tag1']) }, { tags: _.in(['tag0', 'tag2']) }],
    [3, 1, 2],
  ),
  counting(
    'query.nested',
    'a nested object in where() is a condition on its fields, as a dotted path is',
    SOURCE.client,
    () => [{ info: { city: 'Huadu' } }, { 'info.city': 'Huadu' }],
    [30, 30],
  ),
  counting(
    'query.regular-expressions',
    'regular expressions, as RegExp and as db.RegExp',
    SOURCE.declarations,
    ({ db }) => [
      { 'info.city': /^hua/i },
      { 'info.city': /^hua/ },
      { 'info.city': db.RegExp({ regexp: '^hua', options: 'i' }) },
    ],
    [30, 0, 30],
  ),
  {
    id: 'query.update-matching',
    title: 'where().update changes every match and counts only documents that changed',
    source: null,
    run: async (tools) => {
      await fill(tools);
      const { db, caseKey, _ } = tools;
      const some = db.collection(things);
      const first = await some
        .where({ caseKey, kind: 'a' })
        .update({ data: { rank: _.inc(1000) } });
      const again = await some.where({ caseKey, kind: 'b' }).update({ data: { kind: 'b' } });
      const { total } = await some.where({ caseKey, rank: _.gte(1000) }).count();
      return [first.stats.updated, again.stats.updated, total];
    },
    expected: [20, 0, 20],
  },
  {
    id: 'query.compare-and-set',
    title: 'where({_id, value}).update changes once: the second caller updates 0',
    source: SOURCE.transactions,
    run: async (tools) => {
      await addAll(tools, things, [{ _id: 'stock', left: 1 }]);
      const { db, caseKey, id, _ } = tools;
      const take = (): Promise<{ stats: { updated: number } }> =>
        db
          .collection(things)
          .where({ caseKey, _id: id('stock'), left: _.gt(0) })
          .update({ data: { left: _.inc(-1) } });
      const taken = await Promise.all([take(), take(), take()]);
      return taken.reduce((sum, { stats }) => sum + stats.updated, 0);
    },
    expected: 1,
  },
  {
    id: 'query.remove-matching',
    title: 'where().remove removes every match and counts them',
    source: SOURCE.declarations,
    run: async (tools) => {
      await fill(tools);
      const { db, caseKey, _ } = tools;
      const { stats } = await db
        .collection(things)
        .where({ caseKey, rank: _.lt(25) })
        .remove();
      return [stats.removed, (await db.collection(things).where({ caseKey }).count()).total];
    },
    expected: [25, 35],
  },
];
