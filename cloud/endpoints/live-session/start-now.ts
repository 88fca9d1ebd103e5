import { liveSessionStartNow } from '../../../src/contract/live-session-plan';
import { refuseIfOddStep } from '../../../src/contract/odd-step';
import { goLive } from '../../../src/domain/live-session/live-session';
import { startNowOddities } from '../../../src/domain/live-session/oddities';
import { addMinutes, chinaDayOf } from '../../../src/domain/time';
import { holdBack } from '../../../src/domain/words/waiting';
import { accountOfShop } from '../../access/admission';
import { write } from '../../endpoint/write';
import { presentLiveSession } from '../../presenters/live-sessions';
import { newLiveSessionId } from '../../repositories/ids';
import { derived } from '../../repositories/live-sessions';
import { keepAhead, openStorefront } from '../../repositories/storefronts';
import { findableTitle } from '../../text/findable';
import {
  blankSession,
  firstEvent,
  hostsOfSession,
  overlapWarnings,
  refuseRetired,
} from './new-session';

/**
 * Plans a session from now on and starts it, in one write with one line of history: taken back, it is
 * as if it had never been.
 */
export const endpoint = write(
  liveSessionStartNow,
  {
    needs: 'session.plan',
    host: ({ hostIds }) => hostIds[0] ?? null,
    words: { fields: ['title'], subject: ({ session }) => session.id },
    before: async ({ input, caller, shop, host }) => {
      const { shopId, title, isAiPresenter, minutes } = input;
      const account = accountOfShop(shop, input.accountId);
      const hosts = await hostsOfSession({ shop, host }, input.hostIds);
      refuseRetired(hosts, input.hostIds);
      const { now } = caller;
      const plan = {
        ...blankSession(shop, { hosts, account }),
        _id: newLiveSessionId(shopId, caller),
        title,
        ...(await findableTitle(title)),
        isAiPresenter,
        precision: 'instant' as const,
        startAt: now,
        endAt: addMinutes(now, minutes),
        bookedOn: chinaDayOf(now),
        state: 'scheduled' as const,
        history: firstEvent('startNow', caller),
      };
      const session = derived(goLive(plan, now));
      return { session, warnings: await overlapWarnings(session) };
    },
  },
  async ({ input, caller, shop, t, prepared, words }) => {
    const session = holdBack('session', prepared.session, null, words.held);
    const { warnings } = prepared;
    const storefront = await openStorefront(t, shop._id);
    const { accountId } = session;
    const hostIds = session.hosts.map(({ id }) => id);
    const oddities = startNowOddities({ hostIds, accountId }, storefront.sessions);
    refuseIfOddStep(oddities, input.confirmed);
    await t.add('live_sessions', session);
    await keepAhead(t, storefront, [{ id: session._id, after: session }], caller.now);
    const names = { shop, hostNames: storefront.hostNames };
    return { data: { session: presentLiveSession(session, names, caller) }, warnings };
  },
);
