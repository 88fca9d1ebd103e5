import { describe, expect, it } from 'vitest';

import { stated } from './evaluate.fixture';
import { agreedFacts } from './own-facts';

describe('agreedFacts', () => {
  const first = stated('operating_revenue', 500, { id: 'a' });

  it('keeps what several stores declare alike, and what one alone declares', () => {
    const same = { ...first, id: 'b' };
    const other = stated('paid_in_capital', 7);
    expect(agreedFacts([[first], [same, other]])).toEqual([first, same, other]);
  });

  it('leaves out every declaration of a fact on which two stores differ', () => {
    const other = stated('paid_in_capital', 7);
    expect(agreedFacts([[first, other], [{ ...first, value: 501 }]])).toEqual([other]);
  });

  it('compares within one year only', () => {
    const before = { ...first, year: 2025, value: 501 };
    expect(agreedFacts([[first], [before]])).toEqual([first, before]);
  });

  it('compares nothing with a withdrawn declaration', () => {
    const withdrawn = { ...first, value: 501, withdrawnAt: '2026-11-02T00:00:00.000Z' };
    expect(agreedFacts([[first], [withdrawn]])).toEqual([first]);
  });
});
