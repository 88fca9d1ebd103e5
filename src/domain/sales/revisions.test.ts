import { describe, expect, it } from 'vitest';

import { doesCount } from './entry';
import {
  currentRevision,
  entriesOf,
  type RevisedEntry,
  type Revision,
  withUndone,
} from './revisions';

function said(id: string, replaces: string | null, undoneAt: string | null = null): Revision {
  return {
    id,
    replaces,
    undoneAt,
    kind: 'paid',
    amountFen: 100,
    basis: 'self_reported',
    source: null,
    soldFor: { name: null, aboveThresholdHuadu: 'unknown' },
    recordedAt: '2026-11-24T12:00:00.000Z',
    recordedBy: 'me',
  };
}

function entry(...revisions: Revision[]): RevisedEntry {
  return {
    shopId: 's',
    sessionId: null,
    hostId: null,
    accountId: null,
    platform: null,
    bookedOn: '2026-11-24',
    batchId: null,
    revisions,
  };
}

const LATER = '2026-11-24T13:00:00.000Z';

describe('the wordings of an entry', () => {
  it('the latest that is not undone counts, and only that', () => {
    const cases: [RevisedEntry, string | null][] = [
      [entry(said('a', null)), 'a'],
      [entry(said('a', null), said('b', 'a')), 'b'],
      [entry(said('a', null), said('b', 'a', LATER)), 'a'],
      [entry(said('a', null), said('b', 'a', LATER), said('c', 'a')), 'c'],
      [entry(said('a', null, LATER)), null],
      [entry(said('a', null, LATER), said('b', 'a', LATER)), null],
    ];
    for (const [one, expected] of cases) {
      expect(currentRevision(one)?.id ?? null).toBe(expected);
      const counting = entriesOf(one).filter(doesCount);
      expect(counting.map(({ id }) => id)).toEqual(expected === null ? [] : [expected]);
    }
  });

  it('a replaced wording names the one that stands for it now', () => {
    const chain = entry(said('a', null), said('b', 'a', LATER), said('c', 'a'), said('d', 'c'));
    const told = entriesOf(chain).map(({ id, replacedBy }) => [id, replacedBy]);
    expect(told).toEqual([
      ['d', null],
      ['c', 'd'],
      ['b', null],
      ['a', 'c'],
    ]);
  });
});

describe('withUndone', () => {
  const EARLIER = '2026-11-24T13:00:00.000Z';
  const NOW = '2026-11-25T02:00:00.000Z';
  const chain = [said('a', null), said('b', 'a', EARLIER), said('c', 'a')];
  const undoneAt = (revisions: readonly Revision[]) =>
    revisions.map((revision) => revision.undoneAt);

  it('undoes one wording, so that the one before it counts again', () => {
    const revisions = withUndone(chain, 'c', { isWhole: false, now: NOW });
    expect(undoneAt(revisions)).toEqual([null, EARLIER, NOW]);
    expect(currentRevision({ revisions })?.id).toBe('a');
  });

  it('undoes the whole entry and keeps the moments of what was undone before', () => {
    const revisions = withUndone(chain, 'c', { isWhole: true, now: NOW });
    expect(undoneAt(revisions)).toEqual([NOW, EARLIER, NOW]);
    expect(currentRevision({ revisions })).toBeNull();
  });
});
