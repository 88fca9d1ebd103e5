import { describe, expect, it } from 'vitest';

import { placeLabels } from './labels';

describe('placeLabels', () => {
  it('puts one label at its mark', () => {
    expect(placeLabels({ meLow: 0.5, meHigh: 0.5 }, false, 300)).toEqual({
      me: 150,
      gap: null,
      atMost: null,
    });
  });

  it('keeps the bounds of a range apart, however close they are', () => {
    const { me, gap, atMost } = placeLabels({ meLow: 0.5, meHigh: 0.51 }, true, 300);
    expect(me).toBe(150);
    expect(gap).toBe(177);
    expect(atMost).toBe(204);
  });

  it('keeps labels of two lines further apart', () => {
    const { me, gap, atMost } = placeLabels({ meLow: 0.5, meHigh: 0.51 }, true, 300, 2);
    expect({ me, gap, atMost }).toEqual({ me: 150, gap: 195, atMost: 240 });
  });

  it('leaves room above for everything at the very end of the road', () => {
    const { me, atMost } = placeLabels({ meLow: 0.99, meHigh: 1 }, false, 300);
    expect(me).toBe(270);
    expect(atMost).toBe(300);
  });

  it('shows no subject where nothing is known', () => {
    expect(placeLabels({ meLow: null, meHigh: null }, true, 300).me).toBeNull();
  });
});
