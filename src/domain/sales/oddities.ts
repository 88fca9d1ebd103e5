import { medianOf } from '../money/median';
import { addMinutes, type ChinaDay, type Instant } from '../time';
import type { EntryKind, SalesEntry } from './entry';
import { hasEntries, type ScopeTotals } from './scope';

/** What is possible but looks like a slip: asked once, stored when it is confirmed. */
export const ODDITIES = [
  'far_above_usual',
  'same_amount_again',
  'refunds_above_paid',
  'backfilled_twice',
] as const;
/** One of {@link ODDITIES}. */
export type Oddity = (typeof ODDITIES)[number];

/** What is odd about an amount, with what a person needs to judge it. Amounts in fen. */
export type OddFinding =
  | { readonly oddity: 'far_above_usual'; readonly usualFen: number; readonly sessionCount: number }
  | { readonly oddity: 'same_amount_again'; readonly recordedAt: Instant }
  | {
      readonly oddity: 'refunds_above_paid';
      readonly paidFen: number;
      readonly refundedFen: number;
    }
  | { readonly oddity: 'backfilled_twice'; readonly title: string };

/** An amount recorded lately in a session or day. */
export interface RecentAmount {
  readonly kind: EntryKind;
  readonly amountFen: number;
  readonly hostId: string | null;
  readonly at: Instant;
  /** Whether a session that was entered afterwards left it with its day, to find a second one. */
  readonly isOfBackfill: boolean;
}

/** Amounts of a session or day that are remembered. */
const MAX_RECENT_AMOUNTS = 50;
/** Times the usual from which an amount is asked about. */
const FAR_ABOVE = 20;
/** Sessions whose sales make the usual amount, the latest ones. */
export const MAX_USUAL_SESSIONS = 10;
/** Sessions with sales below which nothing is called usual. */
const MIN_USUAL_SESSIONS = 5;
/** Minutes within which the same amount again looks like a double entry. */
const SAME_AMOUNT_MINUTES = 10;

/** What a session usually sells. */
export interface Usual {
  readonly fen: number;
  /** Number of sessions of which it is the median. */
  readonly sessionCount: number;
}

/** The sales of a session: of the kind that is recorded, or else of the other one; null for none. */
function salesOf(scope: ScopeTotals, kind: EntryKind): number | null {
  const kinds =
    kind === 'ordered' ? (['ordered', 'paid'] as const) : (['paid', 'ordered'] as const);
  const known = kinds.find((each) => scope[`${each}Count`] > 0);
  const fen = known === undefined ? 0 : scope[`${known}Fen`];
  return fen > 0 ? fen : null;
}

/**
 * What a session usually sells: the median of the latest sessions with sales, rounded down.
 * @param scopes the sums of sessions, the latest first.
 * @param kind the kind of the amount that is compared with it; a refund is compared with paid sales.
 * @returns null with fewer than five sessions with sales.
 */
export function usualSales(scopes: readonly ScopeTotals[], kind: EntryKind): Usual | null {
  const sales = scopes.flatMap((scope) => salesOf(scope, kind) ?? []).slice(0, MAX_USUAL_SESSIONS);
  if (sales.length < MIN_USUAL_SESSIONS) return null;
  return { fen: medianOf(sales), sessionCount: sales.length };
}

/** An amount that is about to count, and the facts that decide whether it is odd. */
export interface OddAmountInput {
  readonly amount: Pick<RecentAmount, 'kind' | 'amountFen' | 'hostId'>;
  /** Sums of the amount's scope before it, without an amount that it replaces there. */
  readonly scope: ScopeTotals;
  /** Late refunds above a day's sales are ordinary; within a session they are not. */
  readonly isSession: boolean;
  /** Amounts recorded lately in the scope, without one that it replaces. */
  readonly recent: readonly RecentAmount[];
  /** See {@link usualSales}; null where the amount is not compared with it. */
  readonly usual: Usual | null;
  readonly now: Instant;
}

/** What is odd about an amount, in the order of {@link ODDITIES}; empty for an ordinary one. */
export function oddFindings(input: OddAmountInput): OddFinding[] {
  return [farAboveUsual(input), sameAmount(input), refundsAbovePaid(input)].flatMap(
    (finding) => finding ?? [],
  );
}

function farAboveUsual({ amount: { amountFen }, usual }: OddAmountInput): OddFinding | null {
  // Divided, because a product could pass 2^53; the division is of a whole multiple.
  const isFar = usual !== null && (amountFen - (amountFen % FAR_ABOVE)) / FAR_ABOVE >= usual.fen;
  if (!isFar) return null;
  return { oddity: 'far_above_usual', usualFen: usual.fen, sessionCount: usual.sessionCount };
}

/** Whether an amount was recorded within the minutes in which it is compared. */
function isRecent({ at }: RecentAmount, now: Instant): boolean {
  return at >= addMinutes(now, -SAME_AMOUNT_MINUTES);
}

/** The latest of the amounts recorded lately that is equal to one, of any host. */
export function equalRecent(
  recent: readonly RecentAmount[],
  amount: Pick<RecentAmount, 'kind' | 'amountFen' | 'isOfBackfill'>,
  now: Instant,
): RecentAmount | null {
  // Nothing sold, recorded twice, changes no sum.
  if (amount.amountFen === 0) return null;
  const isEqual = (earlier: RecentAmount): boolean =>
    earlier.kind === amount.kind &&
    earlier.amountFen === amount.amountFen &&
    earlier.isOfBackfill === amount.isOfBackfill &&
    isRecent(earlier, now);
  return recent.find(isEqual) ?? null;
}

function sameAmount({ recent, amount, now }: OddAmountInput): OddFinding | null {
  const earlier = equalRecent(recent, { ...amount, isOfBackfill: false }, now);
  return earlier && { oddity: 'same_amount_again', recordedAt: earlier.at };
}

function refundsAbovePaid({ amount, scope, isSession }: OddAmountInput): OddFinding | null {
  // Without a sale its amount is unknown: the session says that the sale is not recorded.
  const isComparable = isSession && scope.paidCount + scope.orderedCount > 0;
  if (!isComparable || amount.kind !== 'refunded') return null;
  // While no paid figure is known, as much as was ordered may have been paid.
  const paidFen = scope.paidCount > 0 ? scope.paidFen : scope.orderedFen;
  const refundedFen = scope.refundedFen + amount.amountFen;
  return refundedFen > paidFen ? { oddity: 'refunds_above_paid', paidFen, refundedFen } : null;
}

/** A statement that begins (`+1`) or ceases (`-1`) to count. */
interface RecentChange {
  readonly amount: Pick<SalesEntry, 'kind' | 'amountFen' | 'recordedAt'>;
  readonly sign: 1 | -1;
}

/**
 * The amounts recorded lately after statements of one host began or ceased to count, the latest
 * first: at most {@link MAX_RECENT_AMOUNTS}, of the last ten minutes.
 */
export function recentAfter(
  recent: readonly RecentAmount[],
  changes: readonly RecentChange[],
  {
    hostId,
    now,
    isOfBackfill = false,
  }: { hostId: string | null; now: Instant; isOfBackfill?: boolean },
): RecentAmount[] {
  let after = [...recent];
  for (const { amount, sign } of changes) {
    const { kind, amountFen, recordedAt: at } = amount;
    const index = after.findIndex(
      (each) =>
        each.kind === kind &&
        each.amountFen === amountFen &&
        each.hostId === hostId &&
        each.isOfBackfill === isOfBackfill &&
        each.at === at,
    );
    if (sign === 1) after = [{ kind, amountFen, hostId, at, isOfBackfill }, ...after];
    else if (index >= 0) after.splice(index, 1);
  }
  return after
    .filter((each) => isRecent(each, now))
    .sort((a, b) => (a.at > b.at ? -1 : 1))
    .slice(0, MAX_RECENT_AMOUNTS);
}

/** A past session as it is compared with one that is entered. */
export interface PastSession {
  readonly title: string;
  readonly bookedOn: ChinaDay;
  readonly accountId: string | null;
  readonly hostIds: readonly string[];
}

/** A past session that exists, with its sums. */
export type KeptSession = PastSession & {
  readonly state: string;
  /** Of each host who sold. */
  readonly scopes: readonly ScopeTotals[];
};

/**
 * The session that exists already for the one that is entered: of the same day, account and hosts,
 * with the same amount of one of them; where none is entered, with the same title and nothing recorded.
 */
export function backfilledTwice(
  entered: PastSession,
  figure: Pick<SalesEntry, 'kind' | 'amountFen'> | null,
  existing: readonly KeptSession[],
): OddFinding | null {
  const twin = existing.find(
    (kept) =>
      kept.state !== 'cancelled' &&
      kept.bookedOn === entered.bookedOn &&
      kept.accountId === entered.accountId &&
      haveSameHosts(kept, entered) &&
      (figure === null
        ? kept.title === entered.title && !kept.scopes.some(hasEntries)
        : kept.scopes.some((scope) => holds(scope, figure))),
  );
  return twin === undefined ? null : { oddity: 'backfilled_twice', title: twin.title };
}

function haveSameHosts(a: PastSession, b: PastSession): boolean {
  const [ours, theirs] = [a, b].map(({ hostIds }) => [...hostIds].sort().join());
  return ours === theirs;
}

function holds(
  scope: ScopeTotals,
  { kind, amountFen }: Pick<SalesEntry, 'kind' | 'amountFen'>,
): boolean {
  return scope[`${kind}Count`] > 0 && scope[`${kind}Fen`] === amountFen;
}

/** The findings that are not confirmed. */
export function unconfirmed(
  findings: readonly OddFinding[],
  confirmed: readonly Oddity[] | undefined,
): OddFinding[] {
  return findings.filter(({ oddity }) => confirmed?.includes(oddity) !== true);
}

/**
 * The findings out of the facts of a refusal, in the order of asking; none for another refusal.
 * @param info each oddity as a flag, and the facts of all of them.
 */
export function findingsIn(
  info: Readonly<Record<string, string | number | boolean | null>>,
): OddFinding[] {
  const number = (name: string): number => Number(info[name] ?? 0);
  const text = (name: string): string => String(info[name] ?? '');
  const all: OddFinding[] = [
    {
      oddity: 'far_above_usual',
      usualFen: number('usualFen'),
      sessionCount: number('sessionCount'),
    },
    { oddity: 'same_amount_again', recordedAt: text('recordedAt') },
    {
      oddity: 'refunds_above_paid',
      paidFen: number('paidFen'),
      refundedFen: number('refundedFen'),
    },
    { oddity: 'backfilled_twice', title: text('title') },
  ];
  return all.filter(({ oddity }) => info[oddity] === true);
}
