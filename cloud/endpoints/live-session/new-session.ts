import type { ApiWarning } from '../../../src/contract/errors';
import type { LiveSession } from '../../../src/contract/live-session';
import { keysOf } from '../../../src/domain/live-session/find-keys';
import { endOf, startOf } from '../../../src/domain/live-session/times';
import { invalidInput } from '../../../src/contract/failure';
import { type Admission, hostOfShop } from '../../access/admission';
import { hostsById } from '../../repositories/hosts';
import type { Caller } from '../../access/caller';
import type { AccountRecord, HostDoc, LiveSessionDoc, ShopDoc } from '../../database/documents';
import { firstLine } from '../../repositories/live-sessions';
import { overlapAmong, overlapping, type TakenTime } from '../../repositories/overlaps';

/** What a new session starts from, whether it is planned or took place. */
export function blankSession(
  shop: ShopDoc,
  { hosts, account }: { hosts: readonly HostDoc[]; account: AccountRecord | null },
) {
  return {
    shopId: shop._id,
    shopName: shop.name,
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
    seriesId: null,
    seriesClock: null,
    parentId: null,
    pieces: [],
    isBooked: false,
    scopes: [],
    recentAmounts: [],
    entriesAt: null,
    historyPages: 0,
    waiting: [],
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

/** @throws Failure `invalid_input` when a host who has left is planned with. */
export function refuseRetired(hosts: readonly HostDoc[], hostIds: readonly string[]): void {
  const left = hosts.find(({ isRetired }) => isRetired);
  if (left === undefined) return;
  throw invalidInput({ [`hostIds.${String(hostIds.indexOf(left._id))}`]: 'retired' });
}

/** The first line of a session's history. */
export function firstEvent(step: 'schedule' | 'backfill' | 'startNow', { now, person }: Caller) {
  return [firstLine({ step, at: now, by: person })];
}

function overlapWarning({ title, _id }: Pick<LiveSessionDoc, 'title' | '_id'>): ApiWarning {
  return { code: 'session_overlap', info: { title, sessionId: _id } };
}

/** Warns when a host or the account of one of several has another session at its time. One call. */
export async function overlapWarnings(
  ...sessions: readonly [TakenTime, ...TakenTime[]]
): Promise<ApiWarning[]> {
  const other = await overlapping(sessions);
  return other === null ? [] : [overlapWarning(other)];
}

/** The same for sessions that are about to be added together: they are compared with each other too. */
export async function newOverlapWarnings(
  ...sessions: readonly [LiveSessionDoc, ...LiveSessionDoc[]]
): Promise<ApiWarning[]> {
  const found = await overlapWarnings(...sessions);
  const among = overlapAmong(sessions);
  return found.length > 0 || among === null ? found : [overlapWarning(among)];
}

/** The same for a session as it was answered. */
export function overlapsOf(session: LiveSession): Promise<ApiWarning[]> {
  const { id, shopId } = session;
  const taken = { _id: id, shopId, keys: keysOf(session) };
  return overlapWarnings({ ...taken, startAt: startOf(session), endAt: endOf(session) });
}
