import { refuseIfOdd } from '../../../src/contract/odd-amount';
import type { SalesEntry } from '../../../src/domain/sales/entry';
import {
  type Oddity,
  oddFindings,
  type RecentAmount,
  recentAfter,
  usualSales,
} from '../../../src/domain/sales/oddities';
import type { Revision } from '../../../src/domain/sales/revisions';
import { changeScope, scopeKeyOf } from '../../../src/domain/sales/scope';
import type { Scope } from '../../repositories/books';
import type { EntryPlace } from '../../repositories/entries';
import type { SessionSales } from '../../repositories/sales-so-far';

/** An amount that is about to count, with what decides whether it looks like a slip. */
interface NewAmount {
  input: Pick<SalesEntry, 'kind' | 'amountFen'> & { confirmed?: readonly Oddity[] | undefined };
  place: EntryPlace;
  /** As read in the transaction. */
  scope: Scope;
  /** The statement in place of which it counts, where it counts. */
  instead?: { stated: Revision; from: EntryPlace };
  /** The store's latest sessions with sales. */
  latest: readonly SessionSales[];
  now: string;
}

/** The amounts recorded lately but for the one in place of which another counts. */
function recentWithout(
  recent: readonly RecentAmount[],
  instead: NewAmount['instead'],
  now: string,
): readonly RecentAmount[] {
  if (instead === undefined) return recent;
  const { stated, from } = instead;
  return recentAfter(recent, [{ amount: stated, sign: -1 }], { hostId: from.hostId, now });
}

/**
 * Refuses an amount that looks like a slip and was not confirmed. What stood before with the same
 * amount is not asked about again.
 * @throws Failure `odd_amount`.
 */
export function refuseSlip({ input, place, scope, instead, latest, now }: NewAmount): void {
  const { kind, amountFen, confirmed } = input;
  const { sessionId, hostId } = place;
  const stated = instead?.stated;
  const isHere = instead !== undefined && scopeKeyOf(instead.from) === scopeKeyOf(place);
  const isSame = stated?.kind === kind && stated.amountFen === amountFen;
  if (isHere && isSame) return;
  const isHereToo = ({ ids }: SessionSales): boolean =>
    sessionId !== null && ids.includes(sessionId);
  const others = latest.filter((session) => !isHereToo(session)).map(({ scope }) => scope);
  const findings = oddFindings({
    amount: { kind, amountFen, hostId },
    scope: isHere ? changeScope(scope.totals, instead.stated, -1) : scope.totals,
    isSession: sessionId !== null,
    recent: recentWithout(scope.recent, instead, now),
    usual: isSame ? null : usualSales(others, kind),
    now,
  });
  refuseIfOdd(findings, confirmed);
}
