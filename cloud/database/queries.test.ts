import { describe, expect, it } from 'vitest';

import { command, increment, readFields, readList, type Transaction } from './database';
import { readJoined } from './joined';
import { ONE } from './read-limit';

const byName = { orderBy: [['name', 'asc']], limit: ONE } as const;
const byTime = { orderBy: [['sortKey', 'asc']], limit: ONE } as const;

// These hold when the file compiles (`npm run check:types`); nothing is asked at run time.
describe('a query', () => {
  it('compiles with fields of its collection, as values or commands', () => {
    const queries = [
      () => readList('shops', { isListed: true, listedKey: command.lt('x') }, byName),
      () => readList('hosts', { shopId: command.in(['a', 'b']) }, byName),
      () => readList('live_sessions', { keys: 'a' }, byTime),
      () => readList('people', { 'seats.x': command.exists(true) }, { ...byName, orderBy: [] }),
      (t: Transaction) => t.update('year_totals', 'a', { 'cells.x.y': increment(1) }),
    ];
    expect(queries).toHaveLength(5);
  });

  it('does not compile with a field that the collection lacks', () => {
    const queries = [
      // @ts-expect-error: a condition on an unknown field
      () => readList('shops', { isLsited: true }, byName),
      // @ts-expect-error: a condition below an unknown field
      () => readList('shops', { 'paces.x': 'a' }, byName),
      // @ts-expect-error: an order by an unknown field
      () => readList('shops', {}, { orderBy: [['nmae', 'asc']], limit: ONE }),
      // @ts-expect-error: a condition on a field of another collection
      () => readList('hosts', { isListed: true }, byName),
      // @ts-expect-error: a projection on an unknown field
      () => readFields('shops', {}, { ...byName, fields: ['nmae'] }),
      // @ts-expect-error: a join by an unknown field
      () => readJoined('hosts', {}, { shop: { from: 'shops', localField: 'shop' } }, byName),
      // @ts-expect-error: a change of an unknown field
      (t: Transaction) => t.update('shops', 'a', { nmae: 'x' }),
      // @ts-expect-error: a change below an unknown field
      (t: Transaction) => t.update('year_totals', 'a', { 'cell.x': increment(1) }),
    ];
    expect(queries).toHaveLength(8);
  });

  it('does not compile with a value of another type', () => {
    const queries = [
      // @ts-expect-error: a text for a flag
      () => readList('shops', { isListed: 'yes' }, byName),
      // @ts-expect-error: a whole list, which no index finds
      () => readList('live_sessions', { keys: ['a'] }, byTime),
      // @ts-expect-error: a number for a text
      (t: Transaction) => t.update('shops', 'a', { name: 1 }),
    ];
    expect(queries).toHaveLength(3);
  });
});
