import * as v from 'valibot';

import { BASES, ENTRY_KINDS } from '../domain/sales/entry';
import { PLATFORMS } from '../domain/shop/platform';
import {
  accountIdField,
  choiceField,
  cursorField,
  dayField,
  entryIdField,
  exactly,
  fenField,
  flagField,
  hostIdField,
  instantField,
  liveSessionIdField,
  monthField,
  nameField,
  shopIdField,
} from './fields';
import { amountEntries, figures, soldFor } from './figures';

/**
 * Where an amount belongs: a session (its host, account and day follow from it), or an account and
 * a China day outside any session.
 */
const target = v.variant(
  'of',
  [
    exactly({ of: v.literal('session'), sessionId: liveSessionIdField }),
    exactly({
      of: v.literal('day'),
      bookedOn: dayField,
      hostId: v.nullable(hostIdField),
      accountId: v.nullable(accountIdField),
    }),
  ],
  'not_a_choice',
);

/** `sales.record`: one new immutable entry. */
export const salesRecordInput = exactly({ shopId: shopIdField, target, ...amountEntries });

/**
 * `sales.replace`: another statement in place of an entry's, at the same place; the replaced one
 * stays and does not count. What belongs elsewhere is undone here and recorded there.
 */
export const salesReplaceInput = exactly({
  shopId: shopIdField,
  entryId: entryIdField,
  ...amountEntries,
});

/** A correction as a person fills it in: it may also move the entry to another place. */
export const salesCorrection = exactly({
  shopId: shopIdField,
  entryId: entryIdField,
  target,
  ...amountEntries,
});

/**
 * `sales.undo`: the entry stops counting; the one it had replaced counts again, unless the whole
 * entry is undone with everything it had replaced.
 */
export const salesUndoInput = exactly({
  shopId: shopIdField,
  entryId: entryIdField,
  isWhole: v.optional(flagField, false),
});

/** An entry of the ledger as the store's people see it. */
export const ledgerEntry = exactly({
  id: entryIdField,
  sessionId: v.nullable(liveSessionIdField),
  sessionTitle: v.nullable(nameField),
  hostId: v.nullable(hostIdField),
  accountId: v.nullable(accountIdField),
  platform: v.nullable(choiceField(PLATFORMS)),
  kind: choiceField(ENTRY_KINDS),
  amountFen: fenField,
  bookedOn: dayField,
  recordedAt: instantField,
  recordedBy: choiceField(['you', 'team']),
  basis: choiceField(BASES),
  source: v.nullable(v.string()),
  soldFor,
  /** Whether it counts now, was replaced by a correction, or was undone. */
  status: choiceField(['counts', 'replaced', 'undone']),
  replaces: v.nullable(entryIdField),
});

/** The entry written, and the sums of its session or day after it. */
export const salesWriteOutput = exactly({ entry: ledgerEntry, figures });

/** `sales.ledger`: of a session, or of the store; latest booked first. */
export const salesLedgerInput = exactly({
  shopId: shopIdField,
  sessionId: v.nullable(liveSessionIdField),
  month: v.nullable(monthField),
  cursor: cursorField,
});

/** One page of the ledger, replaced and undone entries included; `cursor` null at the end. */
export const salesLedgerOutput = exactly({ items: v.array(ledgerEntry), cursor: cursorField });

/** An entry of the ledger as the store's people see it. */
export type LedgerEntry = v.InferOutput<typeof ledgerEntry>;
/** A correction as a person fills it in. */
export type SalesCorrection = v.InferOutput<typeof salesCorrection>;
/** Where an amount belongs. */
export type SalesTarget = v.InferOutput<typeof target>;
