// Shows that one named test finds each fault: it runs on functions into which the fault is built.
import { rmSync } from 'node:fs';
import path from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { buildFunctions } from '../../config/build/build-functions';
import { failuresOf, NAMED_FAULTS } from './named';
import { seed } from './seeded';

// Inside the repository, so that the bundles find the SDK.
const FOLDER = path.resolve('.cache/faults/named');

describe('a named test', () => {
  afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

  it.each(NAMED_FAULTS.map((fault) => [fault.name, fault.test.name, fault] as const))(
    'finds that %s: “%s”',
    async (name, _test, fault) => {
      const functionsRoot = path.join(FOLDER, name.replaceAll(/\W+/g, '-'));
      await buildFunctions(functionsRoot, [seed(fault)]);
      const failures = await failuresOf(fault.test, functionsRoot);
      expect(failures.join('\n')).toMatch(fault.test.shows);
    },
    300_000,
  );

  it('passes without a fault', async () => {
    const functionsRoot = path.join(FOLDER, 'none');
    await buildFunctions(functionsRoot);
    const [fault] = NAMED_FAULTS.slice(-1);
    if (fault === undefined) throw new Error('there are no faults');
    expect(await failuresOf(fault.test, functionsRoot)).toEqual([]);
  }, 300_000);
});
