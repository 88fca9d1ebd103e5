// `npm run conformance [-- --write]`: runs the cases on each cloud and prints the results.
import { CASES } from './cases';
import { writeTables } from './document';
import { openLocalCloud } from './local';
import { caseTable, differenceTable, judge, NOT_EXAMINED, type Row, summary } from './report';
import {
  environmentIn,
  openRealEnvironment,
  type RealEnvironment,
  VARIABLES,
} from './real-environment';
import { type Case, textOf } from './types';

async function examineReal(real: RealEnvironment | null, testCase: Case): Promise<Row['real']> {
  if (real === null) return NOT_EXAMINED;
  const why = real.missingFor(testCase);
  return why === null ? judge(testCase, await real.run(testCase)) : { kind: 'not examined', why };
}

async function examine(real: RealEnvironment | null): Promise<Row[]> {
  const local = await openLocalCloud();
  try {
    const rows: Row[] = [];
    for (const testCase of CASES) {
      rows.push({
        testCase,
        local: judge(testCase, await local.run(testCase)),
        real: await examineReal(real, testCase),
      });
    }
    return rows;
  } finally {
    await local.close();
  }
}

/** @returns whether every examined cloud behaves as expected. */
async function main(): Promise<boolean> {
  const environment = environmentIn(process.env);
  const real = environment === null ? null : await openRealEnvironment(environment);
  for (const note of real?.notes ?? []) console.log(note);
  const rows = await examine(real);
  console.log(`${caseTable(rows)}\n\n${summary(rows)}`);
  const differences = differenceTable(rows);
  if (differences !== '') console.log(`\nWhere a cloud differs:\n\n${differences}`);
  if (real === null) {
    console.log(
      `\nOnly the local cloud was examined. A real environment needs ${VARIABLES.join(', ')}.`,
    );
  }
  if (process.argv.includes('--write')) await writeTables(rows);
  return differences === '';
}

// The SDK leaves connections open, which would keep the process alive for minutes.
main().then(
  (isAsExpected) => process.exit(isAsExpected ? 0 : 1),
  (error: unknown) => {
    console.error(textOf(error));
    process.exit(1);
  },
);
