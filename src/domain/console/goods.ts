import type { Instant } from '../time';
import type { MarkSummary, ConsoleMark } from './marks';

/** How the time until the planned end is shared among the goods that are left. */
export interface GoodsTimes {
  /** Place of the item that is on, from 0; null before the first. */
  readonly place: number | null;
  /** Seconds that are left of its share, below 0 when it is over it; null before the first. */
  readonly leftSeconds: number | null;
  /** Seconds for each of those that follow; 0 once the planned end has come. */
  readonly shareSeconds: number;
}

/**
 * The time of the goods, which have no times of their own: each gets an equal share of what is left
 * until the planned end, the one that is on of what was left when it began. One that was passed over
 * has no share: the order goes on from the one that is on.
 */
export function goodsTimes(
  goods: MarkSummary<ConsoleMark>['goods'],
  count: number,
  endAt: Instant,
  now: Instant,
): GoodsTimes {
  const [end, nowMs] = [Date.parse(endAt), Date.parse(now)];
  const share = (fromMs: number, items: number): number =>
    items <= 0 ? 0 : Math.max(0, Math.floor((end - fromMs) / 1000 / items));
  if (goods === null) return { place: null, leftSeconds: null, shareSeconds: share(nowMs, count) };
  const { place, since } = goods;
  const sinceMs = Date.parse(since);
  const ownEndMs = sinceMs + share(sinceMs, count - place) * 1000;
  return {
    place,
    leftSeconds: Math.floor((ownEndMs - nowMs) / 1000),
    shareSeconds: share(Math.max(nowMs, ownEndMs), count - place - 1),
  };
}

/** The item to go on with: the first before any, and again after the last one. */
export function nextPlace(place: number | null, count: number): number {
  return place === null || place + 1 >= count ? 0 : place + 1;
}
