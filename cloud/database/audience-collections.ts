import { collection } from './collection';

/** The collections of viewers and followers. */
export const AUDIENCE_COLLECTIONS = {
  /** The stores that a person follows; `_id` is the person. None: no store. */
  follows: collection({ fields: { shops: 'list' }, indexes: [] }),
  /** How many people follow a store, in a few documents: `<store>:<shard>`. */
  follow_counts: collection({
    fields: { shopId: 'text', count: 'number' },
    indexes: [],
    isImpersonal: true,
  }),
  /** What happened on a public page, in a few documents: `<store or session>:<shard>`. */
  page_counts: collection({
    fields: { shopId: 'text', counts: 'map' },
    indexes: [],
    isImpersonal: true,
  }),
};
