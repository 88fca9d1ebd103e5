import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import type { HistoryKind } from './history-kind';
import { measuredFor, MIN_MEASURED } from './measured';
import table from './measured.json';
import { rangeOf, steadyInput } from './paths.fixture';

const PAGE = readFileSync('docs/generated/forecast.md', 'utf8');

describe('what was measured', () => {
  it('is the table of the last run of the bench', () => {
    for (const [row, counts] of Object.entries<number[]>(table)) {
      const [forecasts = 0, inside = 0] = counts;
      const share = ((100 * inside) / forecasts).toFixed(1);
      const cells = [row.replaceAll('_', ' '), String(forecasts), `${share} %`];
      const line = new RegExp(`\\| ${cells.join(' +\\| +')} \\|`);
      expect(PAGE, row).toMatch(line);
      expect(forecasts, row).toBeGreaterThanOrEqual(MIN_MEASURED);
    }
  });

  it('exists for every trend and time ahead', () => {
    for (const trend of ['rising', 'level', 'falling'] as const) {
      for (const ahead of ['far', 'middle', 'near'] as const) {
        const kind: HistoryKind = { trend, ahead, length: 'under_year', weeks: 'gaps' };
        expect(measuredFor(kind), `${trend} ${ahead}`).not.toBeNull();
      }
    }
  });

  it('is of all traits where enough histories have them, otherwise of trend and time ahead', () => {
    const rows = Object.keys(table);
    for (const row of rows) {
      const [trend, ahead, length, weeks] = row.split(' ');
      if (length === undefined) continue;
      const kind = { trend, ahead, length, weeks } as HistoryKind;
      expect(measuredFor(kind)).toMatchObject({ isWide: false });
    }
    const missing = { trend: 'rising', ahead: 'far', length: 'x', weeks: 'x' };
    expect(measuredFor(missing as unknown as HistoryKind)).toMatchObject({ isWide: true });
  });

  it('comes with every range', () => {
    const { history, measured } = rangeOf(steadyInput()).inputs;
    expect(history).toEqual({
      trend: 'level',
      length: 'under_year',
      weeks: 'busy',
      ahead: 'middle',
    });
    expect(measured).toEqual(measuredFor(history));
  });
});
