import { liveSessionStartNow } from '../../contract/live-session-plan';
import type { LiveSessionStore } from '../live-session-store';
import type { DraftDevice } from '../store-context';
import { Draft } from './draft';
import type { FieldsOf } from './typed';

/** A session that is about to start without a plan. */
export type StartDraft = Draft<'liveSession.startNow'>;

/** The form as it opens. */
export type StartFields = Omit<FieldsOf<'liveSession.startNow'>, 'confirmed'>;

/** A session that starts now, as it is typed; a lost answer is asked for again under its key. */
export function createStartDraft(
  device: DraftDevice,
  liveSessions: Pick<LiveSessionStore, 'startNow'>,
  fields: StartFields,
): StartDraft {
  return new Draft(device, liveSessionStartNow, {
    name: `start/${fields.shopId}`,
    initial: { ...fields, confirmed: [] },
    toInput: ({ confirmed, ...input }) => ({
      ...input,
      ...(confirmed.length > 0 ? { confirmed } : {}),
    }),
    // A confirmation is of the session as it was typed then.
    entail: (change) => ({ confirmed: [], ...change }),
    send: (input, requestKey) => liveSessions.startNow(input, requestKey),
  });
}
