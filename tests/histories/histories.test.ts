import { describe, expect, it } from 'vitest';

import { runMany } from './many';
import { differenceText } from './report';

/** `npm run check:histories` runs many more, from seed 1. */
const FIRST_SEED = 100_001;
const HISTORIES = 25;

describe('random histories', () => {
  it('have the answers that a recount of their entries gives', async () => {
    const seeds = Array.from({ length: HISTORIES }, (_, index) => FIRST_SEED + index);
    const { histories, counts, shown } = await runMany(seeds);
    expect(shown === null ? '' : differenceText(shown)).toBe('');
    expect(histories).toBe(HISTORIES);
    for (const action of ['record', 'replace', 'undo', 'move', 'backfill', 'goLive', 'check']) {
      expect(counts[action], action).toBeGreaterThan(3);
    }
    expect(counts['compared']).toBeGreaterThan(400);
  }, 120_000);
});
