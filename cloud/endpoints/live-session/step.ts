import type { OutputOf } from '../../../src/contract/endpoints';
import { Failure, refuseIfStale } from '../../../src/contract/failure';
import { momentOf, type UndoBlock, undoableStep } from '../../../src/domain/live-session/history';
import {
  canTake,
  isOver,
  type LiveSessionStep,
  stateAt,
} from '../../../src/domain/live-session/live-session';
import { asTyped, holdBack } from '../../../src/domain/words/waiting';
import type { Admission } from '../../access/admission';
import type { Writer } from '../../access/caller';
import type { Seeing } from '../../access/sight';
import type { Transaction } from '../../database/database';
import type { LiveSessionDoc, SessionLine, StorefrontDoc } from '../../database/documents';
import { namesOf, presentLiveSession } from '../../presenters/live-sessions';
import type { Answer } from '../../repositories/changes';
import { keepSession, type LineWords } from '../../repositories/live-sessions';
import { keepAhead, openStorefront } from '../../repositories/storefronts';

/** A call that changes a session, inside its transaction. */
export interface StepCall {
  input: { sessionId: string };
  caller: Writer & Seeing;
  shop: Admission['shop'];
  t: Transaction;
}

/** A session as it was read in the transaction, with its store's storefront. */
export interface OpenSession {
  session: LiveSessionDoc;
  storefront: StorefrontDoc;
}

/** Reads a session that is about to change. Two calls. @throws Failure `not_found`. */
export async function openSession({ input, shop, t }: StepCall): Promise<OpenSession> {
  const session = await t.get('live_sessions', input.sessionId);
  if (session === null) throw new Failure('not_found');
  return { session, storefront: await openStorefront(t, shop._id) };
}

/**
 * Writes a changed session and what lists of its store show of it. A session that is over from now on
 * keeps the names of its time. At most three calls.
 */
export async function closeSession(
  { caller, t }: StepCall,
  { session: before, storefront }: OpenSession,
  changed: LiveSessionDoc,
  words: Pick<LineWords, 'step' | 'of' | 'reason'>,
): Promise<LiveSessionDoc> {
  if (before.parentId !== null || before.pieces.length > 0) throw new Failure('session_joined');
  const { now, person } = caller;
  // As they are in this transaction: the store may have been renamed since the call was admitted.
  const names = { shop: storefront.card, hostNames: storefront.hostNames };
  const isEnding = isOver(changed.state) && !isOver(before.state);
  const named = isEnding ? { ...changed, ...namesOf(before, names) } : changed;
  const session = await keepSession(t, before, named, { ...words, at: now, by: person });
  await keepAhead(t, storefront, [{ id: session._id, after: session }], now);
  return session;
}

/**
 * Takes a step of a session. The state is read in the transaction, so that two phones cannot both
 * take it.
 * @param take the session after the step at a moment; throws when the input of the step does not fit it.
 * @throws Failure `not_found`, `illegal_transition` with the current state.
 */
export async function takeStep(
  call: StepCall,
  step: LiveSessionStep,
  take: (session: LiveSessionDoc, now: string) => LiveSessionDoc,
): Promise<Answer<OutputOf<'liveSession.get'>>> {
  const open = await openSession(call);
  const { caller, shop } = call;
  const now = momentOf(open.session, caller.now);
  const state = stateAt(open.session, now);
  if (!canTake(step, state)) throw new Failure('illegal_transition', { info: { state } });
  const session = await closeSession(call, open, take(open.session, now), { step });
  const names = { shop, hostNames: open.storefront.hostNames };
  return { data: { session: presentLiveSession(session, names, caller) } };
}

/** A session as it was before a step that is taken back; words that waited then wait again. */
export function takenBack(
  session: LiveSessionDoc,
  { before }: Pick<SessionLine, 'before'>,
): LiveSessionDoc {
  const typed = { ...asTyped(session), ...before };
  const held = new Map(typed.waiting.map(({ text, state }) => [text, state]));
  return holdBack('session', typed, session, held);
}

/** The refusal to take a step back. */
export function notUndoable(block: UndoBlock): Failure {
  return new Failure('not_undoable', { info: { block } });
}

/**
 * The last step of a session that was read at `version`.
 * @throws Failure `stale_version`; `not_undoable` with what blocks it.
 */
export function stepToUndo(session: LiveSessionDoc, version: number, now: string): SessionLine {
  refuseIfStale(session, version);
  const found = undoableStep(session, now);
  if (found.block === undefined) return found.line;
  throw notUndoable(found.block);
}

/**
 * Removes a session that nothing was built on, with the ticks of its checklist and of its console;
 * not one with a confirmed duty record, which is kept for three years. At most five calls.
 * @returns whether it was removed
 */
export async function removePlan(
  t: Transaction,
  { _id: id, startedAt, history }: Pick<LiveSessionDoc, '_id' | 'startedAt' | 'history'>,
): Promise<boolean> {
  const record = await t.get('duty_records', id);
  if (record !== null && record.confirmedAt !== null) return false;
  if (record !== null) await t.remove('duty_records', id);
  // Only a session that was on air has marks; a start may have been taken back since.
  const mayHaveMarks = startedAt !== null || history.length > 1;
  if (mayHaveMarks && (await t.get('console_logs', id)) !== null) {
    await t.remove('console_logs', id);
  }
  await t.remove('live_sessions', id);
  return true;
}
