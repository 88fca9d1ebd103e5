import { readFileSync } from 'node:fs';

import { type GeneratedPage, pathOf, writePage } from '../../scripts/generated-page';
import { caseTable, differenceTable, type Row, summary } from './report';

const PAGE: GeneratedPage = {
  file: 'conformance.md',
  title: 'Conformance, case by case',
  command: 'npm run conformance -- --write',
};

/** Writes the page with the results of each case on each cloud. */
export async function writeTables(rows: readonly Row[]): Promise<void> {
  const parts = [summary(rows), caseTable(rows), differenceTable(rows)];
  await writePage(PAGE, parts.filter((part) => part !== '').join('\n\n'));
}

/** The cells of the page's rows; the first cell is the id of the case. */
export function listedCases(): string[][] {
  return readFileSync(pathOf(PAGE), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((text) => text.trim().replaceAll('\\', '')),
    );
}
