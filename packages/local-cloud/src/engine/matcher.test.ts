import { describe, expect, it } from 'vitest';

import { compileQuery } from './matcher';

const VALUES: readonly unknown[] = [
  'x',
  ['x'],
  ['y', 'x'],
  [['x']],
  [],
  null,
  [null],
  [1, 5],
  [[3]],
];

/** The values that a condition on their field matches. */
function matched(condition: unknown): unknown[] {
  const matches = compileQuery({ v: condition });
  return VALUES.filter((value) => matches({ v: value }));
}

describe('$all', () => {
  it.each<[string, unknown, unknown[]]>([
    ['a value that is no list as its only element', ['x'], ['x', ['x'], ['y', 'x']]],
    ['all of several elements', ['x', 'y'], [['y', 'x']]],
    ['null as an equality does', [null], [null, [null]]],
    ['a whole list', [['x']], [['x'], [['x']]]],
    ['regular expressions', [/^x/, /^y/], [['y', 'x']]],
    ['conditions on elements', [{ $elemMatch: { $gt: 1 } }, 1], [[1, 5]]],
    ['nothing without a condition', [], []],
  ])('matches %s', (_what, operand, expected) => {
    expect(matched({ $all: operand })).toEqual(expected);
  });
});

describe('$elemMatch', () => {
  it.each<[string, unknown, unknown[]]>([
    ['one element with all conditions', { $gte: 'x', $lt: 'y' }, [['x'], ['y', 'x']]],
    ['no list in a list by its elements', { $gte: 2, $lt: 4 }, []],
    ['a list in a list as a whole', { $eq: ['x'] }, [[['x']]]],
    ['a list in a list by its length', { $size: 1 }, [[['x']], [[3]]]],
    ['a list in a list by a condition on its elements', { $elemMatch: { $gt: 2 } }, [[[3]]]],
    ['nothing that is no list', { $eq: 'x' }, [['x'], ['y', 'x']]],
  ])('matches %s', (_what, operand, expected) => {
    expect(matched({ $elemMatch: operand })).toEqual(expected);
  });

  it('matches elements that are objects by their fields', () => {
    const matches = compileQuery({ v: { $elemMatch: { a: 1, b: { $gt: 1 } } } });
    expect(matches({ v: [{ a: 1, b: 2 }] })).toBe(true);
    expect(matches({ v: [{ a: 1 }, { b: 2 }] })).toBe(false);
  });
});
