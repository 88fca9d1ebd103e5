import { type LiveSession, liveSessionCorrect } from '../../contract/live-session';
import { correctionProblems } from '../../domain/live-session/problems';
import type { DraftDevice } from '../store-context';
import type { StepStore } from '../step-store';
import { Draft } from './draft';
import type { FieldsOf } from './typed';

/** The real times of a session being corrected. On `stale_version`, `rebase(timesFields(latest))`. */
export type TimesDraft = Draft<'liveSession.correct'>;

/** The form of a session's real times as they stand in the cloud; planned ones where none are known. */
export function timesFields(session: LiveSession): FieldsOf<'liveSession.correct'> {
  const { id: sessionId, version, pauses } = session;
  const startedAt = session.startedAt ?? session.startAt;
  const endedAt = session.endedAt ?? session.endAt;
  return {
    sessionId,
    version,
    startedAt,
    endedAt,
    pauses: pauses.map(({ from, to }) => ({ from, to: to ?? endedAt })),
    reason: '',
    withSales: true,
  };
}

/** The unsent corrections of a session on this device. */
export function createTimesDraft(
  device: DraftDevice,
  steps: Pick<StepStore, 'correct'>,
  session: LiveSession,
): TimesDraft {
  return new Draft(device, liveSessionCorrect, {
    name: `correct/${session.id}`,
    initial: timesFields(session),
    toInput: (fields) => fields,
    problems: (input, now) => correctionProblems(input, session, now),
    send: (input, requestKey) => steps.correct(input, requestKey),
  });
}
