import { describe, expect, it } from 'vitest';

import type { Doc } from '../engine/document';
import type { Sort } from '../engine/keys';
import type { IndexField } from '../schema';
import { describeShape, isServed, shapeOf } from './served';

/** An index from `a, b desc`. */
function index(text: string): { fields: IndexField[] } {
  return {
    fields: text.split(', ').map((part) => {
      const [name = '', order] = part.split(' ');
      return { name, order: order === 'desc' ? 'desc' : 'asc' };
    }),
  };
}

function served(query: Doc, sort: Sort, ...indexes: string[]): boolean {
  return isServed(shapeOf(query, sort), indexes.map(index));
}

function numbers(size: number): number[] {
  return Array.from({ length: size }, (_v, i) => i);
}

const UP: Sort = [['b', 1]];
const DOWN: Sort = [['b', -1]];
const RANGE = { $lt: 5 };

describe('isServed', () => {
  it.each<[string, Doc, Sort, string]>([
    ['an equality on its first field', { a: 1 }, [], 'a, b'],
    ['null as a value', { a: null }, [], 'a'],
    ['a spelled-out equality', { a: { $eq: 'x' } }, [], 'a'],
    ['a list of values', { a: { $in: [1, 2] } }, [], 'a, b'],
    ['many values without an order', { a: { $in: numbers(500) } }, [], 'a, b'],
    ['as many values as scans are merged', { a: { $in: numbers(200) } }, UP, 'a, b'],
    ['a value many times', { a: { $in: numbers(500).fill(1) } }, UP, 'a, b'],
    ['equalities in any order', { b: 1, a: { $in: [2] } }, [], 'a, b, c'],
    ['an equality and the order after it', { a: 1 }, UP, 'a, b'],
    ['that order reversed', { a: 1 }, DOWN, 'a, b'],
    ['an index that descends, either way', { a: 1 }, DOWN, 'a, b desc'],
    [
      'an order of two fields',
      {},
      [
        ['a', -1],
        ['b', 1],
      ],
      'a, b desc',
    ],
    [
      'that order fully reversed',
      {},
      [
        ['a', 1],
        ['b', -1],
      ],
      'a, b desc',
    ],
    ['a range after the equalities', { a: 1, b: RANGE }, [], 'a, b'],
    ['a range on the first field', { a: RANGE }, [], 'a'],
    ['a range on the first field of the order', { a: 1, b: RANGE }, DOWN, 'a, b'],
    ['two bounds of one field', { $and: [{ a: { $gt: 1 } }, { a: RANGE }] }, [], 'a'],
    ['conditions joined by $and', { $and: [{ a: 1 }, { b: RANGE }] }, UP, 'a, b'],
    [
      'an order by what is held to one value',
      { a: 1 },
      [
        ['a', 1],
        ['b', 1],
      ],
      'a, b',
    ],
    [
      'a list of values in the order asked for',
      { a: { $in: [1, 2] } },
      [
        ['a', 1],
        ['b', 1],
      ],
      'a, b',
    ],
    ['a nested field', { 'place.city': 'x' }, [], 'place.city'],
  ])('accepts %s', (_name, query, sort, fields) => {
    expect(served(query, sort, fields)).toBe(true);
  });

  it.each<[string, Doc, Sort, string]>([
    ['a whole collection', {}, [], 'a, b'],
    ['a field it does not have', { c: 1 }, [], 'a, b'],
    ['a field that does not lead', { b: 1 }, [], 'a, b'],
    ['a condition beside its fields', { a: 1, c: 1 }, [], 'a, b'],
    ['an equality behind the order', { a: 1, c: 1 }, UP, 'a, b, c'],
    ['an order it does not have', { a: 1 }, [['c', 1]], 'a, b'],
    ['an order that skips a field', { a: 1 }, [['c', 1]], 'a, b, c'],
    [
      'an order half reversed',
      {},
      [
        ['a', 1],
        ['b', -1],
      ],
      'a, b',
    ],
    [
      'an order in another order',
      {},
      [
        ['b', 1],
        ['a', 1],
      ],
      'a, b',
    ],
    ['a range before an equality', { a: RANGE, b: 1 }, [], 'a, b'],
    ['two ranges', { a: RANGE, b: RANGE }, [], 'a, b'],
    ['a range before the order', { a: RANGE }, UP, 'a, b'],
    [
      'a range on a later field of the order',
      { b: RANGE },
      [
        ['a', 1],
        ['b', 1],
      ],
      'a, b',
    ],
    [
      'a list of values behind the first of the order',
      { b: { $in: [1] } },
      [
        ['a', 1],
        ['b', 1],
      ],
      'a, b',
    ],
    ['an inequality', { a: { $ne: 1 } }, [], 'a'],
    ['a regular expression', { a: /x/ }, [], 'a'],
    ['an alternative', { $or: [{ a: 1 }, { a: 2 }] }, [], 'a'],
    ['a whole object', { a: { x: 1 } }, [], 'a'],
    ['a whole list', { a: [1] }, [], 'a'],
    ['a list of whole lists', { a: { $in: [[1]] } }, [], 'a'],
    ['more values than scans are merged', { a: { $in: numbers(201) } }, UP, 'a, b'],
    [
      'more combinations of values',
      { a: { $in: numbers(20) }, c: { $in: numbers(11) } },
      UP,
      'a, c, b',
    ],
  ])('refuses %s', (_name, query, sort, fields) => {
    expect(served(query, sort, fields)).toBe(false);
  });

  it('needs one index for all conditions', () => {
    expect(served({ a: 1, b: 1 }, [], 'a', 'b')).toBe(false);
    expect(served({ a: 1, b: 1 }, [], 'a', 'b, a')).toBe(true);
  });
});

describe('isServed over a list', () => {
  const isServedOver = (query: Doc, sort: Sort, fields: string): boolean =>
    isServed(shapeOf(query, sort), [index(fields)], new Set(['list']));

  it.each<[string, Doc, Sort, string]>([
    ['an element', { a: 1, list: 'x' }, [], 'a, list'],
    ['one of some elements', { list: { $in: ['x', 'y'] } }, [], 'list, b'],
    ['several elements', { a: 1, list: { $all: ['x', 'y'] } }, [], 'a, list'],
    ['an element and the order after it', { a: 1, list: 'x', b: RANGE }, DOWN, 'a, list, b'],
    ['some elements and the order after them', { list: { $in: ['x', 'y'] } }, UP, 'list, b'],
    ['several elements and the order', { list: { $all: ['x', 'y'] } }, UP, 'list, b'],
    ['two bounds after an element', { list: 'x', b: { $gt: 1, $lt: 5 } }, UP, 'list, b'],
    ['one bound of elements', { a: 1, list: RANGE }, [], 'a, list'],
    ['a range of one element', { list: { $elemMatch: { $gte: 1, $lt: 5 } } }, [], 'list'],
    ['what precedes the list', { a: 1 }, [], 'a, list'],
    ['a value before an order and the list', { a: 1 }, UP, 'a, b, list'],
  ])('accepts %s', (_name, query, sort, fields) => {
    expect(isServedOver(query, sort, fields)).toBe(true);
  });

  it.each<[string, Doc, Sort, string]>([
    ['some values before an order and the list', { a: { $in: [1, 2] } }, UP, 'a, b, list'],
    ['two bounds, which two elements may meet', { list: { $gt: 1, $lt: 5 } }, [], 'list'],
    ['two lists of elements', { $and: [{ list: { $in: [1] } }, { list: 2 }] }, [], 'list'],
    ['an order by the list', { a: 1 }, [['list', 1]], 'a, list'],
    ['an order by the list of an element', { list: 1 }, [['list', 1]], 'list'],
    ['a range of elements before the order', { list: RANGE }, UP, 'list, b'],
    ['no element', { list: { $all: [] } }, [], 'list'],
    ['several elements with a list', { list: { $all: [['x']] } }, [], 'list'],
    ['a condition on an element', { list: { $elemMatch: { $ne: 1 } } }, [], 'list'],
    ['a length', { list: { $size: 1 } }, [], 'list'],
    ['a whole list', { list: ['x'] }, [], 'list'],
    ['several values of what is no list', { a: { $all: [1] } }, [], 'a, list'],
    ['an element without the field before it', { list: 'x' }, [], 'a, list'],
  ])('refuses %s', (_name, query, sort, fields) => {
    expect(isServedOver(query, sort, fields)).toBe(false);
  });
});

describe('isServed by _id', () => {
  it.each<[string, Doc, Sort]>([
    ['one document', { _id: 'x' }, []],
    ['several documents', { _id: { $in: ['x', 'y'] } }, []],
    ['a document with further conditions', { _id: 'x', stock: { $gt: 0 }, $or: [{ a: 1 }] }, UP],
    ['a page after an id', { _id: { $gt: 'x' } }, [['_id', 1]]],
    ['the first page by id', {}, [['_id', 1]]],
  ])('accepts %s without an index', (_name, query, sort) => {
    expect(served(query, sort)).toBe(true);
  });

  it.each<Doc>([{ _id: { $ne: 'x' } }, { _id: { $gt: 'x' }, a: 1 }, { $or: [{ _id: 'x' }] }])(
    'refuses %j',
    (query) => {
      expect(served(query, [])).toBe(false);
    },
  );
});

describe('describeShape', () => {
  it('lists fields and operators, without values', () => {
    const query = { albumId: 'secret', kind: { $in: ['x'] }, takenAt: { $lt: 'secret' } };
    expect(describeShape(shapeOf(query, [['takenAt', -1]]))).toBe(
      '{albumId =, kind in, takenAt <} order by takenAt desc',
    );
  });

  it('shows how many values are too many', () => {
    expect(describeShape(shapeOf({ a: { $in: numbers(201) } }, UP))).toBe(
      '{a in (201 values)} order by b asc',
    );
  });

  it('shows conditions on elements', () => {
    const query = { a: { $all: [1] }, b: { $elemMatch: { $gt: 1 } } };
    expect(describeShape(shapeOf(query, []))).toBe('{a all, b within}');
  });

  it('shows conditions that no index serves', () => {
    const query = { a: { $ne: 1 }, b: /x/, c: { x: 1 }, $or: [{ a: 1 }] };
    expect(describeShape(shapeOf(query, []))).toBe('{a $ne, b $regex, c = {…}, $or}');
  });
});
