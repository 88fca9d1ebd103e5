import {
  addMinutes,
  chinaDayOf,
  chinaTimeOf,
  instantInChina,
  minutesBetween,
} from '../../domain/time';

/** Start and end as chosen in China time: `YYYY-MM-DD` and `HH:mm`. */
export interface TimeFields {
  startDay: string;
  startTime: string;
  endDay: string;
  endTime: string;
}

/** Instants of the chosen times, UTC. */
export function instantsOf(fields: TimeFields): { startAt: string; endAt: string } {
  return {
    startAt: instantInChina(fields.startDay, fields.startTime),
    endAt: instantInChina(fields.endDay, fields.endTime),
  };
}

/** The chosen times of two instants. */
export function timeFieldsOf(startAt: string, endAt: string): TimeFields {
  return {
    startDay: chinaDayOf(startAt),
    startTime: chinaTimeOf(startAt),
    endDay: chinaDayOf(endAt),
    endTime: chinaTimeOf(endAt),
  };
}

/** A new start; the end moves along, so that the length stays as it was chosen. */
export function withStart(fields: TimeFields, startDay: string, startTime: string): TimeFields {
  const before = instantsOf(fields);
  const startAt = instantInChina(startDay, startTime);
  const minutes = minutesBetween(before.startAt, before.endAt);
  return timeFieldsOf(startAt, addMinutes(startAt, Math.max(minutes, 0)));
}

/** A new time of day for the end: the first one after the start, past midnight if need be. */
export function withEndTime(fields: TimeFields, endTime: string): TimeFields {
  const sameDay = { ...fields, endDay: fields.startDay, endTime };
  const { startAt, endAt } = instantsOf(sameDay);
  if (endAt > startAt) return sameDay;
  const nextDay = chinaDayOf(addMinutes(endAt, 24 * 60));
  return { ...sameDay, endDay: nextDay };
}
