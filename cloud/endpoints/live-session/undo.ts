import { Failure } from '../../../src/contract/failure';
import { liveSessionUndo } from '../../../src/contract/live-session';
import { isFirstStep, type LiveSessionEvent } from '../../../src/domain/live-session/history';
import { can, type Capability } from '../../../src/domain/shop/capabilities';
import { write } from '../../endpoint/write';
import { presentLiveSession } from '../../presenters/live-sessions';
import { keepAhead } from '../../repositories/storefronts';
import { settleUndone } from './settle-undone';
import { closeSession, notUndoable, openSession, removePlan, stepToUndo, takenBack } from './step';

/** What a person's role must include to take a step back: the same as for the step. */
function needsOf(step: LiveSessionEvent): Capability {
  const isRun = step === 'goLive' || step === 'pause' || step === 'resume' || step === 'end';
  return isRun ? 'session.run' : 'session.plan';
}

/**
 * Takes back the last step of a session: what it changed is as before, and a line of history says who
 * took it back. A plan or an entered session that nothing was built on is removed.
 */
export const endpoint = write(
  liveSessionUndo,
  { needs: 'session.run', session: ({ sessionId }) => sessionId, after: settleUndone },
  async (call) => {
    const { input, caller, role, shop, t } = call;
    const open = await openSession(call);
    const line = stepToUndo(open.session, input.version, caller.now);
    if (!can(role, needsOf(line.step))) throw new Failure('not_allowed');
    if (isFirstStep(line.step)) {
      const { _id: id } = open.session;
      if (!(await removePlan(t, open.session))) throw notUndoable('has_record');
      await keepAhead(t, open.storefront, [{ id, after: null }], caller.now);
      return { data: { session: null } };
    }
    const before = takenBack(open.session, line);
    const session = await closeSession(call, open, before, { step: 'undo', of: line.step });
    const names = { shop, hostNames: open.storefront.hostNames };
    return { data: { session: presentLiveSession(session, names, caller) } };
  },
);
