import { describe, expect, it } from 'vitest';

import type { StoredDoc } from './migration';
import { V16_TO_V17 } from './v16-to-v17';

const NOW = '2026-11-28T00:00:00.000Z';
const DISCLOSURE = {
  legalName: '阿禾商行（虚构）',
  operatorName: '阿禾',
  creditCode: '92000000MADEMA001B',
  address: '花都区狮岭镇示例路 1 号',
  contact: '020-0000 0000',
  exemption: '零星小额',
};
const VERIFIED = { state: 'verified', on: '2026-08-31' };

function shop(overrides: Partial<StoredDoc> = {}): StoredDoc {
  return {
    _id: 'sabcdef12345',
    name: '阿禾选好包',
    legalForm: 'sole_trader',
    place: { where: 'huadu', town: '狮岭镇', movingOn: null },
    disclosure: DISCLOSURE,
    verification: VERIFIED,
    registeredAt: '2026-01-05T20:00:00.000Z',
    ...overrides,
  };
}

function migrated(before: StoredDoc) {
  const collections = new Map([['shops', [before]]]);
  const change = V16_TO_V17.documents?.(collections)['shops'];
  const after = change?.(before) as StoredDoc;
  const [review] = V16_TO_V17.additions?.(collections, NOW)['reviews'] ?? [];
  const verification = after['verification'] as Record<string, unknown>;
  return { after, review, verification };
}

describe('the migration to reviews', () => {
  it('keeps a verified store verified, with the review that it points to', () => {
    const { after, review, verification } = migrated(shop());
    expect(verification).toMatchObject({
      state: 'verified',
      on: '2026-08-31',
      receipt: 'HD-20260831-ABCDEF',
      submittedAt: '2026-08-31T00:00:00.000Z',
      attempt: 0,
      reasons: [],
    });
    expect(verification['reviewId']).toBe(review?._id);
    expect(review).toMatchObject({
      shopId: after._id,
      subjectId: after._id,
      kind: 'identity',
      state: 'approved',
      receipt: verification['receipt'],
      submittedBy: '',
      decisions: [],
    });
    expect(review?.['checked']).toEqual(verification['checked']);
    expect(verification['checked']).toEqual({ on: '2026-08-31', claims: review?.['claims'] });
  });

  it.each([
    ['2026-03-01', '2026-09-01'],
    ['2026-08-01', '2027-02-01'],
    // February has no 31st: the days that it lacks count from its end on.
    ['2026-08-31', '2027-03-03'],
  ])('lets what was verified on %s come up again on %s', (on, due) => {
    const { review } = migrated(shop({ verification: { state: 'verified', on } }));
    expect(review?.['sortKey']).toBe(`${due}#${String(review?._id)}`);
  });

  it('takes the day of registration where none was kept', () => {
    const { review, verification } = migrated(
      shop({ verification: { state: 'verified', on: null } }),
    );
    expect(verification['on']).toBe('2026-01-05');
    expect(review).toMatchObject({ receipt: 'HD-20260105-ABCDEF' });
  });

  it.each(['unverified', 'pending', 'rejected'])(
    'makes a store that was %s unverified, without a review: it hands in itself',
    (state) => {
      const { review, verification } = migrated(shop({ verification: { state, on: null } }));
      expect(review).toBeUndefined();
      expect(verification).toEqual({
        state: 'unverified',
        on: null,
        reviewId: null,
        receipt: null,
        submittedAt: null,
        attempt: 0,
        reasons: [],
        checked: null,
      });
    },
  );

  it.each([
    ['company', ['legalName', 'creditCode', 'address', 'contact']],
    ['sole_trader', ['legalName', 'operatorName', 'creditCode', 'address', 'contact']],
    ['individual', ['address', 'exemption', 'contact']],
    ['unknown form', []],
  ])('holds as checked of a %s only what it discloses', (legalForm, disclosed) => {
    const { review } = migrated(shop({ legalForm }));
    const claims = review?.['claims'] as Record<string, string | null>;
    const always = { name: '阿禾选好包', legalForm, where: 'huadu', town: '狮岭镇' };
    expect(claims).toMatchObject(always);
    const shown = Object.keys(DISCLOSURE).filter((field) => claims[field] !== null);
    expect(shown.sort()).toEqual([...disclosed].sort());
  });

  it('leaves empty what a store does not have', () => {
    const disclosure = { ...DISCLOSURE, contact: null, address: undefined };
    const place = { where: 'elsewhere', town: null, movingOn: null };
    const { review } = migrated(shop({ disclosure, place }));
    expect(review?.['claims']).toMatchObject({ contact: null, address: null, town: null });
  });

  it('adds nothing where there are no stores', () => {
    expect(V16_TO_V17.additions?.(new Map(), NOW)['reviews']).toEqual([]);
  });
});
