import { describe, expect, it } from 'vitest';

import { besideLast, type ComparedSession } from './beside';

function session(day: number, fen: number | null, overrides: Partial<ComparedSession> = {}) {
  return {
    id: `s${String(day).padStart(2, '0')}`,
    title: `Evening ${day}`,
    startAt: `2026-11-${String(day).padStart(2, '0')}T12:00:00.000Z`,
    parentId: null,
    figures: { net: fen === null ? null : { low: fen, high: fen } },
    ...overrides,
  };
}

describe('besideLast', () => {
  const own = session(20, 500);
  const idsOf = (sessions: readonly ComparedSession[]) =>
    besideLast(own, sessions)?.before.map(({ id }) => id);

  it('takes the nine before it, earliest first', () => {
    const sessions = Array.from({ length: 19 }, (_, index) => session(19 - index, 100 * index));
    expect(idsOf(sessions)).toEqual([
      's11',
      's12',
      's13',
      's14',
      's15',
      's16',
      's17',
      's18',
      's19',
    ]);
  });

  it('leaves out itself, later ones, pieces of an evening and those without amounts', () => {
    const sessions = [
      own,
      session(21, 100),
      session(19, null),
      session(18, 100, { parentId: 's01' }),
      session(17, 0),
      session(16, 200),
      session(15, -300),
    ];
    expect(idsOf(sessions)).toEqual(['s15', 's16', 's17']);
  });

  it('has those of the same moment in the order of their ids', () => {
    const { startAt } = own;
    const sessions = [
      session(1, 1, { id: 'a', startAt }),
      session(1, 1, { id: 'z', startAt }),
      session(2, 2),
      session(3, 3),
    ];
    expect(idsOf(sessions)).toEqual(['s02', 's03', 'a']);
  });

  it('gives the median as a range where a net is one', () => {
    const range = session(3, null, { figures: { net: { low: 0, high: 900 } } });
    const beside = besideLast(own, [session(1, 100), session(2, 300), range]);
    expect(beside?.median).toEqual({ low: 100, high: 300 });
  });

  it('says nothing with two before it, or without a net of its own', () => {
    const before = [session(1, 1), session(2, 2), session(3, 3)];
    expect(besideLast(own, before.slice(1))).toBeNull();
    expect(besideLast(session(20, null), before)).toBeNull();
    expect(besideLast(own, before)).not.toBeNull();
  });
});
