// `npm run check:histories [-- --histories 2000 --seed 1 --processes 2]`: compares random histories
// with a recount. History n has the seed `seed + n`, so that `--histories 1` repeats one.
import { type ChildProcess, fork } from 'node:child_process';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';

import { buildFunctions } from '../../config/build/build-functions';
import { runMain } from '../../scripts/run-main';
import { addCounts, noOutcomes, type Outcomes, runMany } from './many';
import { differenceText, outcomesText } from './report';

const USAGE =
  'npm run check:histories -- [--histories <number>] [--seed <number>] [--processes <number>]';

interface Share {
  readonly first: number;
  readonly count: number;
}

function seedsOf({ first, count }: Share): number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}

/** The seeds of each process. */
function sharesOf(first: number, histories: number, processes: number): Share[] {
  return Array.from({ length: processes }, (_, index) => {
    const start = Math.floor((histories * index) / processes);
    const end = Math.floor((histories * (index + 1)) / processes);
    return { first: first + start, count: end - start };
  }).filter(({ count }) => count > 0);
}

/** The part of a child process: runs its share and sends what came of it after each cloud. */
async function runShare(share: Share): Promise<void> {
  await runMany(seedsOf(share), { onCloud: (outcomes) => process.send?.(outcomes) });
  process.disconnect();
}

/** Starts a child process. @throws Error when it ends before its share is done */
function startShare(share: Share, onOutcomes: (outcomes: Outcomes) => void) {
  const args = ['--share', JSON.stringify(share)];
  const child = fork(fileURLToPath(import.meta.url), args);
  child.on('message', (message) => onOutcomes(message as Outcomes));
  const ended = new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => {
      if (code === 0 || child.killed) resolve();
      else reject(new Error(`a process of the histories ended with ${String(code)}`));
    });
  });
  return { child, ended };
}

function sumOf(parts: Iterable<Outcomes>): Outcomes {
  const sum = noOutcomes();
  for (const { histories, counts, shown } of parts) {
    sum.histories += histories;
    addCounts(sum.counts, counts);
    sum.shown ??= shown;
  }
  return sum;
}

async function runShares(shares: readonly Share[]): Promise<Outcomes> {
  const parts = new Map<Share, Outcomes>();
  const children: ChildProcess[] = [];
  let printed = 0;
  const began = performance.now();
  const note = (share: Share, outcomes: Outcomes): void => {
    parts.set(share, outcomes);
    const { histories, shown } = sumOf(parts.values());
    if (shown !== null) for (const child of children) child.kill();
    if (histories - printed < 200) return;
    printed = histories;
    const seconds = Math.round((performance.now() - began) / 1000);
    console.log(`${String(histories).padStart(6)} histories, ${String(seconds)} s`);
  };
  const running = shares.map((share) => startShare(share, (outcomes) => note(share, outcomes)));
  children.push(...running.map(({ child }) => child));
  await Promise.all(running.map(({ ended }) => ended));
  return sumOf(parts.values());
}

function countOf(text: string, name: string): number {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 1) throw new Error(`--${name} ${text}: not a number`);
  return count;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      histories: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      processes: { type: 'string', default: '2' },
      share: { type: 'string' },
    },
  });
  if (values.share !== undefined) return runShare(JSON.parse(values.share) as Share);
  const first = countOf(values.seed, 'seed');
  const histories = countOf(values.histories, 'histories');
  await buildFunctions();
  const processes = countOf(values.processes, 'processes');
  const outcomes = await runShares(sharesOf(first, histories, processes));
  console.log(outcomesText(outcomes));
  if (outcomes.shown === null) return;
  console.log(`\n${differenceText(outcomes.shown)}`);
  process.exitCode = 1;
}

void runMain(main, USAGE);
