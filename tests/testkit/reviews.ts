import type { ReviewDoc } from '../../cloud/database/review-documents';
import { NOW } from './stores';

/** Something that waits to be looked at, with overrides. */
export function buildReview(shopId: string, overrides: Partial<ReviewDoc> = {}): ReviewDoc {
  const _id = overrides._id ?? `${shopId}.vmadeup000001`;
  return {
    _id,
    shopId,
    kind: 'identity',
    subjectId: shopId,
    state: 'waiting',
    receipt: 'HD-20261124-MADEUP',
    submittedAt: NOW,
    submittedBy: 'owner',
    sortKey: `${NOW}#${_id}`,
    claims: { name: '测试店', address: null },
    checked: null,
    attempt: 1,
    decisions: [],
    version: 1,
    ...overrides,
  };
}
