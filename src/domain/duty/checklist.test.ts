import { describe, expect, it } from 'vitest';

import {
  ARTICLE_OF,
  ARTICLES,
  type Checklist,
  firstList,
  KNOWN_ITEMS,
  MAX_ITEMS,
  STARTING_LISTS,
} from './checklist';

describe('the lists to start from', () => {
  it('hold known items, none twice, and fit the limits', () => {
    for (const { items } of STARTING_LISTS) {
      const ids = items.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBeLessThanOrEqual(MAX_ITEMS);
      expect(items.every(({ id, known, text }) => id === known && text === null)).toBe(true);
    }
  });

  it('name every article that the product explains', () => {
    const articles = KNOWN_ITEMS.flatMap((item) => ARTICLE_OF[item] ?? []);
    expect([...new Set(articles)].sort()).toEqual(ARTICLES);
  });
});

describe('firstList', () => {
  const plain: Checklist = { id: 'a', name: '甲', items: [] };

  it('is the first one', () => {
    expect(firstList([plain, ...STARTING_LISTS], { isAiPresenter: false })).toBe(plain);
    expect(firstList([], { isAiPresenter: false })).toBeNull();
  });

  it('is the first with the label for a presenter made by AI, if there is one', () => {
    expect(firstList(STARTING_LISTS, { isAiPresenter: true })?.id).toBe('ai_presenter');
    expect(firstList([plain], { isAiPresenter: true })).toBe(plain);
  });
});
