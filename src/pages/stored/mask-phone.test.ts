import { describe, expect, it } from 'vitest';

import { maskPhone } from './mask-phone';

describe('a phone number on screen', () => {
  it.each([
    ['13812341234', '138****1234'],
    ['138 1234 1234', '138****1234'],
    ['+86 138-1234-1234', '86138****1234'],
    ['020-8686', '****86'],
    ['12345', '****45'],
  ])('%s is shown as %s', (phone, shown) => {
    expect(maskPhone(phone)).toBe(shown);
  });
});
