import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { startFixtureCloud } from './fixtures/cloud';
import type { ProbeCloud } from './testing';

let cloud: ProbeCloud;

beforeAll(async () => {
  cloud = await startFixtureCloud({ workers: 1 });
});
afterAll(() => cloud.close());
beforeEach(async () => {
  for (const name of ['plain', 'things']) await cloud.database.remove(name, {});
});

describe('a write', () => {
  it('takes serverDate from the clock of the cloud', async () => {
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

  it('refuses field names with a dollar sign', async () => {
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

describe('the database', () => {
  beforeEach(async () => {
    const docs = Array.from({ length: 21 }, (_v, i) => ({ _id: `t${String(i)}`, rank: i }));
    await cloud.database.insert('things', docs);
  });

  it('refuses by name what it does not emulate, and an aggregate that the cloud would truncate', async () => {
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
        .doc('t1')
        .update({
          data: { rank: _.bit({ and: 1 }) },
        }),
    );
    expect(bit.ok ? '' : bit.errMsg).toContain('$bit is not emulated');
    const api = await cloud.probe(async ({ cloud: sdk }) =>
      sdk.openapi.security.imgSecCheck({ media: 'x' }),
    );
    expect(api.ok ? '' : api.errMsg).toMatch(/security\.imgSecCheck.*is not emulated/i);
  });
});
