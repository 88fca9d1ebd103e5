import { describe, expect, it } from 'vitest';

import { findInStyles } from './styles';

describe('findInStyles', () => {
  it('names rules with :active, and scrolling without momentum', () => {
    const sheets = {
      'a.wxss': '.a:active{top:0}.b{overflow-x:auto}',
      'b.wxss':
        '.c{overflow:scroll;-webkit-overflow-scrolling:touch}.d{overflow:hidden}.active{top:0}',
    };
    expect(findInStyles(sheets)).toEqual([
      'a.wxss: .a:active is :active',
      'a.wxss: .b scrolls without inertia',
    ]);
  });
});
