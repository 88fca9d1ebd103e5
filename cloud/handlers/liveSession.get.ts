import { Failure } from '../../src/contract/failure';
import { presentLiveSession } from '../presenters/live-sessions';
import { shopOf } from '../repositories/ids';
import { liveSessionById } from '../repositories/live-sessions';
import { admit } from './admit';
import type { Handler } from './handler';

/** A session in full. */
export const liveSessionGet: Handler<'liveSession.get'> = async ({ sessionId }, caller) => {
  await admit(shopOf(sessionId), caller, 'session.read');
  const session = await liveSessionById(sessionId);
  if (session === null) throw new Failure('not_found');
  return { data: { session: presentLiveSession(session, caller.person, caller.now) } };
};
