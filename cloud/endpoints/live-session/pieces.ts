import { Failure, limitReached, refuseIfStale } from '../../../src/contract/failure';
import {
  byStart,
  eveningScopes,
  joinProblem,
  MAX_PIECES,
  pieceRecord,
} from '../../../src/domain/live-session/evening';
import { findableTogether } from '../../../src/domain/live-session/search';
import { sessionFits } from '../../../src/domain/sales/host-scopes';
import { regroupedMonths } from '../../../src/domain/sales/session-months';
import { asTyped } from '../../../src/domain/words/waiting';
import type { Writer } from '../../access/caller';
import type { Transaction } from '../../database/database';
import type { LiveSessionDoc } from '../../database/documents';
import { postCounts } from '../../repositories/year-books';
import { keepSession } from '../../repositories/live-sessions';
import { findableTitle } from '../../text/findable';

/** A session by its id, as it was read. */
export interface ReadSession {
  sessionId: string;
  version: number;
}

/** What pieces are read and written with. */
interface PieceCall {
  caller: Writer;
  t: Transaction;
}

/**
 * Reads a session that did not change since it was read. One call.
 * @throws Failure `not_found`, `stale_version`.
 */
export async function sessionAtVersion(
  t: Transaction,
  shopId: string,
  { sessionId, version }: ReadSession,
): Promise<LiveSessionDoc> {
  const session = await t.get('live_sessions', sessionId);
  if (session?.shopId !== shopId) throw new Failure('not_found');
  refuseIfStale(session, version);
  return session;
}

/** Sessions with the further pieces of those that are evenings, each as one by itself. */
async function piecesOf(
  t: Transaction,
  sessions: readonly LiveSessionDoc[],
): Promise<LiveSessionDoc[]> {
  const single: LiveSessionDoc[] = [];
  for (const session of sessions) {
    const isEvening = session.pieces.length > 0;
    const found = isEvening ? await findableTitle(asTyped(session).title) : {};
    single.push({ ...session, pieces: [], ...found });
    for (const { id } of session.pieces) {
      const piece = await t.get('live_sessions', id);
      if (piece === null) throw new Failure('internal');
      single.push({ ...piece, parentId: null });
    }
  }
  return byStart(single);
}

/** Writes pieces of an evening with a line of history each, by their start. One call or two for each. */
async function keepAll(
  { caller, t }: PieceCall,
  pieces: readonly LiveSessionDoc[],
  step: 'join' | 'split',
): Promise<LiveSessionDoc[]> {
  const kept: LiveSessionDoc[] = [];
  for (const piece of pieces) {
    kept.push(await keepSession(t, piece, piece, { step, at: caller.now, by: caller.person }));
  }
  return kept;
}

/**
 * Makes one evening of sessions that were read at a version.
 * @returns the first piece, which stands for all.
 * @throws Failure `not_joinable`, `limit_reached`, `sum_too_large`.
 */
export async function joinPieces(
  call: PieceCall,
  sessions: readonly LiveSessionDoc[],
): Promise<LiveSessionDoc> {
  if (sessions.some(({ parentId }) => parentId !== null)) {
    throw new Failure('not_joinable', { info: { problem: 'joined_already' } });
  }
  const count = sessions.reduce((sum, { pieces }) => sum + pieces.length + 1, 0);
  if (count > MAX_PIECES) throw limitReached(MAX_PIECES);
  const pieces = await piecesOf(call.t, sessions);
  const problem = joinProblem(pieces);
  if (problem !== null) throw new Failure('not_joinable', { info: { problem } });
  const [first, ...others] = pieces;
  if (first === undefined) throw new Failure('internal');
  const evening = { ...first, pieces: others.map(pieceRecord), ...findableTogether(pieces) };
  if (!sessionFits(eveningScopes(evening))) throw new Failure('sum_too_large');
  const further = others.map((piece) => ({ ...piece, parentId: first._id }));
  const counts = regroupedMonths(sessions.map(eveningScopes), [eveningScopes(evening)]);
  await postCounts(call.t, first.shopId, counts);
  const [kept] = await keepAll(call, [evening, ...further], 'join');
  return kept ?? evening;
}

/** Makes single sessions of an evening, by their start. @throws Failure `not_joinable`. */
export async function splitEvening(
  call: PieceCall,
  evening: LiveSessionDoc,
): Promise<LiveSessionDoc[]> {
  if (evening.pieces.length === 0) {
    throw new Failure('not_joinable', { info: { problem: 'not_joined' } });
  }
  const pieces = await piecesOf(call.t, [evening]);
  const parts = pieces.map(({ scopes }) => scopes);
  await postCounts(call.t, evening.shopId, regroupedMonths([eveningScopes(evening)], parts));
  return keepAll(call, pieces, 'split');
}
