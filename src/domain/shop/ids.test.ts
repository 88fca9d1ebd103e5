import { expect, it } from 'vitest';

import { selfHostIdOf, shopIdOf } from './ids';
import { LINES_OF_BUSINESS, ownHostId } from './shop';

it.each([
  ['sabcdefghijkl.l0001', 'sabcdefghijkl'],
  ['sabcdefghijkl.e0001.abcd', 'sabcdefghijkl'],
  ['sabcdefghijkl', 'sabcdefghijkl'],
  ['', ''],
])('shopIdOf(%j) is %j', (id, shopId) => {
  expect(shopIdOf(id)).toBe(shopId);
});

it.each(LINES_OF_BUSINESS)('only a streamer’s store stands for a host of its own: %s', (line) => {
  const own = ownHostId({ id: 'sabcdefghijkl', lineOfBusiness: line });
  expect(own).toBe(line === 'streamer' ? 'sabcdefghijkl.hself' : null);
  expect(shopIdOf(selfHostIdOf('sabcdefghijkl'))).toBe('sabcdefghijkl');
});
