import { invalidInput } from '../../src/contract/failure';
import { planProblems } from '../../src/domain/live-session/problems';
import { chinaDayOf } from '../../src/domain/time';
import type { LiveSessionDoc } from '../database/documents';
import { presentLiveSession } from '../presenters/live-sessions';
import { writeOnce } from '../repositories/changes';
import { idFrom } from '../repositories/ids';
import { accountOfShop, admit, hostOfShop } from './admit';
import { type Handler, intend } from './handler';
import { blankSession, firstEvent, overlapWarnings, sortKeyOf } from './new-session';

/** Plans a session. A plan in the past is refused: what took place is back-filled. */
export const liveSessionSchedule: Handler<'liveSession.schedule'> = async (input, caller) => {
  const { shopId, hostId, accountId, startAt, endAt, ...plan } = input;
  const admission = await admit(shopId, caller, 'session.plan', hostId);
  const { shop } = admission;
  const fields = planProblems(input, caller.now);
  const account = accountOfShop(shop, accountId);
  const host = hostOfShop(admission, hostId);
  const id = `${shopId}.l${idFrom(caller.person, caller.requestKey, 'session')}`;
  const session: LiveSessionDoc = {
    ...blankSession(shop, { host, account }),
    ...plan,
    _id: id,
    precision: 'instant',
    startAt,
    endAt,
    bookedOn: chinaDayOf(startAt),
    state: 'scheduled',
    stage: 'scheduled',
    sortKey: sortKeyOf(startAt, id),
    history: firstEvent('schedule', caller),
  };
  const warnings = await overlapWarnings(session);
  return writeOnce(intend('liveSession.schedule', input, caller), async (t) => {
    // In here, so that a repeat after the session is over still gets the first answer.
    if (Object.keys(fields).length > 0) throw invalidInput(fields);
    await t.add('live_sessions', session);
    const data = { session: presentLiveSession(session, caller.person, caller.now) };
    return { shopId, data, warnings };
  });
};
