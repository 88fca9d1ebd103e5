import { describe, expect, it } from 'vitest';

import { readArguments } from './arguments';

describe('readArguments', () => {
  it('has defaults for everything but the functions', () => {
    expect(readArguments(['--functions', 'f'])).toEqual({
      functionsRoot: 'f',
      schemaFile: undefined,
      rulesFile: undefined,
      dataDir: ':memory:',
      port: 8788,
      strict: false,
    });
  });

  it('gives null when they ask for help', () => {
    expect(readArguments(['--help'])).toBeNull();
  });

  it.each<[string[], string]>([
    [[], '--functions is missing'],
    [['--functions', 'f', '--port', '70000'], '--port is not a port: 70000'],
    [['--functions', 'f', '--port', 'x'], '--port is not a port: x'],
    [['--functions', 'f', '--seed'], "Unknown option '--seed'"],
  ])('refuses %j', (args, message) => {
    expect(() => readArguments(args)).toThrow(message);
  });
});
