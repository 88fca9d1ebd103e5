import { describe, expect, it } from 'vitest';

import { doesCount } from './entry';
import {
  countingOf,
  currentRevision,
  entriesOf,
  entryAsOf,
  type RevisedEntry,
  type Revision,
  standingOf,
  withUndone,
} from './revisions';

function revision(id: string, replaces: string | null, undoneAt: string | null = null): Revision {
  return {
    id,
    replaces,
    undoneAt,
    kind: 'paid',
    amountFen: 100,
    basis: 'self_reported',
    returnedOn: null,
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

describe('the revisions of an entry', () => {
  it('count only by the latest one that is not undone', () => {
    const cases: [RevisedEntry, string | null][] = [
      [entry(revision('a', null)), 'a'],
      [entry(revision('a', null), revision('b', 'a')), 'b'],
      [entry(revision('a', null), revision('b', 'a', LATER)), 'a'],
      [entry(revision('a', null), revision('b', 'a', LATER), revision('c', 'a')), 'c'],
      [entry(revision('a', null, LATER)), null],
      [entry(revision('a', null, LATER), revision('b', 'a', LATER)), null],
    ];
    for (const [tested, expected] of cases) {
      expect(currentRevision(tested)?.id ?? null).toBe(expected);
      const counting = entriesOf(tested).filter(doesCount);
      expect(counting.map(({ id }) => id)).toEqual(expected === null ? [] : [expected]);
    }
  });

  it('say what stands for one that is asked for', () => {
    const replaced = entry(revision('a', null), revision('b', 'a'));
    expect(standingOf(replaced, 'b')).toMatchObject({ counts: true, revision: { id: 'b' } });
    expect(standingOf(replaced, 'a')).toEqual({ counts: false, currentId: 'b' });
    expect(standingOf(replaced, 'x')).toBeNull();
    const undone = entry(revision('a', null), revision('b', 'a', LATER));
    expect(standingOf(undone, 'b')).toEqual({ counts: false, currentId: null });
    expect(standingOf(entry(revision('a', null, LATER)), 'a')).toEqual({
      counts: false,
      currentId: null,
    });
  });

  it('name the one that replaces them', () => {
    const chain = entry(
      revision('a', null),
      revision('b', 'a', LATER),
      revision('c', 'a'),
      revision('d', 'c'),
    );
    const replacements = entriesOf(chain).map(({ id, replacedBy }) => [id, replacedBy]);
    expect(replacements).toEqual([
      ['d', null],
      ['c', 'd'],
      ['b', null],
      ['a', 'c'],
    ]);
  });
});

describe('countingOf', () => {
  it('is of the revision that counts', () => {
    const refund = { ...revision('b', 'a'), returnedOn: '2026-11-25' };
    expect(countingOf([revision('a', null), refund])).toEqual({
      isCounted: true,
      returnedOn: '2026-11-25',
    });
    expect(countingOf([revision('a', null), { ...refund, undoneAt: LATER }])).toEqual({
      isCounted: true,
      returnedOn: null,
    });
    expect(countingOf([{ ...refund, undoneAt: LATER }])).toEqual({
      isCounted: false,
      returnedOn: null,
    });
  });
});

describe('withUndone', () => {
  const EARLIER = '2026-11-24T13:00:00.000Z';
  const NOW = '2026-11-25T02:00:00.000Z';
  const chain = [revision('a', null), revision('b', 'a', EARLIER), revision('c', 'a')];
  const undoneAt = (revisions: readonly Revision[]) =>
    revisions.map((revision) => revision.undoneAt);

  it('undoes one revision, so that the one before it counts again', () => {
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

describe('entryAsOf', () => {
  const day = '2026-11-24';
  const later = '2026-11-25T12:00:00.000Z';

  it('has what was undone later, and not what was recorded later', () => {
    const undoneLater = revision('a', null, later);
    const after = { ...revision('b', 'a'), recordedAt: later };
    expect(entryAsOf(entry(undoneLater, after), day).revisions).toEqual([revision('a', null)]);
  });

  it('lacks what was undone by then', () => {
    const undone = revision('a', null, '2026-11-24T13:00:00.000Z');
    expect(entryAsOf(entry(undone), day).revisions).toEqual([undone]);
  });
});
