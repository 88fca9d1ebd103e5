// Shows that the histories find faults of the product: each is built into the functions, and an
// answer must then differ from the recount.
import { rmSync } from 'node:fs';
import path from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { buildFunctions } from '../../config/build/build-functions';
import { type Fault, seed } from '../faults/seeded';
import { runMany } from './many';

// Inside the repository, so that the bundles find the SDK.
const FOLDER = path.resolve('.cache/faults/histories');

/** So many histories are enough for every fault below. */
const SEEDS = Array.from({ length: 150 }, (_, index) => 1 + index);

const FAULTS: readonly Fault[] = [
  {
    name: 'a figure on the threshold is more than it',
    file: 'src/domain/incentive/risk.ts',
    changes: [["comparator === 'more_than' ? threshold + 1 : threshold", 'threshold']],
  },
  {
    name: 'an unknown figure outweighs one that is not met',
    file: 'src/domain/incentive/answers.ts',
    changes: [["if (answers.includes('not_met')) return 'not_met';", '']],
  },
  {
    name: 'a sale belongs to the month of its recording',
    file: 'src/domain/sales/apply-entry.ts',
    changes: [['const month = monthOf(bookedOn);', 'const month = monthOf(changedOn);']],
  },
  {
    name: 'days are those of UTC',
    file: 'src/domain/time/china-time.ts',
    changes: [["add(CHINA_OFFSET_HOURS, 'hour')", "add(0, 'hour')"]],
  },
  {
    name: 'an earlier evening lacks its own day',
    file: 'src/domain/sales/year-sums.ts',
    changes: [['on <= day', 'on < day']],
  },
  {
    name: 'undoing a whole entry leaves its first statement',
    file: 'src/domain/sales/revisions.ts',
    changes: [['(isWhole || revision.id === id)', 'revision.id === id']],
  },
  {
    name: 'all of the net is settled',
    file: 'src/domain/settlement/settlement.ts',
    changes: [['settledFen: low - unsettledFen', 'settledFen: low']],
  },
];

describe('random histories', () => {
  afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

  it.each(FAULTS.map((fault) => [fault.name, fault] as const))(
    'find that %s',
    async (name, fault) => {
      const functionsRoot = path.join(FOLDER, name.replaceAll(/\W+/g, '-'));
      await buildFunctions(functionsRoot, [seed(fault)]);
      const { shown } = await runMany(SEEDS, { functionsRoot, isShrunk: false });
      expect(shown).not.toBeNull();
    },
    120_000,
  );
});
