// Parts of the proof that a process runs one after the other.
import { createHash } from 'node:crypto';

import { runBurst } from './burst';
import { runDesk } from './desk/run';
import type { Finding, SequenceResult } from './finding';
import { type Flat, isFlat, runFlat } from './flat';
import { runFuzz } from './fuzz';
import { runKill } from './kills';
import { runMoney } from './money';
import { ProofCloud } from './proof-cloud';
import { sumOf, type Tally } from './tally';

const RUNS = { money: runMoney, desk: runDesk, burst: runBurst, fuzz: runFuzz } as const;

/** Sequences of one kind with seeds that follow each other; of `flat`, a number of calls. */
export interface Part {
  readonly kind: keyof typeof RUNS | 'kill' | 'flat';
  readonly first: number;
  readonly count: number;
}

/** What came of a part. */
export interface PartResult {
  readonly tally: Tally;
  /** Of all calls and answers; empty where times are measured. */
  readonly digest: string;
  /** The first sequence that shows a difference. */
  readonly finding: (Finding & { readonly kind: Part['kind'] }) | null;
  readonly flat: Flat | null;
  /** Processor time of the part. */
  readonly processorMs: number;
}

/** Runs sequence after sequence, until one shows a difference. */
async function runSequences(
  { kind, first, count }: Part,
  run: (seed: number) => Promise<SequenceResult>,
): Promise<Pick<PartResult, 'digest' | 'finding'>> {
  const digest = createHash('sha256');
  for (let seed = first; seed < first + count; seed += 1) {
    const { digest: ofSeed, finding } = await run(seed);
    digest.update(ofSeed);
    if (finding !== null) return { digest: digest.digest('hex'), finding: { ...finding, kind } };
  }
  return { digest: digest.digest('hex'), finding: null };
}

type Result = Omit<PartResult, 'processorMs'>;

async function runKills(part: Part): Promise<Result> {
  const tallies: Tally[] = [];
  const result = await runSequences(part, (seed) => runKill(tallies, seed));
  return { ...result, tally: sumOf(tallies), flat: null };
}

/**
 * Runs a part in this process, whose clock, randomness and network it takes over meanwhile.
 * @param functionsRoot folder of the built functions
 */
export async function runPart(part: Part, functionsRoot?: string): Promise<PartResult> {
  const before = process.cpuUsage();
  const result = await runKind(part, functionsRoot);
  const { user, system } = process.cpuUsage(before);
  return { ...result, processorMs: (user + system) / 1000 };
}

async function runKind(part: Part, functionsRoot?: string): Promise<Result> {
  const { kind, count } = part;
  if (kind === 'kill') return runKills(part);
  const proof = new ProofCloud(undefined, functionsRoot);
  const { tally } = proof;
  try {
    if (kind !== 'flat') {
      const result = await runSequences(part, (seed) => RUNS[kind](proof, seed));
      return { ...result, tally, flat: null };
    }
    const flat = await runFlat(proof, count);
    const what = `cost or memory grows: ${JSON.stringify(flat)}`;
    const finding = isFlat(flat) ? null : { seed: 0, what, kind };
    return { tally, digest: '', finding, flat };
  } finally {
    proof.close();
  }
}
