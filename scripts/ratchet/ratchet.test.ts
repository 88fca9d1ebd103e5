import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { type Ratchet, risen, unexplained, withFigures } from './ratchet';

const note = { on: '2026-11-01', figure: 'words', why: 'the first count', from: null, to: 100 };
const ratchet: Ratchet = { figures: { words: 90, lines: 20 }, files: {}, notes: [note] };

describe('risen', () => {
  it('names figures that are higher or new, and no others', () => {
    const measured = { words: 91, lines: 20, bytes: 1 };
    expect(risen(measured, ratchet.figures)).toEqual(['words', 'bytes']);
    expect(risen({ words: 89, lines: 20 }, ratchet.figures)).toEqual([]);
  });
});

describe('unexplained', () => {
  it('accepts a figure up to its last note', () => {
    const figures = { words: 100 };
    expect(unexplained({ ...ratchet, figures })).toEqual([]);
    const lowered = { ...note, from: 100, to: 95 };
    expect(unexplained({ ...ratchet, figures, notes: [note, lowered] })).toEqual(['words']);
  });

  it('names a figure that was raised by hand, and one without a note', () => {
    expect(unexplained({ ...ratchet, figures: { words: 101 } })).toEqual(['words']);
    expect(unexplained(ratchet)).toEqual(['lines']);
  });
});

describe('withFigures', () => {
  it('lowers a figure without a note', () => {
    const { figures, notes } = withFigures(ratchet, { words: 80 }, undefined, '2026-11-02');
    expect(figures).toEqual({ words: 80, lines: 20 });
    expect(notes).toEqual([note]);
  });

  it('refuses to raise a figure without a note', () => {
    expect(() => withFigures(ratchet, { words: 91, lines: 1 }, undefined, '2026-11-02')).toThrow(
      '--note is needed for words',
    );
  });

  it('raises a figure with a note, and explains it from then on', () => {
    const raised = withFigures(ratchet, { words: 120, lines: 10 }, 'a guide', '2026-11-02');
    expect(raised.notes.slice(1)).toEqual([
      { on: '2026-11-02', figure: 'words', why: 'a guide', from: 90, to: 120 },
    ]);
    expect(unexplained({ ...raised, figures: { words: 120 } })).toEqual([]);
  });
});

describe('bench/ratchet.json', () => {
  it('explains every figure', () => {
    const kept = JSON.parse(readFileSync('bench/ratchet.json', 'utf8')) as Ratchet;
    expect(Object.keys(kept.figures)).not.toEqual([]);
    expect(unexplained(kept)).toEqual([]);
  });
});
