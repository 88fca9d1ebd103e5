import type { OutputOf } from '../../contract/endpoints';
import { liveSessionBackfillInput } from '../../contract/live-session';
import { backfillProblems } from '../../domain/live-session/problems';
import { addDays, chinaDayOf, instantInChina } from '../../domain/time';
import { Draft, type DraftPlan, type DraftPorts } from './draft';
import { figureInput, NO_FIGURE, type FigureFields } from './figure-fields';
import { instantsOf, timeFieldsOf, type TimeFields } from './time-fields';

/** The form for a session that took place, as typed. */
export interface BackfillFields extends TimeFields, FigureFields {
  title: string;
  hostId: string | null;
  accountId: string | null;
  precision: 'day' | 'instant';
  /** China day, when only that is known. */
  day: string;
}

function lastEvening(now: string): TimeFields {
  const today = chinaDayOf(now);
  return timeFieldsOf(instantInChina(addDays(today, -1), '20:00'), instantInChina(today, '00:00'));
}

function toInput(shopId: string) {
  return (fields: BackfillFields) => ({
    shopId,
    title: fields.title,
    hostId: fields.hostId,
    accountId: fields.accountId,
    when: whenOf(fields),
    figure: fields.amount.trim() === '' ? null : figureInput(fields),
  });
}

function whenOf(fields: BackfillFields) {
  const { startAt, endAt } = instantsOf(fields);
  return fields.precision === 'day'
    ? { precision: 'day' as const, day: fields.day }
    : { precision: 'instant' as const, startedAt: startAt, endedAt: endAt };
}

type Output = OutputOf<'liveSession.backfill'>;

/** A past session being entered. */
export type BackfillDraft = Draft<BackfillFields, typeof liveSessionBackfillInput, Output>;

/** The unsent past session of a store on this device, or an empty form. */
export function createBackfillDraft(
  ports: DraftPorts,
  shopId: string,
  begin: Pick<BackfillFields, 'hostId' | 'accountId'> & { now: () => string },
  send: DraftPlan<BackfillFields, typeof liveSessionBackfillInput, Output>['send'],
): BackfillDraft {
  return new Draft<BackfillFields, typeof liveSessionBackfillInput, Output>(ports, {
    name: `backfill/${shopId}`,
    initial: {
      ...lastEvening(begin.now()),
      ...NO_FIGURE,
      title: '',
      hostId: begin.hostId,
      accountId: begin.accountId,
      precision: 'day',
      day: addDays(chinaDayOf(begin.now()), -1),
    },
    schema: liveSessionBackfillInput,
    toInput: toInput(shopId),
    alsoWrong: (fields) => backfillProblems({ when: whenOf(fields) }, begin.now()),
    send,
  });
}
