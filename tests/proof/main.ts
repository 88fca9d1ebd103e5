// `npm run prove [-- --long --seed 1 --sequences 300 --processes 2]`: what must hold of the shipped
// functions, under simulated time. One seed repeats a run: the digest is that of every call and answer.
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';

import { buildFunctions } from '../../config/build/build-functions';
import { runMain } from '../../scripts/run-main';
import { type Part, type PartResult, runPart } from './parts';
import { findingText, reportText } from './report';
import { sumOf } from './tally';

const USAGE =
  'npm run prove -- [--long] [--seed <number>] [--sequences <number>] [--processes <number>]';

/** Sequences of the ordinary run and of the long one. */
const SEQUENCES = { ordinary: 400, long: 4000 };
/** Sequences that a process is given at a time. */
const PER_PART = 20;

/** The part of a child process: runs what it is sent, and answers. */
function serve(): void {
  process.on('message', (part: Part) => {
    void runPart(part).then((result) => process.send?.(result));
  });
}

/** Runs parts, each in the next process that is free. @returns their results in the order of the parts */
async function runParts(parts: readonly Part[], processes: number): Promise<PartResult[]> {
  const results: PartResult[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    const child = fork(fileURLToPath(import.meta.url), ['--serve'], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
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

function partsOf(first: number, sequences: number): Part[] {
  return Array.from({ length: Math.ceil(sequences / PER_PART) }, (_, index) => ({
    kind: 'money',
    first: first + index * PER_PART,
    count: Math.min(PER_PART, sequences - index * PER_PART),
  }));
}

function numberOf(text: string, name: string): number {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 1) throw new Error(`--${name} ${text}: not a number`);
  return count;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      long: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
      sequences: { type: 'string' },
      processes: { type: 'string', default: '2' },
      serve: { type: 'boolean', default: false },
    },
  });
  if (values.serve) return serve();
  const began = performance.now();
  await buildFunctions();
  const ordinary = String(values.long ? SEQUENCES.long : SEQUENCES.ordinary);
  const sequences = numberOf(values.sequences ?? ordinary, 'sequences');
  const parts = partsOf(numberOf(values.seed, 'seed'), sequences);
  const results = await runParts(parts, numberOf(values.processes, 'processes'));
  const digest = createHash('sha256');
  for (const result of results) digest.update(result.digest);
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(reportText(sumOf(results.map(({ tally }) => tally)), digest.digest('hex'), seconds));
  const [finding] = results.flatMap((result) => result.finding ?? []);
  if (finding === undefined) return;
  console.log(`\n${findingText(finding)}`);
  process.exitCode = 1;
}

void runMain(main, USAGE);
