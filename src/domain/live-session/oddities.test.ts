import { describe, expect, it } from 'vitest';

import { endOddities, startOddities } from './oddities';

const at = (time: string): string => `2026-11-25T${time}.000Z`;
const run = {
  state: 'live',
  startAt: at('12:00:00'),
  endAt: at('16:00:00'),
  startedAt: at('12:05:00'),
} as const;

describe('startOddities', () => {
  it('asks about a start more than half an hour before the plan', () => {
    expect(startOddities(run, at('11:30:00'))).toEqual([]);
    expect(startOddities(run, at('11:29:59'))).toEqual(['early_start']);
    expect(startOddities(run, '2026-11-21T12:00:00.000Z')).toEqual(['early_start']);
    expect(startOddities(run, at('20:00:00'))).toEqual([]);
  });
});

describe('endOddities', () => {
  it('asks about an end within a minute of the start', () => {
    expect(endOddities(run, at('12:05:59'))).toEqual(['short']);
    expect(endOddities(run, at('12:06:00'))).toEqual([]);
  });

  it('asks for the real end once viewers no longer see the session as on air', () => {
    expect(endOddities(run, '2026-11-26T03:59:59.000Z')).toEqual([]);
    expect(endOddities(run, '2026-11-26T04:00:00.000Z')).toEqual(['late_end']);
  });
});
