import type { CheckedInputOf } from '../../../src/contract/endpoints';
import { Failure, invalidInput, limitReached, refuseIfAny } from '../../../src/contract/failure';
import { MAX_SESSION_HOSTS, withSeller } from '../../../src/domain/live-session/hosts';
import { canRecord, stateAt } from '../../../src/domain/live-session/live-session';
import { salesProblems } from '../../../src/domain/sales/problems';
import { accountOfShop, type Admission, sellerOfShop } from '../../access/admission';
import type { Transaction } from '../../database/database';
import type { LiveSessionDoc } from '../../database/documents';
import { type Scope, scopeAt, scopeInSession, sessionToBook } from '../../repositories/books';
import { type EntryPlace, placeOfSession } from '../../repositories/entries';

type Target = CheckedInputOf<'sales.record'>['target'];
type Seller = Pick<Admission, 'shop' | 'host'>;

/**
 * A day outside any session, checked; null for a session. It asks nothing of the database.
 * @throws Failure `invalid_input`.
 */
export function placeOfDay(
  admission: Seller,
  input: CheckedInputOf<'sales.record'>,
  now: string,
): EntryPlace | null {
  const { target } = input;
  if (target.of === 'session') return null;
  const host = sellerOfShop(admission, target.hostId);
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
 * The place of an amount of a session, and the session with its host among the hosts.
 * @throws Failure when the host is not this store's, has to be named, or is one too many.
 */
function placeInSession(
  admission: Seller,
  session: LiveSessionDoc,
  hostId: string | null,
): { place: EntryPlace; session: LiveSessionDoc } {
  const { hosts } = session;
  const [main] = hosts;
  if (hostId === null && main !== undefined) {
    if (hosts.length > 1) throw invalidInput({ 'target.hostId': 'required' });
    return { place: placeOfSession(session, main.id), session };
  }
  const host = sellerOfShop(admission, hostId);
  if (host === null) return { place: placeOfSession(session, null), session };
  const { _id: id, name } = host;
  const joined = { ...session, hosts: withSeller(hosts, { id, name }) };
  if (joined.hosts.length > MAX_SESSION_HOSTS) throw limitReached(MAX_SESSION_HOSTS);
  return { place: placeOfSession(joined, id), session: joined };
}

/**
 * The place an amount is for, with its sums so far. One call.
 * @param day the checked day where the target is one.
 * @throws Failure `not_found`; `illegal_transition` for a session that did not begin or never will;
 *   `invalid_input` for the host; `limit_reached` when the session has no room for another one.
 */
export async function openPlace(
  t: Transaction,
  admission: Seller,
  target: Target,
  day: EntryPlace | null,
  now: string,
): Promise<{ place: EntryPlace; scope: Scope }> {
  if (target.of === 'day') {
    if (day === null) throw new Failure('internal');
    return { place: day, scope: await scopeAt(t, day) };
  }
  const kept = await sessionToBook(t, admission.shop._id, target.sessionId);
  const state = stateAt(kept, now);
  if (!canRecord(state)) throw new Failure('illegal_transition', { info: { state } });
  const { place, session } = placeInSession(admission, kept, target.hostId);
  return { place, scope: scopeInSession(session, place) };
}
