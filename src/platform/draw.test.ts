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
    clip: note('clip'),
    closePath: note('closePath'),
    fill: () => void done.push(['fill', pen.fillStyle]),
    fillRect: (...values: unknown[]) => void done.push(['fillRect', pen.fillStyle, ...values]),
    fillText: (...values: unknown[]) =>
      void done.push(['text', pen.font, pen.textAlign, ...values]),
    measureText: (text: string) => ({ width: Array.from(text).length * 10 }),
    lineTo: note('lineTo'),
    moveTo: note('moveTo'),
    restore: note('restore'),
    save: note('save'),
    stroke: () => void done.push(['stroke', pen.strokeStyle, pen.lineWidth, pen.lineCap]),
    translate: note('translate'),
    fillStyle: '',
    lineCap: 'butt',
    lineWidth: 1,
    strokeStyle: '',
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

  it('draws sectors and lines', () => {
    const { pen, done } = fakePen();
    const commands = [
      { op: 'sector', x: 9, y: 8, radius: 7, from: 1, to: 2, fill: '#123456' },
      { op: 'line', x: 1, y: 2, toX: 3, toY: 4, width: 5, fill: '#654321' },
    ] as const;
    drawOn(pen, { width: 500, height: 400, commands });
    expect(done).toEqual([
      ['beginPath'],
      ['moveTo', 9, 8],
      ['arc', 9, 8, 7, 1, 2],
      ['fill', '#123456'],
      ['beginPath'],
      ['moveTo', 1, 2],
      ['lineTo', 3, 4],
      ['stroke', '#654321', 5, 'round'],
    ]);
  });

  it('draws a group at its place and no further', () => {
    const { pen, done } = fakePen();
    const disc = { op: 'circle', x: 5, y: 5, radius: 3, fill: '#222' } as const;
    const box = { op: 'group', x: 20, y: 30, width: 48, height: 48, radius: 6 } as const;
    drawOn(pen, { width: 500, height: 400, commands: [{ ...box, commands: [disc] }] });
    const names = done.map((step) => (step as string[])[0]);
    expect([names[0], names[names.length - 1]]).toEqual(['save', 'restore']);
    const order = ['clip', 'translate', 'arc'].map((name) => names.indexOf(name));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(done).toContainEqual(['translate', 20, 30]);
  });
});
