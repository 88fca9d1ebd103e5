import {
  applicantDeclareInput,
  applicantRecordFollowersInput,
  type ApplicantRecords,
} from '../../contract/applicant';
import type { FactKey } from '../../domain/incentive/facts';
import { readingProblems } from '../../domain/incentive/problems';
import { chinaDayOf } from '../../domain/time';
import { Draft, type DraftPlan, type DraftPorts } from './draft';
import { countOf, fenOf } from './typed';

/** Of whom something is said: the store (`hostId` null) or one of its hosts. */
export interface Applicant {
  shopId: string;
  hostId: string | null;
}

/** A declared fact in the form; `amount` or `isTrue` by the kind of fact. */
export interface FactFields {
  amount: string;
  isTrue: boolean | null;
}

/** What is asked: the fact, how it is answered, and the year it is about. */
export interface FactQuestion {
  fact: FactKey;
  type: 'money' | 'boolean';
  /** null when the fact is not about one year. */
  year: number | null;
}

type DeclareSchema = typeof applicantDeclareInput;

/** A fact being declared. */
export type ApplicantDraft = Draft<FactFields, DeclareSchema, ApplicantRecords>;

/** The answer to one question, empty or as typed and not sent. */
export function createApplicantDraft(
  ports: DraftPorts,
  applicant: Applicant,
  question: FactQuestion,
  send: DraftPlan<FactFields, DeclareSchema, ApplicantRecords>['send'],
): ApplicantDraft {
  return new Draft<FactFields, DeclareSchema, ApplicantRecords>(ports, {
    name: `fact/${applicant.hostId ?? applicant.shopId}/${question.fact}/${question.year ?? ''}`,
    initial: { amount: '', isTrue: null },
    schema: applicantDeclareInput,
    toInput: (fields) => ({
      ...applicant,
      fact: question.fact,
      value: question.type === 'money' ? fenOf(fields.amount) : (fields.isTrue ?? undefined),
      year: question.year,
    }),
    send,
  });
}

/** A follower reading in the form. */
export interface FollowersFields {
  count: string;
  /** China day. */
  readOn: string;
}

type FollowersSchema = typeof applicantRecordFollowersInput;

/** A follower reading being entered. */
export type FollowersDraft = Draft<FollowersFields, FollowersSchema, ApplicantRecords>;

/** A reading of one account for a host, today unless another day is chosen. */
export function createFollowersDraft(
  ports: DraftPorts,
  reading: { shopId: string; hostId: string; accountId: string },
  now: () => string,
  send: DraftPlan<FollowersFields, FollowersSchema, ApplicantRecords>['send'],
): FollowersDraft {
  return new Draft<FollowersFields, FollowersSchema, ApplicantRecords>(ports, {
    name: `followers/${reading.hostId}/${reading.accountId}`,
    initial: { count: '', readOn: chinaDayOf(now()) },
    schema: applicantRecordFollowersInput,
    toInput: (fields) => ({
      ...reading,
      count: countOf(fields.count),
      readOn: fields.readOn,
    }),
    alsoWrong: (fields) => readingProblems(fields, now()),
    send,
  });
}
