import { describe, expect, it } from 'vitest';

import { editProblems, planChange, replannedHosts } from './edit';

const PLAN = {
  title: '专场',
  hostIds: ['h1'],
  accountId: 'a1',
  goalFen: 5,
  teasers: [{ name: '包', priceFen: 1, priceBasis: null }],
  isAiPresenter: false,
  startAt: '2026-11-24T12:00:00.000Z',
  endAt: '2026-11-24T14:00:00.000Z',
};
const NOW = '2026-11-24T10:00:00.000Z';

describe('planChange', () => {
  it('is nothing for the same plan', () => {
    expect(
      planChange(PLAN, { ...PLAN, hostIds: ['h1'], teasers: [{ ...PLAN.teasers[0]! }] }),
    ).toEqual({});
  });

  it.each([
    { title: '返场' },
    { hostIds: ['h2', 'h1'] },
    { hostIds: [] },
    { accountId: null },
    { goalFen: null },
    { isAiPresenter: true },
    { teasers: [] },
    { teasers: [{ name: '包', priceFen: null, priceBasis: null }] },
  ])('is %j', (change) => {
    expect(planChange(PLAN, { ...PLAN, ...change })).toEqual(change);
  });

  it('is both times where one differs', () => {
    const endAt = '2026-11-24T15:00:00.000Z';
    expect(planChange(PLAN, { ...PLAN, endAt })).toEqual({ startAt: PLAN.startAt, endAt });
  });
});

describe('editProblems', () => {
  it('names what is fixed on air', () => {
    const change = { title: '返场', teasers: [], goalFen: 1, startAt: '', endAt: '' };
    const fixed = { goalFen: 'fixed_on_air', startAt: 'fixed_on_air', endAt: 'fixed_on_air' };
    expect(editProblems(change, PLAN, 'live', NOW)).toEqual(fixed);
    expect(editProblems(change, PLAN, 'paused', NOW)).toEqual(fixed);
  });

  it('looks at times only where they change', () => {
    const later = '2026-11-25T10:00:00.000Z';
    expect(editProblems({ title: '返场' }, PLAN, 'unconfirmed', later)).toEqual({});
    expect(editProblems({ startAt: '', endAt: '' }, PLAN, 'unconfirmed', later)).toEqual({
      startAt: 'in_the_past',
    });
  });
});

describe('replannedHosts', () => {
  const host = (id: string, isPlanned = true) => ({ id, name: id, isPlanned });

  it('are those that are planned now, and after them those who sold', () => {
    const before = [host('h1'), host('h2'), host('h3', false)];
    const planned = [host('h4'), host('h2')];
    expect(replannedHosts(before, planned, ['h1', 'h3', null])).toEqual([
      host('h4'),
      host('h2'),
      host('h1', false),
      host('h3', false),
    ]);
  });
});
