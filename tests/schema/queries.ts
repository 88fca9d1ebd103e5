import { Failure } from '../../src/contract/failure';
import { REVIEW_LISTS } from '../../src/domain/review/review';
import { LIVE_SESSION_TABS } from '../../src/contract/live-session';
import { searchOf } from '../../src/domain/live-session/search';
import { ONE } from '../../cloud/database/read-limit';
import * as changes from '../../cloud/repositories/changes';
import * as audience from '../../cloud/repositories/audience';
import * as consoleMarks from '../../cloud/repositories/console';
import * as duty from '../../cloud/repositories/duty';
import * as follows from '../../cloud/repositories/follows';
import * as hosts from '../../cloud/repositories/hosts';
import * as liveSessions from '../../cloud/repositories/live-sessions';
import * as olderFacts from '../../cloud/repositories/older-facts';
import * as overlaps from '../../cloud/repositories/overlaps';
import * as people from '../../cloud/repositories/people';
import * as readings from '../../cloud/repositories/readings';
import * as reviews from '../../cloud/repositories/reviews';
import * as ruleSets from '../../cloud/repositories/rule-sets';
import * as sales from '../../cloud/repositories/sales';
import * as series from '../../cloud/repositories/series';
import * as sessionList from '../../cloud/repositories/session-list';
import * as sessionSearch from '../../cloud/repositories/session-search';
import * as settledWords from '../../cloud/repositories/settled-words';
import * as shops from '../../cloud/repositories/shops';
import * as storefronts from '../../cloud/repositories/storefronts';
import * as teams from '../../cloud/repositories/teams';
import * as waitingWords from '../../cloud/repositories/waiting-words';

const NOW = '2026-03-01T10:00:00.000Z';
const LATER = '2026-03-01T12:00:00.000Z';
const SHOP = 's000000000001';
const HOST = `${SHOP}.h000000000001`;
const SESSION = `${SHOP}.l000000000001`;
const CURSOR = `${NOW}#${SESSION}`;

/** What of a session decides where its neighbours are looked for. */
const ENDED = { accountId: `${SHOP}.amain`, hosts: [], startedAt: NOW, endedAt: LATER };

/** A store of whose list nothing is left while more is ahead. */
const RUN_OUT = { _id: SHOP, sessions: [], completeUntil: `1#${CURSOR}` };

/** So many facts that others may have moved away. */
const MANY_FACTS = Array.from({ length: 100 }, (_, index) => ({
  id: `${SHOP}.d${String(index)}`,
  fact: 'local_streamer',
  value: true,
  year: null,
  declaredAt: NOW,
  withdrawnAt: NOW,
}));

type Call = () => Promise<unknown>;

function intended(requestKey: string): changes.IntendedWrite {
  return {
    person: 'ana',
    requestKey,
    endpoint: 'shop.update',
    input: {},
    now: NOW,
  };
}

function unlessNotFound(cause: unknown): void {
  if (!(cause instanceof Failure && cause.error.code === 'not_found')) throw cause;
}

/** Reads of a ledger: from the start and from a cursor, of all time and of a period. */
function ledger(owner: sales.LedgerQuery['of'], countedOnly: boolean): Call[] {
  return [
    { period: null, cursor: null },
    { period: null, cursor: CURSOR },
    { period: '2026-03', cursor: null },
    { period: '2026-03', cursor: CURSOR },
  ].map((part) => () => sales.ledgerPage({ of: owner, countedOnly, ...part }));
}

/** Every combination of filters of a list, from the start and from a cursor. */
function filters(): Omit<sessionList.SessionQuery, 'tab'>[] {
  const either = <Value>(value: Value): (Value | null)[] => [null, value];
  return either(HOST).flatMap((hostId) =>
    either(`${SHOP}.amain`).flatMap((accountId) =>
      either('2026-02-01').flatMap((from) =>
        either('2026-03-31').flatMap((to) =>
          either(CURSOR).map((cursor) => ({ shopId: SHOP, hostId, accountId, from, to, cursor })),
        ),
      ),
    ),
  );
}

/** Every query of cloud/repositories, in every form in which endpoints call it. */
export const QUERIES: Readonly<Record<string, readonly Call[]>> = {
  'sales.entriesOfOtherDays': [() => sales.entriesOfOtherDays(SESSION, '2026-01-02')],
  'sales.refuseRefundsBefore': [() => sales.refuseRefundsBefore(SESSION, '2026-01-02')],
  'changes.unlessAnswered': [
    () =>
      changes
        .unlessAnswered(intended('key-refused'), () => Promise.reject(new Failure('not_found')))
        .catch(unlessNotFound),
  ],
  'changes.writeOnce': [
    () => changes.writeOnce(intended('key-once'), async () => ({ shopId: SHOP, data: 1 })),
  ],
  'changes.dropAnswers': [() => changes.dropAnswers('2026-04-01T10:00:00.000Z')],
  'audience.countEvent': [
    () => audience.countEvent({ shopId: SHOP, sessionId: null }, 'chat').catch(unlessNotFound),
  ],
  'audience.countsOf': [() => audience.countsOf({ shopId: SHOP, sessionId: SESSION })],
  'console.marksOf': [() => consoleMarks.marksOf(SESSION)],
  'follows.followersOf': [() => follows.followersOf(SHOP)],
  'follows.followedStores': [() => follows.followedStores('ana')],
  'duty.checklistsOf': [() => duty.checklistsOf(SHOP)],
  'duty.dutyOf': [() => duty.dutyOf(SESSION, NOW)],
  'duty.lastStatement': [() => duty.lastStatement(SHOP)],
  'duty.dutyPage': [null, CURSOR].map((cursor) => () => duty.dutyPage(SHOP, 2026, cursor)),
  'hosts.hostsOf': [() => hosts.hostsOf([SHOP, 's000000000002'])],
  'hosts.hostPage': [null, HOST].map((cursor) => () => hosts.hostPage(SHOP, cursor)),
  'hosts.allHostsOf': [() => hosts.allHostsOf(SHOP)],
  'hosts.countLeft': [() => hosts.countLeft(SHOP)],
  'hosts.hostsOfPerson': [() => hosts.hostsOfPerson('ana')],
  'hosts.hostsById': [() => hosts.hostsById([HOST])],
  'live-sessions.historyPage': [() => liveSessions.historyPage(SESSION, 1)],
  'live-sessions.liveSessionById': [() => liveSessions.liveSessionById(SESSION)],
  'session-list.sessionsOfTab': LIVE_SESSION_TABS.flatMap((tab) =>
    filters().map((filter) => () => sessionList.sessionsOfTab({ tab, ...filter }, NOW)),
  ),
  'session-list.sessionsToDo': [() => sessionList.sessionsToDo(SHOP, NOW)],
  'session-list.sessionsOfHome': [
    () => sessionList.sessionsOfHome(SHOP, NOW, { from: '2026-11-23', to: '2026-11-29' }),
  ],
  'session-search.rarestGram': [() => sessionSearch.rarestGram(SHOP, searchOf('双肩包专场'))],
  'session-search.searchSessions': [null, CURSOR].map(
    (before) => () =>
      sessionSearch.searchSessions(SHOP, searchOf('双肩包'), { gram: '双肩', before }),
  ),
  'overlaps.overlapping': [1, 2].map((count) => () => {
    const taken = (_id: string) => ({
      _id,
      shopId: SHOP,
      keys: [HOST, `${SHOP}.amain`],
      startAt: NOW,
      endAt: LATER,
    });
    const others = count === 1 ? [] : [taken(`${SHOP}.l000000000002`)];
    return overlaps.overlapping([taken(SESSION), ...others]);
  }),
  'live-sessions.sessionsAheadOfHost': [() => liveSessions.sessionsAheadOfHost(HOST, NOW)],
  'live-sessions.neighboursOf': [() => liveSessions.neighboursOf(ENDED)],
  'waiting-words.documentsOf': [() => waitingWords.documentsOf(`${SHOP}.q000000000001`)],
  'waiting-words.waitingTexts': [
    () => waitingWords.waitingTexts([SHOP, HOST, SESSION]),
    () => waitingWords.waitingTexts([SHOP]),
  ],
  'settled-words.settleWords': [() => settledWords.settleWords([SHOP])],
  'settled-words.settleAfter': [() => settledWords.settleAfter([SHOP])],
  'series.sessionsOfSeries': [
    () => series.sessionsOfSeries(`${SHOP}.q000000000001`),
    () => series.sessionsOfSeries(`${SHOP}.q000000000001`, CURSOR),
  ],
  'live-sessions.sessionsOfDay': [() => liveSessions.sessionsOfDay(SHOP, '2026-03-01')],
  'live-sessions.publicSessions': (['ahead', 'past'] as const).flatMap((which) =>
    [null, CURSOR].map(
      (cursor) => () => liveSessions.publicSessions(SHOP, which, { cursor, now: NOW, limit: ONE }),
    ),
  ),
  'teams.teamOf': [() => teams.teamOf(SHOP)],
  'teams.invitationByCode': [() => teams.invitationByCode('unusedcode00')],
  'people.seatsOf': [() => people.seatsOf('ana', null)],
  'readings.readingsAsOf': [() => readings.readingsAsOf([HOST, SHOP], 2026, NOW)],
  'older-facts.olderFacts': [null, NOW].map((before) => () => olderFacts.olderFacts(HOST, before)),
  'older-facts.factsMovedSince': [
    () => olderFacts.factsMovedSince({ id: HOST, facts: MANY_FACTS }, NOW),
  ],
  'reviews.verifierSeatOf': [
    () => reviews.verifierSeatOf('ana', { reviewId: `${SHOP}.v000000000001`, changeId: 'unused' }),
    () => reviews.verifierSeatOf('ana', { countedOn: '2026-03-01' }),
  ],
  'reviews.reviewPage': REVIEW_LISTS.flatMap((list) =>
    [null, CURSOR].map(
      (cursor) => () => reviews.reviewPage({ kind: 'identity', list, cursor }, '2026-03-01'),
    ),
  ),
  'reviews.reviewsOfSubject': [() => reviews.reviewsOfSubject(SHOP)],
  'rule-sets.currentRuleSets': [() => ruleSets.currentRuleSets()],
  'rule-sets.ruleSetsAsOf': [() => ruleSets.ruleSetsAsOf(NOW)],
  'sales.ledgerPage': [
    ...ledger({ shopId: SHOP }, false),
    ...ledger({ sessionIds: [SESSION] }, false),
    ...ledger({ sessionIds: [SESSION, `${SESSION}2`] }, false),
    ...ledger({ shopId: SHOP }, true),
    ...ledger({ shopId: SHOP, hostId: HOST }, true),
    ...ledger({ shopId: SHOP, hostId: null }, true),
  ],
  'sales.yearTotalsOfHost': [() => sales.yearTotalsOfHost(HOST, [2025, 2026])],
  'sales.yearTotalsOfShop': [() => sales.yearTotalsOfShop(SHOP, 2026)],
  'sales.statementTotalsOfHost': [() => sales.statementTotalsOfHost(HOST, [2025, 2026])],
  'sales.statementTotalsOfShop': [() => sales.statementTotalsOfShop(SHOP, [2025, 2026])],
  'sales.sumsOfShop': [() => sales.sumsOfShop(SHOP, [2025, 2026])],
  'sales.yearTotalsOfHosts': [() => sales.yearTotalsOfHosts([HOST], [2025, 2026])],
  'sales.sessionMonthsOf': [null, HOST].map(
    (hostId) => () => sales.sessionMonthsOf(SHOP, hostId, 2026),
  ),
  'sales.recordedOf': [
    () => sales.recordedOf({ kind: 'host', id: HOST }, 2026),
    () => sales.recordedOf({ kind: 'shop', id: SHOP }, 2026),
  ],
  'shops.seatOf': [
    () => shops.seatOf(SHOP, 'ana', { hostId: HOST, sessionId: SESSION, withNames: true }),
    () => shops.seatOf(SHOP, 'ana', { years: [2025, 2026] }),
  ],
  'shops.shownShop': [
    () => shops.shownShop(SHOP, null).catch(unlessNotFound),
    () => shops.shownShop(SHOP, 'ana').catch(unlessNotFound),
  ],
  'shops.listedShops': [() => shops.listedShops(null), () => shops.listedShops(CURSOR)],
  'storefronts.listedStorefronts': [
    () => storefronts.listedStorefronts({ after: '', until: null }),
    () => storefronts.listedStorefronts({ after: CURSOR, until: LATER }),
  ],
  'storefronts.storefrontsOf': [() => storefronts.storefrontsOf([SHOP])],
  'storefronts.plansOf': [() => storefronts.plansOf(SHOP, HOST, NOW)],
  'storefronts.movedStorefronts': [() => storefronts.movedStorefronts(NOW)],
  'storefronts.postponeStorefront': [() => storefronts.postponeStorefront(SHOP, LATER)],
  'storefronts.dueStorefronts': [() => storefronts.dueStorefronts(NOW)],
  'storefronts.readAhead': [() => storefronts.readAhead([RUN_OUT], NOW)],
};

/** Functions that send no request of their own, or only read documents of a given transaction. */
export const NOT_QUERIES: readonly string[] = [
  'session-list.wholeTab',
  'changes.answerAgain',
  'console.keepMarks',
  'console.marksInTransaction',
  'duty.dutyInTransaction',
  'duty.keepRecord',
  'duty.listsOf',
  'follows.keepFollows',
  'follows.openFollows',
  'hosts.addHost',
  'hosts.followShopName',
  'hosts.hostAtVersion',
  'hosts.newHost',
  'hosts.newSelfHost',
  'hosts.renameHost',
  'live-sessions.derived',
  'live-sessions.firstLine',
  'live-sessions.keepSession',
  'live-sessions.keyRange',
  'live-sessions.stageIs',
  'live-sessions.keysInEvening',
  'older-facts.mayHaveOlder',
  'older-facts.moveFacts',
  'overlaps.overlapAmong',
  'people.openPerson',
  'people.placed',
  'people.putPerson',
  'people.seated',
  'people.unseated',
  'reviews.addReview',
  'reviews.closeReview',
  'reviews.decideReview',
  'reviews.holdReview',
  'reviews.setReviewState',
  'reviews.reviewAtVersion',
  'reviews.verifierIn',
  'reviews.withdrawReview',
  'settled-words.subjectsOf',
  'shops.isShown',
  'shops.keepShop',
  'shops.saveShop',
  'shops.shopAtVersion',
  'storefronts.cardOf',
  'storefronts.keepAhead',
  'storefronts.keepCard',
  'storefronts.keepHostName',
  'storefronts.newStorefront',
  'storefronts.openStorefront',
  'storefronts.refreshStorefront',
  'teams.openInvitation',
  'teams.openOwnTeam',
  'teams.putTeam',
  'teams.withInvitation',
  'waiting-words.askVerifier',
  // It reads documents by their ids only, and catches every failure.
  'waiting-words.checkAgain',
  'waiting-words.decideWords',
];
