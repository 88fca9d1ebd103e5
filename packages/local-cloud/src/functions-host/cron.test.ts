import { describe, expect, it } from 'vitest';

import { nextRun, parseCron } from './cron';

function next(cron: string, after: string): string {
  return new Date(nextRun(parseCron(cron), Date.parse(after))).toISOString();
}

describe('nextRun', () => {
  it('is the next whole minute that five divides', () => {
    const cron = '0 */5 * * * * *';
    expect(next(cron, '2026-11-23T12:00:00.000Z')).toBe('2026-11-23T12:05:00.000Z');
    expect(next(cron, '2026-11-23T12:04:59.999Z')).toBe('2026-11-23T12:05:00.000Z');
    expect(next(cron, '2026-11-23T23:56:00.000Z')).toBe('2026-11-24T00:00:00.000Z');
  });

  it('is the next minute of a list', () => {
    const cron = parseCron('20 2,7,57 * * * * *');
    const after = (instant: string): string =>
      new Date(nextRun(cron, Date.parse(instant))).toISOString();
    expect(after('2026-11-24T02:03:00.000Z')).toBe('2026-11-24T02:07:20.000Z');
    expect(after('2026-11-24T02:57:20.000Z')).toBe('2026-11-24T03:02:20.000Z');
    expect(() => parseCron('20 2,60 * * * * *')).toThrow('cron minute "2,60"');
  });

  it('reads hours in China time', () => {
    expect(next('0 30 8 * * * *', '2026-11-23T00:00:00.000Z')).toBe('2026-11-23T00:30:00.000Z');
    expect(next('0 0 3 * * * *', '2026-11-23T00:00:00.000Z')).toBe('2026-11-23T19:00:00.000Z');
  });
});

describe('parseCron', () => {
  it.each([
    ['0 */5 * * * *', 'seven fields'],
    ['0 1-5 * * * * *', 'minute "1-5"'],
    ['0 1,60 * * * * *', 'minute "1,60"'],
    ['0 60 * * * * *', 'minute "60"'],
    ['0 0 24 * * * *', 'hour "24"'],
    ['0 0 1 1 * * *', 'day "1"'],
    ['0 0 1 * * 0 *', 'weekday "0"'],
  ])('refuses %s and names the field', (cron, message) => {
    expect(() => parseCron(cron)).toThrow(message);
  });
});
