// Parts of the proof that a process runs one after the other.
import { createHash } from 'node:crypto';

import { runDesk } from './desk/run';
import type { Finding } from './finding';
import { runMoney } from './money';
import { ProofCloud } from './proof-cloud';
import type { Tally } from './tally';

const RUNS = { money: runMoney, desk: runDesk } as const;

/** Sequences of one kind with seeds that follow each other. */
export interface Part {
  readonly kind: keyof typeof RUNS;
  readonly first: number;
  readonly count: number;
}

/** What came of a part. */
export interface PartResult {
  readonly tally: Tally;
  /** Of all calls and answers. */
  readonly digest: string;
  /** The first sequence that shows a difference. */
  readonly finding: (Finding & { readonly kind: Part['kind'] }) | null;
}

/** Runs a part in this process, whose clock, randomness and network it takes over meanwhile. */
export async function runPart({ kind, first, count }: Part): Promise<PartResult> {
  const proof = new ProofCloud();
  const digest = createHash('sha256');
  try {
    for (let seed = first; seed < first + count; seed += 1) {
      const { digest: ofSeed, finding } = await RUNS[kind](proof, seed);
      digest.update(ofSeed);
      if (finding !== null) {
        return { tally: proof.tally, digest: digest.digest('hex'), finding: { ...finding, kind } };
      }
    }
    return { tally: proof.tally, digest: digest.digest('hex'), finding: null };
  } finally {
    proof.close();
  }
}
