import { afterEach, describe, expect, it, vi } from 'vitest';

import { newRequestKey } from './request-key';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('newRequestKey', () => {
  it.each([true, false])('makes keys that differ (with crypto: %s)', (hasCrypto) => {
    if (!hasCrypto) vi.stubGlobal('crypto', undefined);
    const keys = Array.from({ length: 1000 }, newRequestKey);
    expect(new Set(keys).size).toBe(1000);
    expect(keys.every((key) => /^[A-Za-z0-9_-]{22}$/.test(key))).toBe(true);
  });
});
