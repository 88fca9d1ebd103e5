import * as v from 'valibot';

import {
  LIVE_SESSION_STATES,
  MAX_PLAN_HOURS,
  MAX_TEASERS,
} from '../domain/live-session/live-session';
import { MAX_SKIPPED_DAYS } from '../domain/live-session/series';
import { read, write } from './endpoint';
import {
  accountIdField,
  businessDayField,
  businessInstantField,
  choiceField,
  countField,
  exactly,
  fenField,
  flagField,
  instantField,
  liveSessionIdField,
  nameField,
  seriesIdField,
  shopIdField,
  versionField,
  weekdayField,
} from './fields';
import { confirmedSteps, hostIds, liveSession, liveSessionOutput, teaser } from './live-session';

/** What a plan states, whether it is new or changed. */
const planEntries = {
  title: nameField,
  hostIds,
  accountId: v.nullable(accountIdField),
  goalFen: v.nullable(fenField),
  teasers: v.pipe(v.array(teaser), v.maxLength(MAX_TEASERS, 'too_many')),
  /** Every listing must state that a presenter is made by AI (Order 117 of 2025 art. 37). */
  isAiPresenter: flagField,
  startAt: businessInstantField,
  endAt: businessInstantField,
};

/** On which days a plan is repeated at the same clock time in China. */
const repeat = exactly({
  weekdays: v.pipe(v.array(weekdayField), v.minLength(1, 'required'), v.maxLength(7, 'too_many')),
  /** The last day that may have a session. */
  until: businessDayField,
  /** Days that are left out. */
  skip: v.pipe(v.array(businessDayField), v.maxLength(MAX_SKIPPED_DAYS, 'too_many')),
});

/**
 * Plans a session, or with `repeat` a series of up to `MAX_SERIES`: all of them or none. The first one
 * is on the day of `startAt`, and is the one that is answered.
 */
export const liveSessionSchedule = write('liveSession.schedule', {
  input: exactly({ shopId: shopIdField, ...planEntries, repeat: v.nullable(repeat) }),
  /** `planned`: how many sessions were planned. */
  output: exactly({ session: liveSession, planned: countField }),
});

/** What is edited: this session alone, or also the ones of its series that follow. */
export const EDIT_SCOPES = ['this', 'following'] as const;

/**
 * Changes a plan that was read at `version`; on air only goods and title. For sessions that follow,
 * what differs from the plan as it was read is set; their times move by the clock, and their days
 * stay. Ones that were moved apart, started or cancelled are left as they are.
 */
export const liveSessionEdit = write('liveSession.edit', {
  input: exactly({
    sessionId: liveSessionIdField,
    version: versionField,
    ...planEntries,
    which: choiceField(EDIT_SCOPES),
  }),
  /** How many sessions were changed, this one included, and how many that follow were left. */
  output: exactly({ session: liveSession, changed: countField, left: countField }),
});

/**
 * Plans a session from now on and starts it. `minutes` is how long it is expected to last. One with
 * the same host or account that is on air is asked about.
 */
export const liveSessionStartNow = write('liveSession.startNow', {
  input: exactly({
    shopId: shopIdField,
    title: nameField,
    hostIds,
    accountId: v.nullable(accountIdField),
    isAiPresenter: flagField,
    minutes: v.pipe(
      countField,
      v.minValue(1, 'too_small'),
      v.maxValue(MAX_PLAN_HOURS * 60, 'too_large'),
    ),
    confirmed: confirmedSteps,
  }),
  output: liveSessionOutput,
});

/** The sessions of a series by time; at most `MAX_SERIES`. */
export const liveSessionSeries = read('liveSession.series', {
  input: exactly({ seriesId: seriesIdField }),
  output: exactly({
    items: v.array(
      exactly({
        id: liveSessionIdField,
        startAt: instantField,
        endAt: instantField,
        state: choiceField(LIVE_SESSION_STATES),
        /** Whether it was moved off the clock time of its series. */
        isApart: flagField,
      }),
    ),
  }),
});

/**
 * Takes back the planning of a series, or an edit of several of its sessions, in every session in
 * which nothing was built on it. `session` is null when it was removed.
 */
export const liveSessionUndoSeries = write('liveSession.undoSeries', {
  input: exactly({ sessionId: liveSessionIdField, version: versionField }),
  /** In how many sessions it was taken back, and how many went on since. */
  output: exactly({ session: v.nullable(liveSession), undone: countField, left: countField }),
});
