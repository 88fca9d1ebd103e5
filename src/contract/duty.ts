import * as v from 'valibot';

import {
  KNOWN_ITEMS,
  MAX_ITEM_LENGTH,
  MAX_ITEMS,
  MAX_LIST_NAME_LENGTH,
  MAX_LISTS,
} from '../domain/duty/checklist';
import { MAX_CORRECTION_LENGTH, MAX_SIGNATURE_LENGTH } from '../domain/duty/record';
import { LIVE_SESSION_STATES } from '../domain/live-session/live-session';
import { PLATFORMS } from '../domain/shop/platform';
import { ROLES } from '../domain/shop/shop';
import { read, write } from './endpoint';
import {
  checklistIdField,
  checklistItemIdField,
  choiceField,
  creditCodeField,
  correctionIdField,
  cursorField,
  businessInstantField,
  dayField,
  exactly,
  flagField,
  hostIdField,
  instantField,
  lineField,
  liveSessionIdField,
  nameField,
  shopIdField,
  versionField,
  yearField,
} from './fields';

/** The name that a person signs with; null where they give none. */
const signatureField = v.nullable(lineField(MAX_SIGNATURE_LENGTH));

/** Characters of a permit's number. */
const MAX_PERMIT_LENGTH = 60;

/** Who did something, and when. People's ids never leave the cloud. */
const mark = exactly({
  at: instantField,
  by: choiceField(['you', 'team']),
  role: choiceField(ROLES),
  name: signatureField,
});

const sellerEntries = {
  name: nameField,
  creditCode: v.nullable(creditCodeField),
  permitNo: v.nullable(lineField(MAX_PERMIT_LENGTH)),
};

/** Who sells in a session where it is not the store. */
const seller = exactly(sellerEntries);

const itemEntries = {
  /** The product words it; null for the store's own words. */
  known: v.nullable(choiceField(KNOWN_ITEMS)),
  text: v.nullable(lineField(MAX_ITEM_LENGTH)),
};

/** An item of a session's list, with who did it; open: null. */
const sessionItem = exactly({
  id: checklistItemIdField,
  ...itemEntries,
  tick: v.nullable(mark),
});

const correction = exactly({
  id: correctionIdField,
  at: instantField,
  text: lineField(MAX_CORRECTION_LENGTH),
  noted: mark,
  withdrawn: v.nullable(mark),
});

const presenter = exactly({ id: hostIdField, name: nameField });

const recordEntries = {
  /** The check of the presenters' identity, with those whom it covered. */
  identity: v.nullable(exactly({ mark, hosts: v.array(presenter) })),
  /** The check that the licence and permits are valid. */
  licence: v.nullable(mark),
  /** null: the store itself sells. */
  seller: v.nullable(seller),
  /** As stated with the record; until then as the plan says. */
  isAiPresenter: flagField,
  /** When seller and presenter were last stated, and by whom; null while they are only proposed. */
  confirmed: v.nullable(mark),
  corrections: v.array(correction),
  /** The session's list; a starting list has no name of its own. */
  list: v.nullable(
    exactly({ id: checklistIdField, name: v.nullable(lineField(MAX_LIST_NAME_LENGTH)) }),
  ),
  items: v.array(sessionItem),
  /** The day until which it is kept at least; null until the session has ended. */
  keptUntil: v.nullable(dayField),
};

const sessionEntries = {
  title: nameField,
  precision: choiceField(['instant', 'day']),
  startAt: instantField,
  endAt: instantField,
  bookedOn: dayField,
  state: choiceField(LIVE_SESSION_STATES),
  startedAt: v.nullable(instantField),
  endedAt: v.nullable(instantField),
  hosts: v.array(presenter),
};

/** The record of a session, with the session as far as it needs it. */
const duty = exactly({
  sessionId: liveSessionIdField,
  shopId: shopIdField,
  session: exactly({ ...sessionEntries, isAiPresenter: flagField }),
  ...recordEntries,
  /** Hosts whom the check of identity does not cover: those who came later. */
  uncheckedHosts: v.array(presenter),
  /** What the caller's role includes. */
  may: exactly({
    tick: flagField,
    confirm: flagField,
    editLists: flagField,
    export: flagField,
  }),
  /** Counts the statements; 0 before the first. */
  version: versionField,
  /** Counts every change: of two answers the one with the higher count is the later. */
  revision: versionField,
});

const dutyOutput = exactly({ duty });

/** The record of a session; before there is one, what was stated last in the store beside it. */
export const dutyGet = read('duty.get', {
  input: exactly({ sessionId: liveSessionIdField }),
  output: exactly({
    duty,
    /** What was stated last in the store, from which a first record is filled; null: nothing yet. */
    last: v.nullable(
      exactly({ title: nameField, startAt: instantField, seller: v.nullable(seller) }),
    ),
  }),
});

/**
 * States who sells and whether the presenter is made by AI, and adds checks. A check that is on
 * record stays as it is: it is taken back by its item.
 */
export const dutyConfirm = write('duty.confirm', {
  input: exactly({
    sessionId: liveSessionIdField,
    version: versionField,
    seller: v.variant(
      'who',
      [
        exactly({ who: v.literal('store') }),
        exactly({ who: v.literal('other'), ...sellerEntries }),
      ],
      'not_a_choice',
    ),
    isAiPresenter: flagField,
    isIdentityChecked: flagField,
    isLicenceChecked: flagField,
    signature: signatureField,
  }),
  output: dutyOutput,
});

/** Marks an item of the session's list as done, or as open again. */
export const dutyTick = write('duty.tick', {
  input: exactly({
    sessionId: liveSessionIdField,
    itemId: checklistItemIdField,
    isDone: flagField,
    /** When it was done as the caller saw it: what another person did since is not taken back. */
    tickedAt: v.nullable(instantField),
    signature: signatureField,
  }),
  output: dutyOutput,
});

/** Gives the session another list; done items stay. */
export const dutyChoose = write('duty.choose', {
  input: exactly({
    sessionId: liveSessionIdField,
    listId: checklistIdField,
    /** The list that the caller saw. */
    insteadOf: v.nullable(checklistIdField),
  }),
  output: dutyOutput,
});

/** Notes a correction that was made on air; `at` null is now. */
export const dutyCorrect = write('duty.correct', {
  input: exactly({
    sessionId: liveSessionIdField,
    at: v.nullable(businessInstantField),
    text: lineField(MAX_CORRECTION_LENGTH),
    signature: signatureField,
  }),
  output: dutyOutput,
});

/** Withdraws a correction that was noted by mistake: it stays on record. */
export const dutyWithdraw = write('duty.withdraw', {
  input: exactly({
    sessionId: liveSessionIdField,
    correctionId: correctionIdField,
    signature: signatureField,
  }),
  output: dutyOutput,
});

/** The lists of a store. */
const listsOutput = exactly({
  shopId: shopIdField,
  lists: v.array(
    exactly({
      id: checklistIdField,
      /** null: a starting list, which the product names. */
      name: v.nullable(lineField(MAX_LIST_NAME_LENGTH)),
      items: v.array(exactly({ id: checklistItemIdField, ...itemEntries })),
    }),
  ),
  /** 0 while the store has not changed them. */
  version: versionField,
});

/** The lists that the sessions of a store get. */
export const dutyLists = read('duty.lists', {
  input: exactly({ shopId: shopIdField }),
  output: listsOutput,
});

/** Changes the lists that were read at `version`; sessions that have theirs keep it. */
export const dutySaveLists = write('duty.saveLists', {
  input: exactly({
    shopId: shopIdField,
    version: versionField,
    lists: v.pipe(
      v.array(
        exactly({
          /** null for a new one. */
          id: v.nullable(checklistIdField),
          name: lineField(MAX_LIST_NAME_LENGTH),
          items: v.pipe(v.array(exactly(itemEntries)), v.maxLength(MAX_ITEMS, 'too_many')),
        }),
      ),
      v.maxLength(MAX_LISTS, 'too_many'),
    ),
  }),
  output: listsOutput,
});

/** Sessions on one page of `duty.export`. */
export const DUTY_RECORDS_PER_PAGE = 50;

/** A page of a year's sessions with their records, in order of their start; also those without. */
export const dutyExport = read('duty.export', {
  input: exactly({ shopId: shopIdField, year: yearField, cursor: cursorField }),
  output: exactly({
    items: v.array(
      exactly({
        sessionId: liveSessionIdField,
        ...sessionEntries,
        platform: v.nullable(choiceField(PLATFORMS)),
        accountName: v.nullable(nameField),
        /** null: nothing was recorded for the session. */
        record: v.nullable(exactly(recordEntries)),
      }),
    ),
    cursor: cursorField,
  }),
});

/** The record of a session. */
export type Duty = v.InferOutput<typeof duty>;
/** Who did something, and when. */
export type DutyMark = v.InferOutput<typeof mark>;
/** An item of a session's list. */
export type DutyItem = v.InferOutput<typeof sessionItem>;
/** A correction made on air. */
export type DutyCorrection = v.InferOutput<typeof correction>;
/** The lists of a store. */
export type DutyLists = v.InferOutput<typeof listsOutput>;
/** A session of the export. */
export type DutyExportRow = v.InferOutput<typeof dutyExport.output>['items'][number];
/** What was stated last in the store. */
export type DutyLast = v.InferOutput<typeof dutyGet.output>['last'];
