import type { CheckedInputOf } from '../../../src/contract/endpoints';
import { invalidInput, refuseIfAny } from '../../../src/contract/failure';
import { type LiveSession, liveSessionBackfill } from '../../../src/contract/live-session';
import { refuseIfOdd } from '../../../src/contract/odd-amount';
import { backfillProblems } from '../../../src/domain/live-session/problems';
import { pastTimes } from '../../../src/domain/live-session/times';
import { withScopeOfPart } from '../../../src/domain/sales/host-scopes';
import {
  backfilledTwice,
  equalRecent,
  type OddFinding,
  oddFindings,
  recentAfter,
  usualSales,
} from '../../../src/domain/sales/oddities';
import { EMPTY_SCOPE } from '../../../src/domain/sales/scope';
import { addMinutes } from '../../../src/domain/time';
import { holdBack } from '../../../src/domain/words/waiting';
import { accountOfShop } from '../../access/admission';
import type { Writer } from '../../access/caller';
import type { Transaction } from '../../database/database';
import type { LiveSessionDoc } from '../../database/documents';
import { write } from '../../endpoint/write';
import { presentLiveSession } from '../../presenters/live-sessions';
import { presentWarnings } from '../../presenters/sales';
import { keepScope, post, type Posting, scopeAt } from '../../repositories/books';
import { newEntry, placeOfSession } from '../../repositories/entries';
import { findableTitle } from '../../text/findable';
import { newLiveSessionId } from '../../repositories/ids';
import { derived, sessionsOfDay } from '../../repositories/live-sessions';
import type { SalesSoFar } from '../../repositories/sales-so-far';
import { blankSession, firstEvent, hostsOfSession, overlapsOf } from './new-session';

type Input = CheckedInputOf<'liveSession.backfill'>;
type Figure = NonNullable<Input['figure']>;

/** The first figure is the main host's; those of the others are recorded on their own. */
function mainHostOf({ hosts }: LiveSessionDoc): string | null {
  return hosts[0]?.id ?? null;
}

/** What looks like a slip beside the sessions that exist. One call. */
async function findingsBefore(
  session: LiveSessionDoc,
  { figure, soFar }: { figure: Figure | null; soFar: SalesSoFar },
  now: string,
): Promise<OddFinding[]> {
  const { shopId, bookedOn, recentAmounts: recent } = session;
  const hostId = mainHostOf(session);
  const hostIds = session.hosts.map(({ id }) => id);
  const twin = backfilledTwice(
    { ...session, hostIds },
    figure,
    await sessionsOfDay(shopId, bookedOn),
  );
  const twice = twin === null ? [] : [twin];
  if (figure === null) return twice;
  const others = soFar.latest.map((other) => other.scope);
  const usual = usualSales(others, figure.kind);
  const amount = { ...figure, hostId };
  const scope = EMPTY_SCOPE;
  return [...oddFindings({ amount, scope, isSession: true, recent, usual, now }), ...twice];
}

/**
 * Finds a session with the same amount that another phone enters at the same moment: no query of
 * before sees it, so the amount is also remembered with the sums of the day outside sessions. Two
 * calls.
 */
async function sameMoment(
  t: Transaction,
  session: LiveSessionDoc,
  posting: Posting,
  now: string,
): Promise<OddFinding[]> {
  const hostId = mainHostOf(session);
  const day = { ...placeOfSession(session, hostId), sessionId: null };
  const scope = await scopeAt(t, day);
  const { title } = session;
  const isOfBackfill = true;
  const equal = equalRecent(scope.recent, { ...posting.amount, isOfBackfill }, now);
  const { totals } = scope;
  await keepScope(t, day, scope, { totals, postings: [posting], now, isOfBackfill });
  // An earlier one was seen by the query.
  const isUnseen = equal !== null && equal.at >= addMinutes(now, -1);
  return !isUnseen ? [] : [{ oddity: 'backfilled_twice', title }];
}

interface FirstFigure {
  figure: Figure;
  bounds: SalesSoFar['bounds'];
}

/** Records the first figure of a session that is about to be added; the session with its sums. */
async function withFigure(
  t: Transaction,
  session: LiveSessionDoc,
  { figure, confirmed, bounds }: Pick<Input, 'confirmed'> & FirstFigure,
  caller: Writer,
): Promise<LiveSessionDoc> {
  const { now } = caller;
  const place = placeOfSession(session, mainHostOf(session));
  const posting: Posting = { amount: { ...figure, recordedAt: now }, sign: 1 };
  refuseIfOdd(await sameMoment(t, session, posting, now), confirmed);
  const totals = await post(t, place, { totals: EMPTY_SCOPE, session }, [posting], { now, bounds });
  await t.add('sales_entries', newEntry(figure, place, caller));
  const { hostId } = place;
  const recentAmounts = recentAfter([], [posting], { hostId, now });
  const scopes = withScopeOfPart([], place, totals);
  return derived({ ...session, scopes, recentAmounts, isBooked: true, entriesAt: now });
}

/**
 * Warns of sessions that another phone may have entered at the same moment: one of the same host or
 * account at its time, or, where no amount tells them apart, the same one. At most two calls.
 */
async function warningsAfter(session: LiveSession, { figure, confirmed, when }: Input) {
  const overlaps = when.precision === 'instant' ? await overlapsOf(session) : [];
  const isAsked = confirmed?.includes('backfilled_twice') === true;
  if (overlaps.length > 0 || figure !== null || isAsked) return overlaps;
  const ofDay = await sessionsOfDay(session.shopId, session.bookedOn);
  const others = ofDay.filter(({ _id }) => _id !== session.id);
  const hostIds = session.hosts.map(({ id }) => id);
  const twin = backfilledTwice({ ...session, hostIds }, null, others);
  const { title } = session;
  return twin === null ? [] : [{ code: 'entered_twice' as const, info: { title } }];
}

/** Records a past session and its first figure: both are stored or neither. */
export const endpoint = write(
  liveSessionBackfill,
  {
    needs: 'session.plan',
    host: ({ hostIds }) => hostIds[0] ?? null,
    soFar: ({ figure, when }) => figure !== null && pastTimes(when).bookedOn,
    words: { fields: ['title'], subject: ({ session }) => session.id },
    before: async ({ input, caller, shop, host, soFar }) => {
      refuseIfAny(backfillProblems(input, caller.now));
      const account = accountOfShop(shop, input.accountId);
      const hosts = await hostsOfSession({ shop, host }, input.hostIds);
      const isSold = input.figure !== null && hosts.length === 0;
      if (isSold && shop.hostCount > 0) throw invalidInput({ hostIds: 'required' });
      const id = newLiveSessionId(input.shopId, caller);
      const times = pastTimes(input.when);
      const session = derived({
        ...blankSession(shop, { hosts, account }),
        ...times,
        _id: id,
        title: input.title,
        ...(await findableTitle(input.title)),
        precision: input.when.precision,
        state: 'ended',
        history: firstEvent('backfill', caller),
      });
      const findings = await findingsBefore(session, { figure: input.figure, soFar }, caller.now);
      return { session, findings };
    },
    after: async ({ input }, answer) => ({
      ...answer,
      warnings: [...(await warningsAfter(answer.data.session, input)), ...(answer.warnings ?? [])],
    }),
  },
  async ({ input: { figure, confirmed }, caller, shop, t, soFar: { bounds }, prepared, words }) => {
    const { findings } = prepared;
    const session = holdBack('session', prepared.session, null, words.held);
    refuseIfOdd(findings, confirmed);
    const after =
      figure === null
        ? session
        : await withFigure(t, session, { figure, confirmed, bounds }, caller);
    await t.add('live_sessions', after);
    return {
      // A past session carries the names of its hosts itself.
      data: { session: presentLiveSession(after, { shop, hostNames: {} }, caller) },
      warnings: after.scopes.flatMap(({ totals }) => presentWarnings(totals, true)),
    };
  },
);
