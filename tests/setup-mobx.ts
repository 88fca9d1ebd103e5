import { afterEach, beforeEach, expect, vi } from 'vitest';

/**
 * Anything said to `console.error` or `console.warn` fails the test: MobX and React speak there when
 * state is changed outside an action or a component is used wrongly. A test that expects such words
 * replaces the spy itself.
 */
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

afterEach(() => {
  const said = [console.error, console.warn].flatMap((method) =>
    vi.isMockFunction(method) ? method.mock.calls.map((words) => words.map(String).join(' ')) : [],
  );
  vi.restoreAllMocks();
  expect(said).toEqual([]);
});
