import type { EndpointName, OutputOf } from '../../src/contract/endpoints';
import { Failure } from '../../src/contract/failure';
import { canTake, type LiveSessionStep, stateAt } from '../../src/domain/live-session/live-session';
import { stageOf } from '../../src/domain/live-session/stage';
import { hasEntries } from '../../src/domain/sales/scope';
import type { Capability } from '../access/capabilities';
import type { Writer } from '../access/caller';
import type { LiveSessionDoc } from '../database/documents';
import { presentLiveSession } from '../presenters/live-sessions';
import { type Answer, writeOnce } from '../repositories/changes';
import { shopOf } from '../repositories/ids';
import { admit } from './admit';
import { intend } from './handler';

/** Changes kept of one session; beyond it somebody is tapping for fun. */
const MAX_HISTORY = 400;

/**
 * The session after a change of its run, with what follows from the run brought up to date, one
 * line of history and one version on.
 */
export function stepped(
  before: LiveSessionDoc,
  after: LiveSessionDoc,
  event: { step: LiveSessionStep | 'unconfirmed'; at: string; by: string | null },
): LiveSessionDoc {
  return {
    ...after,
    stage: stageOf(after.state, hasEntries(after.scope)),
    history: [...before.history, event],
    version: before.version + 1,
  };
}

/** One step of a session. */
export interface Step {
  endpoint: EndpointName;
  step: LiveSessionStep;
  capability: Capability;
  /** @throws Failure when the step's own input does not fit the session. */
  take: (session: LiveSessionDoc) => LiveSessionDoc;
}

/**
 * Takes a step of a session in one transaction: the state decides whether it is possible, so that
 * two phones cannot both do it.
 * @throws Failure `not_found`, `not_allowed`, `illegal_transition` with the current state.
 */
export async function takeStep(
  input: { sessionId: string },
  caller: Writer,
  { endpoint, step, capability, take }: Step,
): Promise<Answer<OutputOf<'liveSession.get'>>> {
  const { sessionId } = input;
  const shopId = shopOf(sessionId);
  await admit(shopId, caller, capability);
  return writeOnce(intend(endpoint, input, caller), async (t) => {
    const before = await t.get('live_sessions', sessionId);
    if (before === null) throw new Failure('not_found');
    const state = stateAt(before, caller.now);
    if (!canTake(step, state)) throw new Failure('illegal_transition', { info: { state } });
    if (before.history.length >= MAX_HISTORY) {
      throw new Failure('limit_reached', { info: { limit: MAX_HISTORY } });
    }
    const event = { step, at: caller.now, by: caller.person };
    const { _id, ...after } = stepped(before, take(before), event);
    await t.set('live_sessions', _id, after);
    const data = { session: presentLiveSession({ _id, ...after }, caller.person, caller.now) };
    return { shopId, data };
  });
}
