import dayjs from 'dayjs';

import type { Instant } from './china-time';

/**
 * The moment of a change that is made at `now`: never before the changes that it follows. Where a
 * clock was set back, it is a millisecond after the last of them, so that pauses, durations and the
 * amounts known by a day keep their order.
 * @param earlier the moments of the changes before; null for none
 */
export function momentAfter(now: Instant, earlier: Iterable<Instant | null>): Instant {
  let last = '';
  for (const at of earlier) if (at !== null && at > last) last = at;
  return last > now ? justAfter(last) : now;
}

/** The moment of something made at `now` that replaces another: always after that. */
export function momentPast(now: Instant, replaced: Instant | null): Instant {
  return replaced !== null && replaced >= now ? justAfter(replaced) : now;
}

function justAfter(at: Instant): Instant {
  return dayjs(at).add(1, 'millisecond').toISOString();
}
