import { refuseIfOdd } from '../../../src/contract/odd-amount';
import type { SalesEntry } from '../../../src/domain/sales/entry';
import {
  type Oddity,
  oddFindings,
  recentAfter,
  usualSales,
} from '../../../src/domain/sales/oddities';
import type { Revision } from '../../../src/domain/sales/revisions';
import { changeScope } from '../../../src/domain/sales/scope';
import type { Scope } from '../../repositories/books';
import type { EntryPlace } from '../../repositories/entries';
import type { SessionSales } from '../../repositories/live-sessions';

/** An amount that is about to count, with what decides whether it looks like a slip. */
interface NewAmount {
  input: Pick<SalesEntry, 'kind' | 'amountFen'> & { confirmed?: readonly Oddity[] | undefined };
  place: EntryPlace;
  /** As read in the transaction. */
  scope: Scope;
  /** The statement in place of which it counts; `isHere`: it counts in the same scope. */
  instead?: { stated: Revision; isHere: boolean };
  /** The store's latest sessions with sales. */
  latest: readonly SessionSales[];
  now: string;
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
  const isSame = stated?.kind === kind && stated.amountFen === amountFen;
  if (instead?.isHere === true && isSame) return;
  const others = latest.filter(({ _id }) => _id !== sessionId).map((session) => session.scope);
  const left = instead?.isHere === true ? instead.stated : null;
  const findings = oddFindings({
    amount: { kind, amountFen, hostId },
    scope: left === null ? scope.totals : changeScope(scope.totals, left, -1),
    isSession: sessionId !== null,
    recent:
      left === null
        ? scope.recent
        : recentAfter(scope.recent, [{ amount: left, sign: -1 }], { hostId, now }),
    usual: isSame ? null : usualSales(others, kind),
    now,
  });
  refuseIfOdd(findings, confirmed);
}
