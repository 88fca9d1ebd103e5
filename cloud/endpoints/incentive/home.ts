import type { CheckedInputOf, OutputOf } from '../../../src/contract/endpoints';
import { incentiveHome } from '../../../src/contract/incentive-home';
import { liveSessionList } from '../../../src/contract/live-session';
import type { HostStanding } from '../../../src/domain/incentive/host-ladder';
import { weekOf } from '../../../src/domain/live-session/calendar';
import { MAX_WEEK_SESSIONS, weekDays } from '../../../src/domain/live-session/week';
import { can } from '../../../src/domain/shop/capabilities';
import { hasOwnHost } from '../../../src/domain/shop/shop';
import { chinaDayOf } from '../../../src/domain/time';
import type { Admission } from '../../access/admission';
import { bindCursor } from '../../endpoint/cursors';
import { read } from '../../endpoint/read';
import { presentRow } from '../../presenters/live-sessions';
import { presentTodo } from '../../presenters/todo';
import { sessionsOfHome, wholeTab } from '../../repositories/session-list';
import { answerOf, knownNow } from './known';
import { ladderOf } from './ladder';

type Home = OutputOf<'incentive.home'>;
type Asked = CheckedInputOf<'incentive.home'>;

/** The progress of the store, or of the streamer whose own store it is. Two calls, or one. */
async function progressOf(
  { shop, host }: Pick<Admission, 'shop' | 'host'>,
  input: Asked,
  now: string,
): Promise<Home['progress']> {
  const { year, withComparison } = input;
  return answerOf(await knownNow({ shop, host }, null, { year, now, withComparison }), input);
}

/** How the hosts of a store stand, in numbers. Three calls. */
async function hostsOf(
  shop: Admission['shop'],
  year: number,
  now: string,
): Promise<NonNullable<Home['hosts']>> {
  const { standings } = await ladderOf(shop, year, now);
  const count = (is: (host: HostStanding) => boolean): number => standings.filter(is).length;
  const isKnown = ({ standing: { blocker } }: HostStanding): boolean =>
    blocker !== null && blocker.by !== 'range' && blocker.by !== 'unread';
  const isAmount = ({ standing }: HostStanding): boolean =>
    standing.blocker?.condition.metric === 'net_sales';
  return {
    count: standings.length,
    reached: count(({ reachedTierId }) => reachedTierId !== null),
    byAmount: count((host) => isKnown(host) && isAmount(host)),
    byOther: count((host) => isKnown(host) && !isAmount(host)),
    unknown: count((host) => host.standing.blocker !== null && !isKnown(host)),
  };
}

/**
 * What the home page of a store's people shows: what to do, this week, and the progress as far as the
 * role sees it. Five calls for a streamer's store; the hosts of another store take further ones.
 */
export const endpoint = read(
  incentiveHome,
  { needs: 'session.read', host: () => null, withNames: true },
  async ({ input, caller, role, shop, host, hostNames }) => {
    const { now } = caller;
    const { shopId, year } = input;
    const days = weekOf(chinaDayOf(now));
    const isRead = can(role, 'incentive.read');
    const hasOthers = !hasOwnHost(shop) && shop.hostCount > 0;
    const [sessions, progress, hosts] = await Promise.all([
      sessionsOfHome(shopId, now, { from: days[0] ?? null, to: days[6] ?? null }),
      isRead ? progressOf({ shop, host }, input, now) : null,
      isRead && hasOthers ? hostsOf(shop, year, now) : null,
    ]);
    const names = { shop, hostNames };
    const bind = (tab: Parameters<typeof wholeTab>[1], cursor: string | null) =>
      bindCursor(liveSessionList.name, wholeTab(shopId, tab), cursor);
    const rows = sessions.week.map((session) => presentRow(session, names, caller));
    return {
      ...presentTodo(sessions.todo, names, caller, bind),
      hasSessions: sessions.hasSessions,
      week: rows.length > MAX_WEEK_SESSIONS ? null : weekDays(days, rows, now),
      progress,
      hosts: hosts && hosts.count > 0 ? hosts : null,
    };
  },
);
