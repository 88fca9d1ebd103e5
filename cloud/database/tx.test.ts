// tx() through the real SDK, in this process, against a strict local cloud.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { type LocalCloud, startLocalCloud, type WireCall } from 'local-cloud';
import { reachBySdk } from '../../tests/testkit/sdk';
import type * as DatabaseModule from './database';
import type { Transaction } from './database';
import type { YearTotalsDoc } from './documents';
import { SCHEMA } from './schema';
import { FUNCTION_RULES } from '../functions/rules';

type Database = typeof DatabaseModule;

const YEAR: YearTotalsDoc = {
  _id: 'year',
  shopId: 'sone',
  subjectId: 'sone',
  year: 2026,
  cells: {},
  ranges: {},
  days: {},
  returns: {},
  returned: {},
  recorded: {},
  sessionMonths: {},
  entryCount: 0,
};

let cloud: LocalCloud;
let database: Database;
let wire: WireCall[] = [];

beforeAll(async () => {
  cloud = await startLocalCloud({
    dataDir: ':memory:',
    functionsRoot: 'cloudfunctions',
    schema: SCHEMA,
    rules: FUNCTION_RULES,
    strict: true,
    onWire: (call) => wire.push(call),
  });
  reachBySdk(cloud);
  database = await import('./database');
});

beforeEach(async () => {
  await cloud.database.remove('year_totals', {});
  await cloud.database.put('year_totals', YEAR._id, { ...YEAR });
  wire = [];
});

afterEach(() => vi.restoreAllMocks());
afterAll(() => cloud.close());

/** Increases the count by one. @returns the count before. */
async function addOne(t: Transaction): Promise<number> {
  const year = await t.get('year_totals', YEAR._id);
  if (year === null) throw new Error('the document is gone');
  await t.update('year_totals', YEAR._id, { entryCount: year.entryCount + 1 });
  return year.entryCount;
}

function stored(): unknown[] {
  return cloud.database.readAll('year_totals');
}

function begun(): number {
  return wire.filter(({ action }) => action === 'database.startTransaction').length;
}

/** A transaction that has written the document and waits before it commits. */
async function holdLock(): Promise<{ release: () => Promise<void> }> {
  let open = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  let taken = (): void => undefined;
  const isTaken = new Promise<void>((resolve) => {
    taken = resolve;
  });
  const holder = database.tx(async (t) => {
    await addOne(t);
    taken();
    await gate;
  });
  await isTaken;
  return {
    release: () => {
      open();
      return holder;
    },
  };
}

describe('fifty transactions at once on one document', () => {
  it('all succeed, each on the result of the one before', async () => {
    const adding = Array.from({ length: 50 }, () => database.tx(addOne));
    const read = await Promise.all(adding);
    expect(stored()).toEqual([{ ...YEAR, entryCount: 50 }]);
    expect(read.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_v, i) => i));
    // They conflicted: otherwise this would show nothing.
    expect(begun()).toBeGreaterThan(100);
  });
});

describe('a conflict', () => {
  it('makes the whole work run again', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.1);
    const lock = await holdLock();
    const reads: number[] = [];
    const work = database.tx(async (t) => {
      await t.add('year_totals', { ...YEAR, _id: 'beside' });
      const before = await t.get('year_totals', YEAR._id);
      reads.push(before?.entryCount ?? -1);
      if (reads.length === 2) await lock.release();
      return addOne(t);
    });
    expect(await work).toBe(1);
    expect(reads).toEqual([0, 0, 1]);
    expect(stored()).toEqual([
      { ...YEAR, entryCount: 2 },
      { ...YEAR, _id: 'beside' },
    ]);
  });

  it('that lasts ends in TransactionConflict and writes nothing', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const lock = await holdLock();
    let runs = 0;
    const work = database.tx(async (t) => {
      runs += 1;
      await t.add('year_totals', { ...YEAR, _id: 'beside' });
      await addOne(t);
    });
    await expect(work).rejects.toThrow(database.TransactionConflict);
    expect(runs).toBe(55);
    await lock.release();
    expect(stored()).toEqual([{ ...YEAR, entryCount: 1 }]);
  });
});

describe('a failure inside a transaction', () => {
  it('undoes what was written and releases the lock at once', async () => {
    let runs = 0;
    const work = database.tx(async (t) => {
      runs += 1;
      await addOne(t);
      throw new RangeError('changed my mind');
    });
    await expect(work).rejects.toThrow(RangeError);
    expect(runs).toBe(1);
    expect(stored()).toEqual([YEAR]);

    wire = [];
    await database.tx(addOne);
    expect(begun()).toBe(1);
    expect(stored()).toEqual([{ ...YEAR, entryCount: 1 }]);
  });

  it('is thrown even when the rollback fails', async () => {
    // A refused operation ends the transaction in the database: there is nothing left to roll back.
    const work = database.tx((t) => t.add('year_totals', YEAR));
    await expect(work).rejects.toThrow(database.DuplicateKey);
    expect(wire.map(({ action }) => action)).toEqual([
      'database.startTransaction',
      'database.insertDocument',
      'database.abortTransaction',
    ]);
    expect(stored()).toEqual([YEAR]);
  });
});
