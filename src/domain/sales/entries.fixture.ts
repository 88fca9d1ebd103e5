import fc from 'fast-check';
import { PLATFORMS } from '../shop/platform';
import { BASES, ENTRY_KINDS } from './entry';
import type { SalesEntry } from './entry';

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

/** Ledgers that crowd few scopes, so that kinds and hosts meet in them. */
export const anyLedger = fc
  .array(
    fc.record({
      sessionId: fc.constantFrom(null, 'session-1', 'session-2'),
      hostId: fc.constantFrom(null, 'host-1', 'host-2'),
      accountId: fc.constantFrom(null, 'account-1'),
      platform: fc.constantFrom(null, ...PLATFORMS),
      kind: fc.constantFrom(...ENTRY_KINDS),
      amountFen: fc.oneof(fc.constantFrom(0, 1), fc.nat({ max: 10 ** 12 })),
      bookedOn: fc.constantFrom('2026-01-31', '2026-02-01', '2026-12-31'),
      basis: fc.constantFrom(...BASES),
      replacedBy: fc.constantFrom(null, null, null, 'another'),
      undoneAt: fc.constantFrom(null, null, null, '2026-12-01T00:00:00.000Z'),
    }),
    { maxLength: 25 },
  )
  .map((entries) => entries.map((entry, index) => buildEntry({ ...entry, id: `entry-${index}` })));
