import { describe, expect, it } from 'vitest';

import { deciding } from './answers';

describe('deciding', () => {
  const leaf = (condition: number) => ({ kind: 'one', condition }) as const;
  const all = (...costs: number[]) => ({ kind: 'all', parts: costs.map(leaf) }) as const;
  const cost = (condition: number) => condition;

  it('takes the alternative whose hardest condition is the nearest', () => {
    const tree = { kind: 'any', parts: [all(1, 9), all(4, 5), leaf(6)] } as const;
    expect(deciding(tree, cost)).toEqual([4, 5]);
  });

  it('takes the first of two alternatives that are as near', () => {
    expect(deciding({ kind: 'any', parts: [all(2, 5), leaf(5)] }, cost)).toEqual([2, 5]);
  });

  it('takes all parts of which all must hold', () => {
    const tree = {
      kind: 'all',
      parts: [leaf(3), { kind: 'any', parts: [leaf(8), leaf(7)] }],
    } as const;
    expect(deciding(tree, cost)).toEqual([3, 7]);
  });
});
