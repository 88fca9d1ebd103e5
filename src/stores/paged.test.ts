import { describe, expect, it } from 'vitest';

import { firstPage, firstPageAgain, withNextPage } from './paged';

const idOf = (item: string): string => item;
const page = (items: string, cursor: string | null) => ({ items: [...items], cursor });
const twoPages = withNextPage(firstPage(page('abc', '1'), 'then'), page('def', '2'), idOf);

describe('a first page read again', () => {
  const again = (items: string, cursor: string | null) =>
    firstPageAgain(twoPages, page(items, cursor), 'now', idOf);

  it('keeps what followed it and the place of the next page', () => {
    expect(again('abc', '1')).toMatchObject({
      items: [...'abcdef'],
      cursor: '2',
      isComplete: false,
      at: 'now',
    });
  });

  it('takes in what is new and drops what left, without holding anything twice', () => {
    expect(again('xab', '1').items).toEqual([...'xabcdef']);
    expect(again('acd', '1').items).toEqual([...'acdef']);
    expect(again('eab', '1').items).toEqual([...'eabcdf']);
  });

  it('starts over where its end is unknown, or where it is the whole list', () => {
    expect(again('xyz', '1')).toMatchObject({ items: [...'xyz'], cursor: '1' });
    expect(again('ab', null)).toMatchObject({ items: [...'ab'], isComplete: true });
    expect(again('', null).items).toEqual([]);
  });
});
