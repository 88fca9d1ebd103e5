import type { CollectionCounts, Migrated } from '../../cloud/migrations/migrate';

const COLUMNS = ['before', 'after', 'changed', 'added', 'removed'] as const;

/** What was done, in one line for people. */
export function summaryLine({ from, to, counts, isRebuilt }: Migrated): string {
  const sum = (key: (typeof COLUMNS)[number]): number =>
    counts.reduce((total, each) => total + each[key], 0);
  const versions =
    from === to ? `schema version ${String(to)}` : `schema version ${String(from)} → ${String(to)}`;
  const documents = `${String(sum('changed'))} of ${String(sum('before'))} documents changed, ${String(sum('added'))} added, ${String(sum('removed'))} removed`;
  return `${versions}: ${documents}${isRebuilt ? ', kept totals rebuilt from the ledger' : ''}`;
}

function row(name: string, width: number, cells: readonly string[]): string {
  return [name.padEnd(width), ...cells.map((cell) => cell.padStart(8))].join('  ');
}

/** The steps of a migration and its counts by collection, as lines for people. */
export function reportLines({ steps, counts }: Migrated): string[] {
  const width = Math.max(...counts.map(({ name }) => name.length));
  const cellsOf = (each: CollectionCounts): string[] => COLUMNS.map((key) => String(each[key]));
  return [
    ...steps.map(({ from, to, summary }) => `${String(from)} → ${String(to)}: ${summary}`),
    row('collection', width, COLUMNS),
    ...counts.map((each) => row(each.name, width, cellsOf(each))),
  ];
}
