import { addAll, type Case, type CaseTools, COLLECTION, SOURCE } from '../types';

const { plain, things } = COLLECTION;

function fill(tools: CaseTools, size: number): Promise<void> {
  return addAll(
    tools,
    things,
    Array.from({ length: size }, (_v, i) => ({
      _id: `t${String(i).padStart(2, '0')}`,
      kind: ['a', 'b', 'c'][i % 3],
      rank: i,
    })),
  );
}

/** Aggregates: the stages that the cloud functions use, grouping, and the lack of a limit. */
export const aggregateCases: readonly Case[] = [
  {
    id: 'aggregate.match-sort-limit',
    title: 'match, sort and limit, with commands in match',
    source: SOURCE.declarations,
    run: async (tools) => {
      await fill(tools, 30);
      const { db, caseKey, _ } = tools;
      const { list } = await db
        .collection(things)
        .aggregate()
        .match({ caseKey, kind: _.in(['a', 'b']), rank: _.gte(3).and(_.lt(20)) })
        .sort({ kind: -1, rank: 1 })
        .limit(3)
        .end();
      return list.map((doc) => [doc['kind'], doc['rank']]);
    },
    expected: [
      ['b', 4],
      ['b', 7],
      ['b', 10],
    ],
  },
  {
    id: 'aggregate.lookup',
    title: 'lookup adds the documents that a field points to, as a list that may be empty',
    source: SOURCE.declarations,
    run: async (tools) => {
      const { db, caseKey, id, bare } = tools;
      await addAll(tools, plain, [{ _id: 'p', label: 'P' }]);
      await addAll(tools, things, [
        { _id: 'x', rank: 1, points: id('p') },
        { _id: 'y', rank: 2, points: id('gone') },
      ]);
      const { list } = await db
        .collection(things)
        .aggregate()
        .match({ caseKey })
        .sort({ rank: 1 })
        .limit(10)
        .lookup({ from: plain, localField: 'points', foreignField: '_id', as: 'found' })
        .end();
      return list.map((doc) => (doc['found'] as Record<string, unknown>[]).map(bare));
    },
    expected: [[{ _id: 'p', label: 'P' }], []],
  },
  {
    id: 'aggregate.lookup-two',
    title: 'two lookups in one aggregate, one by a field that addFields made from a constant',
    source: null,
    run: async (tools) => {
      const { db, caseKey, id } = tools;
      await addAll(tools, plain, [
        { _id: 'p', label: 'P' },
        { _id: 'q', label: 'Q' },
      ]);
      await addAll(tools, things, [{ _id: 'x', points: id('p') }]);
      const { list } = await db
        .collection(things)
        .aggregate()
        .match({ caseKey })
        .limit(1)
        .lookup({ from: plain, localField: 'points', foreignField: '_id', as: 'first' })
        .addFields({ key: id('q') })
        .lookup({ from: plain, localField: 'key', foreignField: '_id', as: 'second' })
        .end();
      return list.map((doc) =>
        ['first', 'second'].map((name) => (doc[name] as { label: string }[])[0]?.label),
      );
    },
    expected: [['P', 'Q']],
  },
  {
    id: 'aggregate.lookup-pipeline',
    title: 'a lookup by a pipeline that takes nothing from the document adds the same list to each',
    source: SOURCE.lookup,
    run: async (tools) => {
      await fill(tools, 9);
      const { db, caseKey, $, _ } = tools;
      const best = $.pipeline()
        .match({ caseKey, kind: 'b', rank: _.in([1, 4, 7]) })
        .sort({ rank: -1 })
        .limit(2)
        .project({ _id: 0, rank: 1 })
        .done();
      const { list } = await db
        .collection(things)
        .aggregate()
        .match({ caseKey, kind: 'a' })
        .sort({ rank: 1 })
        .limit(2)
        .lookup({ from: things, pipeline: best, as: 'best' })
        .end();
      return list.map((doc) => doc['best']);
    },
    expected: [
      [{ rank: 7 }, { rank: 4 }],
      [{ rank: 7 }, { rank: 4 }],
    ],
  },
  {
    id: 'aggregate.group',
    title: 'group with sums, then sort',
    source: SOURCE.declarations,
    run: async (tools) => {
      await fill(tools, 9);
      const { db, caseKey, $ } = tools;
      const { list } = await db
        .collection(things)
        .aggregate()
        .match({ caseKey })
        .group({ _id: '$kind', total: $.sum('$rank'), n: $.sum(1) })
        .sort({ total: -1 })
        .limit(10)
        .end();
      return list;
    },
    expected: [
      { _id: 'c', total: 15, n: 3 },
      { _id: 'b', total: 12, n: 3 },
      { _id: 'a', total: 9, n: 3 },
    ],
  },
  {
    id: 'aggregate.count',
    title: 'the stage count() returns one document',
    source: SOURCE.declarations,
    run: async (tools) => {
      await fill(tools, 30);
      const { db, caseKey } = tools;
      return (await db.collection(things).aggregate().match({ caseKey }).count('n').end()).list;
    },
    expected: [{ n: 30 }],
  },
  {
    id: 'aggregate.no-limit',
    title: 'without limit() an aggregate over more than 20 documents does not return them all',
    source: null,
    run: async (tools) => {
      await fill(tools, 30);
      const { db, caseKey } = tools;
      const given = await db
        .collection(things)
        .aggregate()
        .match({ caseKey })
        .end()
        .then(
          ({ list }) => list.length,
          () => 0,
        );
      // The local cloud refuses; the real service is reported to cut at 20.
      return given <= 20;
    },
    expected: true,
  },
];
