import { describe, expect, it } from 'vitest';

import type { Drawing } from '../domain/drawing/commands';
import { ShareStore } from './share-store';

const BANNER = { id: 's1', width: 750, height: 300, letter: '' };
const LOGO = { id: 's1', width: 152, height: 152, letter: '阿' };

/** A store, and the drawings that its canvas has not finished. */
function setUp() {
  const drawings: { drawing: Drawing; done: (file: string | null) => void }[] = [];
  const share = {
    canPost: false,
    setCard: () => undefined,
    isFromGroup: () => false,
    post: () => undefined,
  };
  const draw = (drawing: Drawing) =>
    new Promise<string | null>((done) => void drawings.push({ drawing, done }));
  const store = new ShareStore({ share, canvas: { elementId: 'canvas', draw } });
  const shown = () => [store.coverPicture(BANNER), store.coverPicture(LOGO)];
  return { store, drawings, shown };
}

describe('covers of a page', () => {
  it('are shown together, each drawn once', async () => {
    const { store, drawings, shown } = setUp();
    const all = [store.drawCover(BANNER), store.drawCover(LOGO), store.drawCover({ ...LOGO })];
    expect(drawings.map(({ drawing }) => drawing.width)).toEqual([750, 152]);
    drawings[0]?.done('banner.png');
    await all[0];
    expect(shown()).toEqual([null, null]);
    drawings[1]?.done('logo.png');
    await Promise.all(all);
    expect(shown()).toEqual(['banner.png', 'logo.png']);
    await store.drawCover(BANNER);
    expect(drawings).toHaveLength(2);
  });

  it('are drawn again at the next page where the device could not', async () => {
    const { store, drawings, shown } = setUp();
    const first = store.drawCover(BANNER);
    drawings[0]?.done(null);
    await first;
    expect(shown()).toEqual([null, null]);
    const second = store.drawCover(BANNER);
    drawings[1]?.done('banner.png');
    await second;
    expect(shown()).toEqual(['banner.png', null]);
  });
});
