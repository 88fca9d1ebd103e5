import { describe, expect, it } from 'vitest';

import { readArguments } from './arguments';

describe('arguments of npm start', () => {
  it('have defaults', () => {
    expect(readArguments([], {})).toEqual({ port: 8787, reset: false, verbose: false, face: 'h5' });
  });

  it('take the port from --port before PORT', () => {
    expect(readArguments([], { PORT: '9001' }).port).toBe(9001);
    expect(readArguments(['--port', '9002', '--reset'], { PORT: '9001' })).toEqual({
      port: 9002,
      reset: true,
      verbose: false,
      face: 'h5',
    });
  });

  it('take the face of the phone, and refuse another', () => {
    expect(readArguments(['--face', 'weapp'], {}).face).toBe('weapp');
    expect(() => readArguments(['--face', 'web'], {})).toThrow(/weapp/);
  });

  it.each(['x', '-1', '70000', '80.5', ''])('refuse the port "%s"', (port) => {
    expect(() => readArguments([`--port=${port}`], {})).toThrow(/65535/);
  });

  it('refuse what is unknown', () => {
    expect(() => readArguments(['--rest'], {})).toThrow(/--rest/);
  });
});
