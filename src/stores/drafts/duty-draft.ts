import { type Duty, dutyConfirm, dutyCorrect } from '../../contract/duty';
import { correctionAt, correctionProblems } from '../../domain/duty/record';
import { chinaDayOf, chinaTimeOf, instantInChina } from '../../domain/time';
import type { DutyStore, SessionDuty } from '../duty-store';
import type { DraftDevice } from '../store-context';
import { textOrNull } from './amounts';
import { Draft } from './draft';
import type { FieldsOf } from './typed';

/** The record of a session being stated. On `stale_version`, `rebase(dutyFields(…))` and send again. */
export type DutyDraft = Draft<'duty.confirm'>;

/**
 * The form of a record: as it is stated, or before that as it was in the store's last session, so
 * that one tap confirms it. Without an earlier record nothing is proposed as checked.
 */
export function dutyFields(
  { duty, last }: SessionDuty,
  signature: string | null,
): FieldsOf<'duty.confirm'> {
  const { sessionId, version, confirmed, uncheckedHosts, identity, licence } = duty;
  const seller = confirmed === null ? (last?.seller ?? null) : duty.seller;
  const isProposed = confirmed === null && last !== null;
  return {
    sessionId,
    version,
    seller: {
      who: seller === null ? 'store' : 'other',
      name: seller?.name ?? '',
      creditCode: seller?.creditCode ?? '',
      permitNo: seller?.permitNo ?? '',
    },
    isAiPresenter: duty.isAiPresenter,
    isIdentityChecked: isProposed || (identity !== null && uncheckedHosts.length === 0),
    isLicenceChecked: isProposed || licence !== null,
    signature: signature ?? '',
  };
}

/** The form of a record, or its unsent changes. */
export function createDutyDraft(
  device: DraftDevice,
  store: Pick<DutyStore, 'confirm' | 'signature'>,
  known: SessionDuty,
): DutyDraft {
  return new Draft(device, dutyConfirm, {
    name: `duty/${known.duty.sessionId}`,
    initial: dutyFields(known, store.signature),
    toInput: ({ seller, signature, ...fields }) => ({
      ...fields,
      seller:
        seller.who === 'other'
          ? {
              who: 'other',
              name: seller.name,
              creditCode: textOrNull(seller.creditCode)?.toUpperCase() ?? null,
              permitNo: textOrNull(seller.permitNo),
            }
          : { who: 'store' },
      signature: textOrNull(signature),
    }),
    send: (input, requestKey) => store.confirm(input, requestKey),
    changeStored: ({ stored: { duty }, input, requestKey }) =>
      store.confirm({ ...input, version: Math.max(input.version, duty.version) }, requestKey),
  });
}

/** A correction made on air, being noted. */
export type OnAirDraft = Draft<'duty.correct'>;

/** An empty form, or the unsent correction; its time begins as the present minute. */
export function createOnAirDraft(
  device: DraftDevice,
  store: Pick<DutyStore, 'correct' | 'signature'>,
  { sessionId, session }: Pick<Duty, 'sessionId' | 'session'>,
): OnAirDraft {
  const now = device.now();
  return new Draft(device, dutyCorrect, {
    name: `correction/${sessionId}`,
    initial: {
      sessionId,
      at: instantInChina(chinaDayOf(now), chinaTimeOf(now)),
      text: '',
      signature: store.signature ?? '',
    },
    toInput: (fields) => ({ ...fields, signature: textOrNull(fields.signature) }),
    problems: ({ at }, latest) => correctionProblems(session, correctionAt(at, latest), latest),
    send: (input, requestKey) => store.correct(input, requestKey),
  });
}
