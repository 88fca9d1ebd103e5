import * as v from 'valibot';

import type { CountedList } from '../domain/review/desk';
import {
  RETURN_REASONS,
  REVIEW_KINDS,
  REVIEW_LISTS,
  REVIEW_OUTCOMES,
  REVIEW_STATES,
} from '../domain/review/review';
import { read, write } from './endpoint';
import {
  choiceField,
  countField,
  cursorField,
  dayField,
  exactly,
  instantField,
  lineField,
  nameField,
  paragraphField,
  reviewIdField,
  shopIdField,
  versionField,
} from './fields';

/** Characters of one thing that is looked at, at most: an introduction. */
const MAX_CLAIM_LENGTH = 1000;

/** Reasons of one decision, at most one for each field. */
const MAX_REASONS = 20;

/** Characters that a verifier may add to the reason for a field. */
export const MAX_REASON_LENGTH = 200;

const claim = v.nullable(paragraphField(MAX_CLAIM_LENGTH));

/** A field that is looked at, as it was handed in and as it was approved the last time. */
const reviewField = exactly({
  field: lineField(40),
  value: claim,
  before: claim,
  /** Words in it at which one looks twice. */
  hints: v.array(lineField(40)),
});

/** Why one field is returned. */
export const reviewReason = exactly({
  field: lineField(40),
  reason: choiceField(RETURN_REASONS),
  words: paragraphField(MAX_REASON_LENGTH),
});

/** A decision as other verifiers see it. */
const reviewDecision = exactly({
  outcome: choiceField(REVIEW_OUTCOMES),
  at: instantField,
  /** The verifier's name, as it was then. */
  name: nameField,
  reasons: v.array(reviewReason),
});

/** The verifier who looks at a review, and until when; null: none does. Any other may decide all the same. */
const hold = v.nullable(
  exactly({
    name: nameField,
    until: instantField,
    /** Whether it is the caller's own. */
    isOwn: v.boolean(),
  }),
);

/** Something that was handed in, as a verifier sees it. */
export const review = exactly({
  id: reviewIdField,
  shopId: shopIdField,
  kind: choiceField(REVIEW_KINDS),
  state: choiceField(REVIEW_STATES),
  receipt: lineField(40),
  submittedAt: instantField,
  fields: v.array(reviewField),
  /** China day on which it was approved the last time; null: never. */
  checkedOn: v.nullable(dayField),
  /** How often it was handed in since it was last approved, this time included. */
  attempt: countField,
  /** China day from which it is to be looked at again; null unless it is approved. */
  dueOn: v.nullable(dayField),
  decisions: v.array(reviewDecision),
  hold,
  version: versionField,
});

/** Reviews on one page. */
export const REVIEWS_PER_PAGE = 20;

/** A list of a verifier, page by page. */
export const reviewList = read('review.list', {
  input: exactly({
    kind: choiceField(REVIEW_KINDS),
    list: choiceField(REVIEW_LISTS),
    cursor: cursorField,
  }),
  output: exactly({
    items: v.array(review),
    cursor: cursorField,
    /** How many each list has, up to 100, which stands for more; null on later pages. */
    counts: v.nullable(
      exactly({
        waiting: countField,
        due: countField,
        words: countField,
        report: countField,
        suspended: countField,
      } satisfies Record<CountedList, typeof countField>),
    ),
  }),
});

/** Earlier reviews of the same subject that come along. */
export const MAX_EARLIER_REVIEWS = 10;

/** What was handed in, with what was handed in before it. */
export const reviewGet = read('review.get', {
  input: exactly({ reviewId: reviewIdField }),
  output: exactly({
    review,
    /** Others of the same subject, latest first. */
    earlier: v.array(review),
  }),
});

/**
 * Says that the caller looks at a review, for a quarter of an hour from each call. Where another
 * verifier does, their hold stays; a review that needs no decision is held by none.
 */
export const reviewHold = write('review.hold', {
  input: exactly({ reviewId: reviewIdField }),
  output: exactly({ hold }),
});

/**
 * Approves what was handed in, or returns it with a reason for each field that has to change. What
 * was approved may be returned at any time, and approved again once it is due.
 */
export const reviewDecide = write('review.decide', {
  input: exactly({
    reviewId: reviewIdField,
    version: versionField,
    outcome: choiceField(['approved', 'returned']),
    reasons: v.pipe(v.array(reviewReason), v.maxLength(MAX_REASONS, 'too_many')),
  }),
  output: exactly({ review }),
});

/** Who looks at a review. */
export type ReviewHold = v.InferOutput<typeof hold>;

/** Something that was handed in, as a verifier sees it. */
export type Review = v.InferOutput<typeof review>;
