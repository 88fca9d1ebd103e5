import type { LiveSessionTodo } from '../../stores';
import { minutesBetween } from '../../domain/time';

/** Tabs of the list, in the order in which they stand. Others are filters of a page of their own. */
export const SESSION_TABS = ['all', 'upcoming', 'to_record', 'ended', 'cancelled'] as const;

/** One of {@link SESSION_TABS}. */
export type SessionTab = (typeof SESSION_TABS)[number];

/** Sessions of a kind that stand above the list; further ones stand in it. */
export const MAX_OF_A_KIND = 2;

/** Minutes before its start from which a plan is among what there is to do. */
const SOON_MINUTES = 60;

/** The next session once it is time to start it; null before. */
export function soonOf({ next }: LiveSessionTodo, now: string): LiveSessionTodo['next'] {
  return next !== null && minutesBetween(now, next.startAt) < SOON_MINUTES ? next : null;
}
