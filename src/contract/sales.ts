import * as v from 'valibot';

import { BASES, ENTRY_KINDS } from '../domain/sales/entry';
import { PLATFORMS } from '../domain/shop/platform';
import { read, write } from './endpoint';
import {
  accountIdField,
  businessDayField,
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
import { amountEntries, confirmedOddities, figures, hostFigures, soldFor } from './figures';

/**
 * Where an amount belongs: a session (its account and day follow from it), or an account and a China
 * day outside any session; and the host who sold it. `hostId` null is the only host of the session,
 * or of a streamer's own store; a store with hosts otherwise names one. One who is not yet among the
 * hosts of the session becomes one.
 */
const target = v.variant(
  'of',
  [
    exactly({
      of: v.literal('session'),
      sessionId: liveSessionIdField,
      hostId: v.optional(v.nullable(hostIdField), null),
    }),
    exactly({
      of: v.literal('day'),
      bookedOn: businessDayField,
      hostId: v.nullable(hostIdField),
      accountId: v.nullable(accountIdField),
    }),
  ],
  'not_a_choice',
);

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
  /** Day of a refund; null where it is not known. */
  returnedOn: v.nullable(dayField),
  recordedAt: instantField,
  recordedBy: choiceField(['you', 'team']),
  basis: choiceField(BASES),
  source: v.nullable(v.string()),
  soldFor,
  /** Whether it counts now, was replaced by a correction, or was undone. */
  status: choiceField(['counts', 'replaced', 'undone']),
  replaces: v.nullable(entryIdField),
});

/** The sums of a session or day, whole and by host. */
const sums = {
  figures,
  hostFigures,
  /** The evening that the session is a further piece of, and its sums; absent for any other. */
  evening: v.optional(exactly({ sessionId: liveSessionIdField, figures, hostFigures })),
};

/** The entry written, and the sums of its session or day after it, whole and by host. */
const salesWriteOutput = exactly({ entry: ledgerEntry, ...sums });

/** Records one new immutable entry. */
export const salesRecord = write('sales.record', {
  input: exactly({
    shopId: shopIdField,
    target,
    ...amountEntries,
    confirmed: confirmedOddities,
  }),
  output: salesWriteOutput,
});

/**
 * Replaces what an entry states, at the same place; the replaced statement stays on record and does
 * not count. What belongs elsewhere is moved.
 */
export const salesReplace = write('sales.replace', {
  input: exactly({
    shopId: shopIdField,
    entryId: entryIdField,
    ...amountEntries,
    confirmed: confirmedOddities,
  }),
  output: salesWriteOutput,
});

/**
 * Moves an entry: with all its statements it stops counting where it is, and a new entry with a
 * whole statement counts at the target. Both happen or neither.
 */
export const salesMove = write('sales.move', {
  input: exactly({
    shopId: shopIdField,
    entryId: entryIdField,
    target,
    ...amountEntries,
    confirmed: confirmedOddities,
  }),
  output: exactly({
    entry: ledgerEntry,
    ...sums,
    /** The session that the entry left (null: a day outside any session), and its sums now. */
    left: exactly({ sessionId: v.nullable(liveSessionIdField), ...sums }),
  }),
});

/**
 * Undoes an entry: it stops counting and the one it had replaced counts again, unless `isWhole`
 * undoes all statements of the entry.
 */
export const salesUndo = write('sales.undo', {
  input: exactly({
    shopId: shopIdField,
    entryId: entryIdField,
    isWhole: v.optional(flagField, false),
  }),
  output: salesWriteOutput,
});

/** Entries with their corrections on one page of the ledger. */
export const ENTRIES_PER_PAGE = 30;

/** A page of the ledger of a session or of the store, latest booked first. */
export const salesLedger = read('sales.ledger', {
  input: exactly({
    shopId: shopIdField,
    /** null for the whole store. */
    sessionId: v.nullable(liveSessionIdField),
    month: v.nullable(monthField),
    /** Only entries of the store that count and name no host; `sessionId` is null then. */
    isUnassigned: v.optional(flagField, false),
    cursor: cursorField,
  }),
  /** Replaced and undone entries included; `cursor` is null at the end. */
  output: exactly({ items: v.array(ledgerEntry), cursor: cursorField }),
});

/** An entry of the ledger as the store's people see it. */
export type LedgerEntry = v.InferOutput<typeof ledgerEntry>;
/** Where an amount belongs. */
export type SalesTarget = v.InferOutput<typeof target>;
