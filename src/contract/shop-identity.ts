import * as v from 'valibot';

import { choiceField, creditCodeField, dayField, exactly, lineField, nameField } from './fields';

/** What the law makes a seller show; fields that do not apply are null. */
export const disclosure = exactly({
  legalName: v.nullable(lineField(80)),
  operatorName: v.nullable(nameField),
  creditCode: v.nullable(creditCodeField),
  address: v.nullable(lineField(120)),
  contact: v.nullable(lineField(60)),
  exemption: v.nullable(lineField(120)),
});

/** Whether an officer has verified the store, and on which China day. */
export const verification = exactly({
  state: choiceField(['unverified', 'verified']),
  on: v.nullable(dayField),
});
