import { execFile } from 'node:child_process';
import path from 'node:path';

import type { Fault } from './seeded';

/** A fault of access, limits or time, and the one test that must find it. */
export interface NamedFault extends Fault {
  readonly test: {
    readonly file: string;
    /** Its name, without those of its groups. */
    readonly name: string;
    /** What its failure shows: another failure does not count. */
    readonly shows: RegExp;
  };
}

const ACCESS = {
  file: 'tests/walks/access-by-person.test.ts',
  name: 'is what the capabilities of the roles say, for every endpoint of the contract',
};

/** Each is found by the named test alone, whatever else would find it. */
export const NAMED_FAULTS: readonly NamedFault[] = [
  {
    name: 'the number of stores is read outside the transaction',
    file: 'cloud/endpoints/shop/register.ts',
    changes: [
      [
        'import { selfHostIdOf, suffixOf }',
        "import { readById } from '../../database/database';\nimport { selfHostIdOf, suffixOf }",
      ],
      [
        'shop.id },\n    after',
        "shop.id },\n    before: ({ caller }) => readById('people', caller.person),\n    after",
      ],
      [
        'async ({ input, caller, t, words }) =>',
        'async ({ input, caller, t, words, prepared }) =>',
      ],
      [
        'await openPerson(t, caller.person)',
        'prepared ?? { _id: caller.person, seats: {}, hostIds: [], verifier: null, unchecked: [], reports: null }',
      ],
    ],
    test: {
      file: 'tests/walks/seats.test.ts',
      name: 'are twenty stores at most, of sixty that are registered at once',
      shows: /AssertionError/,
    },
  },
  {
    name: 'a request key is scoped to an entry',
    file: 'cloud/endpoint/write.ts',
    changes: [
      [
        'const { person, requestKey, now } = caller;',
        "const { person, now } = caller; const requestKey = caller.requestKey + (input.entryId ?? '');",
      ],
    ],
    test: {
      file: 'tests/walks/request-keys.test.ts',
      name: 'replaces one of two entries, at once or one after the other',
      shows: /AssertionError/,
    },
  },
  {
    name: 'a limit is one lower, so that no one learns of the last plan',
    file: 'cloud/repositories/read-limits.ts',
    changes: [['plansOfHost: MAX_HOST_PLANS + 1', 'plansOfHost: MAX_HOST_PLANS']],
    test: {
      file: 'tests/limits/limits.test.ts',
      name: 'plansOfHost loses nothing at one more',
      shows: /hasMore|AssertionError/,
    },
  },
  {
    name: 'anyone may unlink a host',
    file: 'cloud/endpoints/host/unlink.ts',
    changes: [['if (personId !== caller.person) {', "if (personId === '') {"]],
    test: { ...ACCESS, shows: /host\.unlink stranger: yes/ },
  },
  {
    name: 'a role is let in whatever it includes',
    file: 'cloud/endpoint/admit.ts',
    changes: [['if (!can(role, needs))', 'if (needs === null)']],
    test: { ...ACCESS, shows: /shop\.update finance: yes/ },
  },
  {
    name: 'the page of a store shows the private phone',
    file: 'cloud/presenters/shops.ts',
    changes: [
      [
        'legalForm: shop.legalForm,\n    place: {',
        'legalForm: shop.legalForm,\n    phone: shop.sealedPhone,\n    place: {',
      ],
    ],
    test: {
      file: 'tests/walks/access.test.ts',
      name: 'shows no money, phone, person or other private field of a published store',
      shows: /phone/,
    },
  },
  {
    name: 'a request key belongs to an input, so that one key writes twice',
    file: 'cloud/repositories/changes.ts',
    changes: [
      [
        'changeIdOf(write)',
        'changeIdOf({ ...write, requestKey: write.requestKey + hashOf(write.input) })',
      ],
    ],
    test: {
      file: 'tests/walks/request-keys.test.ts',
      name: 'replaces one of two entries, at once or one after the other',
      shows: /AssertionError|was not refused/,
    },
  },
  {
    name: 'an undo takes what counts, whatever revision it names',
    file: 'cloud/endpoints/sales/correct-entry.ts',
    changes: [
      [
        'if (standing.counts) return standing.revision;',
        'if (currentRevision(entry) !== null) return currentRevision(entry);',
      ],
    ],
    test: {
      file: 'tests/walks/revisions.test.ts',
      name: 'that another one replaced is neither undone, replaced nor moved, and the refusal names that one',
      shows: /was not refused/,
    },
  },
  {
    name: 'the day is that of UTC',
    file: 'src/domain/time/china-time.ts',
    changes: [["add(CHINA_OFFSET_HOURS, 'hour')", "add(0, 'hour')"]],
    test: {
      file: 'tests/walks/days-of-business.test.ts',
      name: 'moves with the cloud’s day in China, not with UTC',
      shows: /AssertionError|was refused/,
    },
  },
];

interface TestReport {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly title: string;
      readonly status: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

/** The report of vitest, from what it printed. @throws Error when it printed none */
function reportIn(printed: string): TestReport {
  const line = printed.split('\n').find((each) => each.startsWith('{"numTotalTestSuites"'));
  if (line === undefined) throw new Error(`vitest gave no report: ${printed.slice(-2000)}`);
  return JSON.parse(line) as TestReport;
}

/**
 * Runs one test of the repository on functions that were built into a folder.
 * @returns its failures; none when it passed.
 * @throws Error when there is not exactly one such test, or it did not run
 */
export async function failuresOf(
  { file, name }: NamedFault['test'],
  functionsRoot: string,
): Promise<readonly string[]> {
  const exact = `${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`;
  const vitest = path.resolve('node_modules/vitest/vitest.mjs');
  const args = [
    vitest,
    'run',
    file,
    '--project',
    'node',
    '--project',
    'long',
    '--reporter',
    'json',
    '-t',
    exact,
  ];
  const env = { ...process.env, FUNCTIONS_ROOT: functionsRoot };
  const printed = await new Promise<string>((resolve) => {
    // A test that fails ends the command with an error; the report tells what happened.
    execFile(process.execPath, args, { env, maxBuffer: 64 * 1024 * 1024 }, (_error, stdout) =>
      resolve(stdout),
    );
  });
  const ran = reportIn(printed)
    .testResults.flatMap(({ assertionResults }) => assertionResults)
    .filter(({ title, status }) => title === name && ['passed', 'failed'].includes(status));
  const [only] = ran;
  if (only === undefined || ran.length > 1) {
    throw new Error(`${file} ran ${String(ran.length)} tests named “${name}”`);
  }
  return only.status === 'passed' ? [] : (only.failureMessages ?? []);
}
