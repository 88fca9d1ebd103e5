import type { PageCounts } from '../../src/domain/audience/audience';
import type { Follow } from '../../src/domain/follow/follows';

/** The stores that a person follows, the latest first; `_id` is the person. It never leaves the cloud. */
export interface FollowsDoc {
  /** The person. */
  _id: string;
  shops: Follow[];
}

/** How many of the people of a shard follow a store; `_id` is `<store>:<shard>`. */
export interface FollowCountDoc {
  _id: string;
  shopId: string;
  count: number;
}

/** How often each thing happened on a public page, one shard of it; `_id` is `<store or session>:<shard>`. */
export interface PageCountDoc {
  _id: string;
  shopId: string;
  /** What did not happen yet is absent. */
  counts: Partial<PageCounts>;
}
