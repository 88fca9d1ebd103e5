import type { Platform } from '../shop/platform';
import type { ChinaDay, Instant } from '../time';

/** 下单额, 支付额, 退款: what an amount is. */
export const ENTRY_KINDS = ['ordered', 'paid', 'refunded'] as const;
/** What an amount is. */
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** 口径: where a figure comes from, weakest claim first, what an officer has accepted last. */
export const BASES = [
  'self_reported',
  'press_report',
  'platform_export',
  'evidenced',
  'verified',
] as const;
/** Where a figure comes from. */
export type Basis = (typeof BASES)[number];

/** The bases a person may claim for what they enter; the others are an officer's to give. */
export const SELF_BASES = [
  'self_reported',
  'press_report',
  'platform_export',
] as const satisfies readonly Basis[];

/** Whether the firm sold for is above the statistics threshold (四上) and in Huadu. */
export const ABOVE_THRESHOLD_ANSWERS = ['yes', 'no', 'unknown'] as const;
/** For whom was sold. */
export interface SoldFor {
  readonly name: string | null;
  readonly aboveThresholdHuadu: (typeof ABOVE_THRESHOLD_ANSWERS)[number];
}

/**
 * One line of the sales ledger. It is never changed: a correction is a new entry that replaces
 * it, undoing marks it; only the three marks at the end ever change.
 */
export interface SalesEntry {
  readonly id: string;
  readonly shopId: string;
  readonly sessionId: string | null;
  readonly hostId: string | null;
  readonly accountId: string | null;
  readonly platform: Platform | null;
  readonly kind: EntryKind;
  /** Whole fen, 0 or more, for a refund too. */
  readonly amountFen: number;
  /** China day of the sale; a late refund carries the day of the sale it belongs to. */
  readonly bookedOn: ChinaDay;
  readonly recordedAt: Instant;
  readonly soldFor: SoldFor;
  readonly basis: Basis;
  /** Where the figure can be found again, in the words of whoever entered it. */
  readonly source: string | null;
  readonly batchId: string | null;
  readonly replaces: string | null;
  readonly replacedBy: string | null;
  readonly undoneAt: Instant | null;
}

/** Whether an entry counts: neither replaced nor undone. */
export function doesCount(entry: Pick<SalesEntry, 'replacedBy' | 'undoneAt'>): boolean {
  return entry.replacedBy === null && entry.undoneAt === null;
}
