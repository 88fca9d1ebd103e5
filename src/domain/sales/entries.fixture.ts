import fc from 'fast-check';
import { BASES, ENTRY_KINDS, type SalesEntry } from './entry';
import { addDays, chinaDayOf, startOfChinaDay } from '../time';
import type { HostScope } from './host-scopes';
import { applyEntry } from './apply-entry';
import { currentRevision, entryAsOf, type RevisedEntry, type Revision } from './revisions';
import { EMPTY_SCOPE, scopeKeyOf, type ScopeTotals } from './scope';
import { sessionMonthDelta } from './session-months';
import { applyDelta, EMPTY_YEAR, mergeDeltas, type YearTotals } from './year-totals';

/** An entry for tests: 100 yuan paid, outside a session. */
export function buildEntry(overrides: Partial<SalesEntry> = {}): SalesEntry {
  return {
    id: 'entry-1',
    shopId: 'shop-1',
    sessionId: null,
    hostId: null,
    accountId: null,
    platform: 'douyin',
    kind: 'paid',
    amountFen: 10_000,
    bookedOn: '2026-11-23',
    returnedOn: null,
    recordedAt: '2026-11-23T13:00:00.000Z',
    soldFor: { name: null, aboveThresholdHuadu: 'unknown' },
    basis: 'self_reported',
    source: null,
    batchId: null,
    replaces: null,
    replacedBy: null,
    undoneAt: null,
    ...overrides,
  };
}

/** An entry with one revision, or with the given ones. */
export function buildRevised(
  overrides: Partial<SalesEntry> = {},
  corrections: readonly Partial<Revision>[] = [],
): RevisedEntry {
  const entry = buildEntry(overrides);
  const { id, kind, amountFen, returnedOn, basis, source, soldFor, recordedAt, undoneAt } = entry;
  const first = {
    id,
    kind,
    amountFen,
    returnedOn,
    basis,
    source,
    soldFor,
    recordedAt,
    undoneAt,
    replaces: null,
    recordedBy: 'person-1',
  };
  const revisions: Revision[] = [first];
  for (const [index, correction] of corrections.entries()) {
    const replaces = revisions[revisions.length - 1]?.id ?? null;
    revisions.push({ ...first, id: `${id}.${index}`, replaces, ...correction });
  }
  const { shopId, sessionId, hostId, accountId, platform, bookedOn, batchId } = entry;
  return { shopId, sessionId, hostId, accountId, platform, bookedOn, batchId, revisions };
}

const anyAmount = fc.oneof(fc.constantFrom(0, 1), fc.nat({ max: 10 ** 12 }));
/** Instants of recordings and undos, on days that overlap the days of sale. */
const anyMoment = fc.nat({ max: 430 }).map((day) => startOfChinaDay(addDays('2026-01-20', day)));

/** A session has one account, an account one platform: so has each scope. */
const SESSIONS = {
  'session-1': { accountId: 'account-1' },
  'session-2': { accountId: null },
} as const;
const PLATFORM_OF = { 'account-1': 'douyin', 'account-2': 'taobao' } as const;

const anyPlace = fc
  .record({
    sessionId: fc.constantFrom(null, 'session-1' as const, 'session-2' as const),
    hostId: fc.constantFrom(null, 'host-1', 'host-2'),
    accountId: fc.constantFrom(null, 'account-1' as const, 'account-2' as const),
    bookedOn: fc.constantFrom('2026-01-31', '2026-02-01', '2026-12-31'),
  })
  .map((place) => {
    const placed = { ...place, ...(place.sessionId === null ? {} : SESSIONS[place.sessionId]) };
    const { accountId } = placed;
    return { ...placed, platform: accountId === null ? null : PLATFORM_OF[accountId] };
  });
const anyStatement = fc
  .record({
    kind: fc.constantFrom(...ENTRY_KINDS),
    amountFen: anyAmount,
    basis: fc.constantFrom(...BASES),
    returnedOn: fc.constantFrom(null, '2026-01-31', '2026-02-20', '2027-01-02'),
  })
  .map((statement) => ({
    ...statement,
    returnedOn: statement.kind === 'refunded' ? statement.returnedOn : null,
  }));

/** Revisions in the order of their instants; some are undone, none before it was recorded. */
const anyHistory = fc
  .tuple(
    fc.array(anyStatement, { minLength: 1, maxLength: 3 }),
    fc.array(anyMoment, { minLength: 6, maxLength: 6 }),
    fc.array(fc.constantFrom(false, false, false, true), { minLength: 3, maxLength: 3 }),
  )
  .map(([statements, moments, undone]) => {
    const times = [...moments].sort();
    return statements.map((statement, index) => ({
      ...statement,
      recordedAt: times[index] ?? '',
      undoneAt: undone[index] ? (times[index + 3] ?? null) : null,
    }));
  });

/** Ledgers with few scopes, so that kinds and hosts share them; some entries are corrected. */
export const anyLedger: fc.Arbitrary<RevisedEntry[]> = fc
  .array(fc.tuple(anyPlace, anyHistory), { maxLength: 25 })
  .map((entries) =>
    entries.map(([place, [first, ...corrections]], index) =>
      buildRevised({ ...place, ...first, id: `entry-${index}` }, corrections),
    ),
  );

/** Kept totals and scopes, as the cloud keeps them. */
export interface Kept {
  readonly year: YearTotals;
  readonly scopes: ReadonlyMap<string, ScopeTotals>;
  /** By session: its parts. */
  readonly parts: ReadonlyMap<string, readonly HostScope[]>;
}

/** Nothing is kept yet. */
const NOTHING_KEPT: Kept = { year: EMPTY_YEAR, scopes: new Map(), parts: new Map() };

/** Keeps one amount more, or one less, as of the day it changed. */
export function keep(kept: Kept, entry: SalesEntry, sign: 1 | -1, changedOn: string): Kept {
  const key = scopeKeyOf(entry);
  const scope = kept.scopes.get(key) ?? EMPTY_SCOPE;
  const applied = applyEntry(scope, entry, sign, changedOn);
  const { sessionId, hostId, bookedOn } = entry;
  const changed = { hostId, bookedOn, totals: applied.scope };
  const before = sessionId === null ? [] : (kept.parts.get(sessionId) ?? []);
  const others = before.filter((part) => part.hostId !== hostId || part.bookedOn !== bookedOn);
  const ofMonths = sessionId === null ? [] : sessionMonthDelta(before, changed);
  return {
    year: applyDelta(kept.year, mergeDeltas(applied.delta, ofMonths)),
    scopes: new Map(kept.scopes).set(key, applied.scope),
    parts: new Map(kept.parts).set(sessionId ?? '', [...others, changed]),
  };
}

interface Change {
  at: string;
  entry: RevisedEntry;
}

/** Lives through a ledger: every recording, correction and undoing in the order of its moment. */
export function keepHistory(ledger: readonly RevisedEntry[]): Kept {
  const changes = ledger.flatMap((entry): Change[] =>
    entry.revisions.flatMap(({ recordedAt, undoneAt }) =>
      [recordedAt, undoneAt].flatMap((at) => (at === null ? [] : [{ at, entry }])),
    ),
  );
  const days = [...new Set(changes.map(({ at }) => chinaDayOf(at)))].sort();
  let kept = NOTHING_KEPT;
  const standing = new Map<RevisedEntry, Revision | null>();
  for (const day of days) {
    for (const { entry } of changes.filter(({ at }) => chinaDayOf(at) === day)) {
      const before = standing.get(entry) ?? null;
      const now = currentRevision(entryAsOf(entry, day));
      const { revisions: _all, ...place } = entry;
      const wording = (revision: Revision) => ({ ...place, ...revision, replacedBy: null });
      if (before) kept = keep(kept, wording(before), -1, day);
      if (now) kept = keep(kept, wording(now), 1, day);
      standing.set(entry, now);
    }
  }
  return kept;
}
