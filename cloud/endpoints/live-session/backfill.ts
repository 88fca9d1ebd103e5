import type { CheckedInputOf } from '../../../src/contract/endpoints';
import { invalidInput, refuseIfAny } from '../../../src/contract/failure';
import { liveSessionBackfill } from '../../../src/contract/live-session';
import { backfillProblems } from '../../../src/domain/live-session/problems';
import { stageOf } from '../../../src/domain/live-session/stage';
import { pastTimes } from '../../../src/domain/live-session/times';
import { withHostScope } from '../../../src/domain/sales/host-scopes';
import { EMPTY_SCOPE } from '../../../src/domain/sales/scope';
import { accountOfShop } from '../../access/admission';
import type { Writer } from '../../access/caller';
import type { Transaction } from '../../database/database';
import type { LiveSessionDoc } from '../../database/documents';
import { write } from '../../endpoint/write';
import { presentLiveSession } from '../../presenters/live-sessions';
import { presentWarnings } from '../../presenters/sales';
import { post } from '../../repositories/books';
import { newEntry, placeOfSession } from '../../repositories/entries';
import { liveSessionSortKey, newLiveSessionId } from '../../repositories/ids';
import { blankSession, firstEvent, hostsOfSession, overlapWarnings } from './new-session';

type Figure = NonNullable<CheckedInputOf<'liveSession.backfill'>['figure']>;

/** Records the first figure of a session that is about to be added; the session with its sums. */
async function withFigure(
  t: Transaction,
  session: LiveSessionDoc,
  figure: Figure,
  caller: Writer,
): Promise<LiveSessionDoc> {
  const hostId = session.hosts[0]?.id ?? null;
  const place = placeOfSession(session, hostId);
  const totals = await post(t, place, EMPTY_SCOPE, [{ amount: figure, sign: 1 }], caller.now);
  await t.add('sales_entries', newEntry(figure, place, caller));
  const scopes = withHostScope([], hostId, totals);
  return { ...session, scopes, stage: stageOf(session.state, true), isBooked: true };
}

/** Records a past session and its first figure: both are stored or neither. */
export const endpoint = write(
  liveSessionBackfill,
  {
    needs: 'session.plan',
    host: ({ hostIds }) => hostIds[0] ?? null,
    before: async ({ input, caller, shop, host }) => {
      refuseIfAny(backfillProblems(input, caller.now));
      const account = accountOfShop(shop, input.accountId);
      const hosts = await hostsOfSession({ shop, host }, input.hostIds);
      // The first figure is the main host's; the others' are recorded on their own.
      const isSold = input.figure !== null && hosts.length === 0;
      if (isSold && shop.hostCount > 0) throw invalidInput({ hostIds: 'required' });
      const id = newLiveSessionId(input.shopId, caller);
      const times = pastTimes(input.when);
      const session: LiveSessionDoc = {
        ...blankSession(shop, { hosts, account }),
        ...times,
        _id: id,
        title: input.title,
        precision: input.when.precision,
        state: 'ended',
        stage: 'to_record',
        sortKey: liveSessionSortKey(times.startAt, id),
        history: firstEvent('backfill', caller),
      };
      const isToTheMinute = input.when.precision === 'instant';
      return { session, warnings: isToTheMinute ? await overlapWarnings(session) : [] };
    },
  },
  async ({ input: { figure }, caller, t, prepared: { session, warnings } }) => {
    const after = figure === null ? session : await withFigure(t, session, figure, caller);
    await t.add('live_sessions', after);
    return {
      data: { session: presentLiveSession(after, caller.person, caller.now) },
      warnings: [
        ...warnings,
        ...after.scopes.flatMap(({ totals }) => presentWarnings(totals, true)),
      ],
    };
  },
);
