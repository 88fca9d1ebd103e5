import { describe, expect, it } from 'vitest';

import { pageOf } from './page';

const keyOf = (item: string): string => `key of ${item}`;

describe('pageOf', () => {
  it('goes on from the last item of a full page', () => {
    expect(pageOf(['a', 'b'], 2, keyOf)).toEqual({ items: ['a', 'b'], cursor: 'key of b' });
  });

  it.each([[[]], [['a']]])('ends with %j, which is not full', (items) => {
    expect(pageOf(items, 2, keyOf)).toEqual({ items, cursor: null });
  });
});
