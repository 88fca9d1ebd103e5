import type { InputOf } from '../../contract/endpoints';
import { liveSessionBackfill } from '../../contract/live-session';
import { backfillProblems } from '../../domain/live-session/problems';
import { addDays, chinaDayOf, instantInChina } from '../../domain/time';
import type { LiveSessionStore } from '../live-session-store';
import type { DraftDevice } from '../store-context';
import { isBlank } from './amounts';
import { Draft } from './draft';
import { confirmedInput, figureInput, NO_FIGURE, unconfirming } from './figure';
import type { FieldsOf, Unchecked } from './typed';

/** A past session being entered. */
export type BackfillDraft = Draft<'liveSession.backfill'>;

type WhenFields = FieldsOf<'liveSession.backfill'>['when'];

function yesterday(now: string): Omit<WhenFields, 'precision'> {
  const today = chinaDayOf(now);
  const day = addDays(today, -1);
  return {
    day,
    startedAt: instantInChina(day, '20:00'),
    endedAt: instantInChina(today, '00:00'),
  };
}

/** The time to send: the day alone or the two instants, as it was chosen. */
function whenInput(when: WhenFields): Unchecked<InputOf<'liveSession.backfill'>['when']> {
  const { precision, day, startedAt, endedAt } = when;
  return precision === 'instant' ? { precision, startedAt, endedAt } : { precision: 'day', day };
}

/** The unsent past session of a store on this device, or an empty form. */
export function createBackfillDraft(
  device: DraftDevice,
  liveSessions: Pick<LiveSessionStore, 'backfill'>,
  shopId: string,
  { hostId, accountId }: { hostId: string | null; accountId: string | null },
): BackfillDraft {
  return new Draft(device, liveSessionBackfill, {
    name: `backfill/${shopId}`,
    initial: {
      shopId,
      title: '',
      hostIds: hostId === null ? [] : [hostId],
      accountId,
      when: { precision: 'day', ...yesterday(device.now()) },
      figure: NO_FIGURE,
      confirmed: [],
    },
    defaultsAt: (now) => ({ when: yesterday(now) }),
    toInput: ({ confirmed, ...fields }) => ({
      ...fields,
      ...confirmedInput(confirmed),
      when: whenInput(fields.when),
      figure: isBlank(fields.figure.amountFen) ? null : figureInput(fields.figure),
    }),
    entail: unconfirming,
    problems: backfillProblems,
    send: (input, requestKey) => liveSessions.backfill(input, requestKey),
  });
}
