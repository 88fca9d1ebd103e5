import type { CheckedInputOf, OutputOf } from '../../../src/contract/endpoints';
import type { ApiWarning } from '../../../src/contract/errors';
import { Failure, refuseIfAny, refuseIfStale } from '../../../src/contract/failure';
import { liveSessionEdit } from '../../../src/contract/live-session-plan';
import { keysOf } from '../../../src/domain/live-session/find-keys';
import {
  editProblems,
  type PlanChange,
  planChange,
  replannedHosts,
} from '../../../src/domain/live-session/edit';
import { canTake, reschedule, stateAt } from '../../../src/domain/live-session/live-session';
import { planProblems } from '../../../src/domain/live-session/problems';
import { clockOf, type PlannedTimes, timesOnDay } from '../../../src/domain/live-session/series';
import { startingAt, startOf } from '../../../src/domain/live-session/times';
import { chinaDayOf } from '../../../src/domain/time';
import { asTyped, holdBack, type WordsOutcomes } from '../../../src/domain/words/waiting';
import { accountOfShop } from '../../access/admission';
import type { HostDoc, LiveSessionDoc, ShopDoc } from '../../database/documents';
import { write } from '../../endpoint/write';
import { presentLiveSession } from '../../presenters/live-sessions';
import type { Answer } from '../../repositories/changes';
import type { CheckedWords } from '../../repositories/checked-words';
import { liveSessionSortKey } from '../../repositories/ids';
import { keepSession, liveSessionById } from '../../repositories/live-sessions';
import { sessionsOfSeries } from '../../repositories/series';
import { keepAhead } from '../../repositories/storefronts';
import { hostsOfSession, overlapsOf, overlapWarnings, refuseRetired } from './new-session';
import { openSession, type StepCall } from './step';

type Input = CheckedInputOf<'liveSession.edit'>;

/** What an edit sets, with the documents that it names. */
interface Edit {
  change: PlanChange;
  held: WordsOutcomes;
  hosts: readonly HostDoc[];
  shop: ShopDoc;
}

/** The ids of the sessions that follow in the series; their number never grows. Two calls. */
async function followingIds({ sessionId, which }: Input): Promise<string[]> {
  if (which === 'this') return [];
  const session = await liveSessionById(sessionId);
  const seriesId = session?.seriesId ?? null;
  if (session === null || seriesId === null) return [];
  const following = await sessionsOfSeries(seriesId, session.sortKey);
  return following.map(({ _id }) => _id);
}

/** What an edit changes of a session. A host who only sold in it may be named among its hosts. */
function changeOf(session: LiveSessionDoc, input: Input, hosts: readonly HostDoc[]): PlanChange {
  const hostIds = hosts.map(({ _id }) => _id);
  const all = session.hosts.map(({ id }) => id);
  const planned = session.hosts.filter(({ isPlanned }) => isPlanned).map(({ id }) => id);
  const isAll = hostIds.length === all.length && all.every((id, index) => id === hostIds[index]);
  return planChange({ ...session, hostIds: isAll ? all : planned }, { ...input, hostIds });
}

/** A session after an edit, at the times given; null: its own. */
function edited(
  before: LiveSessionDoc,
  { change, held, hosts, shop }: Edit,
  times: PlannedTimes | null,
): LiveSessionDoc {
  const session = asTyped(before);
  const { hostIds, accountId, startAt: _startAt, endAt: _endAt, teasers, ...plain } = change;
  const named = hosts.map(({ _id, name }) => ({ id: _id, name }));
  const sellerIds = session.scopes.map(({ hostId }) => hostId);
  const account = accountId === undefined ? null : accountOfShop(shop, accountId);
  const accountName = account?.name ?? null;
  const platform = account?.platform ?? null;
  const typed = {
    ...session,
    ...plain,
    ...(teasers === undefined ? {} : { teasers: [...teasers] }),
    ...(hostIds === undefined ? {} : { hosts: replannedHosts(session.hosts, named, sellerIds) }),
    ...(accountId === undefined ? {} : { accountId, platform, accountName }),
  };
  const changed = holdBack('session', typed, before, held);
  if (times === null) return changed;
  return startingAt(reschedule(changed, times.startAt, times.endAt), times.startAt);
}

/**
 * A session of the series that follows, after the edit: its day stays. Null when it is left as it is:
 * moved apart, started, cancelled, or over at its new time.
 */
function editedAlong(
  session: LiveSessionDoc,
  edit: Edit,
  moved: PlannedTimes | null,
  now: string,
): LiveSessionDoc | null {
  const isPlanned = stateAt(session, now) === 'scheduled';
  if (!isPlanned || clockOf(session) !== session.seriesClock) return null;
  if (moved === null) return edited(session, edit, null);
  const times = timesOnDay(moved, chinaDayOf(session.startAt));
  if (Object.keys(planProblems(times, now)).length > 0) return null;
  return { ...edited(session, edit, times), seriesClock: clockOf(times) };
}

/** Warns when what is recorded keeps the session's day although its start moved. */
function dayWarnings({ startAt, bookedOn }: LiveSessionDoc, isMoved: boolean): ApiWarning[] {
  const isKept = isMoved && chinaDayOf(startAt) !== bookedOn;
  return isKept ? [{ code: 'day_kept', info: { day: bookedOn } }] : [];
}

/** Reads again what overlaps, the sessions that were changed along included. One call, or two. */
async function withOverlaps(
  { which }: Input,
  answer: Answer<OutputOf<'liveSession.edit'>>,
): Promise<Answer<OutputOf<'liveSession.edit'>>> {
  const { session } = answer.data;
  const { id, shopId, seriesId } = session;
  const isAlone = which === 'this' || seriesId === null;
  const key = liveSessionSortKey(startOf(session), id);
  const following = isAlone ? [] : await sessionsOfSeries(seriesId, key);
  const planned = following.filter(({ state }) => state === 'scheduled');
  const taken = { _id: id, shopId, keys: keysOf(session), ...startAndEnd(session) };
  const overlaps = await (planned.length === 0
    ? overlapsOf(session)
    : overlapWarnings(taken, ...planned));
  return { ...answer, warnings: [...(answer.warnings ?? []), ...overlaps] };
}

function startAndEnd({ startAt, endAt }: PlannedTimes): PlannedTimes {
  return { startAt, endAt };
}

/** What an edit needs beside its transaction. */
interface Prepared {
  hosts: readonly HostDoc[];
  following: readonly string[];
}

type EditCall = StepCall & { input: Input; prepared: Prepared; words: CheckedWords };

/** Reads the session in the transaction and works out what the edit changes of it. */
async function openEdit(call: EditCall) {
  const { input, caller, shop, prepared, words } = call;
  const open = await openSession(call);
  const { session } = open;
  const state = stateAt(session, caller.now);
  if (!canTake('edit', state)) throw new Failure('illegal_transition', { info: { state } });
  refuseIfStale(session, input.version);
  const change = changeOf(asTyped(session), input, prepared.hosts);
  refuseIfAny(editProblems(change, input, state, caller.now));
  const known = session.hosts.map(({ id }) => id);
  const added = prepared.hosts.filter(({ _id }) => !known.includes(_id));
  refuseRetired(added, input.hostIds);
  return { ...open, edit: { change, held: words.held, hosts: prepared.hosts, shop } };
}

/** The sessions that an edit changes, before and after, and how many that follow it leaves. */
async function changesOf(call: EditCall, session: LiveSessionDoc, edit: Edit) {
  const { input, caller, t, prepared } = call;
  const moved = edit.change.startAt === undefined ? null : startAndEnd(input);
  const isSeries = input.which === 'following' && session.seriesId !== null;
  const clock = moved === null || !isSeries ? session.seriesClock : clockOf(moved);
  const first = { ...edited(session, edit, moved), seriesClock: clock };
  const changed = [{ before: session, after: first }];
  let left = 0;
  for (const id of prepared.following) {
    const before = await t.get('live_sessions', id);
    if (before === null || before.seriesId !== session.seriesId) continue;
    const after = editedAlong(before, edit, moved, caller.now);
    if (after === null) left += 1;
    else changed.push({ before, after });
  }
  return { changed, left, step: moved === null ? ('edit' as const) : ('reschedule' as const) };
}

/**
 * Changes a plan, and with it the sessions of its series that follow: two calls for each. Everything
 * is decided on what is read in the transaction; only which sessions there are is known before.
 */
export const endpoint = write(
  liveSessionEdit,
  {
    needs: 'session.plan',
    host: ({ hostIds }) => hostIds[0] ?? null,
    session: ({ sessionId }) => sessionId,
    words: {
      fields: ['title', 'teasers.*.name', 'teasers.*.priceBasis'],
      subject: ({ session }, { input }) =>
        (input.which === 'following' ? session.seriesId : null) ?? session.id,
    },
    before: async ({ input, shop, host }): Promise<Prepared> => ({
      hosts: await hostsOfSession({ shop, host }, input.hostIds),
      following: await followingIds(input),
    }),
    after: ({ input }, answer) => withOverlaps(input, answer),
  },
  async (call) => {
    const { caller, shop, t, settles } = call;
    const { now, person: by } = caller;
    const { session, storefront, edit } = await openEdit(call);
    const names = { shop, hostNames: storefront.hostNames };
    if (Object.keys(edit.change).length === 0) {
      const same = presentLiveSession(session, names, caller);
      return { data: { session: same, changed: 0, left: 0 } };
    }
    const { changed, left, step } = await changesOf(call, session, edit);
    const kept: LiveSessionDoc[] = [];
    for (const { before, after } of changed) {
      if (before.waiting.length > 0 && before.seriesId !== null) settles.add(before.seriesId);
      kept.push(await keepSession(t, before, after, { step, at: now, by }));
    }
    const ahead = kept.map((after) => ({ id: after._id, after }));
    await keepAhead(t, storefront, ahead, now);
    const [first = session] = kept;
    return {
      data: { session: presentLiveSession(first, names, caller), changed: kept.length, left },
      warnings: dayWarnings(first, step === 'reschedule'),
    };
  },
);
