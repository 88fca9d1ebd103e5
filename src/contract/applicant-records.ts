import * as v from 'valibot';

import { PLATFORMS } from '../domain/shop/platform';
import {
  accountIdField,
  choiceField,
  dayField,
  declarationIdField,
  exactly,
  factKeyField,
  fenField,
  flagField,
  instantField,
  peopleField,
  yearField,
} from './fields';

/** A fact that an applicant declares: an amount in fen or yes/no, with its date; it can be withdrawn. */
export const declaredFact = exactly({
  id: declarationIdField,
  fact: factKeyField,
  value: v.union([fenField, flagField], 'wrong_type'),
  /** The China year it is about; null when it is not about one year. */
  year: v.nullable(yearField),
  declaredAt: instantField,
  withdrawnAt: v.nullable(instantField),
});

/** Followers of one account as read on a China day. */
export const followerReading = exactly({
  accountId: accountIdField,
  platform: choiceField(PLATFORMS),
  count: peopleField,
  readOn: dayField,
});
