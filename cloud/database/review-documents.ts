import type {
  ReviewClaims,
  ReviewKind,
  ReviewOutcome,
  ReviewReason,
  ReviewState,
} from '../../src/domain/review/review';

/** A decision of a verifier. */
export interface ReviewDecision {
  outcome: ReviewOutcome;
  at: string;
  /** The person who decided; never leaves the cloud. */
  by: string;
  /** Their name as it was then. */
  name: string;
  /** Why it was returned, field by field. */
  reasons: ReviewReason[];
}

/** Something that a verifier looks at: one document for each time that it was handed in. */
export interface ReviewDoc {
  _id: string;
  shopId: string;
  kind: ReviewKind;
  /** What it is about: the store's id, or that of something of the store. */
  subjectId: string;
  state: ReviewState;
  /** Number that the person who handed it in can name. */
  receipt: string;
  submittedAt: string;
  /** Who handed it in; never leaves the cloud. */
  submittedBy: string;
  /** Place in the lists of its kind and state: `<instant or day>#<id>`. */
  sortKey: string;
  /** What is to be looked at, by field. */
  claims: ReviewClaims;
  /** The same fields as they were approved the last time, and on which China day. */
  checked: { on: string; claims: ReviewClaims } | null;
  /** How often its subject was handed in since it was last approved, this time included. */
  attempt: number;
  /** Every decision, oldest first. */
  decisions: ReviewDecision[];
  version: number;
}

/** A verifier who opened a review: others see that it is being looked at. It decides no access. */
export interface ReviewHoldDoc {
  /** The review's id. */
  _id: string;
  /** The verifier; never leaves the cloud. */
  personId: string;
  /** Their name. */
  name: string;
  /** Instant at which it ends by itself. */
  until: string;
}
