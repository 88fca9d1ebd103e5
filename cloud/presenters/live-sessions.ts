import type { LiveSession, LiveSessionRow, Teaser } from '../../src/contract/live-session';
import type { PublicSession } from '../../src/contract/public';
import {
  LIVE_SESSION_EVENTS,
  publicPhaseAt,
  stateAt,
} from '../../src/domain/live-session/live-session';
import { totalsOf } from '../../src/domain/sales/host-scopes';
import { scopeFigures } from '../../src/domain/sales/scope';
import type { LiveSessionDoc, LiveSessionEventRecord } from '../database/documents';
import { presentHostFigures } from './sales';

/** A session as a row of the merchant's list at `now`. */
export function presentRow(doc: LiveSessionDoc, now: string): LiveSessionRow {
  return {
    id: doc._id,
    shopId: doc.shopId,
    title: doc.title,
    hosts: doc.hosts.map(({ id, name }) => ({ id, name })),
    accountId: doc.accountId,
    platform: doc.platform,
    accountName: doc.accountName,
    precision: doc.precision,
    startAt: doc.startAt,
    endAt: doc.endAt,
    bookedOn: doc.bookedOn,
    state: stateAt(doc, now),
    startedAt: doc.startedAt,
    endedAt: doc.endedAt,
    figures: scopeFigures(totalsOf(doc.scopes)),
    version: doc.version,
  };
}

function presentEvent(
  event: LiveSessionEventRecord,
  person: string,
): LiveSession['history'][number][] {
  const step = LIVE_SESSION_EVENTS.find((known) => known === event.step);
  if (step === undefined) return [];
  const others = event.by === null ? ('system' as const) : ('team' as const);
  return [{ step, at: event.at, by: event.by === person ? 'you' : others }];
}

/** The goods teasers of a session. */
export function presentTeasers({ teasers }: Pick<LiveSessionDoc, 'teasers'>): Teaser[] {
  return teasers.map(({ name, priceFen, priceBasis }) => ({ name, priceFen, priceBasis }));
}

/** A session in full, for one of the store's people. */
export function presentLiveSession(doc: LiveSessionDoc, person: string, now: string): LiveSession {
  return {
    ...presentRow(doc, now),
    pauses: doc.pauses.map(({ from, to }) => ({ from, to })),
    hostFigures: presentHostFigures(doc.scopes),
    goalFen: doc.goalFen,
    teasers: presentTeasers(doc),
    isAiPresenter: doc.isAiPresenter,
    isListed: doc.isListed,
    history: doc.history.flatMap((event) => presentEvent(event, person)),
  };
}

/** A session as a viewer may see it: by time, without money or people's ids. */
export function presentPublicSession(doc: LiveSessionDoc, now: string): PublicSession {
  return {
    id: doc._id,
    shopId: doc.shopId,
    shopName: doc.shopName,
    isShopVerified: doc.isShopVerified,
    title: doc.title,
    hostNames: doc.hosts.map(({ name }) => name),
    platform: doc.platform,
    accountName: doc.accountName,
    precision: doc.precision,
    startAt: doc.startAt,
    endAt: doc.endAt,
    bookedOn: doc.bookedOn,
    phase: publicPhaseAt(doc, now),
    startedAt: doc.startedAt,
    endedAt: doc.endedAt,
    isAiPresenter: doc.isAiPresenter,
  };
}
