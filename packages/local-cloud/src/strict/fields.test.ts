import { describe, expect, it } from 'vitest';

import { assertFields } from './fields';

const FIELDS = {
  name: 'text',
  sum: 'number',
  isOpen: 'flag',
  rows: 'list',
  place: 'map?',
} as const;
const DOC = { _id: 'x', name: '', sum: 0, isOpen: false, rows: [], place: {} };

function check(changes: object) {
  return (): void => assertFields('shops', FIELDS, { ...DOC, ...changes });
}

describe('the fields of a document', () => {
  it.each([{}, { place: null }, { rows: [1, 'a', null] }])('fit: %j', (changes) => {
    expect(check(changes)).not.toThrow();
  });

  it.each<[object, string]>([
    [{ name: 1 }, 'shops.name of "x" is number; text expected'],
    [{ name: null }, 'shops.name of "x" is null; text expected'],
    [{ name: undefined }, 'shops.name of "x" is missing; text expected'],
    [{ sum: '1' }, 'shops.sum of "x" is text; number expected'],
    [{ isOpen: 0 }, 'shops.isOpen of "x" is number; flag expected'],
    [{ rows: {} }, 'shops.rows of "x" is map; list expected'],
    [{ rows: null }, 'shops.rows of "x" is null; list expected'],
    [{ place: [] }, 'shops.place of "x" is list; map? expected'],
    [{ place: new Date() }, 'shops.place of "x" is date; map? expected'],
    [{ more: 1 }, 'shops.more of "x" is not declared'],
    [{ constructor: 1 }, 'shops.constructor of "x" is not declared'],
  ])('do not fit: %j', (changes, message) => {
    expect(check(changes)).toThrow(`local cloud (strict): ${message}`);
  });
});
