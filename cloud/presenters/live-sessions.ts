import { suffixOf } from '../../src/domain/shop/ids';
import { sees, type Sight } from '../../src/domain/shop/sight';
import type { LiveSession, LiveSessionRow, Teaser } from '../../src/contract/live-session';
import type { PublicSession } from '../../src/contract/public';
import type { AheadSession } from '../../src/domain/live-session/ahead';
import {
  eveningEnd,
  eveningHosts,
  eveningScopes,
  pieceCount,
  type PieceRecord,
  pieceRecord,
} from '../../src/domain/live-session/evening';
import { isOver, stateAt } from '../../src/domain/live-session/live-session';
import { UNDO_MINUTES, undoableStep } from '../../src/domain/live-session/history';
import { overAt, pausedSince, publicPhaseAt } from '../../src/domain/live-session/public-phase';
import { type HostScope, totalsOf } from '../../src/domain/sales/host-scopes';
import { scopeFigures } from '../../src/domain/sales/scope';
import { addMinutes, chinaDayOf } from '../../src/domain/time';
import { asTyped, isNeutral } from '../../src/domain/words/waiting';
import type {
  LiveSessionDoc,
  SessionLine,
  ShopCardRecord,
  StorefrontDoc,
} from '../database/documents';

import { presentDayFigures, presentHostFigures } from './sales';
import { presentWaiting } from './waiting';

/** Current names of a store, its accounts and its hosts. */
export interface Names {
  shop: Pick<ShopCardRecord, 'name' | 'accounts'>;
  hostNames: StorefrontDoc['hostNames'];
}

/**
 * The names that a session carries: those of its time once it is over, until then the current ones,
 * so that a new name reaches every plan at once.
 */
export function namesOf(
  doc: Pick<
    LiveSessionDoc,
    'state' | 'shopName' | 'hosts' | 'pieces' | 'accountId' | 'platform' | 'accountName'
  >,
  { shop, hostNames }: Names,
): Pick<LiveSessionDoc, 'shopName' | 'hosts' | 'platform' | 'accountName'> {
  const { shopName, platform, accountName } = doc;
  const hosts = eveningHosts(doc);
  const named = hosts.map((host) => ({ ...host, name: hostNames[suffixOf(host.id)] ?? host.name }));
  if (isOver(doc.state)) {
    // A name that was under review then is the one that was released since.
    const wasNamed = hosts.map((host, at) => (isNeutral(host.name) ? (named[at] ?? host) : host));
    const name = isNeutral(shopName) ? shop.name : shopName;
    return { shopName: name, hosts: wasNamed, platform, accountName };
  }
  const account = shop.accounts.find(({ id }) => id === doc.accountId);
  return {
    shopName: shop.name,
    hosts: named,
    platform: account?.platform ?? platform,
    accountName: account?.name ?? accountName,
  };
}

/** Those of a session's sums that a person sees. */
function seenScopes(scopes: readonly HostScope[], sight: Sight): HostScope[] {
  return scopes.filter(({ hostId }) => sees(sight, hostId));
}

/** What of a session its row is made of. */
export type RowRecord = Pick<
  LiveSessionDoc,
  | '_id'
  | 'shopId'
  | 'shopName'
  | 'title'
  | 'teasers'
  | 'hosts'
  | 'pieces'
  | 'accountId'
  | 'platform'
  | 'accountName'
  | 'precision'
  | 'startAt'
  | 'endAt'
  | 'bookedOn'
  | 'state'
  | 'startedAt'
  | 'endedAt'
  | 'parentId'
  | 'scopes'
  | 'waiting'
  | 'version'
>;

/** A session as a row of the merchant's list. */
export function presentRow(
  doc: RowRecord,
  names: Names,
  { now, sight }: Pick<Viewer, 'now' | 'sight'>,
): LiveSessionRow {
  const { hosts, platform, accountName } = namesOf(doc, names);
  return {
    id: doc._id,
    shopId: doc.shopId,
    title: asTyped(doc).title,
    hosts: hosts.map(({ id, name }) => ({ id, name })),
    accountId: doc.accountId,
    platform,
    accountName,
    precision: doc.precision,
    startAt: doc.startAt,
    endAt: doc.endAt,
    bookedOn: doc.bookedOn,
    state: stateAt(doc, now),
    startedAt: doc.startedAt,
    endedAt: eveningEnd(doc),
    parentId: doc.parentId,
    pieceCount: pieceCount(doc),
    figures: scopeFigures(totalsOf(seenScopes(eveningScopes(doc), sight))),
    waiting: presentWaiting(doc),
    version: doc.version,
  };
}

/** A line of a session's history. */
export function presentLine(line: SessionLine, person: string): LiveSession['history'][number] {
  const others = line.by === null ? ('system' as const) : ('team' as const);
  const by = line.by === person ? 'you' : others;
  return { step: line.step, at: line.at, by, of: line.of, reason: line.reason };
}

function presentUndoable(doc: LiveSessionDoc, now: string): LiveSession['undoable'] {
  const found = undoableStep(doc, now);
  const { line, block = null } = found;
  if (line === null || block === 'too_late') return null;
  return { step: line.step, until: addMinutes(line.at, UNDO_MINUTES), block };
}

/** The goods teasers of a session. */
export function presentTeasers({ teasers }: Pick<LiveSessionDoc, 'teasers'>): Teaser[] {
  return teasers.map(({ name, priceFen, priceBasis }) => ({ name, priceFen, priceBasis }));
}

function presentPiece(
  { hosts, scopes, ...piece }: PieceRecord,
  sight: Sight,
): LiveSession['pieces'][number] {
  const { id, title, startedAt, endedAt, onAirSeconds } = piece;
  const hostIds = hosts.map((host) => host.id);
  const figures = scopeFigures(totalsOf(seenScopes(scopes, sight)));
  return { id, title, hostIds, startedAt, endedAt, onAirSeconds, figures };
}

/** The pieces of an evening, its first one with them; none of a session that is not joined. */
function presentPieces(doc: LiveSessionDoc, sight: Sight): LiveSession['pieces'] {
  if (doc.pieces.length === 0) return [];
  return [pieceRecord(doc), ...doc.pieces].map((piece) => presentPiece(piece, sight));
}

/** Who looks at a session, and when. */
export interface Viewer {
  person: string;
  now: string;
  /** Whose money they see. */
  sight: Sight;
}

/** A session in full, for one of the store's people. */
export function presentLiveSession(
  doc: LiveSessionDoc,
  names: Names,
  { person, now, sight }: Viewer,
): LiveSession {
  return {
    ...presentRow(doc, names, { now, sight }),
    pauses: doc.pauses.map(({ from, to }) => ({ from, to })),
    hostFigures: presentHostFigures(seenScopes(eveningScopes(doc), sight)),
    pieces: presentPieces(doc, sight),
    dayFigures: presentDayFigures(seenScopes(doc.scopes, sight)),
    goalFen: sight.isWhole ? doc.goalFen : null,
    teasers: presentTeasers(asTyped(doc)),
    isAiPresenter: doc.isAiPresenter,
    seriesId: doc.seriesId,
    history: doc.history.map((line) => presentLine(line, person)),
    historyPages: doc.historyPages,
    undoable: presentUndoable(doc, now),
  };
}

/** What is public of a store beside its sessions. */
export type PublicNames = Names & {
  shop: { readonly verification: { readonly state: string } };
};

/** A session as a viewer may see it: by time, without money or people's ids. */
export function presentPublicSession(
  doc: LiveSessionDoc,
  names: PublicNames,
  now: string,
): PublicSession {
  const { shopName, hosts, platform, accountName } = namesOf(doc, names);
  return {
    id: doc._id,
    shopId: doc.shopId,
    shopName,
    isShopVerified: names.shop.verification.state === 'verified',
    title: doc.title,
    hostNames: hosts.map(({ name }) => name),
    platform,
    accountName,
    precision: doc.precision,
    startAt: doc.startAt,
    endAt: doc.endAt,
    bookedOn: doc.bookedOn,
    phase: publicPhaseAt(doc, now),
    overAt: overAt(doc),
    pausedAt: pausedSince(doc),
    startedAt: doc.startedAt,
    endedAt: eveningEnd(doc),
    partOf: doc.parentId,
    isAiPresenter: doc.isAiPresenter,
  };
}

/** A session of a storefront as a viewer may see it. */
export function presentAhead(
  session: AheadSession,
  { _id: shopId, card, hostNames }: Pick<StorefrontDoc, '_id' | 'card' | 'hostNames'>,
  now: string,
): PublicSession {
  const account = card.accounts.find(({ id }) => id === session.accountId);
  return {
    id: session.id,
    shopId,
    shopName: card.name,
    isShopVerified: card.verification.state === 'verified',
    title: session.title,
    hostNames: session.hostIds.flatMap((id) => hostNames[suffixOf(id)] ?? []),
    platform: account?.platform ?? null,
    accountName: account?.name ?? null,
    precision: 'instant',
    startAt: session.startAt,
    endAt: session.endAt,
    bookedOn: chinaDayOf(session.startedAt ?? session.startAt),
    phase: publicPhaseAt(session, now),
    overAt: overAt(session),
    pausedAt: session.pausedAt,
    startedAt: session.startedAt,
    endedAt: null,
    partOf: null,
    isAiPresenter: session.isAiPresenter,
  };
}
