import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startFixtureCloud } from './fixtures/cloud';
import type { FixtureCloud } from './fixtures/cloud';
import type { SdkCommands, SdkDoc } from './fixtures/sdk';

let cloud: FixtureCloud;

beforeAll(async () => {
  cloud = await startFixtureCloud({ workers: 1 });
});
afterAll(() => cloud.close());

/** Updates a document through the SDK. @returns the document after it, or the error's text. */
async function update(before: SdkDoc, change: (_: SdkCommands) => SdkDoc): Promise<unknown> {
  await cloud.database.put('plain', 'u', before);
  const data = `(${change.toString()})(_)`;
  const result = await cloud.probe(
    `async ({ db, _ }) => db.collection('plain').doc('u').update({ data: ${data} })`,
  );
  return result.ok ? cloud.database.readAll('plain')[0] : result.errMsg;
}

describe('update commands', () => {
  it('changes numbers, fields and lists at dotted paths', async () => {
    const after = await update(
      { n: 1, deep: { m: 2, list: [1, 2, 3], old: true }, low: 5, high: 5 },
      (_) => ({
        n: _.inc(2),
        deep: { m: _.mul(5), list: _.push([4]), old: _.remove(), fresh: { made: 1 } },
        low: _.min(3),
        high: _.max(3),
        first: _.min(3),
        counted: _.inc(1),
        whole: _.set({ a: 1 }),
      }),
    );
    expect(after).toEqual({
      _id: 'u',
      n: 3,
      deep: { m: 10, list: [1, 2, 3, 4], fresh: { made: 1 } },
      low: 3,
      high: 5,
      first: 3,
      counted: 1,
      whole: { a: 1 },
    });
  });

  it('works on lists from both ends, by value, and as sets', async () => {
    const after = await update(
      {
        ...{ a: [1, 2, 3], b: [1, 2], c: [1, 2, 3, 4], d: [1, { x: 1 }], e: [1, 2] },
        ...{ f: [1, 2, 2], g: [3], people: [{ n: 'x', k: 1 }, { n: 'y' }] },
      },
      (_) => ({
        a: _.shift(),
        b: _.unshift([0]),
        c: _.pull(_.in([2, 3])),
        d: _.addToSet({ $each: [1, 2, { x: 1 }] }),
        e: _.pop(),
        f: _.pullAll([2]),
        g: _.push({ each: [1, 2], position: 0, slice: 2 }),
        people: _.pull({ n: 'x' }),
        'made.list': _.push('one'),
      }),
    );
    expect(after).toEqual({
      _id: 'u',
      a: [2, 3],
      b: [0, 1, 2],
      c: [1, 4],
      d: [1, { x: 1 }, 2],
      e: [1],
      f: [1],
      g: [1, 2],
      people: [{ n: 'y' }],
      made: { list: ['one'] },
    });
  });

  it('sets an element of a list by its place', async () => {
    const after = await update({ list: [{ a: 1 }, { a: 2 }] }, () => ({ 'list.1.a': 9 }));
    expect(after).toMatchObject({ list: [{ a: 1 }, { a: 9 }] });
  });

  const rejected: readonly (readonly [string, (_: SdkCommands) => SdkDoc, RegExp])[] = [
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
    ['a positional operator', () => ({ 'list.$': 1 }), /\$ in 'list\.\$' is not emulated/],
    ['a rename', (_) => ({ n: _.rename('m') }), /\$rename is not emulated/],
    ['a sorted push', (_) => ({ list: _.push({ each: [1], sort: 1 }) }), /\$sort in \$push/],
  ];
  it.each(rejected)('rejects %s and stores nothing', async (_name, change, message) => {
    const before = { s: 'text', n: 1, nothing: null, list: [1], o: { a: 1 } };
    expect(await update(before, change)).toMatch(message);
    expect(cloud.database.readAll('plain')).toEqual([{ _id: 'u', ...before }]);
  });

  it('does not touch what every object inherits', async () => {
    const after = await update({ n: 1 }, () => ({ 'constructor.prototype.bad': 1 }));
    expect(after).toEqual({ _id: 'u', n: 1, constructor: { prototype: { bad: 1 } } });
    expect({} as Record<string, unknown>).not.toHaveProperty('bad');
    expect(await update({ n: 1 }, () => ({ '__proto__.bad': 1 }))).toMatch(/reserved/);
  });
});
