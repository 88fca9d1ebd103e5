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
  {
    name: 'refunds of a range lower what was exactly sold that day',
    file: 'src/domain/sales/apply-entry.ts',
    changes: [
      ['isRange(before) ? EMPTY_SCOPE : before', 'before'],
      ['isRange(after) ? EMPTY_SCOPE : after', 'after'],
    ],
  },
  {
    name: 'sales settle a day late',
    file: 'src/domain/settlement/settlement.ts',
    changes: [
      ['const daysAhead = closes - sale.ageDays;', 'const daysAhead = closes - sale.ageDays + 1;'],
    ],
  },
  {
    name: 'a move does not take its amount from the year it leaves',
    file: 'cloud/endpoints/sales/move.ts',
    changes: [
      [
        'inMonths(left, from.scope, keptLeft.beside),',
        'inMonths({ ...left, delta: [] }, from.scope, keptLeft.beside),',
      ],
    ],
  },
  {
    name: 'the list of entries without a host holds all',
    file: 'cloud/endpoints/sales/ledger.ts',
    changes: [['{ shopId, hostId: null }', '{ shopId }']],
  },
  {
    name: 'an amount that names none of several hosts goes to the main one',
    file: 'cloud/endpoints/sales/place.ts',
    changes: [["if (hosts.length > 1) throw invalidInput({ 'target.hostId': 'required' });", '']],
  },
  {
    name: 'a host who sells in a session does not join it',
    file: 'cloud/endpoints/sales/place.ts',
    changes: [['hosts: withSeller(hosts, { id, name })', 'hosts']],
  },
  {
    name: 'an account of no host counts for none',
    file: 'cloud/endpoints/incentive/subject.ts',
    changes: [['hostId === null || hostId === ownHostId', 'hostId === ownHostId']],
  },
  {
    name: 'an account that was not read has no followers',
    file: 'src/domain/incentive/figures.ts',
    changes: [['read.length > 0 && read.length === counts.length', 'read.length > 0']],
  },
  {
    name: 'a refund without a day is in no line of the year',
    file: 'src/domain/sales/by-return.ts',
    changes: [["unknownDayFen: sumOf(own.returned['unknown'])", 'unknownDayFen: 0']],
  },
  {
    name: 'an amount far above the usual is not asked about',
    file: 'src/domain/sales/oddities.ts',
    changes: [['const FAR_ABOVE = 20;', 'const FAR_ABOVE = 2000;']],
  },
  {
    name: 'sales that move with their session count on both days',
    file: 'cloud/repositories/books.ts',
    changes: [['    count(from, leaves);', '']],
  },
  {
    name: 'taking a step back leaves the day on which sales are booked',
    file: 'cloud/repositories/live-sessions.ts',
    changes: [
      ["  'precision',\n  'bookedOn',\n  'seriesClock',", "  'precision',\n  'seriesClock',"],
    ],
  },
  {
    name: 'a month counts a session once for each host of the store',
    file: 'src/domain/sales/session-months.ts',
    changes: [
      [
        'Number(after.length > 0) - Number(before.length > 0)',
        'Number(ofHost(after)) - Number(ofHost(before))',
      ],
    ],
  },
  {
    name: 'the same amount is asked about only at the same moment',
    file: 'src/domain/sales/oddities.ts',
    changes: [['const SAME_AMOUNT_MINUTES = 10;', 'const SAME_AMOUNT_MINUTES = 0;']],
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
