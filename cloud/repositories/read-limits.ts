import { SHOPS_PER_PAGE } from '../../src/contract/discover';
import { DUTY_RECORDS_PER_PAGE } from '../../src/contract/duty';
import { HOSTS_PER_PAGE, MAX_HOST_PLANS } from '../../src/contract/host';
import {
  LIVE_SESSIONS_PER_CALENDAR_PAGE,
  LIVE_SESSIONS_PER_PAGE,
  MAX_MOVED_ENTRIES,
} from '../../src/contract/live-session';
import { MAX_EARLIER_REVIEWS, REVIEWS_PER_PAGE } from '../../src/contract/review';
import { ENTRIES_PER_PAGE } from '../../src/contract/sales';
import { MAX_PAST_SESSIONS, PUBLIC_SESSIONS_PER_PAGE } from '../../src/contract/shop';
import { MAX_SAMPLED, MAX_SEARCHED } from '../../src/domain/live-session/search';
import { MAX_SERIES } from '../../src/domain/live-session/series';
import { MAX_WEEK_SESSIONS } from '../../src/domain/live-session/week';
import { MAX_USUAL_SESSIONS } from '../../src/domain/sales/oddities';
import { MAX_COUNTED_REVIEWS } from '../../src/domain/review/desk';
import { MAX_HOST_SHOPS } from '../../src/domain/shop/shop';
import { MAX_READ } from '../database/database';
import { nameLimits } from '../database/read-limit';

/**
 * How many documents each read of a list returns at most. `tests/limits` passes every one of them by
 * one document: a limit without such a test does not compile there.
 */
export const READ_LIMITS = nameLimits({
  /** Schemes in force, and versions published by a moment; read on while there are more. */
  ruleSets: 100,
  /** Stores of which a person is a host; one more is refused. */
  shopsOfHost: MAX_HOST_SHOPS,
  /** More than `shop.mine` brings of all stores; all hosts of one are read page by page. */
  hostsOfShops: MAX_READ,
  hostsOfShop: HOSTS_PER_PAGE,
  /** Pages of a hundred facts each that moved away from an applicant. */
  olderFacts: 1,
  factsMovedSince: 10,
  listedShops: SHOPS_PER_PAGE,
  listedStorefronts: SHOPS_PER_PAGE,
  movedStorefronts: SHOPS_PER_PAGE,
  /** Storefronts that one run of the timer looks at; the next run goes on. */
  dueStorefronts: 200,
  /** Answers that are dropped at once, a query and a write; a run takes several such steps. */
  droppedAnswers: 200,
  /** Sessions that are read for the stores of a page whose lists have run out. */
  sessionsOfStorefronts: 200,
  /** Sessions that are read at once to fill a list again; ones that are over may be among them. */
  plansOfStorefront: 100,
  runningOfStorefront: 100,
  publicSessions: PUBLIC_SESSIONS_PER_PAGE,
  pastSessionsOfShop: MAX_PAST_SESSIONS,
  sessionsOfTab: LIVE_SESSIONS_PER_PAGE,
  /** Of each tab that asks for something: the list goes on where they end. */
  sessionsToDo: 10,
  /** Sessions of a week, and one more to know whether there are more. */
  sessionsOfWeek: MAX_WEEK_SESSIONS + 1,
  sessionsOfCalendar: LIVE_SESSIONS_PER_CALENDAR_PAGE,
  sessionsOfSeries: MAX_SERIES,
  /** Plans of a host, and one more to know whether there are more. */
  plansOfHost: MAX_HOST_PLANS + 1,
  /** Sessions with sales of which the usual is made, and the one that is recorded. */
  usualSessions: MAX_USUAL_SESSIONS + 1,
  /** Sessions of one day with which one that is entered afterwards is compared, at once. */
  sessionsOfDay: 200,
  /** Sessions that are read at once to find the pieces of an evening. */
  neighbours: 100,
  /** Sessions whose time is compared at once with that of another one, and of a series. */
  overlapsOfOne: 100,
  overlapsOfSeries: 500,
  /** Sessions in which the parts of a search are counted, to begin with the rarest. */
  sampledSessions: MAX_SAMPLED,
  foundSessions: LIVE_SESSIONS_PER_PAGE,
  searchedSessions: MAX_SEARCHED,
  ledger: ENTRIES_PER_PAGE,
  /** Entries that one call moves to another day; the next call goes on. */
  movedEntries: MAX_MOVED_ENTRIES,
  /** The earliest refund is the one that a refusal names. */
  earliestRefund: 1,
  /** A year's totals of the hosts of a store, and of its sales without one; read on while there are more. */
  totalsOfShop: MAX_READ,
  reviewsOfList: REVIEWS_PER_PAGE,
  /** Reviews of a list of the desk that are counted: from there on it is "99 and more". */
  countedReviews: MAX_COUNTED_REVIEWS,
  /** Earlier ones are of years ago: the latest are what a verifier compares. */
  reviewsOfSubject: MAX_EARLIER_REVIEWS,
  dutyRecords: DUTY_RECORDS_PER_PAGE,
  /** Statements in which the last one of a session that was not removed is looked for at once. */
  lastStatements: 5,
});
