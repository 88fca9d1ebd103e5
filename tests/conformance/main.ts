// `npm run conformance [-- --write]`: runs the cases and prints what each cloud made of them.
import { CASES } from './cases';
import { writeTables } from './document';
import { openLocalCloud } from './local';
import { caseTable, differenceTable, judge, NOT_EXAMINED, type Row, summary } from './report';
import { environmentIn, openRealEnvironment, type RealEnvironment, VARIABLES } from './there';
import { type Case, textOf } from './types';

async function examineThere(there: RealEnvironment | null, one: Case): Promise<Row['there']> {
  if (there === null) return NOT_EXAMINED;
  const why = there.missingFor(one);
  return why === null ? judge(one, await there.run(one)) : { kind: 'not examined', why };
}

async function examine(there: RealEnvironment | null): Promise<Row[]> {
  const local = await openLocalCloud();
  try {
    const rows: Row[] = [];
    for (const one of CASES) {
      rows.push({
        one,
        local: judge(one, await local.run(one)),
        there: await examineThere(there, one),
      });
    }
    return rows;
  } finally {
    await local.close();
  }
}

/** @returns whether every cloud that was examined did what is expected. */
async function main(): Promise<boolean> {
  const environment = environmentIn(process.env);
  const there = environment === null ? null : await openRealEnvironment(environment);
  for (const note of there?.notes ?? []) console.log(note);
  const rows = await examine(there);
  console.log(`${caseTable(rows)}\n\n${summary(rows)}`);
  const differences = differenceTable(rows);
  if (differences !== '') console.log(`\nWhere a cloud differs:\n\n${differences}`);
  if (there === null) {
    console.log(
      `\nOnly the local cloud was examined. A real environment needs ${VARIABLES.join(', ')}.`,
    );
  }
  if (process.argv.includes('--write')) await writeTables(rows);
  return differences === '';
}

// The SDK leaves connections and look-ups open, which would hold the process for minutes.
main().then(
  (isAsExpected) => process.exit(isAsExpected ? 0 : 1),
  (error: unknown) => {
    console.error(textOf(error));
    process.exit(1);
  },
);
