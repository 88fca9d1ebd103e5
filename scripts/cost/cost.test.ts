import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { pathOf, textOf } from '../generated-page';
import { ASSUMPTIONS, type Assumptions, JOURNEYS } from './assumptions';
import { estimateContent, PAGE, readCalls } from './document';
import { costText, estimate } from './estimate';

const one = Object.fromEntries(Object.keys(ASSUMPTIONS).map((name) => [name, 1])) as unknown;
const oneOfAll = { ...(one as Assumptions), stores: 7 };
const flat = Object.fromEntries(
  JOURNEYS.flatMap(({ calls }) => Object.keys(calls)).map((endpoint) => [endpoint, 2]),
);

describe('the estimate', () => {
  it('multiplies stores, weeks, journeys and wire calls', () => {
    // 7 stores × 30/7 weeks: each journey happens 30 times.
    const rows = estimate(oneOfAll, flat);
    const row = (start: string) => rows.find(({ name }) => name.startsWith(start));
    expect(row('merchant opens the home page')).toMatchObject({
      functionCalls: 120,
      readRequests: 240,
      writeRequests: 0,
    });
    expect(row('amount recorded')).toMatchObject({
      functionCalls: 90,
      readRequests: 120,
      writeRequests: 60,
    });
    expect(row('timer')).toMatchObject({ functionCalls: 8640, readRequests: 8640 });
    expect(row('in all')?.functionCalls).toBe(
      rows.slice(0, -1).reduce((sum, { functionCalls }) => sum + functionCalls, 0),
    );
  });

  it('is refused by name when an endpoint was not measured', () => {
    const { 'sales.record': _gone, ...rest } = flat;
    expect(() => estimate(oneOfAll, rest)).toThrow('written down for sales.record');
  });

  it('shows what was assumed, and groups large numbers', () => {
    const text = costText(ASSUMPTIONS, estimate(ASSUMPTIONS, readCalls()));
    expect(text).toContain('stores 1000\n  sessionsPerWeek 4\n');
    expect(text).toMatch(/in all +\d{1,3}(,\d{3})+ /);
  });

  it('stands in docs/generated/monthly-cost.md as the command prints it', async () => {
    expect(readFileSync(pathOf(PAGE), 'utf8')).toBe(await textOf(PAGE, estimateContent()));
  });
});
