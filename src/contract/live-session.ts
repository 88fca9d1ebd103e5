import * as v from 'valibot';

import { LIVE_SESSION_STATES } from '../domain/live-session/live-session';
import { PLATFORMS } from '../domain/shop/platform';
import {
  accountIdField,
  choiceField,
  cursorField,
  dayField,
  exactly,
  fenField,
  flagField,
  hostIdField,
  instantField,
  lineField,
  liveSessionIdField,
  nameField,
  shopIdField,
  versionField,
} from './fields';
import { figures, firstFigure } from './figures';

/** A goods teaser: name, price in fen and what the price is; no cart. */
export const teaser = exactly({
  name: nameField,
  priceFen: v.nullable(fenField),
  /** What the price compares with, in the merchant's words (Order 117 of 2025 art. 32). */
  priceBasis: v.nullable(lineField(40)),
});

const planEntries = {
  title: nameField,
  hostId: v.nullable(hostIdField),
  accountId: v.nullable(accountIdField),
  goalFen: v.nullable(fenField),
  teasers: v.pipe(v.array(teaser), v.maxLength(10, 'too_many')),
  /** An AI-made presenter is said in every listing (Order 117 of 2025 art. 37). */
  isAiPresenter: flagField,
};

/** A change of a session, with who made it. */
export const liveSessionEvent = exactly({
  step: choiceField([
    'schedule',
    'backfill',
    'reschedule',
    'goLive',
    'pause',
    'resume',
    'end',
    'cancel',
    'unconfirmed',
  ]),
  at: instantField,
  by: choiceField(['you', 'team', 'system']),
});

const rowEntries = {
  id: liveSessionIdField,
  shopId: shopIdField,
  title: nameField,
  hostId: v.nullable(hostIdField),
  hostName: v.nullable(nameField),
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
  figures,
  version: versionField,
};

/** A session as a row of the merchant's list. */
export const liveSessionRow = exactly(rowEntries);

/** A session in full, for its own people. */
export const liveSession = exactly({
  ...rowEntries,
  pauses: v.array(exactly({ from: instantField, to: v.nullable(instantField) })),
  goalFen: v.nullable(fenField),
  teasers: v.array(teaser),
  isAiPresenter: flagField,
  isListed: flagField,
  history: v.array(liveSessionEvent),
});

/** `liveSession.schedule`. */
export const liveSessionScheduleInput = exactly({
  shopId: shopIdField,
  ...planEntries,
  startAt: instantField,
  endAt: instantField,
});

/** `liveSession.reschedule`: new times for a plan that was read at `version`. */
export const liveSessionRescheduleInput = exactly({
  sessionId: liveSessionIdField,
  version: versionField,
  startAt: instantField,
  endAt: instantField,
});

/** `liveSession.goLive` and `.end`: `at` null means now; an earlier instant mends a forgotten tap. */
export const liveSessionTimedStepInput = exactly({
  sessionId: liveSessionIdField,
  at: v.nullable(instantField),
});

/** `liveSession.pause`, `.resume`, `.cancel`, `.get`. */
export const liveSessionIdInput = exactly({ sessionId: liveSessionIdField });

/**
 * `liveSession.backfill`: a session that took place, known to the minute (`startedAt`, `endedAt`)
 * or to the day (`day`), with its first figure if that is known: both are stored or neither.
 */
export const liveSessionBackfillInput = exactly({
  shopId: shopIdField,
  title: nameField,
  hostId: v.nullable(hostIdField),
  accountId: v.nullable(accountIdField),
  when: v.variant(
    'precision',
    [
      exactly({ precision: v.literal('day'), day: dayField }),
      exactly({
        precision: v.literal('instant'),
        startedAt: instantField,
        endedAt: instantField,
      }),
    ],
    'not_a_choice',
  ),
  figure: v.nullable(firstFigure),
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

/** `liveSession.list`: upcoming is soonest first, every other tab latest first. */
export const liveSessionListInput = exactly({
  shopId: shopIdField,
  tab: choiceField(LIVE_SESSION_TABS),
  cursor: cursorField,
});

/** One page of sessions; `cursor` null at the end. */
export const liveSessionListOutput = exactly({
  items: v.array(liveSessionRow),
  cursor: cursorField,
});

/** The session after a write, or as read. */
export const liveSessionOutput = exactly({ session: liveSession });

/** A session as a row of the merchant's list. */
export type LiveSessionRow = v.InferOutput<typeof liveSessionRow>;
/** A session in full, for its own people. */
export type LiveSession = v.InferOutput<typeof liveSession>;
/** One of {@link LIVE_SESSION_TABS}. */
export type LiveSessionTab = (typeof LIVE_SESSION_TABS)[number];
/** A goods teaser. */
export type Teaser = v.InferOutput<typeof teaser>;
