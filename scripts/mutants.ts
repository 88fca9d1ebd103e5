import { readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { baseCommit, changedSince } from './mutants/changed';
import { compilerCheck } from './mutants/compiler';
import { EQUIVALENTS } from './mutants/equivalents';
import { problemsOf, reportOf } from './mutants/report';
import { testMutants } from './mutants/stryker';
import { judge, type Mutant } from './mutants/verdict';
import { runMain } from './run-main';

const USAGE = `npm run mutants -- [--only <file or folder>] [--changed] [--seconds <n>] [--workers <n>] [--json]
--changed  only files that differ from where this branch left main, in at most 150 seconds
--seconds  ends the run after so long and lists what was left out`;

/** Folders whose code is mutated, each with the tests beside it. */
const FOLDERS = ['money', 'settlement', 'sales', 'incentive'].map((name) => `src/domain/${name}`);
const CHANGED_SECONDS = 150;

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/\.(?:test|fixture)\.ts$/.test(name))
    .map((name) => path.join(folder, name))
    .sort();
}

function isWithin(file: string, part: string): boolean {
  const name = path.normalize(part).replace(/\/$/, '');
  return file === name || file.startsWith(`${name}/`);
}

/** Without the text of whole files. */
function jsonOf(report: object): string {
  return JSON.stringify(report, (key, value: unknown) => (key === 'text' ? undefined : value));
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true },
      changed: { type: 'boolean', default: false },
      seconds: { type: 'string' },
      workers: { type: 'string', default: '2' },
      json: { type: 'boolean', default: false },
    },
  });
  const base = values.changed ? baseCommit() : null;
  const changed = base === null ? null : changedSince(base);
  const isWanted = (file: string): boolean =>
    (values.only?.some((part) => isWithin(file, part)) ?? true) &&
    (changed?.includes(file) ?? true);
  const seconds = Number(values.seconds ?? (values.changed ? CHANGED_SECONDS : Infinity));
  if (!(seconds > 0)) throw new Error('--seconds takes a number above 0');

  const files = FOLDERS.flatMap(filesOf).filter(isWanted);
  if (files.length === 0) {
    if (base === null) throw new Error(`no file of ${FOLDERS.join(', ')} is meant`);
    console.error(`no file of ${FOLDERS.join(', ')} differs from ${base.slice(0, 10)}`);
  }
  const end = performance.now() + seconds * 1000;
  const planned = new Map<string, number>();
  const tested: Mutant[] = [];
  for (const folder of FOLDERS) {
    const ofFolder = files.filter((file) => isWithin(file, folder));
    if (ofFolder.length === 0 || performance.now() >= end) continue;
    console.error(`${folder}: ${ofFolder.length} files`);
    const run = await testMutants(ofFolder, {
      within: folder,
      workers: Number(values.workers),
      end,
    });
    for (const [file, count] of run.planned) planned.set(file, count);
    tested.push(...run.tested);
  }
  const verdict = judge(files, { planned, tested }, EQUIVALENTS, compilerCheck());
  const problems = problemsOf(verdict);
  console.log(values.json ? jsonOf({ ...verdict, problems }) : reportOf(verdict));
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
}

void runMain(main, USAGE);
