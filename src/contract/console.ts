import * as v from 'valibot';

import { MAX_MARKS_SENT, MOMENTS, READINGS } from '../domain/console/marks';
import { MAX_TEASERS } from '../domain/live-session/live-session';
import { read, write } from './endpoint';
import {
  businessInstantField,
  choiceField,
  countField,
  exactly,
  fenField,
  flagField,
  instantField,
  liveSessionIdField,
  markIdField,
  versionField,
} from './fields';

/** Marks in one answer. */
export const MARKS_PER_PAGE = 200;

const noValue = v.null('not_a_choice');
/** When it was tapped; a clock that is off is moved to the session's start, or to now. */
const markEntries = { id: markIdField, at: businessInstantField };

/** A tap in the console: see `ConsoleMark`. */
const consoleMark = v.variant(
  'kind',
  [
    exactly({ ...markEntries, kind: choiceField(READINGS), value: fenField, of: noValue }),
    exactly({ ...markEntries, kind: choiceField(MOMENTS), value: noValue, of: noValue }),
    exactly({
      ...markEntries,
      kind: v.literal('goods'),
      value: v.pipe(countField, v.maxValue(MAX_TEASERS - 1, 'too_large')),
      of: noValue,
    }),
    exactly({ ...markEntries, kind: v.literal('taken_back'), value: noValue, of: markIdField }),
  ],
  'not_a_choice',
);

/** A mark as a person of the store sees it. */
const shownMark = exactly({
  id: markIdField,
  at: instantField,
  kind: choiceField([...READINGS, ...MOMENTS, 'goods', 'taken_back']),
  /** null where there is none, and for a paid amount that the person does not see. */
  value: v.nullable(fenField),
  of: v.nullable(markIdField),
  by: choiceField(['you', 'team']),
});

const after = countField;

const pageEntries = {
  /** Those that came in after `after`, in that order. */
  marks: v.array(shownMark),
  /** What to read on from. */
  after,
  /** Whether there are more than one answer holds. */
  hasMore: flagField,
  /** Version of the session: another one than the caller knows means that it was changed. */
  version: versionField,
};

/**
 * Keeps taps in the order in which they were made, each with its own time; those that were kept before
 * are not kept again.
 * @throws `illegal_transition` when the session takes no marks; `limit_reached` when there is room
 * for none of them.
 */
export const consoleMarkWrite = write('console.mark', {
  input: exactly({
    sessionId: liveSessionIdField,
    marks: v.pipe(
      v.array(consoleMark),
      v.minLength(1, 'too_short'),
      v.maxLength(MAX_MARKS_SENT, 'too_many'),
    ),
    after,
  }),
  /** `done`: ids that need not be sent again. */
  output: exactly({ done: v.array(markIdField), ...pageEntries }),
});

/** The marks of a session that came in after the first `after` ones, and how many there are. */
export const consoleRead = read('console.read', {
  input: exactly({ sessionId: liveSessionIdField, after }),
  output: exactly(pageEntries),
});

/** A mark as a person of the store sees it. */
export type ShownMark = v.InferOutput<typeof shownMark>;
