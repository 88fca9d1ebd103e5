import type { LocalCloud } from 'local-cloud';
import type { EndpointName } from '../../src/contract/endpoints';
import { MAX_MOVED_ENTRIES } from '../../src/contract/live-session';
import type { LiveSessionState } from '../../src/domain/live-session/live-session';
import { buildCorrection, buildPaid, buildRegistration } from '../../tests/testkit/builders';
import { newKey } from '../../tests/testkit/cloud';
import { ENDPOINT_NAMES, functionOf, isWrite } from '../../tests/testkit/endpoints';
import {
  buildEdit,
  correctionIn,
  eveningIn,
  inputsAbout,
  joinOf,
  openStore,
  piecesIn,
  sessionIn,
  type TestStore,
  versionOf,
} from '../../tests/testkit/stores';
import { inviteHost } from '../../tests/testkit/teams';
import { OF_AUDIENCE, prepareAudience } from './audience-cases';
import { hostNumber } from './history';
import { callOf, NO_IDS, OWNER, type PreparedCall } from './prepared-call';
import { OF_VERIFIER, prepareReview } from './review-cases';
import { ABOUT_TEAM, prepareTeam } from './team-cases';

/** A cloud and the stores that are measured in it. */
export interface BenchCloud {
  cloud: LocalCloud;
  /** A streamer's published store with the history. */
  streamer: TestStore;
  /** An MCN's store with as many hosts as a store may have. */
  mcn: TestStore;
}

/** One way to call an endpoint. */
export interface BenchCase {
  name: string;
  endpoint: EndpointName;
  /** Its own limit of calls, where it does more than its endpoint ordinarily does. */
  maxCalls?: number;
  /** Sessions from which its page is full, so that its time must not grow; absent: from the fewest. */
  fullFrom?: number;
  /** Prepares the call; its time is not measured. */
  prepare(bench: BenchCloud, round: number): Promise<PreparedCall>;
}

/** The state of a session that its step needs. */
const FROM: Partial<Record<EndpointName, LiveSessionState>> = {
  'console.mark': 'live',
  'duty.confirm': 'scheduled',
  'duty.tick': 'scheduled',
  'duty.choose': 'scheduled',
  'duty.correct': 'live',
  'duty.withdraw': 'live',
  'liveSession.edit': 'scheduled',
  'liveSession.goLive': 'scheduled',
  'liveSession.pause': 'live',
  'liveSession.resume': 'paused',
  'liveSession.end': 'live',
  'liveSession.cancel': 'scheduled',
  'liveSession.undo': 'scheduled',
  'liveSession.undoSeries': 'scheduled',
  'liveSession.correct': 'ended',
  'liveSession.moveSales': 'ended',
  'sales.record': 'ended',
  'sales.replace': 'ended',
  'sales.move': 'ended',
  'sales.undo': 'ended',
};

async function recordIn({ owner, shopId }: TestStore, sessionId: string): Promise<string> {
  return (await owner.ok('sales.record', buildPaid(shopId, sessionId))).entry.id;
}

async function declareIn({ owner, shopId, hostId }: TestStore): Promise<string> {
  const fact = { fact: 'local_streamer' as const, value: true, year: null };
  const { facts } = await owner.ok('applicant.declare', { shopId, hostId, ...fact });
  return facts[facts.length - 1]?.id ?? '';
}

/** Endpoints whose input is the code of an invitation. */
const BY_CODE: readonly EndpointName[] = ['team.invitation', 'team.join'];

/** Makes a new invitation to be the store's host; the person linked before is unlinked. */
async function inviteIn(store: TestStore): Promise<string> {
  await store.owner.ok('host.unlink', { hostId: store.hostId });
  return (await inviteHost(store)).code;
}

/** Endpoints about an entry that counts. */
const ABOUT_ENTRY: readonly EndpointName[] = ['sales.replace', 'sales.move', 'sales.undo'];

/** What a person does a few times only: each call is by a different one. */
const BY_NEWCOMER: readonly EndpointName[] = ['report.send', 'shop.register', 'team.join'];

/** The ordinary case of an endpoint. */
function ordinary(endpoint: EndpointName): BenchCase {
  if (endpoint === 'duty.saveLists') return { name: endpoint, endpoint, prepare: saveLists };
  if (endpoint === 'host.rename') return { name: endpoint, endpoint, prepare: renameNew };
  if (endpoint === 'host.retire') return { name: endpoint, endpoint, prepare: retireNew };
  if (endpoint === 'liveSession.join') return { name: endpoint, endpoint, prepare: joinTwo };
  if (endpoint === 'liveSession.split') return { name: endpoint, endpoint, prepare: splitTwo };
  if (OF_AUDIENCE.includes(endpoint)) {
    const prepare: Prepare = ({ cloud, streamer }) => prepareAudience(cloud, endpoint, streamer);
    return { name: endpoint, endpoint, prepare };
  }
  if (OF_VERIFIER.includes(endpoint)) {
    return { name: endpoint, endpoint, prepare: ({ cloud }) => prepareReview(cloud, endpoint) };
  }
  if (ABOUT_TEAM.includes(endpoint)) {
    return { name: endpoint, endpoint, prepare: ({ cloud }) => prepareTeam(cloud, endpoint) };
  }
  return {
    name: endpoint,
    endpoint,
    prepare: async ({ streamer }) => {
      const state = FROM[endpoint];
      const past = `${streamer.shopId}.lpast00003`;
      const sessionId = state === undefined ? past : (await sessionIn(streamer, state)).id;
      const entryId = ABOUT_ENTRY.includes(endpoint) ? await recordIn(streamer, sessionId) : '';
      const declarationId = endpoint === 'applicant.withdraw' ? await declareIn(streamer) : '';
      const version = await versionOf(streamer);
      const code = BY_CODE.includes(endpoint) ? await inviteIn(streamer) : '';
      const isWithdrawal = endpoint === 'duty.withdraw';
      const correctionId = isWithdrawal ? await correctionIn(streamer, sessionId) : '';
      const ids = { sessionId, entryId, declarationId, version, code, correctionId };
      const input = inputsAbout(streamer, ids)[endpoint];
      const isNewcomer = BY_NEWCOMER.includes(endpoint);
      return callOf(endpoint, input, isNewcomer ? `new-${newKey()}` : OWNER);
    },
  };
}

type Prepare = BenchCase['prepare'];

const saveLists: Prepare = async ({ streamer }) => {
  const { owner, shopId } = streamer;
  const { version } = await owner.ok('duty.lists', { shopId });
  const input = inputsAbout(streamer, NO_IDS)['duty.saveLists'];
  return callOf('duty.saveLists', { ...input, version });
};

function joinMany(count: number): Prepare {
  return async ({ streamer }) =>
    callOf('liveSession.join', joinOf(streamer, await piecesIn(streamer, count)));
}

const joinTwo = joinMany(2);

async function addHostIn({ owner, shopId }: TestStore): Promise<string> {
  const { host } = await owner.ok('host.add', { shopId, name: '新主播', account: null });
  await owner.ok('host.retire', { hostId: host.id, version: host.version, isRetired: true });
  return host.id;
}

const renameNew: Prepare = async ({ cloud }) => {
  const person = `own-${newKey()}`;
  const { hostId } = await openStore(cloud, person);
  return callOf('host.rename', { hostId, version: 1, name: '另一个名字' }, person);
};

const retireNew: Prepare = async ({ cloud }) => {
  const person = `own-${newKey()}`;
  const hostId = await addHostIn(await openStore(cloud, person));
  return callOf('host.retire', { hostId, version: 2, isRetired: false }, person);
};

const splitTwo: Prepare = async ({ streamer }) => {
  const { id, version } = await eveningIn(streamer, await piecesIn(streamer, 2));
  return callOf('liveSession.split', { sessionId: id, version });
};

const recordOnPiece: Prepare = async ({ streamer }) => {
  const pieces = await piecesIn(streamer, 2);
  await eveningIn(streamer, pieces);
  return callOf('sales.record', buildPaid(streamer.shopId, pieces[1]?.id ?? ''));
};

const becomesStreamer: Prepare = async ({ cloud }) => {
  const person = `own-${newKey()}`;
  const store = await openStore(cloud, person, { lineOfBusiness: 'brand_or_shop' });
  const account = { ...buildRegistration().account, id: store.accountId, hostId: null };
  const edit = buildEdit(store, 1, { name: '另一个名字', accounts: [account] });
  return callOf('shop.update', edit, person);
};

const madePublic: Prepare = async ({ streamer }) => {
  const version = await versionOf(streamer);
  const consent = { isPublished: true, consent: true };
  return callOf('shop.publish', { shopId: streamer.shopId, version, ...consent });
};

const recordOnDay: Prepare = ({ streamer }, round) => {
  const { shopId, hostId, accountId } = streamer;
  const bookedOn = `2026-11-${String((round % 20) + 1).padStart(2, '0')}`;
  const target = { of: 'day', bookedOn, hostId, accountId } as const;
  return Promise.resolve(callOf('sales.record', buildPaid(shopId, '', { target })));
};

const firstOfYear: Prepare = ({ mcn: { shopId } }, round) => {
  const hostId = hostNumber(shopId, round);
  const target = { of: 'day', bookedOn: '2025-11-11', hostId, accountId: null } as const;
  return Promise.resolve(callOf('sales.record', buildPaid(shopId, '', { target })));
};

const undoCorrection: Prepare = async ({ streamer }) => {
  const { owner, shopId } = streamer;
  const entryId = await recordIn(streamer, (await sessionIn(streamer, 'ended')).id);
  const { entry } = await owner.ok('sales.replace', buildCorrection(shopId, entryId));
  return callOf('sales.undo', { shopId, entryId: entry.id });
};

const backfillToTheMinute: Prepare = ({ streamer }) => {
  const { shopId, hostId, accountId } = streamer;
  const { target: _place, shopId: _shop, confirmed, ...figure } = buildPaid(shopId, '');
  const times = { startedAt: '2026-11-23T12:00:00.000Z', endedAt: '2026-11-23T16:00:00.000Z' };
  const when = { precision: 'instant', ...times };
  const input = { shopId, hostIds: [hostId], accountId, title: '补录', figure, confirmed, when };
  return Promise.resolve(callOf('liveSession.backfill', input));
};

/** The year of the host, and that of the store beside it. */
const undoInMany: Prepare = async ({ mcn: { owner, shopId } }, round) => {
  const hostId = hostNumber(shopId, round);
  const target = { of: 'day', bookedOn: '2026-10-10', hostId, accountId: null } as const;
  const { entry } = await owner.ok('sales.record', buildPaid(shopId, '', { target }));
  return callOf('sales.undo', { shopId, entryId: entry.id });
};

const yearOfMany: Prepare = ({ mcn: { shopId } }) =>
  Promise.resolve(callOf('incentive.year', { shopId, hostId: null, year: 2026 }));

const EARLIER_DAY = { hostId: null, year: 2026, asOf: '2026-11-24', knownRuleSets: [] };

const progressOfMany: Prepare = ({ mcn: { shopId } }) =>
  Promise.resolve(callOf('incentive.progress', { shopId, ...EARLIER_DAY, asOf: null }));

const hostsOfMany: Prepare = ({ mcn: { shopId } }) =>
  Promise.resolve(callOf('incentive.hosts', { shopId, year: 2026, knownRuleSets: [] }));

function earlierDayOf(which: 'streamer' | 'mcn'): Prepare {
  return ({ [which]: { shopId } }) =>
    Promise.resolve(callOf('incentive.progress', { shopId, ...EARLIER_DAY }));
}

const wholeLedger: Prepare = ({ streamer: { shopId } }) =>
  Promise.resolve(callOf('sales.ledger', { shopId, sessionId: null, month: null, cursor: null }));

const filteredList: Prepare = ({ streamer: { shopId, hostId } }) => {
  // Days of which the smallest store has every session too.
  const days = { from: '2026-11-21', to: '2026-11-23' };
  const list = { shopId, tab: 'all', hostId, ...days, cursor: null };
  return Promise.resolve(callOf('liveSession.list', list));
};

const searchOfTwoWords: Prepare = ({ streamer: { shopId } }) =>
  Promise.resolve(callOf('liveSession.search', { shopId, words: '测试 cscc', cursor: null }));

/** A session whose fifty amounts are booked on another day than the corrected one. */
const moveFifty: Prepare = async ({ streamer }) => {
  const { id: sessionId } = await sessionIn(streamer, 'ended');
  for (let count = 0; count < MAX_MOVED_ENTRIES; count += 1) await recordIn(streamer, sessionId);
  const { version } = (await streamer.owner.ok('liveSession.get', { sessionId })).session;
  const correction = inputsAbout(streamer, { ...NO_IDS, sessionId })['liveSession.correct'];
  await streamer.owner.ok('liveSession.correct', { ...correction, version });
  return callOf('liveSession.moveSales', { sessionId });
};

/** Cases that do more than the ordinary one of their endpoint. */
const EXPENSIVE: BenchCase[] = [
  {
    name: 'shop.update, another name, now a streamer',
    endpoint: 'shop.update',
    prepare: becomesStreamer,
  },
  { name: 'shop.publish, made public', endpoint: 'shop.publish', prepare: madePublic },
  {
    name: 'liveSession.backfill, to the minute',
    endpoint: 'liveSession.backfill',
    prepare: backfillToTheMinute,
  },
  { name: 'liveSession.join, ten', endpoint: 'liveSession.join', prepare: joinMany(10) },
  {
    name: 'liveSession.list, of a host on three days',
    endpoint: 'liveSession.list',
    prepare: filteredList,
  },
  {
    name: 'liveSession.search, two words',
    endpoint: 'liveSession.search',
    fullFrom: 100,
    prepare: searchOfTwoWords,
  },
  {
    name: 'liveSession.moveSales, fifty',
    endpoint: 'liveSession.moveSales',
    maxCalls: 165,
    prepare: moveFifty,
  },
  { name: 'sales.record, on a piece', endpoint: 'sales.record', prepare: recordOnPiece },
  { name: 'sales.record, outside a session', endpoint: 'sales.record', prepare: recordOnDay },
  { name: 'sales.record, first of a year', endpoint: 'sales.record', prepare: firstOfYear },
  { name: 'sales.undo, of a correction', endpoint: 'sales.undo', prepare: undoCorrection },
  { name: 'sales.undo, of a host among many', endpoint: 'sales.undo', prepare: undoInMany },
  { name: 'sales.ledger, of the store', endpoint: 'sales.ledger', prepare: wholeLedger },
  {
    name: 'incentive.progress, of an earlier day',
    endpoint: 'incentive.progress',
    prepare: earlierDayOf('streamer'),
  },
  { name: 'incentive.hosts, 500 hosts', endpoint: 'incentive.hosts', prepare: hostsOfMany },
  {
    name: 'incentive.progress, 500 hosts',
    endpoint: 'incentive.progress',
    prepare: progressOfMany,
  },
  {
    name: 'incentive.progress, 500 hosts, of an earlier day',
    endpoint: 'incentive.progress',
    prepare: earlierDayOf('mcn'),
  },
  { name: 'incentive.year, 500 hosts', endpoint: 'incentive.year', prepare: yearOfMany },
];

/** The same write sent again with its key, as after a lost answer. */
function sentAgain({ maxCalls: _maxCalls, ...benchCase }: BenchCase): BenchCase {
  return {
    ...benchCase,
    name: `${benchCase.name}, sent again`,
    prepare: async (bench, round) => {
      const call = await benchCase.prepare(bench, round);
      await callNow(bench, call);
      return call;
    },
  };
}

/**
 * Makes a prepared call.
 * @returns the event and its result
 * @throws Error when it is refused, because refusals are cheap
 */
export async function callNow(
  { cloud }: BenchCloud,
  { endpoint, input, person, requestKey }: PreparedCall,
): Promise<{ event: unknown; result: unknown }> {
  const event = { endpoint, input, requestKey };
  const as = person === undefined ? {} : { person };
  const answer = await cloud.call(functionOf(endpoint), event, as);
  const result = answer.result as { ok?: boolean } | undefined;
  if (result?.ok !== true) throw new Error(`${endpoint}: ${JSON.stringify(answer)}`);
  return { event, result };
}

const plain = [...ENDPOINT_NAMES.map(ordinary), ...EXPENSIVE].sort(
  (a, b) => ENDPOINT_NAMES.indexOf(a.endpoint) - ENDPOINT_NAMES.indexOf(b.endpoint),
);

/** Every endpoint, its more expensive cases, and every write sent again. */
export const CASES: readonly BenchCase[] = plain.flatMap((benchCase) =>
  isWrite(benchCase.endpoint) ? [benchCase, sentAgain(benchCase)] : [benchCase],
);
