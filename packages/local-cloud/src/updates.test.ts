import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startFixtureCloud } from './fixtures/cloud';
import type { ProbeCloud, SdkCommands, SdkDoc } from './testing';

let cloud: ProbeCloud;

beforeAll(async () => {
  cloud = await startFixtureCloud({ workers: 1 });
});
afterAll(() => cloud.close());

/** Updates a document through the SDK. @returns the document afterwards, or the error's text */
async function update(before: SdkDoc, change: (_: SdkCommands) => SdkDoc): Promise<unknown> {
  await cloud.database.put('plain', 'u', before);
  const data = `(${change.toString()})(_)`;
  const result = await cloud.probe(
    `async ({ db, _ }) => db.collection('plain').doc('u').update({ data: ${data} })`,
  );
  return result.ok ? cloud.database.readAll('plain')[0] : result.errMsg;
}

describe('update commands', () => {
  const rejected: readonly (readonly [string, (_: SdkCommands) => SdkDoc, RegExp])[] = [
    ['a positional operator', () => ({ 'list.$': 1 }), /\$ in 'list\.\$' is not emulated/],
    ['a rename', (_) => ({ n: _.rename('m') }), /\$rename is not emulated/],
    ['a sorted push', (_) => ({ list: _.push({ each: [1], sort: 1 }) }), /\$sort in \$push/],
  ];
  it.each(rejected)('refuse %s by name and store nothing', async (_name, change, message) => {
    const before = { n: 1, list: [1] };
    expect(await update(before, change)).toMatch(message);
    expect(cloud.database.readAll('plain')).toEqual([{ _id: 'u', ...before }]);
  });

  it('do not change the prototype of objects', async () => {
    const after = await update({ n: 1 }, () => ({ 'constructor.prototype.bad': 1 }));
    expect(after).toEqual({ _id: 'u', n: 1, constructor: { prototype: { bad: 1 } } });
    expect({} as Record<string, unknown>).not.toHaveProperty('bad');
    expect(await update({ n: 1 }, () => ({ '__proto__.bad': 1 }))).toMatch(/reserved/);
  });
});
