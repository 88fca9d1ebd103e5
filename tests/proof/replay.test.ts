import { spawnSync } from 'node:child_process';

import { describe, expect, it } from 'vitest';

import { runDesk } from './desk/run';
import { ProofCloud } from './proof-cloud';

function prove(kind: string, seed: number): string {
  const args = ['--only', kind, '--sequences', '2', '--processes', '1', '--seed', String(seed)];
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'tests/proof/main.ts', ...args], {
    encoding: 'utf8',
  });
  expect(run.stdout + run.stderr).toContain(' 0 lost');
  expect(run.status).toBe(0);
  return /digest ([0-9a-f]{64})/.exec(run.stdout)?.[1] ?? '';
}

describe('npm run prove', () => {
  it.each([
    ['money', 3],
    ['desk', 7],
  ])(
    'repeats a run of a seed to the byte: %s, seed %i',
    (kind, seed) => {
      const first = prove(kind, seed);
      expect(first).not.toBe('');
      expect(prove(kind, seed)).toBe(first);
    },
    120_000,
  );

  it('repeats a sequence of a seed whatever ran before it in the process', async () => {
    const proof = new ProofCloud();
    try {
      const { digest } = await runDesk(proof, 11);
      await runDesk(proof, 12);
      expect((await runDesk(proof, 11)).digest).toBe(digest);
    } finally {
      proof.close();
    }
  }, 60_000);
});
