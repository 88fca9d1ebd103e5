import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Collections, StoredDoc } from '../../cloud/migrations/migration';
import { rebuildTotals } from '../../cloud/migrations/rebuild-totals';
import { anyLedger, buildRevised } from '../../src/domain/sales/entries.fixture';
import type { RevisedEntry } from '../../src/domain/sales/revisions';
import { EMPTY_SCOPE } from '../../src/domain/sales/scope';
import { recount } from '../recount/recount';

const SHOP = 'shop-1';
const SESSIONS = ['session-1', 'session-2'];

function inShop(id: string | null): string | null {
  return id === null ? null : `${SHOP}.${id}`;
}

function hostOf(sessionId: string): string | null {
  return sessionId === 'session-1' ? `${SHOP}.host-1` : null;
}

/** An entry as the cloud places it: ids begin with the store's, a session has one host. */
function placed(entry: RevisedEntry): RevisedEntry {
  const { sessionId } = entry;
  if (sessionId === null) {
    return { ...entry, hostId: inShop(entry.hostId), accountId: inShop(entry.accountId) };
  }
  const place = { accountId: null, platform: 'douyin' } as const;
  return { ...entry, ...place, hostId: hostOf(sessionId) };
}

/** The documents of a ledger, with nothing kept beside it yet. */
function documentsOf(ledger: readonly RevisedEntry[]): Collections {
  const entries = ledger.map((entry, index) => {
    return { ...placed(entry), _id: `entry-${String(index)}`, isCounted: false, returnedOn: null };
  });
  const sessions = SESSIONS.map((id) => {
    return {
      _id: id,
      shopId: SHOP,
      hostId: hostOf(id),
      accountId: null,
      bookedOn: '2026-01-31',
      state: 'ended',
      stage: 'to_record',
      isBooked: false,
      parentId: null,
      pieces: [],
      isPiece: false,
      scope: EMPTY_SCOPE,
    };
  });
  return new Map<string, StoredDoc[]>([
    ['sales_entries', entries],
    ['live_sessions', sessions],
  ]);
}

function differencesIn(collections: Collections) {
  const { rows } = recount({ readAll: (name) => [...(collections.get(name) ?? [])] });
  return rows.flatMap(({ kind, differences }) => differences.map((each) => ({ kind, ...each })));
}

describe('rebuildTotals', () => {
  it('makes of any ledger what a recount makes of it', () => {
    fc.assert(
      fc.property(anyLedger, (ledger) => {
        expect(differencesIn(rebuildTotals(documentsOf(ledger)))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('changes nothing when it is done again', () => {
    fc.assert(
      fc.property(anyLedger, (ledger) => {
        const once = rebuildTotals(documentsOf(ledger));
        expect(rebuildTotals(once)).toEqual(once);
      }),
      { numRuns: 30 },
    );
  });

  it('removes what is kept without an entry', () => {
    const stray = { _id: 'shop-1:2025', shopId: SHOP, subjectId: SHOP, year: 2025 };
    const documents = new Map([
      ...documentsOf([]),
      ['year_totals', [stray]],
      ['sales_days', [stray]],
    ]);
    const rebuilt = rebuildTotals(documents);
    expect([rebuilt.get('year_totals'), rebuilt.get('sales_days')]).toEqual([[], []]);
  });

  it('gives a year the fields of today, though its sums are the same', () => {
    const undone = { recordedAt: '2026-03-01T02:00:00.000Z', undoneAt: '2026-03-01T03:00:00.000Z' };
    const documents = documentsOf([buildRevised(undone)]);
    const rebuilt = rebuildTotals(documents).get('year_totals') ?? [];
    expect(rebuilt.map(({ days, entryCount }) => [days, entryCount])).toEqual([[{}, 0]]);
    const old = rebuilt.map(({ days: _added, ...doc }) => doc as StoredDoc);
    const again = rebuildTotals(new Map([...documents, ['year_totals', old]]));
    expect(again.get('year_totals')).toEqual(rebuilt);
  });

  it('gives a session its stage, and notes that its day is taken', () => {
    const entry = buildRevised({ sessionId: 'session-1', shopId: SHOP });
    const rebuilt = rebuildTotals(documentsOf([entry])).get('live_sessions');
    expect(rebuilt?.map(({ stage, isBooked }) => [stage, isBooked])).toEqual([
      ['recorded', true],
      ['to_record', false],
    ]);
  });

  it('refuses an entry whose session is not there', () => {
    const documents = documentsOf([buildRevised({ sessionId: 'session-9' })]);
    expect(() => rebuildTotals(documents)).toThrow('entry-0 belongs to no session: session-9');
  });
});
