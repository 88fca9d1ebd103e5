import { describe, expect, it } from 'vitest';

import { questionsFor, readAnswer } from './questions';

describe('readAnswer', () => {
  it('reads money in fen and followers in people', () => {
    expect(readAnswer('netFen', '1200万')).toEqual({ ok: true, value: 1_200_000_000 });
    expect(readAnswer('followers', '50.1万')).toEqual({ ok: true, value: 501_000 });
  });

  it('takes "I do not know" as unknown, never as 0, and an empty field as no answer', () => {
    expect(readAnswer('netFen', ' ')).toEqual({ ok: false, reason: 'not_filled' });
    expect(readAnswer('netFen', null)).toEqual({ ok: true, value: null });
    expect(readAnswer('netFen', '0')).toEqual({ ok: true, value: 0 });
  });

  it('names what cannot be read, and a part of a person', () => {
    expect(readAnswer('netFen', 'many')).toEqual({ ok: false, reason: 'not_a_number' });
    expect(readAnswer('followers', '10.5')).toEqual({ ok: false, reason: 'too_precise' });
  });
});

describe('questionsFor', () => {
  it('asks a streamer for sales and followers, a brand for its revenue too', () => {
    expect(questionsFor('streamer')).toEqual(['netFen', 'followers']);
    expect(questionsFor('brand_or_shop')).toEqual(['netFen', 'followers', 'operatingRevenueFen']);
  });
});
