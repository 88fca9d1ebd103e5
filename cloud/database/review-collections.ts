import { by, collection } from './collection';

/** The collections of a verifier's desk. */
export const REVIEW_COLLECTIONS = {
  /** What verifiers look at, with every decision: one document for each time it was handed in. */
  reviews: collection({
    fields: {
      shopId: 'text',
      kind: 'text',
      subjectId: 'text',
      state: 'text',
      receipt: 'text',
      submittedAt: 'text',
      submittedBy: 'text',
      sortKey: 'text',
      claims: 'map',
      checked: 'map?',
      attempt: 'number',
      decisions: 'list',
      version: 'number',
    },
    indexes: [by('kind', 'state', 'sortKey'), by('subjectId', 'submittedAt')],
  }),
  /** Which verifier looks at a review, and until when; `_id` is the review's. */
  review_holds: collection({
    fields: { personId: 'text', name: 'text', until: 'text' },
    indexes: [],
  }),
};
