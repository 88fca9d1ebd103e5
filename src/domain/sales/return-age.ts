import { chinaDayOf, daysBetween } from '../time';
import type { SalesEntry } from './entry';

/**
 * Bands of the time from a sale to the recording of its refund, each up to a number of China days.
 */
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

/** The band of a refund. A refund recorded before the day of its sale counts for that day. */
export function returnAgeOf({
  bookedOn,
  recordedAt,
}: Pick<SalesEntry, 'bookedOn' | 'recordedAt'>): ReturnAge {
  const days = daysBetween(bookedOn, chinaDayOf(recordedAt));
  const band = RETURN_AGES.find((age) => age !== 'later' && days <= LAST_DAY_OF_AGE[age]);
  return band ?? 'later';
}
