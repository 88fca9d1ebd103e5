import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { FUNCTION_RULES } from './rules';

const FUNCTIONS = readdirSync('cloud/functions', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe('the settings of the functions', () => {
  it('name every function, and no other one', () => {
    const { '*': _others, ...rules } = FUNCTION_RULES;
    expect(Object.keys(rules).sort()).toEqual([...FUNCTIONS].sort());
  });

  it.each(FUNCTIONS)('of %s lie within the limits of the platform', (name) => {
    const text = readFileSync(`cloud/functions/${name}/config.json`, 'utf8');
    const config = JSON.parse(text) as { timeout: number; memorySize: number };
    // A call is answered within ten seconds, and 256 MB is all that the smallest plan has.
    expect(config.timeout).toBeGreaterThan(10);
    expect(config.timeout).toBeLessThanOrEqual(60);
    expect(config.memorySize).toBe(256);
  });

  it.each(FUNCTIONS)(
    'give %s one trigger at most, away from the full and the half hour',
    (name) => {
      const text = readFileSync(`cloud/functions/${name}/config.json`, 'utf8');
      const { triggers = [] } = JSON.parse(text) as { triggers?: { config: string }[] };
      expect(triggers.length).toBeLessThanOrEqual(1);
      for (const { config } of triggers) {
        const minutes = (config.split(' ')[1] ?? '').split(',').map(Number);
        expect(minutes).toHaveLength(12);
        expect(minutes.every((minute) => minute >= 0 && minute < 60)).toBe(true);
        expect(minutes.filter((minute) => minute % 30 === 0)).toEqual([]);
      }
    },
  );
});
