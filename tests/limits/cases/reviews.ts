import { expect } from 'vitest';

import { MAX_EARLIER_REVIEWS, REVIEWS_PER_PAGE } from '../../../src/contract/review';
import { DESK_LISTS, MAX_COUNTED_REVIEWS } from '../../../src/domain/review/desk';
import { buildReview } from '../../testkit/reviews';
import { verifierIn } from '../../testkit/stores';
import { digits, everyPage, type LimitCases } from '../kit';

/** Limits of reads of what verifiers look at. */
export const REVIEWS = {
  reviewsOfList: {
    from: 'reviews',
    async pass(kit) {
      const { shopId } = kit.store;
      const review = buildReview(shopId);
      await kit.copies('reviews', { ...review }, REVIEWS_PER_PAGE + 1, (index) => ({
        _id: `${shopId}.v${digits(index)}`,
        sortKey: `${review.submittedAt}#${shopId}.v${digits(index)}`,
      }));
      const verifier = await verifierIn(kit.cloud);
      const { items } = await everyPage((cursor) =>
        verifier.ok('review.list', { kind: 'identity', list: 'waiting', cursor }),
      );
      expect(items).toHaveLength(REVIEWS_PER_PAGE + 1);
    },
  },
  countedReviews: {
    // They are counted beside the role.
    from: 'people',
    async pass(kit) {
      const { shopId } = kit.store;
      const review = buildReview(shopId);
      const { waiting: counted } = DESK_LISTS;
      const verifier = await verifierIn(kit.cloud);
      const counts = async () =>
        (await verifier.ok('review.list', { ...counted, cursor: null })).counts;
      await kit.copies('reviews', { ...review }, MAX_COUNTED_REVIEWS - 1, (index) => ({
        _id: `${shopId}.v${digits(index)}`,
        sortKey: `${review.submittedAt}#${shopId}.v${digits(index)}`,
      }));
      expect(await counts()).toMatchObject({ waiting: MAX_COUNTED_REVIEWS - 1, due: 0 });
      await kit.copies('reviews', { ...review }, 2, (index) => ({
        _id: `${shopId}.w${digits(index)}`,
        sortKey: `${review.submittedAt}#${shopId}.w${digits(index)}`,
      }));
      // One more than is counted: the desk shows "99+" from here on, and the list itself has all.
      expect(await counts()).toMatchObject({ waiting: MAX_COUNTED_REVIEWS, due: 0 });
    },
  },
  reviewsOfSubject: {
    from: 'reviews',
    async pass(kit) {
      const { shopId } = kit.store;
      const review = buildReview(shopId);
      await kit.cloud.database.insert('reviews', [{ ...review }]);
      await kit.copies('reviews', { ...review }, MAX_EARLIER_REVIEWS, (index) => ({
        _id: `${shopId}.v${digits(index)}`,
        submittedAt: `2026-10-${digits(index + 1).slice(-2)}T00:00:00.000Z`,
        state: 'withdrawn',
      }));
      const verifier = await verifierIn(kit.cloud);
      // The latest are shown: what is looked at, and those before it.
      const { earlier } = await verifier.ok('review.get', { reviewId: review._id });
      expect(earlier).toHaveLength(MAX_EARLIER_REVIEWS - 1);
      expect(earlier[0]?.submittedAt).toBe('2026-10-10T00:00:00.000Z');
    },
  },
} satisfies LimitCases;
