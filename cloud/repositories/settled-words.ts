import { textsAt, type WaitingText } from '../../src/domain/words/waiting';
import { tx } from '../database/database';
import type { HostDoc, LiveSessionDoc, ShopDoc } from '../database/documents';
import type { ReviewDoc } from '../database/review-documents';
import { reviewsOfSubject, setReviewState } from './reviews';
import { documentsOf, waitingTexts } from './waiting-words';

/** Documents whose words a write may change, as they were before it. */
export interface WordedDocuments {
  shop?: ShopDoc | null;
  host?: HostDoc | null;
  session?: LiveSessionDoc | null;
}

/** The reviews that are about what waits in some documents are of these subjects. */
export function subjectsOf({ shop, host, session }: WordedDocuments): string[] {
  const subjects: string[] = [];
  if (session && session.waiting.length > 0) {
    subjects.push(session._id, ...(session.seriesId === null ? [] : [session.seriesId]));
  }
  if (host && host.waiting.length > 0) subjects.push(host._id);
  if (shop && shop.waiting.length > 0) {
    const fields = new Set(shop.waiting.map(({ field }) => field));
    // The account that a host was added with is of the host, and its name stands in the store.
    const named = [...textsAt(shop, ['accounts.*.name']).keys()].filter((path) => fields.has(path));
    const hosts = named.map((path) => shop.accounts[Number(path.split('.')[1])]?.hostId ?? null);
    subjects.push(shop._id, ...hosts.filter((id) => id !== null));
  }
  return [...new Set(subjects)];
}

/** Reviews of words that no verifier decided, with the state that they should have. */
function settledStates(
  reviews: readonly ReviewDoc[],
  waiting: readonly WaitingText[],
): [ReviewDoc, 'waiting' | 'withdrawn'][] {
  const open = new Set(waiting.flatMap(({ text, state }) => (state === 'refused' ? [] : text)));
  const undecided = reviews.filter(
    ({ kind, state, decisions }) =>
      kind === 'words' && decisions.length === 0 && (state === 'waiting' || state === 'withdrawn'),
  );
  // The latest that asks about a text stays: an earlier one need not be looked at beside it.
  return undecided.map((review) => {
    const asked = Object.values(review.claims).filter((text) => text !== null && open.has(text));
    for (const text of asked) if (text !== null) open.delete(text);
    return [review, asked.length > 0 ? 'waiting' : 'withdrawn'];
  });
}

/**
 * Lets the queue hold what waits now: a review leaves it when its words have changed or gone, and comes
 * back when a change is taken back. Two calls and more for each subject, and one transaction for each
 * review that changes.
 */
export async function settleWords(subjects: readonly string[]): Promise<void> {
  for (const subjectId of subjects) {
    const reviews = await reviewsOfSubject(subjectId);
    if (!reviews.some(({ kind }) => kind === 'words')) continue;
    const waiting = await waitingTexts(await documentsOf(subjectId));
    for (const [review, state] of settledStates(reviews, waiting)) {
      if (review.state !== state) await tx((t) => setReviewState(t, review, state));
    }
  }
}

/** As {@link settleWords}, after a write that is stored: a failure leaves it to the next one. */
export async function settleAfter(subjects: readonly string[]): Promise<void> {
  try {
    await settleWords(subjects);
  } catch {
    // A verifier's decision settles it too, so that nothing is decided about words that have gone.
  }
}
