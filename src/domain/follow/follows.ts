import { type Instant } from '../time';

/** Stores that a person follows at most: all of them fit one answer. */
export const MAX_FOLLOWS = 100;

/** A store that a person follows. */
export interface Follow {
  readonly shopId: string;
  readonly since: Instant;
}

/** Whether a store is among those that are followed. */
export function isFollowed(follows: readonly Follow[], shopId: string): boolean {
  return follows.some((follow) => follow.shopId === shopId);
}

/** The stores with one more, the latest first; null where there are too many. */
export function withFollow(follows: readonly Follow[], added: Follow): Follow[] | null {
  return follows.length >= MAX_FOLLOWS ? null : [added, ...follows];
}

/** The stores without one. */
export function withoutFollow(follows: readonly Follow[], shopId: string): Follow[] {
  return follows.filter((follow) => follow.shopId !== shopId);
}
