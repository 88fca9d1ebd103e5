import { describe, expect, it } from 'vitest';

import { barButtonOf } from './bar-button';

describe('the button of the bar', () => {
  const store = '/pages/shop/index?id=s123';

  it.each([
    ['/pages/home/index', '/pages/home/index', 'none'],
    ['/pages/progress/index', store, 'none'],
    [store, store, 'home'],
    [store, '/pages/home/index', 'back'],
    ['/merchant/record/index?shopId=s123', '/pages/home/index', 'back'],
  ])('on %s, opened with %s, is %s', (shown, opened, button) => {
    expect(barButtonOf(shown, opened)).toBe(button);
  });
});
