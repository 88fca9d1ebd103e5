import { describe, expect, it } from 'vitest';

import { chinaDayOf, chinaTimeOf, instantInChina, minutesBetween } from '../time';
import { defaultTimes, timesAgain, usualTimes } from './default-times';
import type { PlannedTimes } from './series';

const DAY = '2026-11-24';
const at = (time: string, day = DAY): string => instantInChina(day, time);

function worded({ startAt, endAt }: PlannedTimes): string {
  const minutes = minutesBetween(startAt, endAt);
  return `${chinaDayOf(startAt)} ${chinaTimeOf(startAt)} ${String(minutes)}`;
}

describe('defaultTimes', () => {
  it.each([
    ['10:00', '2026-11-24 20:00 240'],
    ['19:59', '2026-11-24 20:00 240'],
    ['20:00', '2026-11-24 20:30 240'],
    ['20:15', '2026-11-24 20:30 240'],
    ['20:16', '2026-11-24 21:00 240'],
    ['23:45', '2026-11-25 00:00 240'],
    ['23:46', '2026-11-25 00:30 240'],
    ['00:10', '2026-11-24 20:00 240'],
  ])('at %s are %s', (now, expected) => {
    expect(worded(defaultTimes(at(now), usualTimes([])))).toBe(expected);
  });

  it('are rounded up from seconds and milliseconds', () => {
    const now = at('20:15').replace('00.000Z', '00.001Z');
    expect(worded(defaultTimes(now, usualTimes([])))).toBe('2026-11-24 21:00 240');
  });
});

describe('usualTimes', () => {
  const session = (start: string, minutes: number, precision: 'instant' | 'day' = 'instant') => {
    const startAt = at(start);
    return {
      precision,
      startAt,
      endAt: new Date(Date.parse(startAt) + minutes * 6e4).toISOString(),
    };
  };

  it('are the most frequent of the latest ten, and the later of two that are equal', () => {
    const sessions = [
      session('09:00', 60),
      session('19:30', 180),
      session('19:30', 90),
      session('09:00', 60),
      session('00:00', 1440, 'day'),
    ];
    expect(usualTimes(sessions)).toEqual({ start: '09:00', minutes: 60 });
    const old = Array.from({ length: 20 }, () => session('07:00', 30));
    const latest = Array.from({ length: 6 }, () => session('21:00', 300));
    expect(usualTimes([...latest, ...old])).toEqual({ start: '21:00', minutes: 300 });
  });

  it('are the common ones where no session is known to the minute', () => {
    expect(usualTimes([session('00:00', 1440, 'day')])).toEqual({ start: '20:00', minutes: 240 });
  });
});

describe('timesAgain', () => {
  const times = { startAt: at('20:00', '2026-11-17'), endAt: at('00:30', '2026-11-18') };

  it.each([
    ['10:00', '2026-11-24 20:00 270'],
    ['19:45', '2026-11-24 20:00 270'],
    ['19:46', '2026-11-25 20:00 270'],
  ])('at %s is %s', (now, expected) => {
    expect(worded(timesAgain(times, at(now)))).toBe(expected);
  });
});
