import * as v from 'valibot';

import { declaredFact, followerReading } from './applicant-records';
import { write } from './endpoint';
import {
  accountIdField,
  businessDayField,
  declarationIdField,
  exactly,
  factKeyField,
  fenField,
  flagField,
  hostIdField,
  peopleField,
  shopIdField,
  businessYearField,
} from './fields';

/** What is on record of an applicant after a write. */
const applicantOutput = exactly({
  shopId: shopIdField,
  hostId: v.nullable(hostIdField),
  facts: v.array(declaredFact),
  followers: v.array(followerReading),
});

/**
 * Declares a fact about the store (`hostId` null) or one of its hosts; an earlier declaration of the
 * same fact stays on record, withdrawn.
 */
export const applicantDeclare = write('applicant.declare', {
  input: exactly({
    shopId: shopIdField,
    hostId: v.nullable(hostIdField),
    fact: factKeyField,
    value: v.union([fenField, flagField], 'wrong_type'),
    year: v.nullable(businessYearField),
  }),
  output: applicantOutput,
});

/** Withdraws a declared fact: it stays on record and no longer counts. */
export const applicantWithdraw = write('applicant.withdraw', {
  input: exactly({
    shopId: shopIdField,
    hostId: v.nullable(hostIdField),
    declarationId: declarationIdField,
  }),
  output: applicantOutput,
});

/**
 * Records how many followers an account had on a day. A reading belongs to the host whose account it
 * is (`hostId` of the answer), or to the store for an account that is no host's own (null).
 */
export const applicantRecordFollowers = write('applicant.recordFollowers', {
  input: exactly({
    shopId: shopIdField,
    accountId: accountIdField,
    count: peopleField,
    readOn: businessDayField,
  }),
  output: applicantOutput,
});

/** What is on record of an applicant. */
export type ApplicantRecords = v.InferOutput<typeof applicantOutput>;
