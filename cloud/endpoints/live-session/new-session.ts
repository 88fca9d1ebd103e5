import type { ApiWarning } from '../../../src/contract/errors';
import { collides } from '../../../src/domain/live-session/times';
import { invalidInput } from '../../../src/contract/failure';
import { type Admission, hostOfShop } from '../../access/admission';
import { hostsById } from '../../repositories/hosts';
import type { Caller } from '../../access/caller';
import type { AccountRecord, HostDoc, LiveSessionDoc, ShopDoc } from '../../database/documents';
import { listingOf, sessionsAround } from '../../repositories/live-sessions';

/** What a new session starts from, whether it is planned or took place. */
export function blankSession(
  shop: ShopDoc,
  { hosts, account }: { hosts: readonly HostDoc[]; account: AccountRecord | null },
) {
  return {
    shopId: shop._id,
    ...listingOf(shop),
    hosts: hosts.map(({ _id, name }) => ({ id: _id, name, isPlanned: true })),
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
    scopes: [],
    recentAmounts: [],
    version: 1,
  };
}

/**
 * The hosts of a new session, in the order given; one that is named twice counts once. No call for
 * one host, which the admission has read, one for more.
 * @throws Failure `invalid_input` when one is not this store's.
 */
export async function hostsOfSession(
  admission: Pick<Admission, 'shop' | 'host'>,
  hostIds: readonly string[],
): Promise<HostDoc[]> {
  const [mainId = null, ...otherIds] = new Set(hostIds);
  const main = hostOfShop(admission, mainId, 'hostIds.0');
  const others = otherIds.length === 0 ? [] : await hostsById(otherIds);
  const hosts = otherIds.map((id) => {
    const host = others.find(({ _id }) => _id === id);
    if (host?.shopId !== admission.shop._id) {
      throw invalidInput({ [`hostIds.${String(hostIds.indexOf(id))}`]: 'not_in_store' });
    }
    return host;
  });
  return main === null ? hosts : [main, ...hosts];
}

/** The first line of a session's history. */
export function firstEvent(step: 'schedule' | 'backfill', { now, person }: Caller) {
  return [{ step, at: now, by: person }];
}

/** Warns when one of the hosts or the account has another session at the same time. One call. */
export async function overlapWarnings(
  session: Pick<LiveSessionDoc, '_id' | 'shopId' | 'hosts' | 'accountId' | 'startAt' | 'endAt'>,
): Promise<ApiWarning[]> {
  const around = await sessionsAround(session.shopId, session.startAt, session.endAt);
  const other = around.find((found) => found._id !== session._id && collides(session, found));
  return other === undefined
    ? []
    : [{ code: 'session_overlap', info: { title: other.title, sessionId: other._id } }];
}
