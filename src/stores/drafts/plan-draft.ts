import type { OutputOf } from '../../contract/endpoints';
import { liveSessionRescheduleInput, liveSessionScheduleInput } from '../../contract/live-session';
import { planProblems } from '../../domain/live-session/problems';
import { addDays, addMinutes, chinaDayOf, instantInChina } from '../../domain/time';
import { Draft, type DraftPlan, type DraftPorts } from './draft';
import { instantsOf, timeFieldsOf, type TimeFields } from './time-fields';
import { fenOrNull, textOrNull } from './typed';

/** One goods teaser in the form. */
export interface TeaserFields {
  name: string;
  price: string;
  priceBasis: string;
}

/** The plan form, as typed. */
export interface PlanFields extends TimeFields {
  title: string;
  hostId: string | null;
  accountId: string | null;
  goal: string;
  teasers: TeaserFields[];
  isAiPresenter: boolean;
}

const USUAL_START = '20:00';
const USUAL_MINUTES = 4 * 60;

/** Tomorrow at 20:00 in China, for four hours: when most sessions are. */
function usualTimes(now: string): TimeFields {
  const startAt = instantInChina(addDays(chinaDayOf(now), 1), USUAL_START);
  return timeFieldsOf(startAt, addMinutes(startAt, USUAL_MINUTES));
}

function toInput(shopId: string) {
  return (fields: PlanFields) => ({
    shopId,
    title: fields.title,
    hostId: fields.hostId,
    accountId: fields.accountId,
    ...instantsOf(fields),
    goalFen: fenOrNull(fields.goal),
    teasers: fields.teasers.map((teaser) => ({
      name: teaser.name,
      priceFen: fenOrNull(teaser.price),
      priceBasis: textOrNull(teaser.priceBasis),
    })),
    isAiPresenter: fields.isAiPresenter,
  });
}

type Output = OutputOf<'liveSession.schedule'>;

/** A session being planned. */
export type PlanDraft = Draft<PlanFields, typeof liveSessionScheduleInput, Output>;

/** A new plan, with the store's only host and account chosen where there is just one. */
export function createPlanDraft(
  ports: DraftPorts,
  shopId: string,
  begin: Pick<PlanFields, 'hostId' | 'accountId'> & { now: () => string },
  send: DraftPlan<PlanFields, typeof liveSessionScheduleInput, Output>['send'],
): PlanDraft {
  return new Draft<PlanFields, typeof liveSessionScheduleInput, Output>(ports, {
    name: `plan/${shopId}`,
    initial: {
      ...usualTimes(begin.now()),
      title: '',
      hostId: begin.hostId,
      accountId: begin.accountId,
      goal: '',
      teasers: [],
      isAiPresenter: false,
    },
    schema: liveSessionScheduleInput,
    toInput: toInput(shopId),
    alsoWrong: (fields) => planProblems(instantsOf(fields), begin.now()),
    send,
  });
}

/** New times for a plan that was read at `version`. */
export interface RescheduleFields extends TimeFields {
  version: number;
}

/** A planned session, as far as new times for it need to know. */
export interface PlannedSession {
  id: string;
  version: number;
  startAt: string;
  endAt: string;
}

/** The form of a plan's times as they stand in the cloud. */
export function rescheduleFields(session: PlannedSession): RescheduleFields {
  return {
    ...timeFieldsOf(session.startAt, session.endAt),
    version: session.version,
  };
}

/** A plan being moved. On `stale_version`, `rebase(rescheduleFields(latest))` and send again. */
export type RescheduleDraft = Draft<RescheduleFields, typeof liveSessionRescheduleInput, Output>;

/** The times of a plan with what was chosen and not sent. */
export function createRescheduleDraft(
  ports: DraftPorts,
  session: PlannedSession,
  now: () => string,
  send: DraftPlan<RescheduleFields, typeof liveSessionRescheduleInput, Output>['send'],
): RescheduleDraft {
  return new Draft<RescheduleFields, typeof liveSessionRescheduleInput, Output>(ports, {
    name: `reschedule/${session.id}`,
    initial: rescheduleFields(session),
    schema: liveSessionRescheduleInput,
    toInput: (fields) => ({
      sessionId: session.id,
      version: fields.version,
      ...instantsOf(fields),
    }),
    alsoWrong: (fields) => planProblems(instantsOf(fields), now()),
    send,
  });
}
