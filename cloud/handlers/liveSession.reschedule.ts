import { Failure, invalidInput } from '../../src/contract/failure';
import { reschedule } from '../../src/domain/live-session/live-session';
import { planProblems } from '../../src/domain/live-session/problems';
import { liveSessionById } from '../repositories/live-sessions';
import type { Handler } from './handler';
import { overlapWarnings, startingAt } from './new-session';
import { takeStep } from './step';

/** New times for a plan that was read at `version`. */
export const liveSessionReschedule: Handler<'liveSession.reschedule'> = async (input, caller) => {
  const { sessionId, version, startAt, endAt } = input;
  const fields = planProblems(input, caller.now);
  const answer = await takeStep(input, caller, {
    endpoint: 'liveSession.reschedule',
    step: 'reschedule',
    capability: 'session.plan',
    take: (session) => {
      if (Object.keys(fields).length > 0) throw invalidInput(fields);
      if (session.version !== version) {
        throw new Failure('stale_version', { info: { version: session.version } });
      }
      return startingAt(reschedule(session, startAt, endAt), startAt);
    },
  });
  const session = await liveSessionById(sessionId);
  return session === null ? answer : { ...answer, warnings: await overlapWarnings(session) };
};
