import { hostPlans, MAX_HOST_PLANS } from '../../../src/contract/host';
import { startOf } from '../../../src/domain/live-session/times';
import { read } from '../../endpoint/read';
import { sessionsAheadOfHost } from '../../repositories/live-sessions';

/** What is planned with a host: said before the host leaves. */
export const endpoint = read(hostPlans, { needs: 'session.read' }, async ({ input, caller }) => {
  const found = await sessionsAheadOfHost(input.hostId, caller.now);
  const plans = found.slice(0, MAX_HOST_PLANS).map((session) => {
    const { _id: id, title } = session;
    return { id, title, startAt: startOf(session) };
  });
  return { plans, hasMore: found.length > MAX_HOST_PLANS };
});
