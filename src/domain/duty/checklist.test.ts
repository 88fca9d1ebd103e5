import { describe, expect, it } from 'vitest';

import {
  ARTICLE_OF,
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

  // Read in the text of the order: arts 25 to 32 and 37 bind those who run a live room.
  it('name articles of Order 117 that bind those who run a live room', () => {
    const articles = KNOWN_ITEMS.flatMap((item) => ARTICLE_OF[item] ?? []);
    expect(articles.every((article) => (article >= 25 && article <= 32) || article === 37)).toBe(
      true,
    );
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
