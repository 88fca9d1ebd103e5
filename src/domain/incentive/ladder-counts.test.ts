import { describe, expect, it } from 'vitest';

import type { HostStanding } from './host-ladder';
import { ladderCounts } from './ladder-counts';

type Counted = Pick<HostStanding, 'net' | 'standing'>;

function host(answer: 'met' | 'not_met' | 'cannot_tell', hasReached: boolean, isBlank = false) {
  const blocker = answer === 'met' ? null : { condition: { answer } };
  const reached = hasReached ? { tierId: 'T1' } : null;
  const standing = { blocker, reached } as unknown as Counted['standing'];
  return { net: isBlank ? null : { low: 1, high: 1 }, standing };
}

describe('ladderCounts', () => {
  it('counts what the rows show, and a host without records apart', () => {
    const hosts = [
      host('met', true),
      host('not_met', true),
      host('not_met', false),
      host('cannot_tell', false),
      host('cannot_tell', false, true),
    ];
    expect(ladderCounts(hosts)).toEqual({ hosts: 5, reached: 2, unknown: 1, blank: 1 });
  });
});
