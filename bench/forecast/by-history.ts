import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { MIN_MEASURED, rowsOfKind } from '../../src/domain/forecast/measured';
import type { Judged } from './measure';

/** The table that the product shows; only this bench writes it. */
const FILE = fileURLToPath(new URL('../../src/domain/forecast/measured.json', import.meta.url));

/** Forecasts and how many of them held, by the traits of the history. */
export type MeasuredTable = Readonly<Record<string, readonly [forecasts: number, inside: number]>>;

/** Counts forecasts by the traits of their history; rows with few of them are left out. */
export function measuredTable(judged: readonly Judged[]): MeasuredTable {
  const rows = new Map<string, [number, number]>();
  for (const { history, fell } of judged) {
    for (const row of rowsOfKind(history)) {
      const [forecasts, inside] = rows.get(row) ?? [0, 0];
      rows.set(row, [forecasts + 1, inside + (fell === 'inside' ? 1 : 0)]);
    }
  }
  return Object.fromEntries(
    [...rows].filter(([, [forecasts]]) => forecasts >= MIN_MEASURED).sort(),
  );
}

function textOf(table: MeasuredTable): string {
  const rows = Object.entries(table).map(([row, counts]) => `  "${row}": [${counts.join(', ')}]`);
  return `{\n${rows.join(',\n')}\n}\n`;
}

/** Replaces the table that the product shows. */
export function writeMeasured(table: MeasuredTable): void {
  writeFileSync(FILE, textOf(table));
}

/** Whether the product shows what was measured. */
export function isShown(table: MeasuredTable): boolean {
  return readFileSync(FILE, 'utf8') === textOf(table);
}

/** The table for people to read. */
export function historyTable(table: MeasuredTable): string {
  const rows = Object.entries(table).map(([row, [forecasts, inside]]) => {
    return `| ${row.replaceAll('_', ' ')} | ${forecasts} | ${((100 * inside) / forecasts).toFixed(1)} % |`;
  });
  return ['| history | forecasts | year end inside |', '| --- | ---: | ---: |', ...rows].join('\n');
}
