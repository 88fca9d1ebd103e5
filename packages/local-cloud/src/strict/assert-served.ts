import type { Doc } from '../engine/document';
import type { Sort } from '../engine/keys';
import type { Table } from '../engine/table';
import { requestFailed } from '../errors';
import { describeShape, isServed, shapeOf } from './served';

/**
 * Refuses a query on a strict collection that no index serves, because it would read documents that
 * it does not return.
 * @throws CloudError that names collection, conditions and order
 */
export function assertServed(table: Table, query: Doc, sort: Sort = []): void {
  if (!table.isStrict) return;
  const shape = shapeOf(query, sort);
  if (isServed(shape, table.indexes, table.lists)) return;
  throw requestFailed(
    `local cloud (strict): no index serves ${table.name} where ${describeShape(shape)}`,
  );
}
