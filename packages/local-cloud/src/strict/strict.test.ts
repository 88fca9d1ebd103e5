import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startFixtureCloud } from '../fixtures/cloud';
import type { CloudSchema } from '../schema';
import type { ProbeCloud } from '../testing';

const SCHEMA: CloudSchema = {
  collections: {
    things: {
      fields: { kind: 'text', rank: 'number', note: 'text?' },
      indexes: [
        {
          fields: [
            { name: 'kind', order: 'asc' },
            { name: 'rank', order: 'asc' },
          ],
        },
      ],
    },
    tagged: {
      fields: { kind: 'text', tags: 'list', rank: 'number' },
      indexes: [
        {
          fields: [
            { name: 'kind', order: 'asc' },
            { name: 'tags', order: 'asc' },
            { name: 'rank', order: 'asc' },
          ],
        },
      ],
    },
    links: { fields: { thingId: 'text' }, indexes: [] },
  },
};
const THING = { kind: 'a', rank: 1, note: null };
const STRICT = 'local cloud (strict):';

let cloud: ProbeCloud;

beforeAll(async () => {
  cloud = await startFixtureCloud({ schema: SCHEMA, strict: true });
  await cloud.database.put('things', 'one', THING);
  await cloud.database.put('tagged', 'x-and-y', { kind: 'a', tags: ['x', 'y'], rank: 1 });
  await cloud.database.put('tagged', 'y', { kind: 'a', tags: ['y'], rank: 2 });
  await cloud.database.put('links', 'to-one', { thingId: 'one' });
});

afterAll(() => cloud.close());

async function refusal(body: Parameters<ProbeCloud['probe']>[0]): Promise<string> {
  const result = await cloud.probe(body);
  return result.ok ? 'not refused' : result.errMsg;
}

describe('a write in strict mode', () => {
  it('succeeds when the document has the declared fields', async () => {
    await cloud.value(async ({ db }) => {
      const doc = db.collection('things').doc('fits');
      await doc.set({ data: { kind: 'b', rank: 2, note: 'x' } });
      await doc.update({ data: { rank: 3, note: null } });
      await db.collection('things').add({ data: { _id: 'added', kind: 'b', rank: 2, note: null } });
    });
    expect(cloud.database.find('things', { _id: 'fits' })).toEqual([
      { _id: 'fits', kind: 'b', rank: 3, note: null },
    ]);
  });

  it.each<[string, Parameters<ProbeCloud['probe']>[0], string]>([
    [
      'an inserted document that lacks a field',
      ({ db }) => db.collection('things').add({ data: { _id: 'n', kind: 'a', rank: 1 } }),
      'things.note of "n" is missing; text? expected',
    ],
    [
      'a replaced document of another kind',
      ({ db }) =>
        db
          .collection('things')
          .doc('one')
          .set({ data: { kind: 1, rank: 1, note: null } }),
      'things.kind of "one" is number; text expected',
    ],
    [
      'an update that adds a field',
      ({ db }) =>
        db
          .collection('things')
          .doc('one')
          .update({ data: { more: 1 } }),
      'things.more of "one" is not declared',
    ],
    [
      'an update that takes a field away',
      ({ db, _ }) =>
        db
          .collection('things')
          .doc('one')
          .update({ data: { note: _.remove() } }),
      'things.note of "one" is missing; text? expected',
    ],
    [
      'an update by condition',
      ({ db }) =>
        db
          .collection('things')
          .where({ kind: 'a' })
          .update({ data: { rank: 'first' } }),
      'things.rank of "one" is text; number expected',
    ],
    [
      'a server date in place of a text',
      ({ db }) =>
        db
          .collection('things')
          .doc('one')
          .update({ data: { note: db.serverDate() } }),
      'things.note of "one" is date; text? expected',
    ],
  ])('is refused: %s', async (_name, body, message) => {
    expect(await refusal(body)).toContain(`${STRICT} ${message}`);
    expect(cloud.database.find('things', { _id: 'one' })).toEqual([{ _id: 'one', ...THING }]);
  });

  it('is refused inside a transaction, which ends', async () => {
    const message = await refusal(async ({ db }) => {
      const t = await db.startTransaction();
      await t
        .collection('things')
        .doc('one')
        .update({ data: { rank: 9 } });
      await t
        .collection('things')
        .doc('one')
        .update({ data: { more: 1 } });
    });
    expect(message).toContain(`${STRICT} things.more of "one" is not declared`);
    expect(cloud.database.find('things', { _id: 'one' })).toEqual([{ _id: 'one', ...THING }]);
  });

  it('is refused by the direct access to the database, too', async () => {
    await expect(cloud.database.put('things', 'n', { kind: 'a' })).rejects.toThrow('is missing');
    await expect(cloud.database.insert('things', [{ ...THING, x: 1 }])).rejects.toThrow('declared');
  });
});

describe('a query in strict mode', () => {
  it('succeeds when an index serves it', async () => {
    const found = await cloud.value(async ({ db, _ }) => {
      const things = db.collection('things');
      const { data } = await things
        .where({ kind: 'a', rank: _.lte(1) })
        .orderBy('rank', 'desc')
        .get();
      const { total } = await things.where({ kind: 'a' }).count();
      const { stats } = await things.where({ kind: 'none' }).update({ data: { rank: 5 } });
      const { list } = await db
        .collection('links')
        .aggregate()
        .match({ _id: 'to-one' })
        .lookup({ from: 'things', localField: 'thingId', foreignField: '_id', as: 'joined' })
        .end();
      return [data.length, total, stats.updated, list.length];
    });
    expect(found).toEqual([1, 1, 0, 1]);
  });

  it('succeeds when an index serves it by the elements of a list', async () => {
    const found = await cloud.value(async ({ db, _ }) => {
      const tagged = db.collection('tagged');
      const idsOf = async (tags: unknown): Promise<unknown[]> => {
        const matching = tagged.where({ kind: 'a', tags, rank: _.lt(9) });
        const { data } = await matching.orderBy('rank', 'desc').limit(20).get();
        return data.map((doc) => doc['_id']);
      };
      const { list } = await tagged
        .aggregate()
        .match({ kind: 'a', tags: _.in(['x', 'y']) })
        .sort({ rank: 1 })
        .unwind('$tags')
        .limit(9)
        .end();
      const { total } = await tagged.where({ kind: 'a', tags: _.gt('x') }).count();
      const within = tagged.where({ kind: 'a', tags: _.elemMatch({ $gt: 'x', $lt: 'z' }) });
      return [
        await idsOf('x'),
        await idsOf(_.in(['x', 'y'])),
        await idsOf(_.all(['y', 'x'])),
        list.length,
        total,
        (await within.count()).total,
      ];
    });
    expect(found).toEqual([['x-and-y'], ['y', 'x-and-y'], ['x-and-y'], 3, 2, 2]);
  });

  it.each<[string, Parameters<ProbeCloud['probe']>[0], string]>([
    [
      'elements without the field before them',
      ({ db }) => db.collection('tagged').where({ tags: 'x' }).get(),
      'tagged where {tags =}',
    ],
    [
      'two bounds, which two elements may meet',
      ({ db, _ }) =>
        db
          .collection('tagged')
          .where({ kind: 'a', tags: _.gt('x').and(_.lt('z')) })
          .get(),
      'tagged where {kind =, tags >, tags <}',
    ],
    [
      'an order by a list',
      ({ db }) => db.collection('tagged').where({ kind: 'a' }).orderBy('tags', 'asc').get(),
      'tagged where {kind =} order by tags asc',
    ],
    [
      'a list',
      ({ db, _ }) =>
        db
          .collection('things')
          .where({ note: 'x', kind: _.in(['a']), rank: _.gt(1) })
          .orderBy('note', 'desc')
          .get(),
      'things where {note =, kind in, rank >} order by note desc',
    ],
    ['a whole collection', ({ db }) => db.collection('things').get(), 'things where {}'],
    [
      'a count',
      ({ db }) => db.collection('things').where({ rank: 1 }).count(),
      'things where {rank =}',
    ],
    [
      'an update',
      ({ db }) =>
        db
          .collection('things')
          .where({ rank: 1 })
          .update({ data: { rank: 2 } }),
      'things where {rank =}',
    ],
    [
      'a removal',
      ({ db }) => db.collection('things').where({ rank: 1 }).remove(),
      'things where {rank =}',
    ],
    [
      'an aggregate',
      ({ db }) => db.collection('things').aggregate().match({ rank: 1 }).limit(1).end(),
      'things where {rank =}',
    ],
    [
      'an aggregate over everything',
      ({ db }) => db.collection('things').aggregate().limit(1).end(),
      'things where {}',
    ],
    [
      'an aggregate in an order without an index',
      ({ db }) =>
        db.collection('things').aggregate().match({ kind: 'a' }).sort({ note: 1 }).limit(1).end(),
      'things where {kind =} order by note asc',
    ],
    [
      'a look-up',
      ({ db }) =>
        db
          .collection('things')
          .aggregate()
          .match({ kind: 'a' })
          .limit(1)
          .lookup({ from: 'links', localField: '_id', foreignField: 'thingId', as: 'links' })
          .end(),
      'links where {thingId =}',
    ],
    [
      'a look-up by a pipeline',
      ({ db, $ }) =>
        db
          .collection('things')
          .aggregate()
          .match({ kind: 'a' })
          .limit(1)
          .lookup({
            from: 'things',
            pipeline: $.pipeline().match({ note: 'x' }).limit(1).done(),
            as: 'noted',
          })
          .end(),
      'things where {note =}',
    ],
  ])('is refused without an index: %s', async (_name, body, shape) => {
    expect(await refusal(body)).toMatch(`${STRICT} no index serves ${shape}`);
  });

  it('needs no index in the direct access to the database', () => {
    expect(cloud.database.find('things', { rank: 1 })).toHaveLength(1);
    expect(cloud.database.readAll('links')).toHaveLength(1);
  });
});

describe('a collection in strict mode', () => {
  it('does not exist and cannot be created unless it is declared', async () => {
    const missing = await cloud.probe(({ db }) => db.collection('others').doc('x').get());
    expect(missing).toMatchObject({ ok: false, errCode: -502005 });
    expect(await refusal(({ db }) => db.createCollection('others'))).toContain(
      `${STRICT} collection others is not declared`,
    );
    expect(cloud.database.collections()).toEqual(['things', 'tagged', 'links']);
  });

  it('must declare its fields', async () => {
    const schema = { collections: { bare: { indexes: [] } } };
    await expect(startFixtureCloud({ schema, strict: true })).rejects.toThrow(
      'strict: bare declares no fields',
    );
  });
});

describe('documents from before strict mode', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'strict-'));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('can be read, but a write must have the declared fields', async () => {
    const loose = await startFixtureCloud({ schema: SCHEMA, dataDir });
    await loose.database.put('things', 'old', { kind: 'a', rank: 1, more: true });
    await loose.value(async ({ db }) => {
      await db.createCollection('others');
    });
    await loose.close();

    const strict = await startFixtureCloud({ schema: SCHEMA, dataDir, strict: true });
    try {
      const read = await strict.value(async ({ db }) => {
        const { data } = await db.collection('things').where({ kind: 'a' }).get();
        return data;
      });
      expect(read).toEqual([{ _id: 'old', kind: 'a', rank: 1, more: true }]);
      const write = await strict.probe(({ db }) =>
        db
          .collection('things')
          .doc('old')
          .update({ data: { rank: 2 } }),
      );
      expect(write).toMatchObject({ ok: false });
      expect(strict.database.collections()).toEqual(['things', 'tagged', 'links']);
    } finally {
      await strict.close();
    }
  });
});
