import { afterEach, beforeEach, expect, vi } from 'vitest';

/**
 * A test fails when anything is written to `console.error` or `console.warn`: MobX and React report
 * there that state was changed outside an action or a component was used wrongly. A test that
 * expects such a report replaces the spy.
 */
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

afterEach(() => {
  const reports = [console.error, console.warn].flatMap((method) =>
    vi.isMockFunction(method) ? method.mock.calls.map((words) => words.map(String).join(' ')) : [],
  );
  vi.restoreAllMocks();
  expect(reports).toEqual([]);
});
