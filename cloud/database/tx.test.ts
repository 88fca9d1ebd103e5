// tx() through the real SDK, in this process, against a strict local cloud.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { type LocalCloud, startLocalCloud, type WireCall } from 'local-cloud';
import { reachBySdk } from '../../tests/testkit/sdk';
import type * as DatabaseModule from './database';
import type { Transaction } from './database';
import { RETRY_MS, withinTime } from './call-time';
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
  raisedFen: 0,
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

describe('ten transactions at once on one document', () => {
  it('all succeed, each on the result of the one before', async () => {
    const adding = Array.from({ length: 10 }, () => database.tx(addOne));
    const read = await Promise.all(adding);
    expect(stored()).toEqual([{ ...YEAR, entryCount: 10 }]);
    expect(read.sort((a, b) => a - b)).toEqual(Array.from({ length: 10 }, (_v, i) => i));
    // They conflicted: otherwise this would show nothing.
    expect(begun()).toBeGreaterThan(12);
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
    const lock = await holdLock();
    let elapsedMs = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => elapsedMs);
    let runs = 0;
    const work = database.tx(async (t) => {
      runs += 1;
      elapsedMs += 5;
      if (runs === 3) elapsedMs = RETRY_MS;
      await t.add('year_totals', { ...YEAR, _id: 'beside' });
      await addOne(t);
    });
    await expect(work).rejects.toThrow(database.TransactionConflict);
    expect(runs).toBe(3);
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

describe('a commit whose answer is lost', () => {
  beforeEach(async () => {
    const { default: sdk } = await import('wx-server-sdk');
    const open = (await sdk.database().startTransaction()) as { rollback(): Promise<unknown> };
    await open.rollback();
    const kind = Object.getPrototypeOf(open) as { commit: (this: unknown) => Promise<unknown> };
    const { commit } = kind;
    vi.spyOn(kind, 'commit').mockImplementationOnce(async function (this: unknown) {
      await commit.call(this);
      throw new Error('socket hang up');
    });
  });

  it('is made again, so that work which is stored once finds it stored', async () => {
    const work = database.tx((t) => t.add('year_totals', { ...YEAR, _id: 'beside' }));
    await expect(work).rejects.toThrow(database.DuplicateKey);
    expect(stored()).toEqual([YEAR, { ...YEAR, _id: 'beside' }]);
  });

  it('is never reported as a lost race', async () => {
    let lock: { release: () => Promise<void> } | undefined;
    let elapsedMs = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => elapsedMs);
    const work = database.tx(async (t) => {
      if (elapsedMs > 0) {
        elapsedMs = RETRY_MS;
        lock = await holdLock();
      }
      elapsedMs += 5;
      await addOne(t);
    });
    await expect(work).rejects.toThrow(database.CommitUnknown);
    await lock?.release();
    expect(stored()).toEqual([{ ...YEAR, entryCount: 2 }]);
  });
});

describe('a call that takes too long', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => vi.useRealTimers());

  it('is answered before its transaction is committed, which then is not', async () => {
    let finish = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let ended: Promise<unknown> = Promise.resolve();
    const call = withinTime<string>(
      async () => {
        const working = database.tx(async (t) => {
          await addOne(t);
          vi.advanceTimersByTime(60_000);
          await gate;
        });
        ended = working.catch((cause: unknown) => cause);
        await working;
        return 'stored';
      },
      () => 'late',
    );
    expect(await call).toBe('late');
    vi.useRealTimers();
    vi.spyOn(performance, 'now').mockReturnValue(RETRY_MS + 60_000);
    finish();
    expect(await ended).toBeInstanceOf(database.TransactionConflict);
    expect(stored()).toEqual([YEAR]);
  });

  it('is waited for once something may be stored', async () => {
    const call = withinTime<string>(
      async () => {
        await database.tx(addOne);
        vi.advanceTimersByTime(60_000);
        await Promise.resolve();
        return 'stored';
      },
      () => 'late',
    );
    expect(await call).toBe('stored');
    expect(stored()).toEqual([{ ...YEAR, entryCount: 1 }]);
  });
});
