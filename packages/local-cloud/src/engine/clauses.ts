import type { Bound, Constraint } from './constraints';
import { encodeKey, RANK, rankOf } from './keys';

/** A condition of a SQL statement. */
export interface Clause {
  readonly sql: string;
  readonly params: readonly (string | Buffer)[];
}

const NOTHING: Clause = { sql: '0', params: [] };

/** A constraint on `_id`. */
export function idClause(constraint: Constraint): Clause {
  if (constraint.oneOf) {
    const ids = constraint.oneOf.filter((value) => typeof value === 'string');
    if (ids.length === 0) return NOTHING;
    return { sql: `id IN (${ids.map(() => '?').join(', ')})`, params: ids };
  }
  const bounds = constraint.bounds ?? [];
  if (bounds.some((bound) => typeof bound.value !== 'string')) return NOTHING;
  return {
    sql: bounds.map((bound) => `id ${bound.operator} ?`).join(' AND '),
    params: bounds.map((bound) => String(bound.value)),
  };
}

function boundClause(column: string, bound: Bound): Clause {
  const rank = rankOf(bound.value);
  const side = bound.operator.startsWith('>')
    ? { sql: `${column} < ?`, key: Buffer.of(rank + 1) }
    : { sql: `${column} >= ?`, key: Buffer.of(rank) };
  return {
    sql: `(${column} ${bound.operator} ? AND ${side.sql})`,
    params: [encodeKey(bound.value), side.key],
  };
}

/**
 * A constraint on a column of keys.
 * @param hasArrays whether the column may stand for whole arrays, which the matcher must check
 */
export function keyClause(column: string, constraint: Constraint, hasArrays: boolean): Clause {
  if (constraint.oneOf) {
    const keys = constraint.oneOf.map(encodeKey);
    if (hasArrays) keys.push(Buffer.of(RANK.array));
    if (keys.length === 0) return NOTHING;
    if (keys.length === 1) return { sql: `${column} = ?`, params: keys };
    return { sql: `${column} IN (${keys.map(() => '?').join(', ')})`, params: keys };
  }
  const { sql, params } = joined(
    (constraint.bounds ?? []).map((bound) => boundClause(column, bound)),
  );
  if (!hasArrays) return { sql, params };
  return { sql: `(${sql} OR ${column} = ?)`, params: [...params, Buffer.of(RANK.array)] };
}

/** All of some conditions. */
export function joined(clauses: readonly Clause[]): Clause {
  if (clauses.length === 0) return { sql: '1', params: [] };
  return {
    sql: clauses.map((clause) => clause.sql).join(' AND '),
    params: clauses.flatMap((clause) => clause.params),
  };
}
