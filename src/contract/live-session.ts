import * as v from 'valibot';

import { MAX_PIECES } from '../domain/live-session/evening';
import { MAX_SESSION_HOSTS } from '../domain/live-session/hosts';
import { LIVE_SESSION_EVENTS, UNDO_BLOCKS } from '../domain/live-session/history';
import { LIVE_SESSION_STATES, MAX_PAUSES } from '../domain/live-session/live-session';
import { STEP_ODDITIES } from '../domain/live-session/oddities';
import { PLATFORMS } from '../domain/shop/platform';
import { publicRead, read, write } from './endpoint';
import {
  accountIdField,
  businessDayField,
  businessInstantField,
  choiceField,
  countField,
  cursorField,
  dayField,
  exactly,
  fenField,
  finderUserNameField,
  flagField,
  hostIdField,
  instantField,
  lineField,
  liveSessionIdField,
  nameField,
  seriesIdField,
  shopIdField,
  versionField,
  waitingField,
} from './fields';
import { confirmedOddities, figures, firstFigure, hostFigures } from './figures';
import { isFollowingField, publicSession, publicShop } from './public';

/** A goods teaser: name, price in fen and what the price is; no cart. */
export const teaser = exactly({
  name: nameField,
  priceFen: v.nullable(fenField),
  /** What the price compares with, in the merchant's words (Order 117 of 2025 art. 32). */
  priceBasis: v.nullable(lineField(40)),
});

/** Hosts of a session, the main one first; for a streamer's own store none means the streamer. */
export const hostIds = v.pipe(v.array(hostIdField), v.maxLength(MAX_SESSION_HOSTS, 'too_many'));

/** The longest reason of a correction. */
const MAX_REASON_LENGTH = 100;

/** A change of a session, with who made it. */
const liveSessionEvent = exactly({
  step: choiceField(LIVE_SESSION_EVENTS),
  at: instantField,
  by: choiceField(['you', 'team', 'system']),
  /** The step that was taken back. */
  of: v.nullable(choiceField(LIVE_SESSION_EVENTS)),
  /** Why times were corrected. */
  reason: v.nullable(lineField(MAX_REASON_LENGTH)),
});

/** Odd steps that the person was asked about and confirmed; absent where nothing was asked. */
export const confirmedSteps = v.optional(
  v.pipe(v.array(choiceField(STEP_ODDITIES)), v.maxLength(STEP_ODDITIES.length, 'too_many')),
);

const rowEntries = {
  id: liveSessionIdField,
  shopId: shopIdField,
  title: nameField,
  /** Who presents, the main host first. */
  hosts: v.array(exactly({ id: hostIdField, name: nameField })),
  accountId: v.nullable(accountIdField),
  platform: v.nullable(choiceField(PLATFORMS)),
  accountName: v.nullable(nameField),
  /** Known to the minute, or to the day only. */
  precision: choiceField(['instant', 'day']),
  startAt: instantField,
  endAt: instantField,
  /** China day on which its sales are booked: the day it started. */
  bookedOn: dayField,
  state: choiceField(LIVE_SESSION_STATES),
  startedAt: v.nullable(instantField),
  endedAt: v.nullable(instantField),
  /** The evening that it is a further piece of: then lists show the evening in its place. */
  parentId: v.nullable(liveSessionIdField),
  /** Pieces of the evening whose first one it is; 1 where it is not joined. */
  pieceCount: v.pipe(v.number('wrong_type'), v.integer('fractional')),
  figures,
  /** Which of its words others do not see yet. */
  waiting: waitingField,
  version: versionField,
};

/** A session as a row of the merchant's list. */
export const liveSessionRow = exactly(rowEntries);

/** A session in full, for its own people. */
export const liveSession = exactly({
  ...rowEntries,
  pauses: v.array(exactly({ from: instantField, to: v.nullable(instantField) })),
  /** `figures` by host. */
  hostFigures,
  /** The pieces of the evening by their start, the first one included; empty where it is not joined. */
  pieces: v.array(
    exactly({
      id: liveSessionIdField,
      title: nameField,
      hostIds: v.array(hostIdField),
      startedAt: instantField,
      endedAt: instantField,
      onAirSeconds: v.pipe(v.number('wrong_type'), v.integer('fractional')),
      figures,
    }),
  ),
  /** `figures` by the day on which they are booked: more than one while sales wait to be moved. */
  dayFigures: v.array(exactly({ bookedOn: dayField, figures })),
  goalFen: v.nullable(fenField),
  teasers: v.array(teaser),
  isAiPresenter: flagField,
  /** The series that it was planned with; null for one of its own. */
  seriesId: v.nullable(seriesIdField),
  /** The latest changes, oldest first. */
  history: v.array(liveSessionEvent),
  /** Pages of older changes, from 1: see {@link liveSessionHistory}. */
  historyPages: countField,
  /** The step that can be taken back, and until when; null when there is none. */
  undoable: v.nullable(
    exactly({
      step: choiceField(LIVE_SESSION_EVENTS),
      until: instantField,
      /** What was built on it, so that it cannot be taken back as long as that stands. */
      block: v.nullable(choiceField(UNDO_BLOCKS)),
    }),
  ),
});

/** A session in the answer of a write, or as read. */
export const liveSessionOutput = exactly({ session: liveSession });

/** A session by id. */
const liveSessionIdInput = exactly({ sessionId: liveSessionIdField });

/** A step with its time; `at` null is now, an earlier instant is for a step recorded late. */
const timedStepInput = exactly({
  sessionId: liveSessionIdField,
  at: v.nullable(businessInstantField),
  confirmed: confirmedSteps,
});

/** Tabs of the merchant's list. */
export const LIVE_SESSION_TABS = [
  'all',
  'upcoming',
  'on_air',
  'unconfirmed',
  'to_record',
  'ended',
  'cancelled',
] as const;

/** Starts a session. */
export const liveSessionGoLive = write('liveSession.goLive', {
  input: timedStepInput,
  output: liveSessionOutput,
});

/** Interrupts a session. */
export const liveSessionPause = write('liveSession.pause', {
  input: liveSessionIdInput,
  output: liveSessionOutput,
});

/** Continues an interrupted session. */
export const liveSessionResume = write('liveSession.resume', {
  input: liveSessionIdInput,
  output: liveSessionOutput,
});

/** Ends a session. */
export const liveSessionEnd = write('liveSession.end', {
  input: timedStepInput,
  output: liveSessionOutput,
});

/** Cancels a plan. */
export const liveSessionCancel = write('liveSession.cancel', {
  input: liveSessionIdInput,
  output: liveSessionOutput,
});

/**
 * Takes back the last step of a session that was read at `version`. A session that was only planned
 * or entered is removed: `session` is null.
 */
export const liveSessionUndo = write('liveSession.undo', {
  input: exactly({ sessionId: liveSessionIdField, version: versionField }),
  output: exactly({ session: v.nullable(liveSession) }),
});

/**
 * Corrects the real times of an ended session that was read at `version`; one that is known to the
 * day becomes known to the minute.
 */
export const liveSessionCorrect = write('liveSession.correct', {
  input: exactly({
    sessionId: liveSessionIdField,
    version: versionField,
    startedAt: businessInstantField,
    endedAt: businessInstantField,
    pauses: v.pipe(
      v.array(exactly({ from: businessInstantField, to: businessInstantField })),
      v.maxLength(MAX_PAUSES, 'too_many'),
    ),
    /** Why: shown in the history. */
    reason: lineField(MAX_REASON_LENGTH),
    /** Whether its sales are to be booked on the day of the new start: see `liveSession.moveSales`. */
    withSales: flagField,
  }),
  output: liveSessionOutput,
});

/** Entries that one call of `liveSession.moveSales` moves. */
export const MAX_MOVED_ENTRIES = 50;

/**
 * Moves entries of a session that are booked on other days to the day of its start: each stays on
 * record where it was, and a new one counts instead. Repeated until nothing is left.
 */
export const liveSessionMoveSales = write('liveSession.moveSales', {
  input: liveSessionIdInput,
  output: exactly({ moved: countField, left: countField }),
});

/**
 * Records a past session, known to the minute or to the day, and its first figure if that is known:
 * both are stored or neither.
 */
export const liveSessionBackfill = write('liveSession.backfill', {
  input: exactly({
    shopId: shopIdField,
    title: nameField,
    hostIds,
    accountId: v.nullable(accountIdField),
    when: v.variant(
      'precision',
      [
        exactly({ precision: v.literal('day'), day: businessDayField }),
        exactly({
          precision: v.literal('instant'),
          startedAt: businessInstantField,
          endedAt: businessInstantField,
        }),
      ],
      'not_a_choice',
    ),
    figure: v.nullable(firstFigure),
    confirmed: confirmedOddities,
  }),
  output: liveSessionOutput,
});

/** A session in full. */
export const liveSessionGet = read('liveSession.get', {
  input: liveSessionIdInput,
  output: liveSessionOutput,
});

/** A page of the older changes of a session; a page never changes. */
export const liveSessionHistory = read('liveSession.history', {
  input: exactly({ sessionId: liveSessionIdField, page: countField }),
  /** Oldest first; none on a page that there is not. */
  output: exactly({ events: v.array(liveSessionEvent) }),
});

/** A day from which or to which sessions are listed: the day after it must have four digits, too. */
const listedDay = v.pipe(
  businessDayField,
  v.check((day) => day < '3000', 'bad_format'),
);

/** Sessions on one page of `liveSession.list`. */
export const LIVE_SESSIONS_PER_PAGE = 20;
/** The same for a list of {@link MAX_CALENDAR_DAYS} days at most, which a calendar shows whole. */
export const LIVE_SESSIONS_PER_CALENDAR_PAGE = 100;
/** Days from the first to the last that a month's calendar shows, at most. */
export const MAX_CALENDAR_DAYS = 42;

/**
 * A page of one tab: upcoming is soonest first, every other tab latest first. Filters may be
 * combined; a session stands on the China day of its real start, until then of the planned one.
 */
export const liveSessionList = read('liveSession.list', {
  input: exactly({
    shopId: shopIdField,
    tab: choiceField(LIVE_SESSION_TABS),
    /** Only sessions of this host. */
    hostId: v.optional(v.nullable(hostIdField), null),
    /** Only sessions on this account. */
    accountId: v.optional(v.nullable(accountIdField), null),
    /** The first day. */
    from: v.optional(v.nullable(listedDay), null),
    /** The last day. */
    to: v.optional(v.nullable(listedDay), null),
    cursor: cursorField,
  }),
  /** `cursor` is null at the end. */
  output: exactly({ items: v.array(liveSessionRow), cursor: cursorField }),
});

/** Sessions that may be pieces of one evening with one of them; that one alone where there are none. */
export const liveSessionJoinable = read('liveSession.joinable', {
  input: liveSessionIdInput,
  /** By their start. */
  output: exactly({ sessions: v.array(liveSessionRow) }),
});

/**
 * Makes one evening of the pieces of one that broke off; an evening may be among them. The first
 * piece stands for all. Sums and days stay with the pieces, so no entry is touched.
 */
export const liveSessionJoin = write('liveSession.join', {
  input: exactly({
    shopId: shopIdField,
    sessions: v.pipe(
      v.array(exactly({ sessionId: liveSessionIdField, version: versionField })),
      v.minLength(2, 'too_short'),
      v.maxLength(MAX_PIECES, 'too_many'),
    ),
  }),
  output: liveSessionOutput,
});

/** Makes single sessions of an evening that was read at `version`. */
export const liveSessionSplit = write('liveSession.split', {
  input: exactly({ sessionId: liveSessionIdField, version: versionField }),
  /** By their start. */
  output: exactly({ sessions: v.array(liveSession) }),
});

/** The page of a session of a published store, with its teasers and the store. */
export const liveSessionView = publicRead('liveSession.view', {
  input: liveSessionIdInput,
  output: exactly({
    session: publicSession,
    teasers: v.array(teaser),
    shop: publicShop,
    /** The Channels account that it is on; null for another platform, and where none is known. */
    finderUserName: v.nullable(finderUserNameField),
    isFollowing: isFollowingField,
  }),
});

/** A session as a row of the merchant's list. */
export type LiveSessionRow = v.InferOutput<typeof liveSessionRow>;
/** A session in full, for its own people. */
export type LiveSession = v.InferOutput<typeof liveSession>;
/** One of {@link LIVE_SESSION_TABS}. */
export type LiveSessionTab = (typeof LIVE_SESSION_TABS)[number];
/** A goods teaser. */
export type Teaser = v.InferOutput<typeof teaser>;
