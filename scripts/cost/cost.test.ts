import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { pathOf, textOf } from '../generated-page';
import { ASSUMPTIONS, type Assumptions, JOURNEYS } from './assumptions';
import { estimateContent, PAGE, readCalls } from './document';
import { costText, estimate } from './estimate';

const ones = Object.fromEntries(Object.keys(ASSUMPTIONS).map((name) => [name, 1])) as unknown;
const oneOfEach = { ...(ones as Assumptions), stores: 7 };
const twoEach = Object.fromEntries(
  JOURNEYS.flatMap(({ calls }) => Object.keys(calls)).map((endpoint) => [endpoint, 2]),
);

describe('the estimate', () => {
  it('multiplies stores, weeks, journeys and wire calls', () => {
    // 7 stores × 30/7 weeks: each journey happens 30 times.
    const rows = estimate(oneOfEach, twoEach);
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
    expect(row('timer')).toMatchObject({ functionCalls: 8640, readRequests: 17_280 });
    expect(row('in all')?.functionCalls).toBe(
      rows.slice(0, -1).reduce((sum, { functionCalls }) => sum + functionCalls, 0),
    );
  });

  it('names an endpoint that was not measured', () => {
    const { 'sales.record': _gone, ...rest } = twoEach;
    expect(() => estimate(oneOfEach, rest)).toThrow(
      'the wire calls of sales.record were not measured',
    );
  });

  it('lists the assumptions, and groups the digits of large numbers', () => {
    const text = costText(ASSUMPTIONS, estimate(ASSUMPTIONS, readCalls()));
    expect(text).toContain('stores 1000\n  sessionsPerWeek 4\n');
    expect(text).toMatch(/in all +\d{1,3}(,\d{3})+ /);
  });

  it('is the text of docs/generated/monthly-cost.md', async () => {
    expect(readFileSync(pathOf(PAGE), 'utf8')).toBe(await textOf(PAGE, estimateContent()));
  });
});
