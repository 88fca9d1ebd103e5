import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { startFixtureCloud } from './fixtures/cloud';
import type { FixtureCloud } from './fixtures/cloud';

let cloud: FixtureCloud;

beforeAll(async () => {
  cloud = await startFixtureCloud({ workers: 1 });
});
afterAll(() => cloud.close());
beforeEach(async () => {
  for (const name of ['plain', 'things', 'accounts']) await cloud.database.remove(name, {});
});

describe('single documents', () => {
  it('adds, reads back dates and nested values, replaces and removes', async () => {
    const seen = await cloud.value(async ({ db }) => {
      const plain = db.collection('plain');
      const at = new Date('2026-11-23T12:00:00.000Z');
      const data = { at, n: 1.5, big: 9007199254740991, nested: { list: [1, 'x', null, true] } };
      const { _id } = await plain.add({ data });
      const first = (await plain.doc(String(_id)).get()).data as Record<string, unknown>;
      const set = await plain.doc(String(_id)).set({ data: { only: 'this' } });
      const second = (await plain.doc(String(_id)).get()).data;
      const removed = await plain.doc(String(_id)).remove();
      return {
        isDate: first['at'] instanceof Date && first['at'].toISOString(),
        first,
        second,
        stats: [set.stats, removed.stats],
      };
    });
    expect(seen.isDate).toBe('2026-11-23T12:00:00.000Z');
    expect(seen.first).toMatchObject({
      n: 1.5,
      big: 9007199254740991,
      nested: { list: [1, 'x', null, true] },
    });
    expect(Object.keys(seen.second)).toEqual(['_id', 'only']);
    expect(seen.stats).toEqual([{ updated: 1, created: 0 }, { removed: 1 }]);
  });

  it('creates with set under a chosen id', async () => {
    const result = await cloud.value(async ({ db }) =>
      db
        .collection('plain')
        .doc('chosen')
        .set({ data: { a: 1 } }),
    );
    expect(result).toMatchObject({ _id: 'chosen', stats: { updated: 0, created: 1 } });
    expect(cloud.database.readAll('plain')).toEqual([{ _id: 'chosen', a: 1 }]);
  });

  it('throws for a missing document, unless told not to', async () => {
    const thrown = await cloud.probe(async ({ db }) => db.collection('plain').doc('no').get());
    expect(thrown).toMatchObject({ ok: false });
    expect(thrown.ok ? '' : thrown.errMsg).toContain('does not exist');
    const quiet = await cloud.value(async ({ cloud: sdk }) => {
      const lenient = sdk.database({ throwOnNotFound: false });
      return (await lenient.collection('plain').doc('no').get()).data;
    });
    expect(quiet).toBeNull();
  });

  it('answers -502005 for a missing collection and -502001 E11000 for a taken id', async () => {
    const missing = await cloud.probe(async ({ db }) => db.collection('nowhere').get());
    expect(missing).toMatchObject({ ok: false, errCode: -502005 });
    const taken = await cloud.probe(async ({ db }) => {
      await db.collection('plain').add({ data: { _id: 'x' } });
      return db.collection('plain').add({ data: { _id: 'x' } });
    });
    expect(taken).toMatchObject({ ok: false, errCode: -502001 });
    expect(taken.ok ? '' : taken.errMsg).toContain('E11000');
  });

  it('holds unique indexes, where a missing field is null', async () => {
    const add = (data: Record<string, unknown>): ReturnType<typeof cloud.probe> =>
      cloud.probe(async ({ db, args }) => db.collection('accounts').add({ data: args }), data);
    expect(await add({ email: 'a' })).toMatchObject({ ok: true });
    expect(await add({ email: 'a' })).toMatchObject({ ok: false, errCode: -502001 });
    expect(await add({ n: 1 })).toMatchObject({ ok: true });
    expect(await add({ email: null })).toMatchObject({ ok: false, errCode: -502001 });
    expect(cloud.database.readAll('accounts')).toHaveLength(2);
  });

  it('writes the time of the server, shifted with the clock', async () => {
    cloud.setNow('2030-01-02T03:04:05.000Z');
    const { stored, inside } = await cloud.value(async ({ db }) => {
      const { _id } = await db
        .collection('plain')
        .add({ data: { at: db.serverDate({ offset: 1000 }) } });
      const doc = (await db.collection('plain').doc(String(_id)).get()).data as { at: Date };
      return { stored: doc.at.toISOString(), inside: new Date().toISOString() };
    });
    cloud.setNow(null);
    expect(stored).toMatch(/^2030-01-02T03:04:0[67]/);
    expect(inside).toMatch(/^2030-01-02T03:04:0[56]/);
  });

  it('refuses dollar and dotted field names in what is stored', async () => {
    const dollar = await cloud.probe(async ({ db }) =>
      db.collection('plain').add({ data: { name: { $gt: '' } } }),
    );
    expect(dollar).toMatchObject({ ok: false, errCode: -502001 });
    const update = await cloud.probe(async ({ db }) => {
      await db
        .collection('plain')
        .doc('d')
        .set({ data: { a: 1 } });
      return db
        .collection('plain')
        .doc('d')
        .update({ data: { a: { $gt: '' } } });
    });
    expect(update.ok).toBe(false);
    expect(cloud.database.readAll('plain')).toEqual([{ _id: 'd', a: 1 }]);
  });
});

describe('queries', () => {
  beforeEach(async () => {
    const docs = Array.from({ length: 150 }, (_v, i) => ({
      _id: `t${String(i).padStart(3, '0')}`,
      kind: ['a', 'b', 'c'][i % 3],
      rank: i,
      info: { city: i % 2 === 0 ? 'Huadu' : 'Baiyun' },
      ...(i < 3 ? { tags: ['x', `tag${String(i)}`] } : {}),
    }));
    await cloud.database.insert('things', docs);
  });

  it('gives 100 by default, pages, orders and selects fields', async () => {
    const seen = await cloud.value(async ({ db }) => {
      const things = db.collection('things');
      const all = await things.get();
      const page = await things
        .where({ kind: 'a' })
        .orderBy('rank', 'desc')
        .skip(2)
        .limit(2)
        .field({ rank: true })
        .get();
      return { all: all.data.length, page: page.data };
    });
    expect(seen.all).toBe(100);
    expect(seen.page).toEqual([
      { _id: 't141', rank: 141 },
      { _id: 't138', rank: 138 },
    ]);
  });

  it('understands commands, nested conditions, lists and regular expressions', async () => {
    const counts = await cloud.value(async ({ db, _ }) => {
      const things = db.collection('things');
      const total = async (query: object): Promise<number> =>
        (await things.where(query).count()).total;
      return [
        await total({ kind: 'a', rank: _.gte(30).and(_.lt(60)) }),
        await total(_.or([{ kind: 'a' }, { rank: _.lt(3) }])),
        await total({ kind: _.in(['a', 'b']), info: { city: 'Huadu' } }),
        await total({ kind: _.nin(['a', 'b']) }),
        await total({ tags: 'x' }),
        await total({ tags: _.all(['x', 'tag1']) }),
        await total({ tags: _.exists(false) }),
        await total({ 'info.city': /^hua/i }),
        await total({ 'info.city': db.RegExp({ regexp: '^hua', options: 'i' }) }),
        await total({ _id: _.in(['t001', 't002', 'gone']) }),
        await total({ kind: _.neq('a') }),
        await total({ rank: _.eq(7) }),
      ];
    });
    expect(counts).toEqual([10, 52, 50, 50, 3, 1, 147, 75, 75, 2, 100, 1]);
  });

  it('updates and removes what matches, counting real changes', async () => {
    const stats = await cloud.value(async ({ db, _ }) => {
      const things = db.collection('things');
      const first = await things.where({ kind: 'a' }).update({ data: { rank: _.inc(1000) } });
      const again = await things.where({ kind: 'b' }).update({ data: { kind: 'b' } });
      const gone = await things.where({ rank: _.gte(1000) }).remove();
      return [first.stats.updated, again.stats.updated, gone.stats.removed];
    });
    expect(stats).toEqual([50, 0, 50]);
    expect(cloud.database.readAll('things')).toHaveLength(100);
  });

  it('aggregates: match, group, sort, lookup, count', async () => {
    await cloud.database.insert('plain', [{ _id: 'a', label: 'A!' }]);
    const seen = await cloud.value(async ({ db, $ }) => {
      const groups = await db
        .collection('things')
        .aggregate()
        .match({ rank: db.command.lt(9) })
        .group({ _id: '$kind', total: $.sum('$rank'), n: $.sum(1) })
        .sort({ total: -1 })
        .limit(10)
        .end();
      const joined = await db
        .collection('things')
        .aggregate()
        .match({ _id: 't000' })
        .lookup({ from: 'plain', localField: 'kind', foreignField: '_id', as: 'labels' })
        .project({ labels: 1 })
        .limit(1)
        .end();
      const counted = await db.collection('things').aggregate().count('n').end();
      return [groups, joined, counted].map(({ list }) => list);
    });
    expect(seen).toEqual([
      [
        { _id: 'c', total: 15, n: 3 },
        { _id: 'b', total: 12, n: 3 },
        { _id: 'a', total: 9, n: 3 },
      ],
      [{ _id: 't000', labels: [{ _id: 'a', label: 'A!' }] }],
      [{ n: 150 }],
    ]);
  });

  it('refuses by name what it does not know, and an aggregate the cloud would cut', async () => {
    const geo = await cloud.probe(async ({ db, _ }) =>
      db
        .collection('things')
        .where({
          at: _.geoNear({ geometry: db.Geo.Point(1, 2) }),
        })
        .get(),
    );
    expect(geo.ok ? '' : geo.errMsg).toContain('$nearSphere is not emulated');
    expect(geo).toMatchObject({ errCode: -502002 });
    const stage = await cloud.probe(async ({ db }) =>
      db.collection('things').aggregate().bucketAuto({ groupBy: '$rank', buckets: 2 }).end(),
    );
    expect(stage.ok ? '' : stage.errMsg).toContain('$bucketAuto is not emulated');
    const expression = await cloud.probe(async ({ db }) =>
      db
        .collection('things')
        .aggregate()
        .project({ x: { $frobnicate: 1 } })
        .limit(1)
        .end(),
    );
    expect(expression.ok ? '' : expression.errMsg).toContain('$frobnicate is not emulated');
    const cut = await cloud.probe(async ({ db }) =>
      db.collection('things').aggregate().match({}).end(),
    );
    expect(cut.ok ? '' : cut.errMsg).toContain('add .limit()');
    const bit = await cloud.probe(async ({ db, _ }) =>
      db
        .collection('things')
        .doc('t001')
        .update({
          data: { rank: _.bit({ and: 1 }) },
        }),
    );
    expect(bit.ok ? '' : bit.errMsg).toContain('$bit is not emulated');
    const api = await cloud.probe(async ({ cloud: sdk }) =>
      sdk.openapi.security.msgSecCheck({ content: 'x' }),
    );
    expect(api.ok ? '' : api.errMsg).toMatch(/security\.msgSecCheck.*is not emulated/i);
  });
});
