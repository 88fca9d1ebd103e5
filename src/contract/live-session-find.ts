import * as v from 'valibot';

import { MAX_SEARCH_LENGTH } from '../domain/live-session/search';
import { read } from './endpoint';
import {
  cursorField,
  exactly,
  hostIdField,
  lineField,
  monthField,
  shopIdField,
  yearField,
} from './fields';
import { netBoundsField } from './figures';
import { liveSessionRow } from './live-session';

/**
 * Sessions whose title contains every word of a search, in its characters or in the initials of
 * their pinyin; latest first. A call tests a bounded number of titles, so a page may be short or
 * empty and still have a cursor.
 */
export const liveSessionSearch = read('liveSession.search', {
  input: exactly({ shopId: shopIdField, words: lineField(MAX_SEARCH_LENGTH), cursor: cursorField }),
  output: exactly({ items: v.array(liveSessionRow), cursor: cursorField }),
});

/** Months with money, latest first. */
const months = v.array(
  exactly({
    month: monthField,
    /** Sessions with an amount that counts, on days of the month. */
    sessions: v.pipe(v.number(), v.integer()),
    /** Bounds of the net of these amounts. */
    net: netBoundsField,
  }),
);

/** The months of a year in which sessions of a store, or of one of its hosts, have money. */
export const liveSessionMonths = read('liveSession.months', {
  input: exactly({ shopId: shopIdField, hostId: v.nullable(hostIdField), year: yearField }),
  output: exactly({ months }),
});

/** The first rows of a tab; its `cursor` goes on in `liveSession.list` of that tab. */
const firstOfTab = exactly({ items: v.array(liveSessionRow), cursor: cursorField });

/**
 * What a store's people do now, in one call: sessions on air, plans that are due and were not
 * started, ended ones without an amount (each latest first), and the next plans, soonest first.
 */
export const liveSessionTodo = read('liveSession.todo', {
  input: exactly({
    shopId: shopIdField,
    /** The year of which the months are answered, too; null for none. */
    year: v.optional(v.nullable(yearField), null),
  }),
  output: exactly({
    onAir: firstOfTab,
    unconfirmed: firstOfTab,
    toRecord: firstOfTab,
    upcoming: firstOfTab,
    months: v.nullable(months),
  }),
});

/** What sessions of a month add up to. */
export type LiveSessionMonth = v.InferOutput<typeof liveSessionMonths.output>['months'][number];
