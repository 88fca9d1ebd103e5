import * as v from 'valibot';

import {
  choiceField,
  creditCodeField,
  dayField,
  exactly,
  instantField,
  lineField,
  nameField,
} from './fields';
import { reviewReason } from './review';

/** What the law makes a seller show; fields that do not apply are null. */
export const disclosure = exactly({
  legalName: v.nullable(lineField(80)),
  operatorName: v.nullable(nameField),
  creditCode: v.nullable(creditCodeField),
  address: v.nullable(lineField(120)),
  contact: v.nullable(lineField(60)),
  exemption: v.nullable(lineField(120)),
});

/** Whether a verifier has found who the store is, and on which China day. */
export const verification = exactly({
  state: choiceField(['unverified', 'verified']),
  on: v.nullable(dayField),
});

/** The same as the store's own people see it. */
export const ownVerification = exactly({
  state: choiceField(['unverified', 'waiting', 'returned', 'verified']),
  on: v.nullable(dayField),
  /** Receipt number and moment of what was handed in last. */
  receipt: v.nullable(lineField(40)),
  submittedAt: v.nullable(instantField),
  /** Why it was returned, field by field. */
  reasons: v.array(reviewReason),
  /** China day of the last time that it was verified, and the fields that have changed since. */
  checkedOn: v.nullable(dayField),
  changed: v.array(lineField(40)),
});
