import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startFixtureCloud } from './fixtures/cloud';
import type { ProbeCloud } from './testing';

let cloud: ProbeCloud;

beforeAll(async () => {
  cloud = await startFixtureCloud({ workers: 1 });
});
afterAll(() => cloud.close());

async function calls(): Promise<number> {
  const answer = await cloud.call('rough', { do: 'count' }, { person: 'ana' });
  return (answer.result as { calls: number }).calls;
}

describe('reset', () => {
  it('removes documents, their entries in indexes, and the order that a list spoiled', async () => {
    await cloud.database.insert('things', [{ _id: 'a', kind: ['b'], tags: ['x', 'y'] }]);
    await cloud.reset();
    expect(cloud.database.readAll('things')).toEqual([]);
    await cloud.database.insert('things', [{ _id: 'b', kind: 'b', tags: ['y'] }]);
    expect(cloud.database.find('things', { tags: 'x' })).toEqual([]);
    expect(cloud.database.find('things', { tags: 'y' })).toHaveLength(1);
  });

  it('removes files', async () => {
    const link = () =>
      cloud.value(async ({ cloud: sdk }) => {
        const list = ['cloud://local-env.local-bucket/a.txt'];
        return (await sdk.getTempFileURL({ fileList: list })).fileList;
      });
    await cloud.value(({ cloud: sdk }) =>
      sdk.uploadFile({ cloudPath: 'a.txt', fileContent: Buffer.from('a') }),
    );
    expect(await link()).toMatchObject([{ status: 0 }]);
    await cloud.reset();
    expect(await link()).toMatchObject([{ status: -503003 }]);
  });

  it('returns the clock to real time, and keeps the workers', async () => {
    const before = await calls();
    cloud.setNow('2020-01-01T00:00:00.000Z');
    await cloud.reset();
    const answer = await cloud.call('rough', { do: 'who' }, { person: 'ana' });
    const { now } = answer.result as { now: string };
    expect(Math.abs(Date.parse(now) - Date.now())).toBeLessThan(60_000);
    expect(await calls()).toBe(before + 2);
  });

  it('waits for functions that run, so that they leave nothing behind', async () => {
    const running = cloud.value(async ({ db }) => {
      await new Promise((resolve) => setTimeout(resolve, 200));
      await db
        .collection('plain')
        .doc('late')
        .set({ data: { n: 1 } });
    });
    await cloud.reset();
    await running;
    expect(cloud.database.readAll('plain')).toEqual([]);
  });

  it('aborts an open transaction', async () => {
    await cloud.value(async ({ db }) => {
      const transaction = await db.startTransaction();
      await transaction
        .collection('counters')
        .doc('a')
        .set({ data: { n: 1 } });
    });
    await cloud.reset();
    // A write would wait for the lock of the transaction, and then fail.
    await cloud.database.put('counters', 'a', { n: 2 });
    expect(cloud.database.readAll('counters')).toEqual([{ _id: 'a', n: 2 }]);
  });
});
