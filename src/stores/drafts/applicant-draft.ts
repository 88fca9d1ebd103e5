import { applicantDeclare, applicantRecordFollowers } from '../../contract/applicant';
import { readingProblems } from '../../domain/incentive/problems';
import type { FactKey } from '../../domain/incentive/facts';
import type { FactRule } from '../../domain/incentive/rule-set';
import { chinaDayOf } from '../../domain/time';
import type { ShopStore } from '../shop-store';
import type { DraftDevice } from '../store-context';
import { countOf, fenOf, type TypedNumber } from './amounts';
import { Draft } from './draft';

/** Whom a declaration is about: the store (`hostId` null) or one of its hosts. */
export interface Applicant {
  shopId: string;
  hostId: string | null;
}

/** A fact being declared: `value` is a typed amount, or true or false; empty while unanswered. */
export type ApplicantDraft = Draft<'applicant.declare'>;

/**
 * The form for the answer to one question, empty or with the unsent answer.
 * @param year null when the fact is not about one year.
 * @param type how a typed text is read: as yuan, or as a whole number.
 */
export function createApplicantDraft(
  device: DraftDevice,
  shops: Pick<ShopStore, 'declare'>,
  applicant: Applicant,
  fact: FactKey,
  year: number | null,
  type: FactRule['type'] = 'money',
): ApplicantDraft {
  const { shopId, hostId } = applicant;
  return new Draft(device, applicantDeclare, {
    name: `fact/${hostId ?? shopId}/${fact}/${year ?? ''}`,
    initial: { shopId, hostId, fact, value: '', year },
    toInput: (fields) => ({
      ...fields,
      value: valueOf(fields.value, type),
    }),
    send: (input, requestKey) => shops.declare(input, requestKey),
    // The later of two declarations counts.
    changeStored: ({ input, requestKey }) => shops.declare(input, requestKey),
  });
}

function valueOf(value: TypedNumber | boolean, type: FactRule['type']): unknown {
  if (typeof value === 'boolean') return value;
  return type === 'number' ? countOf(value) : fenOf(value);
}

/** A follower reading being entered. */
export type FollowersDraft = Draft<'applicant.recordFollowers'>;

/** A reading of one account, today unless another day is chosen. */
export function createFollowersDraft(
  device: DraftDevice,
  shops: Pick<ShopStore, 'recordFollowers'>,
  { shopId, accountId }: { shopId: string; accountId: string },
): FollowersDraft {
  const today = chinaDayOf(device.now());
  return new Draft(device, applicantRecordFollowers, {
    name: `followers/${accountId}`,
    initial: { shopId, accountId, count: '', readOn: today },
    defaultsAt: (now) => ({ readOn: chinaDayOf(now) }),
    toInput: (fields) => ({ ...fields, count: countOf(fields.count) }),
    problems: readingProblems,
    send: (input, requestKey) => shops.recordFollowers(input, requestKey),
    // Readings are not added up: the later one of a day counts.
    changeStored: ({ input, requestKey }) => shops.recordFollowers(input, requestKey),
  });
}
