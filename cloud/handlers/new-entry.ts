import type { ApiWarning } from '../../src/contract/errors';
import type { CheckedInputOf } from '../../src/contract/endpoints';
import { Failure, invalidInput } from '../../src/contract/failure';
import { stateAt } from '../../src/domain/live-session/live-session';
import { scopeWarnings } from '../../src/domain/sales/scope';
import type { ScopeTotals } from '../../src/domain/sales/scope';
import { chinaDayOf } from '../../src/domain/time';
import type { Writer } from '../access/caller';
import type { Transaction } from '../database/database';
import type {
  AccountRecord,
  HostDoc,
  LiveSessionDoc,
  SalesEntryDoc,
  ShopDoc,
} from '../database/documents';
import { accountOfShop, hostOfShop } from './admit';
import { sessionScope } from './books';
import type { Scopes } from './books';

type Input = Pick<
  CheckedInputOf<'sales.record'>,
  'kind' | 'amountFen' | 'basis' | 'source' | 'soldFor'
>;
type Target = CheckedInputOf<'sales.record'>['target'];

/** Where an entry belongs, checked against the store. */
type Place = Pick<
  SalesEntryDoc,
  'sessionId' | 'sessionTitle' | 'hostId' | 'accountId' | 'platform' | 'bookedOn'
>;

/** The place of entries of a session: host, account and day follow from it. */
export const placeOfSession = (session: LiveSessionDoc): Place => ({
  sessionId: session._id,
  sessionTitle: session.title,
  hostId: session.hostId,
  accountId: session.accountId,
  platform: session.platform,
  bookedOn: session.bookedOn,
});

const placeOfDay = (
  bookedOn: string,
  host: HostDoc | null,
  account: AccountRecord | null,
): Place => ({
  sessionId: null,
  sessionTitle: null,
  hostId: host?._id ?? null,
  accountId: account?.id ?? null,
  platform: account?.platform ?? null,
  bookedOn,
});

/** A day outside any session, checked before the transaction starts; null for a session. */
export const dayPlace = async (
  shop: ShopDoc,
  target: Target,
  now: string,
): Promise<Place | null> => {
  if (target.of === 'session') return null;
  if (target.bookedOn > chinaDayOf(now)) throw invalidInput({ 'target.bookedOn': 'in_the_future' });
  const account = accountOfShop(shop, target.accountId);
  return placeOfDay(target.bookedOn, await hostOfShop(shop, target.hostId), account);
};

/**
 * The place an amount is for.
 * @throws Failure `not_found`; `illegal_transition` for a session that has not begun or never will.
 */
export const placeIn = async (
  t: Transaction,
  scopes: Scopes,
  shop: ShopDoc,
  target: Target,
  day: Place | null,
  now: string,
): Promise<Place> => {
  if (target.of === 'day') {
    if (day === null) throw new Failure('internal');
    return day;
  }
  const session = await sessionScope(t, scopes, shop._id, target.sessionId);
  const state = stateAt(session, now);
  if (state === 'scheduled' || state === 'cancelled') {
    throw new Failure('illegal_transition', { info: { state } });
  }
  return placeOfSession(session);
};

/** A new entry of the ledger. */
export const newEntry = (
  input: Input,
  place: Place,
  made: { id: string; shopId: string; replaces: string | null; caller: Writer },
): SalesEntryDoc => ({
  _id: made.id,
  shopId: made.shopId,
  ...place,
  kind: input.kind,
  amountFen: input.amountFen,
  recordedAt: made.caller.now,
  recordedBy: made.caller.person,
  soldFor: input.soldFor ?? { name: null, aboveThresholdHuadu: 'unknown' },
  basis: input.basis,
  source: input.source,
  batchId: null,
  replaces: made.replaces,
  replacedBy: null,
  undoneAt: null,
  isCounted: true,
  sortKey: `${place.bookedOn}#${made.caller.now}#${made.id}`,
});

/** What looks wrong in a scope after a write; said, never a reason to refuse. */
export const warningsOf = (scope: ScopeTotals, isSession: boolean): ApiWarning[] =>
  scopeWarnings(scope, isSession).map((code) => ({ code }));
