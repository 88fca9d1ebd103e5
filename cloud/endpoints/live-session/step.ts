import type { OutputOf } from '../../../src/contract/endpoints';
import { Failure, limitReached } from '../../../src/contract/failure';
import {
  canTake,
  type LiveSessionStep,
  MAX_HISTORY,
  stateAt,
} from '../../../src/domain/live-session/live-session';
import { stageOf } from '../../../src/domain/live-session/stage';
import { startOf } from '../../../src/domain/live-session/times';
import { hasSales } from '../../../src/domain/sales/host-scopes';
import type { Writer } from '../../access/caller';
import type { Transaction } from '../../database/database';
import type { LiveSessionDoc } from '../../database/documents';
import { presentLiveSession } from '../../presenters/live-sessions';
import type { Answer } from '../../repositories/changes';
import { liveSessionSortKey } from '../../repositories/ids';

/**
 * The session after a change of its run: with the stage and the place in lists that follow from it,
 * one more line of history and the next version.
 */
export function stepped(
  before: LiveSessionDoc,
  after: LiveSessionDoc,
  event: { step: LiveSessionStep | 'unconfirmed'; at: string; by: string | null },
): LiveSessionDoc {
  return {
    ...after,
    stage: stageOf(after.state, hasSales(after.scopes)),
    sortKey: liveSessionSortKey(startOf(after), after._id),
    history: [...before.history, event],
    version: before.version + 1,
  };
}

/**
 * Takes a step of a session. The state is read in the transaction, so that two phones cannot both
 * take it.
 * @param take the session after the step; throws when the input of the step does not fit it.
 * @throws Failure `not_found`, `illegal_transition` with the current state, `limit_reached`.
 */
export async function takeStep(
  { input, caller, t }: { input: { sessionId: string }; caller: Writer; t: Transaction },
  step: LiveSessionStep,
  take: (session: LiveSessionDoc) => LiveSessionDoc,
): Promise<Answer<OutputOf<'liveSession.get'>>> {
  const before = await t.get('live_sessions', input.sessionId);
  if (before === null) throw new Failure('not_found');
  const state = stateAt(before, caller.now);
  if (!canTake(step, state)) throw new Failure('illegal_transition', { info: { state } });
  if (before.history.length >= MAX_HISTORY) throw limitReached(MAX_HISTORY);
  const event = { step, at: caller.now, by: caller.person };
  const session = stepped(before, take(before), event);
  const { _id, ...fields } = session;
  await t.set('live_sessions', _id, fields);
  return { data: { session: presentLiveSession(session, caller.person, caller.now) } };
}
