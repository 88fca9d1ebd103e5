import { describe, expect, it } from 'vitest';

import { momentAfter, momentPast } from './moment';

const NOW = '2026-11-24T02:00:00.000Z';

describe('momentAfter', () => {
  it('is now, also for what changed at the same moment or never', () => {
    expect(momentAfter(NOW, [])).toBe(NOW);
    expect(momentAfter(NOW, [null, '2026-11-24T01:59:59.999Z', NOW])).toBe(NOW);
  });

  it.each([
    ['2026-11-24T02:00:00.001Z', '2026-11-24T02:00:00.002Z'],
    ['2026-11-26T02:00:00.000Z', '2026-11-26T02:00:00.001Z'],
    ['2026-12-31T23:59:59.999Z', '2027-01-01T00:00:00.000Z'],
  ])('is just after what changed at %s, by a clock that was set back', (last, moment) => {
    expect(momentAfter(NOW, [NOW, last, null])).toBe(moment);
  });
});

describe('momentPast', () => {
  it('is now where nothing is replaced, or something older', () => {
    expect(momentPast(NOW, null)).toBe(NOW);
    expect(momentPast(NOW, '2026-11-24T01:59:59.999Z')).toBe(NOW);
  });

  it('is just after what it replaces, also where that is of the same moment', () => {
    expect(momentPast(NOW, NOW)).toBe('2026-11-24T02:00:00.001Z');
    expect(momentPast(NOW, '2026-12-31T23:59:59.999Z')).toBe('2027-01-01T00:00:00.000Z');
  });
});
