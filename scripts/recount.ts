import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { recount, type RecountReport, type RecountRow } from './recount/recount';
import { openSnapshot } from 'local-cloud/data';
import { runMain } from './run-main';

const USAGE = 'npm run recount -- [--data <folder of a local cloud>] [--json]';

const DESK_DATA = fileURLToPath(new URL('../.data/desk', import.meta.url));

const HEADINGS = ['store', 'kept', 'compared', 'differences'];

function cellsOf({ shopId, shopName, kind, compared, differences }: RecountRow): string[] {
  return [`${shopId} ${shopName}`, kind, String(compared), String(differences.length)];
}

/** The width of a text in columns: a Chinese character takes two. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (/[ᄀ-￦]/u.test(character) ? 2 : 1), 0);
}

function table(lines: string[][]): string {
  const widths = HEADINGS.map((_heading, column) =>
    Math.max(...lines.map((line) => widthOf(line[column] ?? ''))),
  );
  const pad = (text: string, column: number): string => {
    const space = ' '.repeat((widths[column] ?? 0) - widthOf(text));
    return column < 2 ? text + space : space + text;
  };
  return lines.map((line) => line.map(pad).join('  ')).join('\n');
}

function print({ entries, rows, differences }: RecountReport): void {
  console.log(table([HEADINGS, ...rows.map(cellsOf)]));
  for (const { kind, differences: found } of rows) {
    for (const { key, kept, recounted } of found) {
      console.log(`\n${kind} ${key}`);
      console.log(`  kept      ${JSON.stringify(kept)}`);
      console.log(`  recounted ${JSON.stringify(recounted)}`);
    }
  }
  console.log(`\n${String(entries)} entries recounted, ${String(differences)} differences`);
}

function main(): void {
  const { values } = parseArgs({
    options: { data: { type: 'string', default: DESK_DATA }, json: { type: 'boolean' } },
  });
  const snapshot = openSnapshot(values.data);
  const report = recount(snapshot);
  snapshot.close();
  if (values.json === true) console.log(JSON.stringify(report, null, 2));
  else print(report);
  if (report.differences > 0) process.exitCode = 1;
}

void runMain(main, USAGE);
