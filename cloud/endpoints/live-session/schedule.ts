import type { CheckedInputOf } from '../../../src/contract/endpoints';
import { refuseIfAny } from '../../../src/contract/failure';
import { liveSessionSchedule } from '../../../src/contract/live-session-plan';
import { planProblems } from '../../../src/domain/live-session/problems';
import { clockOf, seriesDays, timesOnDay } from '../../../src/domain/live-session/series';
import { chinaDayOf } from '../../../src/domain/time';
import { holdBack } from '../../../src/domain/words/waiting';
import { accountOfShop } from '../../access/admission';
import type { Writer } from '../../access/caller';
import type { LiveSessionDoc } from '../../database/documents';
import { write } from '../../endpoint/write';
import { presentLiveSession } from '../../presenters/live-sessions';
import { newLiveSessionId, newSeriesId, newSeriesSessionId } from '../../repositories/ids';
import { derived } from '../../repositories/live-sessions';
import { findableTitle } from '../../text/findable';
import { keepAhead, openStorefront } from '../../repositories/storefronts';
import {
  blankSession,
  firstEvent,
  hostsOfSession,
  newOverlapWarnings,
  refuseRetired,
} from './new-session';

type Input = CheckedInputOf<'liveSession.schedule'>;

/** What differs between the sessions that a call plans. */
type Planned = Pick<
  LiveSessionDoc,
  '_id' | 'startAt' | 'endAt' | 'bookedOn' | 'seriesId' | 'seriesClock'
>;

/** The one session that a call plans, or all of its series. A repeat of the call makes the same ids. */
function plannedBy(
  { shopId, repeat, startAt, endAt }: Input,
  caller: Writer,
): [Planned, ...Planned[]] {
  const times = { startAt, endAt };
  const day = chinaDayOf(startAt);
  if (repeat === null) {
    const _id = newLiveSessionId(shopId, caller);
    return [{ ...times, _id, bookedOn: day, seriesId: null, seriesClock: null }];
  }
  const seriesId = newSeriesId(shopId, caller);
  const seriesClock = clockOf(times);
  const on = (bookedOn: string): Planned => {
    const _id = newSeriesSessionId(shopId, caller, bookedOn);
    return { ...timesOnDay(times, bookedOn), _id, bookedOn, seriesId, seriesClock };
  };
  const [, ...others] = seriesDays(day, repeat);
  return [on(day), ...others.map(on)];
}

/**
 * Plans a session, or a series: all of its sessions or none, at one call for each. A plan in the past
 * is refused: what took place is back-filled.
 */
export const endpoint = write(
  liveSessionSchedule,
  {
    needs: 'session.plan',
    host: ({ hostIds }) => hostIds[0] ?? null,
    words: {
      fields: ['title', 'teasers.*.name', 'teasers.*.priceBasis'],
      subject: ({ session }) => session.seriesId ?? session.id,
    },
    before: async ({ input, caller, shop, host }) => {
      const { hostIds, accountId, repeat: _repeat, ...plan } = input;
      const account = accountOfShop(shop, accountId);
      const hosts = await hostsOfSession({ shop, host }, hostIds);
      refuseRetired(hosts, hostIds);
      const found = await findableTitle(plan.title);
      const session = (planned: Planned): LiveSessionDoc =>
        derived({
          ...blankSession(shop, { hosts, account }),
          ...plan,
          ...found,
          ...planned,
          precision: 'instant',
          state: 'scheduled',
          history: firstEvent('schedule', caller),
        });
      const [first, ...others] = plannedBy(input, caller);
      const sessions = [session(first), ...others.map(session)] as const;
      return { sessions, warnings: await newOverlapWarnings(...sessions) };
    },
  },
  async ({ input, caller, shop, t, prepared, words }) => {
    // Checked here, so that a repeat after the end of the session still gets the first answer.
    refuseIfAny(planProblems(input, caller.now));
    const sessions = prepared.sessions.map((session) =>
      holdBack('session', session, null, words.held),
    );
    const { warnings } = prepared;
    const storefront = await openStorefront(t, shop._id);
    for (const session of sessions) await t.add('live_sessions', session);
    const changed = sessions.map((session) => ({ id: session._id, after: session }));
    await keepAhead(t, storefront, changed, caller.now);
    const names = { shop, hostNames: storefront.hostNames };
    const [first = prepared.sessions[0]] = sessions;
    const session = presentLiveSession(first, names, caller);
    return { data: { session, planned: sessions.length }, warnings };
  },
);
