import { refuseIfStale, Failure } from '../../src/contract/failure';
import { COUNTED_LISTS, type CountedList, DESK_LISTS } from '../../src/domain/review/desk';
import type { ReviewKind, ReviewList, ReviewState } from '../../src/domain/review/review';
import { shopIdOf } from '../../src/domain/shop/ids';
import { command, increment, readList, type Transaction, type Where } from '../database/database';
import type { ChangeDoc, ShopDoc, VerifierRecord } from '../database/documents';
import type { ReviewDecision, ReviewDoc, ReviewHoldDoc } from '../database/review-documents';
import { type ListBeside, type Lists, readJoined } from '../database/joined';
import { ONE } from '../database/read-limit';
import { afterKeysOf } from './ids';
import { type Page, pageOf } from './page';
import { READ_LIMITS } from './read-limits';

/** A verifier, and what is read with the role. */
export interface VerifierSeat {
  verifier: VerifierRecord;
  /** The review asked for; null if there is none, or none was asked for. */
  review: ReviewDoc | null;
  /** The store of that review. */
  shop: ShopDoc | null;
  /** Who holds that review, or held it last. */
  held: ReviewHoldDoc | null;
  /** How many reviews the lists of the desk have; null unless asked for. */
  counts: Record<CountedList, number> | null;
  /** The record of the write asked for; null if it was not done yet, or none was asked for. */
  change: ChangeDoc | null;
}

/** What else to read with the role of a verifier. */
export interface SeatOptions {
  reviewId?: string | undefined;
  changeId?: string | undefined;
  /** China day for which the lists of the desk are counted. */
  countedOn?: string | undefined;
}

/** Ids of the reviews in each counted list, as far as they are counted. */
function countedLists(today: string): Record<CountedList, ListBeside> {
  const listOf = (name: CountedList): ListBeside => ({
    from: 'reviews',
    where: whereOf(DESK_LISTS[name], today, null),
    orderBy: [['sortKey', 'asc']],
    limit: READ_LIMITS.countedReviews,
    fields: ['_id'],
  });
  return {
    waiting: listOf('waiting'),
    due: listOf('due'),
    words: listOf('words'),
    report: listOf('report'),
    suspended: listOf('suspended'),
  };
}

function countsOf(lists: Lists<ReturnType<typeof countedLists>>): Record<CountedList, number> {
  const counts = COUNTED_LISTS.map((name) => [name, lists[name].length] as const);
  return Object.fromEntries(counts) as Record<CountedList, number>;
}

/** A person's role of a verifier with a review; null for everyone else. One call. */
export async function verifierSeatOf(
  person: string,
  { reviewId, changeId, countedOn }: SeatOptions = {},
): Promise<VerifierSeat | null> {
  const asked =
    reviewId === undefined
      ? {}
      : ({
          review: { from: 'reviews', id: reviewId },
          shop: { from: 'shops', id: shopIdOf(reviewId) },
          held: { from: 'review_holds', id: reviewId },
        } as const);
  const sent = changeId === undefined ? {} : { change: { from: 'changes', id: changeId } as const };
  const [found] = await readJoined(
    'people',
    // Without the role nothing else is read.
    { _id: person, 'verifier.name': command.exists(true) },
    { ...asked, ...sent },
    {
      orderBy: [['_id', 'asc']],
      limit: ONE,
      ...(countedOn === undefined ? {} : { lists: countedLists(countedOn) }),
    },
  );
  const verifier = found?.doc.verifier ?? null;
  if (found === undefined || verifier === null) return null;
  const { review = null, shop = null, held = null, change = null } = found.joined;
  const counts = countedOn === undefined ? null : countsOf(found.lists);
  return { verifier, review, shop, held, change, counts };
}

/**
 * The role of a verifier as it is in the transaction: one that was removed meanwhile decides nothing.
 * One call.
 * @throws Failure `not_allowed`.
 */
export async function verifierIn(t: Transaction, person: string): Promise<VerifierRecord> {
  const { verifier = null } = (await t.pick('people', person, ['verifier'])) ?? {};
  if (verifier === null) throw new Failure('not_allowed');
  return verifier;
}

/** The order of each list. */
const ORDERS: Readonly<Record<ReviewList, 'asc' | 'desc'>> = {
  waiting: 'asc',
  due: 'asc',
  returned: 'desc',
  suspended: 'asc',
};

/** Which state each list shows. */
const STATES: Readonly<Record<ReviewList, ReviewState>> = {
  waiting: 'waiting',
  due: 'approved',
  returned: 'returned',
  suspended: 'suspended',
};

/** Which reviews a list has after a place in it; null: from its beginning. */
function whereOf(
  { kind, list }: { kind: ReviewKind; list: ReviewList },
  today: string,
  cursor: string | null,
): Where<'reviews'> {
  const isAscending = ORDERS[list] === 'asc';
  const on = cursor === null ? null : isAscending ? command.gt(cursor) : command.lt(cursor);
  const due = list === 'due' ? command.lte(afterKeysOf(today)) : null;
  const place = on !== null && due !== null ? on.and(due) : (on ?? due);
  return { kind, state: STATES[list], ...(place === null ? {} : { sortKey: place }) };
}

/** A review with who holds it. */
export interface HeldReview {
  review: ReviewDoc;
  held: ReviewHoldDoc | null;
}

/**
 * A page of a list of a verifier.
 * @param today China day: what is due on it or before.
 */
export async function reviewPage(
  { kind, list, cursor }: { kind: ReviewKind; list: ReviewList; cursor: string | null },
  today: string,
): Promise<Page<HeldReview>> {
  const found = await readJoined(
    'reviews',
    whereOf({ kind, list }, today, cursor),
    { held: { from: 'review_holds', localField: '_id' } },
    { orderBy: [['sortKey', ORDERS[list]]], limit: READ_LIMITS.reviewsOfList },
  );
  const reviews = found.map(({ doc, joined }) => ({ review: doc, held: joined.held }));
  return pageOf(reviews, READ_LIMITS.reviewsOfList, ({ review }) => review.sortKey);
}

/**
 * Notes that a verifier looks at a review, unless another one does. Two calls; one where it is held.
 * @returns who holds it now
 */
export async function holdReview(
  t: Transaction,
  hold: ReviewHoldDoc,
  now: string,
): Promise<ReviewHoldDoc> {
  const { _id, ...fields } = hold;
  const held = await t.get('review_holds', _id);
  if (held !== null && held.personId !== hold.personId && held.until > now) return held;
  await t.set('review_holds', _id, fields);
  return hold;
}

/**
 * Reads a review inside a transaction and checks that it did not change since `version` was read. One
 * call.
 * @throws Failure `not_found`; `stale_version`.
 */
export async function reviewAtVersion(
  t: Transaction,
  id: string,
  version: number,
): Promise<ReviewDoc> {
  const review = await t.get('reviews', id);
  if (review === null) throw new Failure('not_found');
  refuseIfStale(review, version);
  return review;
}

/**
 * Adds something that is handed in to be looked at. One call.
 * @param handed what it is; its id and receipt number come from the write.
 */
export async function addReview(
  t: Transaction,
  handed: Omit<ReviewDoc, 'state' | 'sortKey' | 'decisions' | 'version'>,
): Promise<void> {
  const sortKey = `${handed.submittedAt}#${handed._id}`;
  await t.add('reviews', { ...handed, state: 'waiting', sortKey, decisions: [], version: 1 });
}

/** Notes that a review no longer stands. One call. */
export async function withdrawReview(t: Transaction, id: string): Promise<void> {
  await t.update('reviews', id, { state: 'withdrawn', version: increment(1) });
}

/** Gives a review another state, unless it has changed since it was read. Two calls. */
export async function setReviewState(
  t: Transaction,
  { _id, version }: Pick<ReviewDoc, '_id' | 'version'>,
  state: 'waiting' | 'withdrawn',
): Promise<void> {
  const review = await t.pick('reviews', _id, ['version']);
  if (review?.version === version) await t.update('reviews', _id, { state, version: version + 1 });
}

/** Notes that nothing rests on a report any more. One call. */
export async function closeReview(t: Transaction, id: string): Promise<void> {
  await t.update('reviews', id, { state: 'closed', version: increment(1) });
}

/**
 * Writes a review with a decision. One call.
 * @param place by which it is sorted from now on: the day on which it is due, or the moment.
 */
export async function decideReview(
  t: Transaction,
  review: ReviewDoc,
  decision: ReviewDecision,
  changes: { place: string; state: ReviewState } & Partial<Pick<ReviewDoc, 'claims' | 'checked'>>,
): Promise<ReviewDoc> {
  const { place, ...changed } = changes;
  const decided: ReviewDoc = {
    ...review,
    ...changed,
    sortKey: `${place}#${review._id}`,
    decisions: [...review.decisions, decision],
    version: review.version + 1,
  };
  const { _id, ...fields } = decided;
  await t.set('reviews', _id, fields);
  return decided;
}

/** What was handed in about a subject, the latest first. One call. */
export async function reviewsOfSubject(subjectId: string): Promise<ReviewDoc[]> {
  return readList(
    'reviews',
    { subjectId },
    { orderBy: [['submittedAt', 'desc']], limit: READ_LIMITS.reviewsOfSubject },
  );
}
