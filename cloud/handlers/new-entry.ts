import type { ApiWarning } from '../../src/contract/errors';
import type { CheckedInputOf, OutputOf } from '../../src/contract/endpoints';
import { Failure, invalidInput } from '../../src/contract/failure';
import { canRecord, stateAt } from '../../src/domain/live-session/live-session';
import { salesProblems } from '../../src/domain/sales/problems';
import type { Revision } from '../../src/domain/sales/revisions';
import { scopeFigures, type ScopeTotals, scopeWarnings } from '../../src/domain/sales/scope';
import type { Writer } from '../access/caller';
import type { Transaction } from '../database/database';
import type { HostDoc, LiveSessionDoc, SalesEntryDoc, ShopDoc } from '../database/documents';
import { presentRevision } from '../presenters/sales';
import type { Answer } from '../repositories/changes';
import { accountOfShop } from './admit';
import { type EntryPlace, type Scope, scopeAt, sessionScope } from './books';

type Input = Pick<
  CheckedInputOf<'sales.record'>,
  'kind' | 'amountFen' | 'basis' | 'source' | 'soldFor'
>;
type Target = CheckedInputOf<'sales.record'>['target'];

/** The place of entries of a session: host, account and day follow from it. */
export function placeOfSession(session: LiveSessionDoc): EntryPlace {
  return {
    shopId: session.shopId,
    sessionId: session._id,
    sessionTitle: session.title,
    hostId: session.hostId,
    accountId: session.accountId,
    platform: session.platform,
    bookedOn: session.bookedOn,
  };
}

/** A day outside any session, checked before the transaction starts; null for a session. */
export function placeOfDay(
  { shop, host }: { shop: ShopDoc; host: HostDoc | null },
  target: Target,
  now: string,
): EntryPlace | null {
  if (target.of === 'session') return null;
  const fields = salesProblems({ target }, now);
  if (Object.keys(fields).length > 0) throw invalidInput(fields);
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
 * @throws Failure `not_found`; `illegal_transition` for a session that has not begun or never will.
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

/** What somebody states, as a revision of an entry. */
export function newRevision(
  input: Input,
  made: { id: string; replaces: string | null; caller: Writer },
): Revision {
  return {
    id: made.id,
    replaces: made.replaces,
    kind: input.kind,
    amountFen: input.amountFen,
    basis: input.basis,
    source: input.source,
    soldFor: input.soldFor ?? { name: null, aboveThresholdHuadu: 'unknown' },
    recordedAt: made.caller.now,
    recordedBy: made.caller.person,
    undoneAt: null,
  };
}

/** A new entry of the ledger. */
export function newEntry(
  input: Input,
  place: EntryPlace,
  { id, caller }: { id: string; caller: Writer },
): SalesEntryDoc {
  return {
    _id: id,
    ...place,
    batchId: null,
    revisions: [newRevision(input, { id, replaces: null, caller })],
    isCounted: true,
    sortKey: `${place.bookedOn}#${caller.now}#${id}`,
    claims: {},
  };
}

/** What looks wrong in a scope after a write; said, never a reason to refuse. */
export function warningsOf(scope: ScopeTotals, isSession: boolean): ApiWarning[] {
  return scopeWarnings(scope, isSession).map((code) => ({ code }));
}

/** What a write of money answers: the revision it is about, and the sums after it. */
export function answerOf(
  entry: SalesEntryDoc,
  revisionId: string,
  totals: ScopeTotals,
  person: string,
): Answer<OutputOf<'sales.record'>> {
  return {
    data: {
      entry: presentRevision(entry, revisionId, person),
      figures: scopeFigures(totals),
    },
    warnings: warningsOf(totals, entry.sessionId !== null),
  };
}
