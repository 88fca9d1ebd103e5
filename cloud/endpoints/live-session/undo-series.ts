import type { CheckedInputOf } from '../../../src/contract/endpoints';
import { liveSessionUndoSeries } from '../../../src/contract/live-session-plan';
import { isFirstStep, undoableStep } from '../../../src/domain/live-session/history';
import type { LiveSessionDoc, SessionLine } from '../../database/documents';
import { write } from '../../endpoint/write';
import { presentLiveSession } from '../../presenters/live-sessions';
import { keepSession, liveSessionById } from '../../repositories/live-sessions';
import { sessionsOfSeries } from '../../repositories/series';
import { keepAhead } from '../../repositories/storefronts';
import { settleUndone } from './settle-undone';
import { notUndoable, openSession, removePlan, type StepCall, stepToUndo, takenBack } from './step';

type Input = CheckedInputOf<'liveSession.undoSeries'>;

/** Steps that are taken in many sessions of a series at once. */
const STEPS_OF_SERIES: readonly string[] = ['schedule', 'edit', 'reschedule'];

/** The ids of the other sessions of the series; their number never grows. Two calls. */
async function othersOf({ sessionId }: Input): Promise<string[]> {
  const session = await liveSessionById(sessionId);
  const seriesId = session?.seriesId ?? null;
  if (session === null || seriesId === null) return [];
  const sessions = await sessionsOfSeries(seriesId);
  return sessions.map(({ _id }) => _id).filter((id) => id !== sessionId);
}

/** The step to take back. @throws Failure `stale_version`, `not_undoable`. */
function stepOf(session: LiveSessionDoc, { version }: Input, now: string): SessionLine {
  const line = stepToUndo(session, version, now);
  if (!STEPS_OF_SERIES.includes(line.step)) throw notUndoable('nothing');
  return line;
}

function isSameStep(a: SessionLine, b: SessionLine): boolean {
  return a.step === b.step && a.at === b.at && a.by === b.by;
}

/** The sessions in which the same step was the last, and how many have gone on since. */
async function sameStepIn(
  { input, caller, t }: StepCall,
  ids: readonly string[],
  { seriesId, line }: { seriesId: string | null; line: SessionLine },
) {
  const standing: { session: LiveSessionDoc; line: SessionLine }[] = [];
  let left = 0;
  for (const id of ids.filter((other) => other !== input.sessionId)) {
    const session = await t.get('live_sessions', id);
    if (session === null || session.seriesId !== seriesId) continue;
    const found = undoableStep(session, caller.now);
    if (found.block === undefined && isSameStep(found.line, line)) {
      standing.push({ session, line: found.line });
    } else if (session.history.some((other) => isSameStep(other, line))) left += 1;
  }
  return { standing, left };
}

/**
 * Takes back the planning of a series, or an edit of several of its sessions, in all that nothing was
 * built on: two calls for each. Plans that are taken back are removed.
 */
export const endpoint = write(
  liveSessionUndoSeries,
  {
    needs: 'session.plan',
    session: ({ sessionId }) => sessionId,
    before: ({ input }) => othersOf(input),
    after: settleUndone,
  },
  async (call) => {
    const { input, caller, shop, t, prepared: ids, settles } = call;
    const { now, person: by } = caller;
    const { session, storefront } = await openSession(call);
    const line = stepOf(session, input, now);
    const { seriesId } = session;
    const { standing, left } = await sameStepIn(call, ids, { seriesId, line });
    const ahead: { id: string; after: LiveSessionDoc | null }[] = [];
    const noteWaiting = ({ waiting }: LiveSessionDoc): void => {
      if (waiting.length > 0 && seriesId !== null) settles.add(seriesId);
    };
    let recorded = 0;
    for (const { session: before, line: own } of [{ session, line }, ...standing]) {
      const id = before._id;
      noteWaiting(before);
      if (isFirstStep(own.step)) {
        if (await removePlan(t, before)) ahead.push({ id, after: null });
        else recorded += 1;
      } else {
        const words = { step: 'undo' as const, of: own.step, at: now, by };
        const after = await keepSession(t, before, takenBack(before, own), words);
        noteWaiting(after);
        ahead.push({ id, after });
      }
    }
    if (ahead.length === 0) throw notUndoable('has_record');
    await keepAhead(t, storefront, ahead, now);
    const after = ahead[0]?.after ?? null;
    const names = { shop, hostNames: storefront.hostNames };
    const shown = after === null ? null : presentLiveSession(after, names, caller);
    return { data: { session: shown, undone: ahead.length, left: left + recorded } };
  },
);
