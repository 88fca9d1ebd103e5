import { chinaDayOf, daysBetween } from '../time';
import type { SalesEntry } from './entry';

/** How long after its sale a refund was recorded: up to so many China days, each band from the last. */
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

/** The band of a refund. One that is recorded before its sale's day counts as being of that day. */
export function returnAgeOf({
  bookedOn,
  recordedAt,
}: Pick<SalesEntry, 'bookedOn' | 'recordedAt'>): ReturnAge {
  const days = daysBetween(bookedOn, chinaDayOf(recordedAt));
  const band = RETURN_AGES.find((age) => age !== 'later' && days <= LAST_DAY_OF_AGE[age]);
  return band ?? 'later';
}
