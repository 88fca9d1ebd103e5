import type { Constraint } from './constraints';
import type { Entries } from './entries';
import { sourceClause } from './merge';
import type { Table, TableIndex } from './table';

/** An index over a list. */
export type MultikeyIndex = TableIndex & { readonly entries: Entries };

/** Whether an index has entries. */
export function isMultikey(index: TableIndex): index is MultikeyIndex {
  return index.entries !== undefined;
}

/** Up to this number, entries are counted to find the rarest value. */
const MAX_COUNTED = 1000;

/** The constraints on the fields of an index that its entries can answer. */
export function usableBy(
  index: MultikeyIndex,
  table: Table,
  constraints: readonly Constraint[],
): Constraint[] {
  return constraints.filter(({ field, isOfElement }) => {
    if (!index.fields.some(({ name }) => name === field)) return false;
    return table.lists.has(field) || (isOfElement !== true && !table.irregular.has(field));
  });
}

function countEntries(
  table: Table,
  index: MultikeyIndex,
  constraints: readonly Constraint[],
): number {
  const { sql, params } = sourceClause(index.entries, constraints);
  const entries = `SELECT 1 FROM ${index.entries.from} WHERE ${sql} LIMIT ?`;
  const row = table.prepare(`SELECT COUNT(*) AS total FROM (${entries})`);
  return (row.get([...params, MAX_COUNTED]) as { total: number }).total;
}

/**
 * Keeps one constraint on the list, because each may hold for another element: an equality, of several
 * the one with the fewest entries; else a list of values; else a range.
 */
export function withOneOfList(
  table: Table,
  index: MultikeyIndex,
  usable: readonly Constraint[],
): Constraint[] {
  const ofList = usable.filter(({ field }) => table.lists.has(field));
  const others = usable.filter((constraint) => !ofList.includes(constraint));
  const equalities = ofList.filter(({ oneOf }) => oneOf?.length === 1);
  let chosen = equalities[0] ?? ofList.find(({ oneOf }) => oneOf !== undefined) ?? ofList[0];
  let fewest = Infinity;
  for (const equality of equalities.length > 1 ? equalities : []) {
    const total = countEntries(table, index, [...others, equality]);
    if (total < fewest) [chosen, fewest] = [equality, total];
  }
  return chosen === undefined ? others : [...others, chosen];
}
