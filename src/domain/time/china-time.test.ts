import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMinutes,
  chinaDayOf,
  chinaTimeOf,
  daysBetween,
  instantInChina,
  isChinaDay,
  isInstant,
  minutesBetween,
  monthOf,
  startOfChinaDay,
  weekdayOf,
  yearOf,
} from './china-time';

const anyInstant = fc
  .date({
    min: new Date('2000-01-01T00:00:00Z'),
    max: new Date('2099-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString());

describe('China days', () => {
  it.each([
    ['2026-11-23T15:59:59.999Z', '2026-11-23', '23:59'],
    ['2026-11-23T16:00:00.000Z', '2026-11-24', '00:00'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01', '00:00'],
    ['2024-02-28T16:30:00.000Z', '2024-02-29', '00:30'],
  ])('%s is %s at %s', (instant, day, time) => {
    expect(chinaDayOf(instant)).toBe(day);
    expect(chinaTimeOf(instant)).toBe(time);
  });

  it('starts at 16:00 UTC of the day before', () => {
    expect(startOfChinaDay('2026-01-01')).toBe('2025-12-31T16:00:00.000Z');
    expect(instantInChina('2026-11-23', '20:00')).toBe('2026-11-23T12:00:00.000Z');
  });

  it('contain every instant from their start to the next day’s start', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const day = chinaDayOf(instant);
        expect(startOfChinaDay(day) <= instant).toBe(true);
        expect(instant < startOfChinaDay(addDays(day, 1))).toBe(true);
        expect(instantInChina(day, chinaTimeOf(instant)).slice(0, 16)).toBe(instant.slice(0, 16));
      }),
    );
  });

  it('counts over leap days and year ends', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2025-12-31', '2026-01-02')).toBe(2);
    expect(daysBetween('2026-01-02', '2025-12-31')).toBe(-2);
  });

  it('names months, years and weekdays', () => {
    expect(monthOf('2026-11-23')).toBe('2026-11');
    expect(yearOf('2026-11-23')).toBe(2026);
    expect(yearOf('2021-03')).toBe(2021);
    expect(monthOf('2026-12-31')).toBe('2026-12');
    expect(monthOf('2027-01-01')).toBe('2027-01');
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(weekdayOf('2026-11-29')).toBe(7);
  });
});

describe('days and instants', () => {
  it.each([
    ['2026-11-23', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['2026-11-23T00:00', false],
    ['', false],
    ['２０２６-11-23', false],
  ])('day %s: %s', (text, answer) => {
    expect(isChinaDay(text)).toBe(answer);
  });

  it.each([
    ['2026-11-23T12:00:00.000Z', true],
    ['2026-11-23T12:00:00Z', false],
    ['2026-11-23T12:00:00.000+08:00', false],
    ['2026-11-23T24:00:00.000Z', false],
    ['2026-02-30T12:00:00.000Z', false],
    ['2026-11-23T12:61:00.000Z', false],
    ['now', false],
  ])('moment %s: %s', (text, answer) => {
    expect(isInstant(text)).toBe(answer);
  });
});

describe('minutes', () => {
  it('are whole, cut towards zero, and signed', () => {
    const eight = '2026-11-23T12:00:00.000Z';
    expect(minutesBetween(eight, '2026-11-23T12:30:59.999Z')).toBe(30);
    expect(minutesBetween('2026-11-23T12:30:59.999Z', eight)).toBe(-30);
    expect(minutesBetween('2026-11-23T12:00:00.001Z', eight)).toBe(0);
    expect(addMinutes(eight, 90)).toBe('2026-11-23T13:30:00.000Z');
  });
});
