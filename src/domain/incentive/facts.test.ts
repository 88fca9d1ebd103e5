import { describe, expect, it } from 'vitest';

import { FACT_KEY, SHARED_FACTS } from './facts';

describe('the key of a fact', () => {
  it.each(['a', 'tax_paid', 'a-2020/tax_paid', `${'r'.repeat(30)}/f${'x'.repeat(39)}`])(
    'may be %s',
    (key) => expect(key).toMatch(FACT_KEY),
  );

  it.each([
    '',
    '1a',
    '_a',
    'Tax',
    'tax-paid',
    'tax paid',
    ' tax',
    'tax\n',
    'x/',
    '/x',
    'a/b/c',
    'A/x',
    `${'r'.repeat(31)}/f`,
    `f${'x'.repeat(40)}`,
  ])('is not %j', (key) => expect(key).not.toMatch(FACT_KEY));

  it('is shared by several rule sets for what the published ones ask alike', () => {
    expect(SHARED_FACTS).toEqual([
      'paid_in_capital',
      'operating_revenue',
      'home_in_huadu',
      'local_streamer',
      'sold_for_above_threshold',
      'key_project',
      'set_up_in_huadu',
      'revenue_in_huadu_statistics',
    ]);
  });
});
