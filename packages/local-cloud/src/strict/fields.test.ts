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
  return (): void => assertFields('albums', FIELDS, { ...DOC, ...changes });
}

describe('assertFields', () => {
  it.each([{}, { place: null }, { rows: [1, 'a', null] }])(
    'accepts a document with %j',
    (changes) => {
      expect(check(changes)).not.toThrow();
    },
  );

  it.each<[object, string]>([
    [{ name: 1 }, 'albums.name of "x" is number; text expected'],
    [{ name: null }, 'albums.name of "x" is null; text expected'],
    [{ name: undefined }, 'albums.name of "x" is missing; text expected'],
    [{ sum: '1' }, 'albums.sum of "x" is text; number expected'],
    [{ isOpen: 0 }, 'albums.isOpen of "x" is number; flag expected'],
    [{ rows: {} }, 'albums.rows of "x" is map; list expected'],
    [{ rows: null }, 'albums.rows of "x" is null; list expected'],
    [{ place: [] }, 'albums.place of "x" is list; map? expected'],
    [{ place: new Date() }, 'albums.place of "x" is date; map? expected'],
    [{ more: 1 }, 'albums.more of "x" is not declared'],
    [{ constructor: 1 }, 'albums.constructor of "x" is not declared'],
  ])('refuses a document with %j', (changes, message) => {
    expect(check(changes)).toThrow(`local cloud (strict): ${message}`);
  });
});
