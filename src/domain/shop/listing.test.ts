import { describe, expect, it } from 'vitest';

import { publication } from './listing';

const NOW = '2026-11-24T02:00:00.000Z';
const EARLIER = '2026-03-01T02:00:00.000Z';

describe('publication', () => {
  const shop = {
    verification: { state: 'verified' as const },
    suspension: null,
    disclosureConsentAt: EARLIER,
  };

  it.each([
    [true, 'verified', true],
    [true, 'unverified', false],
    [false, 'verified', false],
    [false, 'unverified', false],
  ] as const)('of %s for a store that is %s: listed %s', (isPublished, state, isListed) => {
    const verified = { ...shop, verification: { state } };
    expect(publication(verified, isPublished, NOW).isListed).toBe(isListed);
  });

  it('lists no store that is not shown for now', () => {
    expect(publication({ ...shop, suspension: {} }, true, NOW).isListed).toBe(false);
  });

  it('dates the consent when the page is made public', () => {
    expect(publication(shop, true, NOW)).toEqual({
      isPublished: true,
      isListed: true,
      disclosureConsentAt: NOW,
    });
  });

  it('keeps the earlier consent when the page is taken back', () => {
    expect(publication(shop, false, NOW)).toEqual({
      isPublished: false,
      isListed: false,
      disclosureConsentAt: EARLIER,
    });
  });
});
