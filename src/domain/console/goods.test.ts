import { describe, expect, it } from 'vitest';

import { addMinutes } from '../time';
import { goodsTimes, nextPlace } from './goods';

const START = '2026-11-24T12:00:00.000Z';
const END = addMinutes(START, 60);

describe('goodsTimes', () => {
  it('shares what is left until the planned end before the first item', () => {
    expect(goodsTimes(null, 4, END, START)).toEqual({
      place: null,
      leftSeconds: null,
      shareSeconds: 15 * 60,
    });
  });

  it('gives the item that is on its share of what was left when it began', () => {
    const second = { place: 1, since: addMinutes(START, 15) };
    expect(goodsTimes(second, 4, END, addMinutes(START, 20))).toEqual({
      place: 1,
      leftSeconds: 10 * 60,
      shareSeconds: 15 * 60,
    });
  });

  it('takes the time of an item that is over its share from those that follow', () => {
    const second = { place: 1, since: addMinutes(START, 15) };
    expect(goodsTimes(second, 4, END, addMinutes(START, 40))).toEqual({
      place: 1,
      leftSeconds: -10 * 60,
      shareSeconds: 10 * 60,
    });
  });

  it('gives nothing to goods that were passed over', () => {
    const third = { place: 2, since: addMinutes(START, 20) };
    expect(goodsTimes(third, 4, END, addMinutes(START, 20))).toEqual({
      place: 2,
      leftSeconds: 20 * 60,
      shareSeconds: 20 * 60,
    });
  });

  it('has nothing to share after the last item or the planned end', () => {
    const last = { place: 3, since: addMinutes(START, 45) };
    expect(goodsTimes(last, 4, END, addMinutes(START, 50)).shareSeconds).toBe(0);
    expect(goodsTimes(null, 4, END, addMinutes(END, 1)).shareSeconds).toBe(0);
    // Goods were removed while their last one was on.
    expect(goodsTimes(last, 2, END, addMinutes(START, 50)).leftSeconds).toBe(-5 * 60);
  });
});

describe('nextPlace', () => {
  it('goes from item to item, and from the last to the first again', () => {
    expect([null, 0, 1, 2, 5].map((place) => nextPlace(place, 3))).toEqual([0, 1, 2, 0, 0]);
  });
});
