import * as v from 'valibot';

import { MAX_REPORT_LENGTH, REPORT_REASONS } from '../domain/review/report';
import { REPORT_OUTCOMES } from '../domain/review/report-outcome';
import { write } from './endpoint';
import {
  choiceField,
  exactly,
  lineField,
  liveSessionIdField,
  paragraphField,
  reviewIdField,
  shopIdField,
  versionField,
} from './fields';
import { review } from './review';
import { ownShop } from './shop';

const words = paragraphField(MAX_REPORT_LENGTH);

/**
 * Reports a problem with a store's public pages to the verifiers. The store never learns who did.
 * At most three stores a person and China day: `limit_reached`.
 */
export const reportSend = write('report.send', {
  input: exactly({
    shopId: shopIdField,
    /** The session on whose page it was seen; null on the page of the store. */
    sessionId: v.nullable(liveSessionIdField),
    reason: choiceField(REPORT_REASONS),
    words,
  }),
  output: exactly({
    /** Number by which the person can ask about it. */
    receipt: lineField(40),
  }),
});

/**
 * Decides a report: nothing to do, the store's pages are not shown, or shown again. `words` are read
 * by the store.
 */
export const reportDecide = write('report.decide', {
  input: exactly({
    reviewId: reviewIdField,
    version: versionField,
    outcome: choiceField(REPORT_OUTCOMES),
    words,
  }),
  output: exactly({ review }),
});

/** Asks that a store whose pages are not shown be looked at again; once for each suspension. */
export const reportAppeal = write('report.appeal', {
  input: exactly({ shopId: shopIdField, words }),
  output: exactly({ shop: ownShop }),
});
