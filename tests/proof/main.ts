// `npm run prove [-- --long --seed 1 --processes 2 --only desk --sequences 10]`: what must hold of the
// shipped functions, under simulated time. A seed repeats a run: the digest is of every call and answer.
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';

import { buildFunctions } from '../../config/build/build-functions';
import { runMain } from '../../scripts/run-main';
import { ENDPOINT_NAMES } from '../testkit/endpoints';
import { type Part, type PartResult, runPart } from './parts';
import { findingText, flatText, reportText } from './report';
import { sumOf, type Tally } from './tally';

const USAGE =
  'npm run prove -- [--long] [--seed <number>] [--processes <number>] [--only <kind> [--sequences <number>]]';

/** Sequences of each kind in the ordinary run and in the long one; of `flat`, calls. */
const SIZES = {
  ordinary: { fuzz: 40, kill: 25, desk: 110, burst: 4, money: 45, flat: 30_000 },
  long: { fuzz: 60, kill: 40, desk: 150, burst: 200, money: 220, flat: 30_000 },
} as const;
/** Most of what a call makes is garbage at its end: less is collected in vain. */
const YOUNG_SPACE = ['--max-semi-space-size=32'];
/** Sequences that a process is given at a time. */
const PER_PART = 10;
/** With so many sequences of the desk, few endpoints are never accepted; further ones then follow. */
const COVERING = 100;
/** Sequences that follow, in all, before an endpoint counts as one that is never accepted. */
const MAX_FURTHER = 100;

/** The part of a child process: runs what it is sent, and answers. */
function serve(): void {
  process.on('message', (part: Part) => {
    void runPart(part).then((result) => process.send?.(result));
  });
}

/**
 * Runs parts, each in the next process that is free. `SIGTERM` ends the run after those under way.
 * @returns their results in the order of the parts
 */
async function runParts(parts: readonly Part[], processes: number): Promise<PartResult[]> {
  const results: PartResult[] = [];
  let next = 0;
  process.once('SIGTERM', () => {
    next = parts.length;
  });
  const work = async (): Promise<void> => {
    const child = fork(fileURLToPath(import.meta.url), ['--serve'], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      execArgv: [...process.execArgv, ...YOUNG_SPACE],
    });
    try {
      for (let index = next++; index < parts.length; index = next++) {
        const part = parts[index];
        if (part === undefined) return;
        results[index] = await new Promise<PartResult>((resolve, reject) => {
          child.once('message', (message) => resolve(message as PartResult));
          child.once('exit', (code) => reject(new Error(`a process ended with ${String(code)}`)));
          child.send(part);
        });
        child.removeAllListeners('exit');
        if (results[index]?.finding !== null) next = parts.length;
      }
    } finally {
      child.kill();
    }
  };
  await Promise.all(Array.from({ length: processes }, work));
  return results.filter((result) => result !== undefined);
}

/** What is run: the sizes of the run, or one kind with so many sequences. */
interface Plan {
  readonly sizes: Readonly<Partial<Record<Part['kind'], number>>>;
  readonly seed: number;
}

/** The long measurement first, so that no process waits for it at the end. */
function partsOf({ sizes, seed }: Plan): Part[] {
  const { flat = 0, ...sequences } = sizes;
  const kinds = Object.entries(sequences) as [Exclude<Part['kind'], 'flat'>, number][];
  const parts = kinds.flatMap(([kind, count]) =>
    Array.from({ length: Math.ceil(count / PER_PART) }, (_, index) => ({
      kind,
      first: seed + index * PER_PART,
      count: Math.min(PER_PART, count - index * PER_PART),
    })),
  );
  return flat === 0 ? parts : [{ kind: 'flat', first: 0, count: flat }, ...parts];
}

/** Endpoints that no one was accepted at. */
function untried({ endpoints }: Tally): string[] {
  return ENDPOINT_NAMES.filter((name) => (endpoints[name]?.accepted ?? 0) === 0);
}

/** Runs further sequences of the desk until each endpoint was accepted. @returns their results */
async function runFurther(
  { sizes: { desk = 0 }, seed }: Plan,
  results: readonly PartResult[],
  processes: number,
): Promise<PartResult[]> {
  const further: PartResult[] = [];
  const count = PER_PART * processes;
  const isWanting = (): boolean => {
    const all = [...results, ...further];
    const hasFinding = all.some(({ finding }) => finding !== null);
    return !hasFinding && untried(sumOf(all.map(({ tally }) => tally))).length > 0;
  };
  for (let done = 0; done < MAX_FURTHER && isWanting(); done += count) {
    const plan = { sizes: { desk: count }, seed: seed + desk + done };
    further.push(...(await runParts(partsOf(plan), processes)));
  }
  return further;
}

function numberOf(text: string, name: string): number {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 1) throw new Error(`--${name} ${text}: not a number`);
  return count;
}

function planOf(values: { long: boolean; seed: string; only?: string; sequences?: string }): Plan {
  const sizes = values.long ? SIZES.long : SIZES.ordinary;
  const seed = numberOf(values.seed, 'seed');
  const { only } = values;
  if (only === undefined) return { sizes, seed };
  if (!Object.hasOwn(sizes, only)) throw new Error(`--only ${only}: not a kind`);
  const kind = only as Part['kind'];
  const count = numberOf(values.sequences ?? String(sizes[kind]), 'sequences');
  return { sizes: { [kind]: count }, seed };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      long: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
      sequences: { type: 'string' },
      processes: { type: 'string', default: '2' },
      serve: { type: 'boolean', default: false },
    },
  });
  if (values.serve) return serve();
  const began = performance.now();
  await buildFunctions();
  const plan = planOf(values);
  const processes = numberOf(values.processes, 'processes');
  const parts = partsOf(plan);
  const results = await runParts(parts, processes);
  // A run that was ended early covers nothing.
  const isCovering = (plan.sizes.desk ?? 0) >= COVERING && results.length === parts.length;
  if (isCovering) results.push(...(await runFurther(plan, results, processes)));
  const digest = createHash('sha256');
  for (const result of results) digest.update(result.digest);
  const processorMs = results.reduce((sum, result) => sum + result.processorMs, 0);
  const duration = {
    seconds: Math.round((performance.now() - began) / 1000),
    processorSeconds: Math.round(processorMs / 1000),
    processes,
    load: loadavg()[2] ?? 0,
  };
  const tally = sumOf(results.map((result) => result.tally));
  console.log(reportText(tally, digest.digest('hex'), duration));
  for (const { flat } of results) if (flat !== null) console.log(flatText(flat));
  const [finding] = results.flatMap((result) => result.finding ?? []);
  const missing = isCovering ? untried(tally) : [];
  if (finding !== undefined) console.log(`\n${findingText(finding)}`);
  else if (missing.length > 0) console.log(`\nnever accepted: ${missing.join(', ')}`);
  if (finding !== undefined || missing.length > 0) process.exitCode = 1;
}

void runMain(main, USAGE);
