import { describe, expect, it } from 'vitest';

import { createRowIds, headingMonth, type ListedSessions } from './headings';

/** A session's id is its day. */
const listed: ListedSessions = { without: [], monthOf: (id) => id.slice(0, 7), moves: 0 };

describe('rows by month', () => {
  const first = ['2026-11-02', '2026-11-01', '2026-10-31'];
  const second = [...first, '2026-10-02', '2026-09-30'];

  it('have a heading above the first session of each month', () => {
    expect(createRowIds()(first, listed)).toEqual([
      'month/2026-11',
      '2026-11-02',
      '2026-11-01',
      'month/2026-10',
      '2026-10-31',
    ]);
  });

  it('ask for the months of an appended page alone, and repeat no heading', () => {
    const rowIdsOf = createRowIds();
    const asked: string[] = [];
    const monthOf = (id: string) => {
      asked.push(id);
      return id.slice(0, 7);
    };
    const before = rowIdsOf(first, { ...listed, monthOf });
    asked.length = 0;
    expect(rowIdsOf(second, { ...listed, monthOf })).toEqual([
      ...before,
      '2026-10-02',
      'month/2026-09',
      '2026-09-30',
    ]);
    // The last row before the page tells which month goes on.
    expect(asked).toEqual(['2026-10-31', '2026-10-02', '2026-09-30']);
  });

  it('stay the same list when the same sessions were read again', () => {
    const rowIdsOf = createRowIds();
    const rowIds = rowIdsOf(second, listed);
    expect(rowIdsOf([...second], listed)).toBe(rowIds);
    expect(rowIdsOf([...second], { ...listed, moves: 1 })).toBe(rowIds);
  });

  it('follow a session into another month, and one that stands elsewhere', () => {
    const rowIdsOf = createRowIds();
    rowIdsOf(first, listed);
    const monthOf = (id: string) => (id === '2026-11-01' ? '2026-10' : id.slice(0, 7));
    const moved = { ...listed, monthOf, moves: 1 };
    expect(rowIdsOf(first, moved).map(headingMonth)).toEqual([
      '2026-11',
      null,
      '2026-10',
      null,
      null,
    ]);
    expect(rowIdsOf(first, { ...moved, without: ['2026-11-02'] })[0]).toBe('month/2026-10');
    expect(rowIdsOf(first.slice(1), moved)).toEqual(['month/2026-10', '2026-11-01', '2026-10-31']);
  });

  it('stand without a heading where the month is not known', () => {
    expect(createRowIds()(['?'], { ...listed, monthOf: () => null })).toEqual(['?']);
  });
});
