import { refuseIfAny } from '../../../src/contract/failure';
import { liveSessionSchedule } from '../../../src/contract/live-session';
import { planProblems } from '../../../src/domain/live-session/problems';
import { chinaDayOf } from '../../../src/domain/time';
import { accountOfShop } from '../../access/admission';
import { write } from '../../endpoint/write';
import { presentLiveSession } from '../../presenters/live-sessions';
import { newLiveSessionId } from '../../repositories/ids';
import { derived } from '../../repositories/live-sessions';
import { keepAhead, openStorefront } from '../../repositories/storefronts';
import {
  blankSession,
  firstEvent,
  hostsOfSession,
  overlapWarnings,
  refuseRetired,
} from './new-session';

/** Plans a session. A plan in the past is refused: what took place is back-filled. */
export const endpoint = write(
  liveSessionSchedule,
  {
    needs: 'session.plan',
    host: ({ hostIds }) => hostIds[0] ?? null,
    before: async ({ input, caller, shop, host }) => {
      const { shopId, hostIds, accountId, ...plan } = input;
      const account = accountOfShop(shop, accountId);
      const hosts = await hostsOfSession({ shop, host }, hostIds);
      refuseRetired(hosts, hostIds);
      const id = newLiveSessionId(shopId, caller);
      const session = derived({
        ...blankSession(shop, { hosts, account }),
        ...plan,
        _id: id,
        precision: 'instant',
        bookedOn: chinaDayOf(plan.startAt),
        state: 'scheduled',
        history: firstEvent('schedule', caller),
      });
      return { session, warnings: await overlapWarnings(session) };
    },
  },
  async ({ input, caller, shop, t, prepared: { session, warnings } }) => {
    // Checked here, so that a repeat after the end of the session still gets the first answer.
    refuseIfAny(planProblems(input, caller.now));
    const storefront = await openStorefront(t, shop._id);
    await t.add('live_sessions', session);
    await keepAhead(t, storefront, [{ id: session._id, after: session }], caller.now);
    const names = { shop, hostNames: storefront.hostNames };
    return { data: { session: presentLiveSession(session, names, caller) }, warnings };
  },
);
