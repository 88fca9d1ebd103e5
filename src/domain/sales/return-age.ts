import { type ChinaDay, daysBetween } from '../time';
import type { SalesEntry } from './entry';

/** Days between a sale and its refund: up to so many China days, each band from the last. */
export const RETURN_AGES = ['d3', 'd7', 'd15', 'd30', 'd60', 'later'] as const;
/** A band of {@link RETURN_AGES}. */
export type ReturnAge = (typeof RETURN_AGES)[number];

/** Last day of each band, counted from the day of the sale; `later` has none. */
export const LAST_DAY_OF_AGE: Readonly<Record<Exclude<ReturnAge, 'later'>, number>> = {
  d3: 3,
  d7: 7,
  d15: 15,
  d30: 30,
  d60: 60,
};

/**
 * The band of a refund, by the day it happened; `unknown` where that day is not known. The day of
 * recording says nothing: a history can be typed in a year later.
 */
export function returnAgeOf({
  bookedOn,
  returnedOn,
}: Pick<SalesEntry, 'bookedOn' | 'returnedOn'>): ReturnAge | 'unknown' {
  if (returnedOn === null) return 'unknown';
  const days = daysBetween(bookedOn, returnedOn);
  const band = RETURN_AGES.find((age) => age !== 'later' && days <= LAST_DAY_OF_AGE[age]);
  return band ?? 'later';
}

/**
 * The day to preset for a refund that is being recorded: today for a sale of the last 60 days; an
 * older history is typed in long after its refunds, so its days are unknown.
 */
export function usualReturnDay(bookedOn: ChinaDay, today: ChinaDay): ChinaDay | null {
  const age = daysBetween(bookedOn, today);
  return age >= 0 && age <= LAST_DAY_OF_AGE.d60 ? today : null;
}
