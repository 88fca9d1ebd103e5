// China days, months and years, worked out apart from src/domain/time.

const MS_PER_HOUR = 3_600_000;
const MS_PER_DAY = 24 * MS_PER_HOUR;

/** The China day (UTC+8) of an instant. */
export function chinaDay(instant: string): string {
  return new Date(Date.parse(instant) + 8 * MS_PER_HOUR).toISOString().slice(0, 10);
}

/** The day that lies `days` later; earlier when negative. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * MS_PER_DAY)
    .toISOString()
    .slice(0, 10);
}

/** Days from one day to another; negative when the second is earlier. */
export function daysFrom(first: string, second: string): number {
  return (Date.parse(`${second}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / MS_PER_DAY;
}

/** The instant that lies so many milliseconds later. */
export function later(instant: string, ms: number): string {
  return new Date(Date.parse(instant) + ms).toISOString();
}

/** The first instant of a China day. */
export function firstInstantOf(day: string): string {
  return later(`${dayAfter(day, -1)}T00:00:00.000Z`, 16 * MS_PER_HOUR);
}

/** The last millisecond of a China day. */
export function lastInstantOf(day: string): string {
  return later(firstInstantOf(day), MS_PER_DAY - 1);
}

/** The China year of a day or month. */
export function yearIn(day: string): number {
  return Number(day.slice(0, 4));
}
