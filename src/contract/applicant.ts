import * as v from 'valibot';

import { FACT_KEYS } from '../domain/incentive/facts';
import { declaredFact, followerReading } from './applicant-records';
import {
  accountIdField,
  choiceField,
  dayField,
  declarationIdField,
  exactly,
  fenField,
  flagField,
  hostIdField,
  peopleField,
  shopIdField,
  yearField,
} from './fields';

/** `applicant.declare`: a fact about the store (`hostId` null) or one of its hosts. */
export const applicantDeclareInput = exactly({
  shopId: shopIdField,
  hostId: v.nullable(hostIdField),
  fact: choiceField(FACT_KEYS),
  value: v.union([fenField, flagField], 'wrong_type'),
  year: v.nullable(yearField),
});

/** `applicant.withdraw`: the fact stays on record and no longer counts. */
export const applicantWithdrawInput = exactly({
  shopId: shopIdField,
  hostId: v.nullable(hostIdField),
  declarationId: declarationIdField,
});

/** `applicant.recordFollowers`: a dated reading of one account, for a host. */
export const applicantRecordFollowersInput = exactly({
  shopId: shopIdField,
  hostId: hostIdField,
  accountId: accountIdField,
  count: peopleField,
  readOn: dayField,
});

/** What is on record of the applicant after the write. */
export const applicantOutput = exactly({
  shopId: shopIdField,
  hostId: v.nullable(hostIdField),
  facts: v.array(declaredFact),
  followers: v.array(followerReading),
});

/** What is on record of an applicant. */
export type ApplicantRecords = v.InferOutput<typeof applicantOutput>;
