import type { Platform } from '../shop/platform';
import type { ChinaDay, Instant } from '../time';

/** The kinds of an amount: 下单额, 支付额, 退款. */
export const ENTRY_KINDS = ['ordered', 'paid', 'refunded'] as const;
/** The kind of an amount. */
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** 口径: the origin of a figure, the weakest first, the one accepted by an officer last. */
export const BASES = [
  'self_reported',
  'press_report',
  'platform_export',
  'evidenced',
  'verified',
] as const;
/** The origin of a figure. */
export type Basis = (typeof BASES)[number];

/** The bases that a person may give to an entry; the others are given by an officer. */
export const SELF_BASES = [
  'self_reported',
  'press_report',
  'platform_export',
] as const satisfies readonly Basis[];

/** The basis that a person may state and that is nearest to one that only an officer may give. */
export function statedBasis(basis: Basis): (typeof SELF_BASES)[number] {
  return SELF_BASES.find((own) => own === basis) ?? 'self_reported';
}

/** Whether the company that was sold for is above the statistics threshold (四上) and in Huadu. */
export const ABOVE_THRESHOLD_ANSWERS = ['yes', 'no', 'unknown'] as const;
/** The company that was sold for. */
export interface SoldFor {
  readonly name: string | null;
  readonly aboveThresholdHuadu: (typeof ABOVE_THRESHOLD_ANSWERS)[number];
}

/**
 * One line of the sales ledger. It is never changed: a correction is a new entry that replaces it,
 * and an undo marks it. Only the three marks at the end change.
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
  /** China day of the sale; a late refund has the day of its sale. */
  readonly bookedOn: ChinaDay;
  /** China day on which a refund happened; null for other kinds, and where it is not known. */
  readonly returnedOn: ChinaDay | null;
  readonly recordedAt: Instant;
  readonly soldFor: SoldFor;
  readonly basis: Basis;
  /** Where the figure can be found again, as typed. */
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
