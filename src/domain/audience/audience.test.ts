import { describe, expect, it } from 'vitest';

import { openingsOf, PAGE_EVENTS, sourceOf, sumOfCounts, VISIT_SOURCES } from './audience';

describe('where a viewer came from', () => {
  it.each([
    ['card', false, 'chat'],
    ['card', true, 'group'],
    ['moments', false, 'moments'],
    ['moments', true, 'moments'],
    ['code', false, 'code'],
    ['message', false, 'message'],
    ['discovery', true, 'discovery'],
    [null, true, 'other'],
    ['made-up', false, 'other'],
    ['other', false, 'other'],
  ] as const)('tag %s, from a group: %s, is %s', (tag, isFromGroup, source) => {
    expect(sourceOf(tag, isFromGroup)).toBe(source);
  });
});

describe('counts', () => {
  it('are summed over shards that lack what did not happen in them', () => {
    const counts = sumOfCounts([{ chat: 2, follow: 1 }, {}, { chat: 3, group: 4 }]);
    expect(counts).toMatchObject({ chat: 5, group: 4, follow: 1, calendar: 0 });
    expect(Object.keys(counts)).toEqual([...PAGE_EVENTS]);
  });

  it('of openings leave out what was done on the page', () => {
    const each = Object.fromEntries(PAGE_EVENTS.map((event) => [event, 1]));
    expect(openingsOf(sumOfCounts([each]))).toBe(VISIT_SOURCES.length);
  });
});
