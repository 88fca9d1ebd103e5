import { describe, expect, it } from 'vitest';

import { drawOn, type Pen } from './draw';

/** A pen that writes down what it does; every character is 10 wide. */
function fakePen() {
  const done: unknown[] = [];
  const note =
    (name: string) =>
    (...values: unknown[]) =>
      void done.push([name, ...values]);
  const pen = {
    arc: note('arc'),
    arcTo: note('arcTo'),
    beginPath: note('beginPath'),
    closePath: note('closePath'),
    fill: () => void done.push(['fill', pen.fillStyle]),
    fillText: (...values: unknown[]) =>
      void done.push(['text', pen.font, pen.textAlign, ...values]),
    measureText: (text: string) => ({ width: Array.from(text).length * 10 }),
    moveTo: note('moveTo'),
    fillStyle: '',
    font: '',
    textAlign: 'left',
    textBaseline: 'top',
  };
  return { pen: pen as unknown as Pen, done };
}

function text(words: string, maxWidth: number) {
  return {
    op: 'text' as const,
    text: words,
    x: 10,
    y: 20,
    size: 40,
    weight: 'bold' as const,
    fill: '#fff',
    align: 'right' as const,
    maxWidth,
  };
}

function drawnText(words: string, maxWidth: number) {
  const { pen, done } = fakePen();
  drawOn(pen, { width: 500, height: 400, commands: [text(words, maxWidth)] });
  return (done[0] as unknown[])[3];
}

describe('drawOn', () => {
  it('draws in order, each with its own colour', () => {
    const { pen, done } = fakePen();
    drawOn(pen, {
      width: 500,
      height: 400,
      commands: [
        { op: 'rect', x: 0, y: 0, width: 10, height: 10, radius: 2, fill: '#111' },
        { op: 'circle', x: 5, y: 5, radius: 3, fill: '#222' },
        text('棉', 100),
      ],
    });
    expect(done.filter((step) => ['fill', 'arc', 'text'].includes((step as string[])[0]!))).toEqual(
      [
        ['fill', '#111'],
        ['arc', 5, 5, 3, 0, 2 * Math.PI],
        ['fill', '#222'],
        ['text', expect.stringMatching(/^bold 40px /), 'right', '棉', 10, 20, 100],
      ],
    );
  });

  it('squeezes text a little, then cuts it between whole characters', () => {
    expect(drawnText('0123456789', 100)).toBe('0123456789');
    expect(drawnText('0123456789', 90)).toBe('0123456789');
    expect(drawnText('0123456789', 51)).toBe('01234…');
    expect(drawnText('😀😀😀😀', 26)).toBe('😀😀…');
  });
});
