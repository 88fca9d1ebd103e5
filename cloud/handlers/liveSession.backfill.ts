import type { CheckedInputOf } from '../../src/contract/endpoints';
import { invalidInput } from '../../src/contract/failure';
import { backfillProblems } from '../../src/domain/live-session/problems';
import { stageOf } from '../../src/domain/live-session/stage';
import { hasEntries } from '../../src/domain/sales/scope';
import { addDays, chinaDayOf, startOfChinaDay } from '../../src/domain/time';
import type { Writer } from '../access/caller';
import type { Transaction } from '../database/database';
import type { LiveSessionDoc } from '../database/documents';
import { presentLiveSession } from '../presenters/live-sessions';
import { writeOnce } from '../repositories/changes';
import { idFrom } from '../repositories/ids';
import { accountOfShop, admit, hostOfShop } from './admit';
import { post } from './books';
import { type Handler, intend } from './handler';
import { newEntry, placeOfSession, warningsOf } from './new-entry';
import { blankSession, firstEvent, overlapWarnings, sortKeyOf } from './new-session';

type Input = CheckedInputOf<'liveSession.backfill'>;

/** A session known to the day stands at the day's start and claims no times. */
function timesOf(when: Input['when']) {
  return when.precision === 'day'
    ? {
        startAt: startOfChinaDay(when.day),
        endAt: startOfChinaDay(addDays(when.day, 1)),
        startedAt: null,
        endedAt: null,
        bookedOn: when.day,
      }
    : {
        startAt: when.startedAt,
        endAt: when.endedAt,
        startedAt: when.startedAt,
        endedAt: when.endedAt,
        bookedOn: chinaDayOf(when.startedAt),
      };
}

/** Records the first figure of a session that is about to be added; the session with its sums. */
async function withFigure(
  t: Transaction,
  session: LiveSessionDoc,
  figure: NonNullable<Input['figure']>,
  caller: Writer,
): Promise<LiveSessionDoc> {
  const place = placeOfSession(session);
  const id = `${session.shopId}.e${idFrom(caller.person, caller.requestKey, 'entry')}`;
  const amount = { ...figure, recordedAt: caller.now };
  const scope = await post(t, place, session.scope, [{ amount, sign: 1 }], caller.now);
  await t.add('sales_entries', newEntry(figure, place, { id, caller }));
  const stage = stageOf(session.state, hasEntries(scope));
  return { ...session, scope, stage, isBooked: true };
}

/** A session that took place, with its first figure if that is known: both are stored, or neither. */
export const liveSessionBackfill: Handler<'liveSession.backfill'> = async (input, caller) => {
  const { shopId, title, when, figure } = input;
  const admission = await admit(shopId, caller, 'session.plan', input.hostId);
  const { shop } = admission;
  const fields = backfillProblems(input, caller.now);
  if (Object.keys(fields).length > 0) throw invalidInput(fields);
  const account = accountOfShop(shop, input.accountId);
  const host = hostOfShop(admission, input.hostId);
  const id = `${shopId}.l${idFrom(caller.person, caller.requestKey, 'session')}`;
  const times = timesOf(when);
  const session: LiveSessionDoc = {
    ...blankSession(shop, { host, account }),
    ...times,
    _id: id,
    title,
    precision: when.precision,
    state: 'ended',
    stage: 'to_record',
    sortKey: sortKeyOf(times.startAt, id),
    history: firstEvent('backfill', caller),
  };
  const overlap = when.precision === 'day' ? [] : await overlapWarnings(session);
  return writeOnce(intend('liveSession.backfill', input, caller), async (t) => {
    const after = figure === null ? session : await withFigure(t, session, figure, caller);
    await t.add('live_sessions', after);
    const data = { session: presentLiveSession(after, caller.person, caller.now) };
    return { shopId, data, warnings: [...overlap, ...warningsOf(after.scope, true)] };
  });
};
