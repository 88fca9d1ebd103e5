import type { InputOf } from '../../contract/endpoints';
import type { LiveSession } from '../../contract/live-session';
import { liveSessionEdit, liveSessionSchedule } from '../../contract/live-session-plan';
import { defaultTimes, timesAgain, type UsualTimes } from '../../domain/live-session/default-times';
import { planProblems } from '../../domain/live-session/problems';
import { type Repeat, repeatFor } from '../../domain/live-session/series';
import { addDays, chinaDayOf, weekdayOf, yearOf } from '../../domain/time';
import type { LiveSessionStore } from '../live-session-store';
import type { Result } from '../result';
import type { DraftDevice } from '../store-context';
import { fenOrNull, textOrNull, yuanText } from './amounts';
import { Draft } from './draft';
import type { Times } from './times';
import { type FieldsOf, isSame, type Unchecked } from './typed';

/** A session being planned, or a series. */
export type PlanDraft = Draft<'liveSession.schedule'>;

/** A plan being changed. On `stale_version`, `rebase(editFields(latest))` and send again. */
export type EditDraft = Draft<'liveSession.edit'>;

type PlanFields = FieldsOf<'liveSession.schedule'>;

/** A goods teaser in the form. */
export type TeaserFields = PlanFields['teasers'][number];

/** A teaser that is not filled in yet. */
export const NEW_TEASER: TeaserFields = { name: '', priceFen: '', priceBasis: '' };

/** How a plan is repeated, in the form; without weekdays it is not. */
export type RepeatFields = PlanFields['repeat'];

/** A plan that is not repeated. */
export const NO_REPEAT: RepeatFields = { weekdays: [], until: '', skip: [] };

const USUAL_REPEAT_DAYS = 28;

/** How a plan is repeated when that is switched on: weekly on its weekday for four weeks. */
export function firstRepeat({ startAt }: Times): RepeatFields {
  const day = chinaDayOf(startAt);
  return { weekdays: [weekdayOf(day)], until: addDays(day, USUAL_REPEAT_DAYS), skip: [] };
}

/** How a plan is repeated once it starts on another day: on the new weekday in place of the old. */
export function repeatMoved(repeat: RepeatFields, before: Times, after: Times): RepeatFields {
  if (repeat.weekdays.length === 0) return repeat;
  const [from, to] = [before, after].map(({ startAt }) => weekdayOf(chinaDayOf(startAt)));
  if (from === undefined || to === undefined || from === to) return repeat;
  const others = repeat.weekdays.map(Number).filter((day) => day !== from && day !== to);
  return { ...repeat, weekdays: [...others, to].sort() };
}

/** How a plan is repeated, from the form; null when it is not. */
export function repeatOf({ weekdays, until, skip }: RepeatFields) {
  return weekdays.length === 0 ? null : { weekdays: weekdays.map(Number), until, skip };
}

function teasersInput(teasers: readonly TeaserFields[]) {
  return teasers.map(({ name, priceFen, priceBasis }) => ({
    name,
    priceFen: fenOrNull(priceFen),
    priceBasis: textOrNull(priceBasis),
  }));
}

/** What is asked of a plan, new or old. */
type StatedFields = Omit<PlanFields, 'shopId' | 'repeat'>;

/** What a session states, as a form shows it. */
function statedFields(session: PlannedSession): StatedFields {
  const { title, hosts, accountId, goalFen, teasers, isAiPresenter, startAt, endAt } = session;
  const yuan = (fen: number | null): string => (fen === null ? '' : yuanText(fen));
  return {
    title,
    hostIds: hosts.map(({ id }) => id),
    accountId,
    goalFen: yuan(goalFen),
    teasers: teasers.map(({ name, priceFen, priceBasis }) => ({
      name,
      priceFen: yuan(priceFen),
      priceBasis: priceBasis ?? '',
    })),
    isAiPresenter,
    startAt,
    endAt,
  };
}

/** A session, as far as a form that plans or changes it needs to know. */
export type PlannedSession = Pick<
  LiveSession,
  | 'id'
  | 'version'
  | 'title'
  | 'hosts'
  | 'accountId'
  | 'goalFen'
  | 'teasers'
  | 'isAiPresenter'
  | 'precision'
  | 'startAt'
  | 'endAt'
>;

/** What a new plan begins with. */
export interface PlanStart {
  hostId: string | null;
  accountId: string | null;
  /** How the store's sessions usually are. */
  usual: UsualTimes;
  /** The session that takes place again; null for a plan of its own. */
  again: PlannedSession | null;
  /** Sessions to plan at once until the end of the year; absent or null: one. */
  count?: number | null;
}

/** How a new plan is repeated as it opens. */
function newRepeat({ count = null }: PlanStart, { startAt }: Times): RepeatFields {
  if (count === null || count < 2) return NO_REPEAT;
  const first = chinaDayOf(startAt);
  const { weekdays, until } = repeatFor(first, count, `${yearOf(first)}-12-31`);
  return { weekdays: [...weekdays], until, skip: [] };
}

/** The times of a new plan as it opens at `now`. */
function newPlanTimes({ usual, again }: PlanStart, now: string): Times {
  const isToTheMinute = again?.precision === 'instant';
  return isToTheMinute ? timesAgain(again, now) : defaultTimes(now, usual);
}

/** The form of a new plan as it opens. */
export function newPlanFields(shopId: string, start: PlanStart, now: string): PlanFields {
  const { hostId, accountId, again } = start;
  const times = newPlanTimes(start, now);
  const blank = { title: '', goalFen: '', teasers: [], isAiPresenter: false };
  const hostIds = hostId === null ? [] : [hostId];
  const own = { shopId, repeat: newRepeat(start, times) };
  if (again === null) return { ...blank, hostIds, accountId, ...times, ...own };
  return { ...statedFields(again), ...times, ...own };
}

type PlanWrites = Pick<LiveSessionStore, 'schedule' | 'edit'>;

/** A new plan as it is typed. A plan that turns out to be stored is changed, not doubled. */
export function createPlanDraft(
  device: DraftDevice,
  liveSessions: PlanWrites,
  shopId: string,
  start: PlanStart,
): PlanDraft {
  return new Draft(device, liveSessionSchedule, {
    name: start.again === null ? `plan/${shopId}` : `plan/${shopId}/${start.again.id}`,
    initial: newPlanFields(shopId, start, device.now()),
    defaultsAt: (now) => newPlanTimes(start, now),
    toInput: ({ repeat, ...fields }) => ({
      ...fields,
      goalFen: fenOrNull(fields.goalFen),
      teasers: teasersInput(fields.teasers),
      repeat: repeatOf(repeat),
    }),
    problems: ({ startAt, endAt, repeat }, now) =>
      planProblems({ startAt, endAt, repeat: checkedRepeat(repeat) }, now),
    send: (input, requestKey) => liveSessions.schedule(input, requestKey),
    changeStored: ({ stored, storedInput, input, requestKey }) => {
      // The days of a series cannot be changed: with others it stands as it was sent.
      if (!isSame(storedInput.repeat, input.repeat)) return null;
      const { shopId: _shopId, repeat, ...plan } = input;
      const { id: sessionId, version } = stored.session;
      const which = repeat === null ? 'this' : 'following';
      return withPlanned(
        liveSessions.edit({ ...plan, sessionId, version, which }, requestKey),
        stored.planned,
      );
    },
  });
}

function checkedRepeat(
  repeat: Unchecked<InputOf<'liveSession.schedule'>>['repeat'],
): Repeat | null {
  return repeat === null ? null : { ...repeat, weekdays: repeat.weekdays.map(Number) };
}

async function withPlanned(
  edit: ReturnType<PlanWrites['edit']>,
  planned: number,
): Promise<Result<{ session: LiveSession; planned: number }>> {
  const result = await edit;
  return result.ok ? { ...result, data: { session: result.data.session, planned } } : result;
}

/** The form of a plan as it stands in the cloud. */
export function editFields(session: PlannedSession): FieldsOf<'liveSession.edit'> {
  const { id: sessionId, version } = session;
  return { ...statedFields(session), sessionId, version, which: 'this' };
}

/** A plan with its unsent changes. */
export function createEditDraft(
  device: DraftDevice,
  liveSessions: Pick<LiveSessionStore, 'edit'>,
  session: PlannedSession,
): EditDraft {
  const { startAt, endAt } = session;
  return new Draft(device, liveSessionEdit, {
    name: `edit/${session.id}`,
    initial: editFields(session),
    toInput: (fields) => ({
      ...fields,
      goalFen: fenOrNull(fields.goalFen),
      teasers: teasersInput(fields.teasers),
    }),
    // Times that stay may lie in the past: the plan is overdue, or on air.
    problems: (times, now) =>
      times.startAt === startAt && times.endAt === endAt ? {} : planProblems(times, now),
    send: (input, requestKey) => liveSessions.edit(input, requestKey),
    changeStored: ({ stored, input, requestKey }) => {
      const version = Math.max(input.version, stored.session.version);
      return liveSessions.edit({ ...input, version }, requestKey);
    },
  });
}
