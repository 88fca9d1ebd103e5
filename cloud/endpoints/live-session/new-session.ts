import type { ApiWarning } from '../../../src/contract/errors';
import { collides } from '../../../src/domain/live-session/times';
import { EMPTY_SCOPE } from '../../../src/domain/sales/scope';
import type { Caller } from '../../access/caller';
import type { AccountRecord, HostDoc, LiveSessionDoc, ShopDoc } from '../../database/documents';
import { listingOf, sessionsAround } from '../../repositories/live-sessions';

/** What a new session starts from, whether it is planned or took place. */
export function blankSession(
  shop: ShopDoc,
  { host, account }: { host: HostDoc | null; account: AccountRecord | null },
) {
  return {
    shopId: shop._id,
    ...listingOf(shop),
    hostId: host?._id ?? null,
    hostName: host?.name ?? null,
    accountId: account?.id ?? null,
    platform: account?.platform ?? null,
    accountName: account?.name ?? null,
    startedAt: null,
    endedAt: null,
    pauses: [],
    goalFen: null,
    teasers: [],
    isAiPresenter: false,
    isBooked: false,
    scope: EMPTY_SCOPE,
    version: 1,
  };
}

/** The first line of a session's history. */
export function firstEvent(step: 'schedule' | 'backfill', { now, person }: Caller) {
  return [{ step, at: now, by: person }];
}

/** Warns when the same host or account has another session at the same time. One call. */
export async function overlapWarnings(
  session: Pick<LiveSessionDoc, '_id' | 'shopId' | 'hostId' | 'accountId' | 'startAt' | 'endAt'>,
): Promise<ApiWarning[]> {
  const around = await sessionsAround(session.shopId, session.startAt, session.endAt);
  const other = around.find((found) => found._id !== session._id && collides(session, found));
  return other === undefined
    ? []
    : [{ code: 'session_overlap', info: { title: other.title, sessionId: other._id } }];
}
