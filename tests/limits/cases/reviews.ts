import { expect } from 'vitest';

import { setVerifier } from '../../../demo/verifier';
import { REVIEWS_PER_PAGE } from '../../../src/contract/review';
import { callAs } from '../../testkit/cloud';
import { buildReview } from '../../testkit/reviews';
import { NOW } from '../../testkit/stores';
import { digits, everyPage, type LimitCases } from '../kit';

/** Limits of reads of what verifiers look at. */
export const REVIEWS = {
  reviewsOfList: {
    from: 'reviews',
    async pass(kit) {
      await setVerifier(kit.cloud, 'verifier', { name: '核对员', grantedAt: NOW });
      const { shopId } = kit.store;
      const review = buildReview(shopId);
      await kit.copies('reviews', { ...review }, REVIEWS_PER_PAGE + 1, (index) => ({
        _id: `${shopId}.v${digits(index)}`,
        sortKey: `${review.submittedAt}#${shopId}.v${digits(index)}`,
      }));
      const verifier = callAs(kit.cloud, 'verifier');
      const { items } = await everyPage((cursor) =>
        verifier.ok('review.list', { kind: 'identity', list: 'waiting', cursor }),
      );
      expect(items).toHaveLength(REVIEWS_PER_PAGE + 1);
    },
  },
} satisfies LimitCases;
