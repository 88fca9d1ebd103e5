import * as v from 'valibot';

import { PAGE_EVENTS } from '../domain/audience/audience';
import { count, read } from './endpoint';
import { choiceField, exactly, liveSessionIdField, peopleField, shopIdField } from './fields';

/** A public page: of a session, or with null of the store. */
const page = { shopId: shopIdField, sessionId: v.nullable(liveSessionIdField) };

/** Counts one event of a public page; one that is not shown is `not_found`. */
export const audienceCount = count('audience.count', {
  input: exactly({ ...page, event: choiceField(PAGE_EVENTS) }),
  output: exactly({}),
});

/** What was counted of a public page, for those who work in the store. Of people nothing is known. */
export const audienceRead = read('audience.read', {
  input: exactly(page),
  output: exactly({
    counts: v.strictObject(v.entriesFromList(PAGE_EVENTS, peopleField)),
  }),
});
