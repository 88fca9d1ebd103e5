import { describe, expect, it } from 'vitest';

import { changesOf } from './changes';
import { pathOf, rangeOf, steadyInput, THOUSAND } from './paths.fixture';
import { PROMOTION_IDS } from './promotion-ids';
import type { ForecastInput } from './types';

const KEPT = 112 * THOUSAND;
const NEAR = { id: 'near', neededFen: KEPT + 40 * THOUSAND };
/** The same net every day: seven days with sales in a week, 40 days to the threshold. */
const steady = steadyInput({ thresholds: [NEAR] });

function likelyOf(input: ForecastInput): Record<string, string | null> {
  const changes = changesOf(input, rangeOf(input), 'near');
  return Object.fromEntries(
    changes.map(({ change, crossing }) => [
      change.kind === 'promotion' ? `${change.id} ${String(change.takesPart)}` : change.kind,
      crossing?.likely ?? null,
    ]),
  );
}

describe('changesOf', () => {
  it('has one session more or fewer in a week, each like an ordinary one', () => {
    // 40 days at 7/7 of the level are 35 at 8/7, and 47 at 6/7; part of a day counts as one.
    const changed = likelyOf(steady);
    expect(changed['more_sessions']).toBe('2026-11-25');
    expect(changed['fewer_sessions']).toBe('2026-12-06');
  });

  it('leaves a coming promotion out, or takes part in one that is left out', () => {
    const all = steadyInput({ thresholds: [NEAR], promotionsOff: [] });
    const changed = likelyOf(all);
    expect(changed['november_11 false']).toBe('2026-11-29');
    expect(rangeOf(all).crossings[0]?.likely).toBe('2026-11-21');
    const others = PROMOTION_IDS.filter((id) => id !== 'november_11');
    expect(likelyOf({ ...all, promotionsOff: PROMOTION_IDS })['november_11 true']).toBe(
      rangeOf({ ...all, promotionsOff: others }).crossings[0]?.likely,
    );
  });

  it('tells a change that moves no day', () => {
    const far = steadyInput({ thresholds: [{ id: 'near', neededFen: KEPT * 9 }] });
    const changes = changesOf(far, rangeOf(far), 'near');
    expect(changes.map(({ isSame }) => isSame)).toEqual(changes.map(() => true));
    expect(changes).toHaveLength(4);
    const near = changesOf(steady, rangeOf(steady), 'near');
    // The promotion of December comes after the threshold is passed.
    expect(near.map(({ isSame }) => isSame)).toEqual([false, false, false, true]);
  });

  it('takes no session away from one a week', () => {
    const path = pathOf('2026-04-01', '2026-10-20', (_, index) =>
      index % 7 === 0 ? 7 * THOUSAND : 0,
    );
    const weekly = steadyInput({ path, thresholds: [NEAR] });
    const kinds = changesOf(weekly, rangeOf(weekly), 'near').map(({ change }) => change.kind);
    expect(kinds).toContain('more_sessions');
    expect(kinds).not.toContain('fewer_sessions');
  });
});
