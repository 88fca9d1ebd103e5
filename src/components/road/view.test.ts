import { describe, expect, it } from 'vitest';

import { nextAbove, restingView, scaleWordsAt, viewOfTier } from './view';

const HEIGHT = 372;
const signs = [230, 460, 690].map((at, index) => {
  return { tierId: `A${index + 1}`, threshold: at, at, above: 0 };
});
function roadAt(low: number | null, high = low) {
  return { signs, stretches: [], low, high, verified: null, settled: null, yearEnd: null };
}
const idOf = (at: number) => nextAbove(roadAt(at), restingView(roadAt(at), HEIGHT, null))?.tierId;

describe('restingView', () => {
  it('has the last tier reached 55 px above its lower edge', () => {
    expect(restingView(roadAt(446), HEIGHT, null).foot).toBe(230 - 55);
    expect(restingView(roadAt(461), HEIGHT, null).foot).toBe(460 - 55);
    expect(restingView(roadAt(0), HEIGHT, null).foot).toBe(-55);
    expect(restingView(roadAt(null), HEIGHT, null).foot).toBe(-55);
  });

  it('moves up for the upper bound of a range, while the lower one stays in view', () => {
    expect(restingView(roadAt(141, 380), HEIGHT, null).foot).toBe(380 - (HEIGHT - 61));
    expect(restingView(roadAt(141, 900), HEIGHT, null).foot).toBe(141 - 71);
  });

  it('follows a marker far above the last tier', () => {
    const { foot, top } = restingView(roadAt(1200), HEIGHT, null);
    expect(1200 - foot).toBeGreaterThan(0);
    expect(top - 1200).toBe(61);
  });

  it('goes down to the tier of the sentence, while the marker stays in view', () => {
    expect(restingView(roadAt(470), HEIGHT, 'A1').foot).toBe(230 - 55);
    expect(restingView(roadAt(680), HEIGHT, 'A1').foot).toBe(680 - (HEIGHT - 61));
  });
});

describe('nextAbove', () => {
  it('is the nearest tier whose sign is out of view', () => {
    expect(idOf(0)).toBe('A2');
    expect(idOf(446)).toBe('A3');
    expect(idOf(461)).toBeUndefined();
  });
});

describe('viewOfTier', () => {
  it('has the tier where the next one stands at rest', () => {
    const [, second, third] = signs;
    if (!second || !third) throw new Error('no signs');
    expect(viewOfTier(second, HEIGHT).foot).toBe(restingView(roadAt(300), HEIGHT, null).foot);
    expect(third.at - viewOfTier(third, HEIGHT).foot).toBe(285);
  });
});

describe('scaleWordsAt', () => {
  const view = { foot: 175, top: 547 };
  it('stands in the middle of a stretch', () => {
    expect(scaleWordsAt({ from: 230, to: 460 }, view, signs)).toBe(345);
  });

  it('is left out where a sign covers it, or where its stretch is out of view', () => {
    const covering = [{ tierId: 'B', threshold: 1, at: 350, above: 0 }];
    expect(scaleWordsAt({ from: 230, to: 460 }, view, covering)).toBeNull();
    expect(scaleWordsAt({ from: 690, to: 920 }, view, signs)).toBeNull();
  });
});
