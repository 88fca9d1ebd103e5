import { describe, expect, it } from 'vitest';

import { followSections } from './sections';

const NOW = '2026-11-28T12:00:00.000Z';
const LATER = '2026-11-28T13:00:00.000Z';

function session(phase: 'upcoming' | 'on_air' | 'over', startAt: string) {
  return {
    phase,
    startAt,
    startedAt: phase === 'on_air' ? startAt : null,
    overAt: '2026-11-29T12:00:00.000Z',
    pausedAt: null,
  };
}

const shop = {};

describe('followSections', () => {
  it('puts the latest start on air first, then the earliest plan, then stores without one', () => {
    const items = [
      { id: 'quiet', shop, session: null },
      { id: 'over', shop, session: session('over', '2026-11-28T09:00:00.000Z') },
      { id: 'hidden', shop: null, session: null },
      { id: 'later', shop, session: session('upcoming', '2026-11-29T12:00:00.000Z') },
      { id: 'soon', shop, session: session('upcoming', '2026-11-28T14:00:00.000Z') },
      { id: 'early', shop, session: session('on_air', '2026-11-28T10:00:00.000Z') },
      { id: 'late', shop, session: session('on_air', '2026-11-28T11:00:00.000Z') },
    ];
    const ids = followSections(items, NOW).map(({ section, items: inSection }) => [
      section,
      inSection.map(({ id }) => id),
    ]);
    expect(ids).toEqual([
      ['onAir', ['late', 'early']],
      ['next', ['soon', 'later']],
      ['quiet', ['quiet', 'over']],
      ['hidden', ['hidden']],
    ]);
  });

  it('leaves out empty parts, and moves a session that is over to the stores without a plan', () => {
    const ending = { ...session('on_air', '2026-11-28T10:00:00.000Z'), overAt: LATER };
    const items = [{ shop, session: ending }];
    const sectionsAt = (now: string) => followSections(items, now).map(({ section }) => section);
    expect([sectionsAt(NOW), sectionsAt(LATER)]).toEqual([['onAir'], ['quiet']]);
    expect(followSections([], NOW)).toEqual([]);
  });
});
