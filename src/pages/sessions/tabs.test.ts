import { describe, expect, it } from 'vitest';

import { buildSession } from '../../stores/records.fixture';
import { soonOf } from './tabs';

const todo = { onAir: [], unconfirmed: [], toRecord: [] };

describe('soonOf', () => {
  const next = buildSession(1, { startAt: '2026-12-01T12:00:00.000Z' });

  it('is the next session from an hour before its start', () => {
    expect(soonOf({ ...todo, next }, '2026-12-01T11:00:00.000Z')).toBeNull();
    expect(soonOf({ ...todo, next }, '2026-12-01T11:00:01.000Z')).toBe(next);
    expect(soonOf({ ...todo, next }, '2026-12-01T12:10:00.000Z')).toBe(next);
    expect(soonOf({ ...todo, next: null }, '2026-12-01T12:00:00.000Z')).toBeNull();
  });
});
