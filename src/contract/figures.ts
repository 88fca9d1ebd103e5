import * as v from 'valibot';

import { ENTRY_KINDS, SELF_BASES } from '../domain/sales/entry';
import { ODDITIES } from '../domain/sales/oddities';
import {
  choiceField,
  businessDayField,
  exactly,
  fenField,
  flagField,
  hostIdField,
  lineField,
  nameField,
} from './fields';

const whole = v.pipe(v.number('wrong_type'), v.safeInteger('fractional'));

/** Net sales between two bounds, fen. */
export const netBoundsField = exactly({ low: whole, high: whole });

/** Net sales between two bounds, fen; null: nothing is recorded. */
export const netRange = v.nullable(netBoundsField);

/**
 * The kept sums of a session, of one host in it, or of an account's day, in fen. A kind with no entry is
 * null: blank is not zero. `net` is null while nothing is recorded, and a range while no paid
 * figure is known; `lacksSale` marks refunds whose sale is not recorded.
 */
export const figures = exactly({
  orderedFen: v.nullable(whole),
  paidFen: v.nullable(whole),
  refundedFen: v.nullable(whole),
  net: netRange,
  lacksSale: flagField,
  entryCount: whole,
});

/** The sums of each host of a session with entries; null: entries that name no host. */
export const hostFigures = v.array(exactly({ hostId: v.nullable(hostIdField), figures }));

/** For whom the goods were sold, as far as a rule depends on it. */
export const soldFor = exactly({
  name: v.nullable(nameField),
  aboveThresholdHuadu: choiceField(['yes', 'no', 'unknown']),
});

/** An amount with its kind and its source, as far as a person may state them. */
export const amountEntries = {
  kind: choiceField(ENTRY_KINDS),
  amountFen: fenField,
  /** China day on which a refund happened; null where it is not known, and for other kinds. */
  returnedOn: v.optional(v.nullable(businessDayField), null),
  basis: choiceField(SELF_BASES),
  source: v.nullable(lineField(300)),
  soldFor: v.nullable(soldFor),
};

/** What the person was asked about and confirmed; absent where nothing was asked. */
export const confirmedOddities = v.optional(
  v.pipe(v.array(choiceField(ODDITIES)), v.maxLength(ODDITIES.length, 'too_many')),
);

/** The first figure of a session that is recorded afterwards. */
export const firstFigure = exactly(amountEntries);

/** The kept sums of one session or day, in fen. */
export type Figures = v.InferOutput<typeof figures>;
/** The sums of each host of a session. */
export type HostFigures = v.InferOutput<typeof hostFigures>;
