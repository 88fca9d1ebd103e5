import { describe, expect, it } from 'vitest';

import { clockText } from './clock-text';

describe('clockText', () => {
  it.each([
    [0, '0:00:00'],
    [21, '0:00:21'],
    [3_599, '0:59:59'],
    [3_600, '1:00:00'],
    [100_000, '27:46:40'],
  ])('writes %i seconds as %s', (seconds, text) => {
    expect(clockText(seconds)).toBe(text);
  });
});
