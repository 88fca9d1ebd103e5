import type { CheckedInputOf } from '../../../src/contract/endpoints';
import { Failure, refuseIfAny } from '../../../src/contract/failure';
import { canRecord, stateAt } from '../../../src/domain/live-session/live-session';
import { salesProblems } from '../../../src/domain/sales/problems';
import { accountOfShop, type Admission, hostOfShop } from '../../access/admission';
import type { Transaction } from '../../database/database';
import { type Scope, scopeAt, sessionScope } from '../../repositories/books';
import { type EntryPlace, placeOfSession } from '../../repositories/entries';

type Target = CheckedInputOf<'sales.record'>['target'];

/** A day outside any session, checked before the transaction starts; null for a session. */
export function placeOfDay(
  admission: Pick<Admission, 'shop' | 'host'>,
  input: CheckedInputOf<'sales.record'>,
  now: string,
): EntryPlace | null {
  const { target } = input;
  if (target.of === 'session') return null;
  const host = hostOfShop(admission, target.hostId);
  refuseIfAny(salesProblems(input, now));
  const { shop } = admission;
  const account = accountOfShop(shop, target.accountId);
  return {
    shopId: shop._id,
    sessionId: null,
    sessionTitle: null,
    hostId: host?._id ?? null,
    accountId: account?.id ?? null,
    platform: account?.platform ?? null,
    bookedOn: target.bookedOn,
  };
}

/**
 * The place an amount is for, with its sums so far. One call.
 * @param day the checked day where the target is one.
 * @throws Failure `not_found`; `illegal_transition` for a session that did not begin or never will.
 */
export async function openPlace(
  t: Transaction,
  shopId: string,
  target: Target,
  day: EntryPlace | null,
  now: string,
): Promise<{ place: EntryPlace; scope: Scope }> {
  if (target.of === 'day') {
    if (day === null) throw new Failure('internal');
    return { place: day, scope: await scopeAt(t, day) };
  }
  const scope = await sessionScope(t, shopId, target.sessionId);
  const state = stateAt(scope.session, now);
  if (!canRecord(state)) throw new Failure('illegal_transition', { info: { state } });
  return { place: placeOfSession(scope.session), scope };
}
