import {
  addMinutes,
  chinaDayOf,
  chinaTimeOf,
  instantInChina,
  minutesBetween,
} from '../../domain/time';

/** Start and end of a session, instants in UTC. They are chosen as days and times in China. */
export interface Times {
  startAt: string;
  endAt: string;
}

/** A new start; the end moves along, so that the length stays as it was chosen. */
export function withStart(times: Times, startDay: string, startTime: string): Times {
  const startAt = instantInChina(startDay, startTime);
  const minutes = minutesBetween(times.startAt, times.endAt);
  return { startAt, endAt: addMinutes(startAt, Math.max(minutes, 0)) };
}

/** A new day for the end, at the same time of day. */
export function withEndDay({ startAt, endAt }: Times, endDay: string): Times {
  return { startAt, endAt: instantInChina(endDay, chinaTimeOf(endAt)) };
}

/** A new time of day for the end: the first one after the start, past midnight if need be. */
export function withEndTime({ startAt }: Times, endTime: string): Times {
  const endAt = instantInChina(chinaDayOf(startAt), endTime);
  return { startAt, endAt: endAt > startAt ? endAt : addMinutes(endAt, 24 * 60) };
}
