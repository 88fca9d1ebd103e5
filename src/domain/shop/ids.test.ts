import { expect, it } from 'vitest';

import { shopIdOf } from './ids';

it.each([
  ['sabcdefghijkl.l0001', 'sabcdefghijkl'],
  ['sabcdefghijkl.e0001.abcd', 'sabcdefghijkl'],
  ['sabcdefghijkl', 'sabcdefghijkl'],
  ['', ''],
])('shopIdOf(%j) is %j', (id, shopId) => {
  expect(shopIdOf(id)).toBe(shopId);
});
