import type { ApiWarning } from '../../src/contract/errors';
import type { Caller } from '../access/caller';
import { EMPTY_SCOPE } from '../../src/domain/sales/scope';
import { overlaps } from '../../src/domain/live-session/live-session';
import { chinaDayOf } from '../../src/domain/time';
import type { AccountRecord, HostDoc, LiveSessionDoc, ShopDoc } from '../database/documents';
import { sessionsAround } from '../repositories/live-sessions';
import { listingOf } from './edit-shop';

/** Id of a session and where it stands in time, in one sortable text. */
export const sortKeyOf = (startAt: string, id: string): string => `${startAt}#${id}`;

/**
 * The session with its place in time moved to `at`. Sales are booked on the China day it started;
 * once something is recorded the day stays, because the entries carry it: an entry that was replaced
 * or undone too, for it may come back.
 */
export function startingAt(session: LiveSessionDoc, at: string): LiveSessionDoc {
  return {
    ...session,
    sortKey: sortKeyOf(at, session._id),
    bookedOn: session.isBooked ? session.bookedOn : chinaDayOf(at),
  };
}

/** What a new session starts from, however it comes to be known. */
export function blankSession(
  shop: ShopDoc,
  who: { host: HostDoc | null; account: AccountRecord | null },
) {
  return {
    shopId: shop._id,
    ...listingOf(shop),
    hostId: who.host?._id ?? null,
    hostName: who.host?.name ?? null,
    accountId: who.account?.id ?? null,
    platform: who.account?.platform ?? null,
    accountName: who.account?.name ?? null,
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

const isSame = (a: string | null, b: string | null): boolean => a !== null && a === b;

/** Warns when the same host or account is planned or on air at the same time. One call. */
export async function overlapWarnings(
  session: Pick<LiveSessionDoc, '_id' | 'shopId' | 'hostId' | 'accountId' | 'startAt' | 'endAt'>,
): Promise<ApiWarning[]> {
  const around = await sessionsAround(session.shopId, session.startAt, session.endAt);
  const other = around.find(
    (doc) =>
      doc._id !== session._id &&
      doc.state !== 'cancelled' &&
      doc.precision === 'instant' &&
      overlaps(session, {
        startAt: doc.startedAt ?? doc.startAt,
        endAt: doc.endedAt ?? doc.endAt,
      }) &&
      (isSame(doc.hostId, session.hostId) || isSame(doc.accountId, session.accountId)),
  );
  return other === undefined
    ? []
    : [{ code: 'session_overlap', info: { title: other.title, sessionId: other._id } }];
}

/** The first line of a session's history. */
export function firstEvent(step: 'schedule' | 'backfill', { now, person }: Caller) {
  return [{ step, at: now, by: person }];
}
