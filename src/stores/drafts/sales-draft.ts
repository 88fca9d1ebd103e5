import type { InputOf } from '../../contract/endpoints';
import { type LedgerEntry, salesRecord } from '../../contract/sales';
import { statedBasis } from '../../domain/sales/entry';
import { salesProblems } from '../../domain/sales/problems';
import { chinaDayOf } from '../../domain/time';
import type { SalesStore } from '../sales-store';
import type { DraftDevice } from '../store-context';
import { yuanText } from './amounts';
import { Draft, type DraftPlan } from './draft';
import { confirmedInput, figureInput, NO_FIGURE, unconfirming } from './figure';
import type { FieldsOf, Unchecked } from './typed';

/** An amount being recorded, or the new statement of an entry being corrected. */
export type SalesDraft = Draft<'sales.record'>;

type SalesFields = FieldsOf<'sales.record'>;

/** The target to send: the session alone, or the day with its account and host. */
function targetInput(target: SalesFields['target']): Unchecked<InputOf<'sales.record'>['target']> {
  const { sessionId, bookedOn, hostId = null, accountId } = target;
  return target.of === 'session'
    ? { of: 'session', sessionId, hostId }
    : { of: 'day', bookedOn, hostId, accountId };
}

const FORM: Pick<DraftPlan<'sales.record'>, 'toInput' | 'entail' | 'problems'> = {
  toInput: ({ shopId, target, confirmed, ...figure }) => ({
    shopId,
    target: targetInput(target),
    ...figureInput(figure),
    ...confirmedInput(confirmed),
  }),
  entail: unconfirming,
  problems: salesProblems,
};

/**
 * A new amount. Unsent fields for the same place are restored.
 * @param target the session, or null for today with this host and account.
 */
export function createRecordDraft(
  device: DraftDevice,
  sales: Pick<SalesStore, 'record' | 'correctStored'>,
  shopId: string,
  target: { sessionId: string | null; hostId: string | null; accountId: string | null },
): SalesDraft {
  const { sessionId, hostId, accountId } = target;
  const draft: SalesDraft = new Draft(device, salesRecord, {
    ...FORM,
    name: `record/${sessionId ?? shopId}`,
    initial: {
      shopId,
      target: {
        of: sessionId === null ? 'day' : 'session',
        sessionId: sessionId ?? '',
        bookedOn: chinaDayOf(device.now()),
        hostId,
        accountId,
      },
      ...NO_FIGURE,
      confirmed: [],
    },
    defaultsAt: (now) => ({ target: { bookedOn: chinaDayOf(now) } }),
    send: (input, requestKey) => sales.record(input, requestKey),
    changeStored: ({ stored, input, requestKey }) =>
      sales.correctStored(stored.entry, input, requestKey),
  });
  // Opened for a session, it is for that one, also where the kept text had been moved to another;
  // what may be stored there already stays as it was sent.
  const kept = draft.fields.target;
  const isElsewhere = kept.of !== 'session' || kept.sessionId !== sessionId;
  if (sessionId !== null && isElsewhere && draft.sent === null) {
    draft.set({ target: { of: 'session', sessionId }, returnedOn: null });
  }
  return draft;
}

/** The form of an entry as it stands in the ledger. */
function entryFields(shopId: string, entry: LedgerEntry): SalesFields {
  const { sessionId, bookedOn, hostId, accountId, soldFor } = entry;
  const isAnswered = soldFor.name !== null || soldFor.aboveThresholdHuadu !== 'unknown';
  return {
    shopId,
    target: {
      of: sessionId === null ? 'day' : 'session',
      sessionId: sessionId ?? '',
      bookedOn,
      hostId,
      accountId,
    },
    kind: entry.kind,
    amountFen: yuanText(entry.amountFen),
    returnedOn: entry.returnedOn,
    basis: statedBasis(entry.basis),
    source: entry.source ?? '',
    soldFor: {
      name: soldFor.name ?? '',
      aboveThresholdHuadu: isAnswered ? soldFor.aboveThresholdHuadu : null,
    },
    confirmed: [],
  };
}

/** A correction: a whole new statement in place of `entry`, which stays on record. */
export function createCorrectionDraft(
  device: DraftDevice,
  sales: Pick<SalesStore, 'correct' | 'correctStored'>,
  shopId: string,
  entry: LedgerEntry,
): SalesDraft {
  return new Draft(device, salesRecord, {
    ...FORM,
    name: `correct/${entry.id}`,
    initial: entryFields(shopId, entry),
    send: (input, requestKey) => sales.correct(entry.id, input, requestKey),
    changeStored: ({ stored, input, requestKey }) =>
      sales.correctStored(stored.entry, input, requestKey),
  });
}
