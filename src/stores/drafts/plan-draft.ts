import { liveSessionReschedule, liveSessionSchedule } from '../../contract/live-session';
import { planProblems } from '../../domain/live-session/problems';
import { addDays, addMinutes, chinaDayOf, instantInChina } from '../../domain/time';
import type { LiveSessionStore } from '../live-session-store';
import type { DraftDevice } from '../store-context';
import { fenOrNull, textOrNull } from './amounts';
import { Draft } from './draft';
import type { Times } from './times';
import { type FieldsOf, isSame } from './typed';

/** A session being planned. */
export type PlanDraft = Draft<'liveSession.schedule'>;

/** A goods teaser in the form. */
export type TeaserFields = FieldsOf<'liveSession.schedule'>['teasers'][number];

/** A teaser that is not filled in yet. */
export const NEW_TEASER: TeaserFields = { name: '', priceFen: '', priceBasis: '' };

const USUAL_START = '20:00';
const USUAL_MINUTES = 4 * 60;

/** Tomorrow at 20:00 in China, for four hours: when most sessions are. */
function usualTimes(now: string): Times {
  const startAt = instantInChina(addDays(chinaDayOf(now), 1), USUAL_START);
  return { startAt, endAt: addMinutes(startAt, USUAL_MINUTES) };
}

/** A new plan, with the store's only host and account chosen where there is just one. */
export function createPlanDraft(
  device: DraftDevice,
  liveSessions: Pick<LiveSessionStore, 'schedule' | 'reschedule'>,
  shopId: string,
  { hostId, accountId }: { hostId: string | null; accountId: string | null },
): PlanDraft {
  return new Draft(device, liveSessionSchedule, {
    name: `plan/${shopId}`,
    initial: {
      shopId,
      title: '',
      hostIds: hostId === null ? [] : [hostId],
      accountId,
      goalFen: '',
      teasers: [],
      isAiPresenter: false,
      ...usualTimes(device.now()),
    },
    defaultsAt: usualTimes,
    toInput: (fields) => ({
      ...fields,
      goalFen: fenOrNull(fields.goalFen),
      teasers: fields.teasers.map(({ name, priceFen, priceBasis }) => ({
        name,
        priceFen: fenOrNull(priceFen),
        priceBasis: textOrNull(priceBasis),
      })),
    }),
    problems: planProblems,
    send: (input, requestKey) => liveSessions.schedule(input, requestKey),
    // Only the times of a plan can be changed: with other changes it stands as it was sent.
    changeStored: ({ stored: { session }, storedInput, input, requestKey }) => {
      const { startAt, endAt } = input;
      if (!isSame({ ...storedInput, startAt, endAt }, input)) return null;
      const { id: sessionId, version } = session;
      return liveSessions.reschedule({ sessionId, version, startAt, endAt }, requestKey);
    },
  });
}

/** A planned session, as far as new times for it need to know. */
export interface PlannedSession extends Times {
  id: string;
  version: number;
}

/** The form of a plan's times as they stand in the cloud. */
export function rescheduleFields(session: PlannedSession): FieldsOf<'liveSession.reschedule'> {
  const { id, version, startAt, endAt } = session;
  return { sessionId: id, version, startAt, endAt };
}

/** A plan being moved. On `stale_version`, `rebase(rescheduleFields(latest))` and send again. */
export type RescheduleDraft = Draft<'liveSession.reschedule'>;

/** The times of a plan with their unsent changes. */
export function createRescheduleDraft(
  device: DraftDevice,
  liveSessions: Pick<LiveSessionStore, 'reschedule'>,
  session: PlannedSession,
): RescheduleDraft {
  return new Draft(device, liveSessionReschedule, {
    name: `reschedule/${session.id}`,
    initial: rescheduleFields(session),
    toInput: (fields) => fields,
    problems: planProblems,
    send: (input, requestKey) => liveSessions.reschedule(input, requestKey),
    changeStored: ({ stored: { session }, input, requestKey }) =>
      liveSessions.reschedule(
        { ...input, version: Math.max(input.version, session.version) },
        requestKey,
      ),
  });
}
