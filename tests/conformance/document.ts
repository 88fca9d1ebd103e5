import { readFileSync, writeFileSync } from 'node:fs';

import { format, resolveConfig } from 'prettier';

import { caseTable, differenceTable, type Row, summary } from './report';

const START = '<!-- cases: written by `npm run conformance -- --write` -->';
const END = '<!-- end of cases -->';

function cut(text: string): { head: string; middle: string; tail: string } {
  const [head, rest] = text.split(START);
  const [middle, tail] = (rest ?? '').split(END);
  if (head === undefined || middle === undefined || tail === undefined) {
    throw new Error(`the document needs the lines ${START} and ${END}`);
  }
  return { head, middle, tail };
}

/** Puts the table between the document's markers. @throws Error when they are missing. */
export async function writeTable(file: string, rows: readonly Row[]): Promise<void> {
  const { head, tail } = cut(readFileSync(file, 'utf8'));
  const parts = [summary(rows), caseTable(rows), differenceTable(rows)].filter((p) => p !== '');
  const text = `${head}${START}\n\n${parts.join('\n\n')}\n\n${END}${tail}`;
  const config = await resolveConfig(file);
  writeFileSync(file, await format(text, { ...config, filepath: file }));
}

/** The cells of the rows that stand between the document's markers; the first cell is the id. */
export function listedCases(file: string): string[][] {
  const { middle } = cut(readFileSync(file, 'utf8'));
  return middle
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((text) => text.trim().replaceAll('\\', '')),
    );
}
