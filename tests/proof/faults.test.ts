// Shows that the proof finds faults: each is built into the functions, and a sequence must show it.
import { rmSync } from 'node:fs';
import path from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { buildFunctions } from '../../config/build/build-functions';
import { type Fault, FAULTS, seed } from '../faults/seeded';
import { type Part, runPart } from './parts';

// Inside the repository, so that the bundles find the SDK.
const FOLDER = path.resolve('.cache/proof-faults');

const OWN: Readonly<Record<string, Fault>> = {
  'a version is not compared': {
    name: 'a version is not compared',
    file: 'src/contract/failure.ts',
    changes: [['if (kept.version !== version) {', 'if (kept.version < 0) {']],
  },
  'numbers have no upper limit': {
    name: 'numbers have no upper limit',
    file: 'src/contract/fields.ts',
    changes: [["v.maxValue(max, issue('too_large'))", "v.maxValue(Infinity, issue('too_large'))"]],
  },
  'every call is remembered and searched': {
    name: 'every call is remembered and searched',
    file: 'cloud/runtime/router.ts',
    changes: [
      ['function readCall(', 'const seen: unknown[] = [];\nfunction readCall('],
      [
        '  const fields = typeof event',
        "  seen.push(event);\n  seen.filter((each) => JSON.stringify(each) === '');\n  const fields = typeof event",
      ],
    ],
  },
};

async function findingWith(fault: Fault, kind: Part['kind']): Promise<string | undefined> {
  const functionsRoot = path.join(FOLDER, fault.name.replaceAll(/\W+/g, '-'));
  await buildFunctions(functionsRoot, [seed(fault)]);
  const count = kind === 'flat' ? 6000 : 40;
  const { finding } = await runPart({ kind, first: 1, count }, functionsRoot);
  return finding?.what;
}

describe('npm run prove with a fault in the functions', () => {
  afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

  it.each<[Fault | undefined, Part['kind']]>([
    [FAULTS['request key not recorded'], 'burst'],
    [FAULTS['totals changed outside the transaction'], 'money'],
    [FAULTS['where().update inside the transaction'], 'money'],
    [OWN['a version is not compared'], 'desk'],
    [OWN['numbers have no upper limit'], 'fuzz'],
    [OWN['every call is remembered and searched'], 'flat'],
  ])(
    'reports $name',
    async (fault, kind) => {
      expect(fault).toBeDefined();
      if (fault !== undefined) expect(await findingWith(fault, kind)).toEqual(expect.any(String));
    },
    180_000,
  );
});
