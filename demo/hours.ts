import {
  addDays,
  addMinutes,
  type ChinaDay,
  chinaDayOf,
  chinaTimeOf,
  type Instant,
  instantInChina,
  weekdayOf,
} from '../src/domain/time';

/** The earliest time of the day at which people start to sell. */
const FIRST_HOUR = '07:00';
const [FRIDAY, SUNDAY] = [5, 7];

/** When people sell by live stream: most evenings from seven to eight, some mornings. */
const EVENINGS = ['19:00', '19:30', '19:30', '20:00'] as const;
const MORNINGS = ['09:30', '10:00'] as const;
/** Every so many sessions is one of a morning. */
const MORNING_EVERY = 7;

/** A session that took place. Instants in UTC. */
export interface Hours {
  readonly startedAt: Instant;
  readonly endedAt: Instant;
}

/** The instant rounded down to five minutes, as people plan. */
export function wholeFiveMinutes(instant: Instant): Instant {
  const minutes = Number(instant.slice(14, 16));
  return `${addMinutes(instant, -(minutes % 5)).slice(0, 16)}:00.000Z`;
}

/**
 * A start at about an instant, in whole five minutes. In the small hours it is eleven o'clock of the
 * evening before: what is on air at night began late and ran long.
 */
export function startNear(instant: Instant): Instant {
  if (chinaTimeOf(instant) >= FIRST_HOUR) return wholeFiveMinutes(instant);
  return instantInChina(addDays(chinaDayOf(instant), -1), '23:00');
}

/** The hours of the session with number `index` on a day: 90 to 210 minutes, over by 23:30. */
export function hoursOn(day: ChinaDay, index: number, random: () => number): Hours {
  const times = index % MORNING_EVERY === MORNING_EVERY - 1 ? MORNINGS : EVENINGS;
  const time = times[Math.floor(random() * times.length)] ?? EVENINGS[0];
  const startedAt = instantInChina(day, time);
  return { startedAt, endedAt: addMinutes(startedAt, 90 + Math.floor(random() * 13) * 10) };
}

/** The weekend as sellers count it: Friday to Sunday. */
export function isWeekend(day: ChinaDay): boolean {
  return weekdayOf(day) >= FRIDAY;
}

/**
 * Most of some days moved to the Friday, Saturday or Sunday of their week; every fourth stays. None
 * leaves the time from `first` to `last`, and none stands twice.
 */
export function towardsWeekends(
  days: readonly ChinaDay[],
  first: ChinaDay,
  last: ChinaDay,
): ChinaDay[] {
  const moved = days.map((day, index) => {
    if (index % 4 === 3) return day;
    const near = addDays(day, FRIDAY + (index % 3) - weekdayOf(day));
    return near < first || near > last ? day : near;
  });
  return [...new Set(moved)].sort();
}

/** Every Friday and Sunday from `first` to `last`. */
export function fridaysAndSundays(first: ChinaDay, last: ChinaDay): ChinaDay[] {
  const days: ChinaDay[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (weekdayOf(day) === FRIDAY || weekdayOf(day) === SUNDAY) days.push(day);
  }
  return days;
}
