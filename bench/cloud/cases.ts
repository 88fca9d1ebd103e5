import type { LocalCloud } from 'local-cloud';
import type { EndpointName } from '../../src/contract/endpoints';
import type { LiveSessionState } from '../../src/domain/live-session/live-session';
import { buildCorrection, buildPaid, buildRegistration } from '../../tests/testkit/builders';
import { newKey } from '../../tests/testkit/cloud';
import { ENDPOINT_NAMES, functionOf, isWrite } from '../../tests/testkit/endpoints';
import {
  buildEdit,
  inputsAbout,
  openStore,
  sessionIn,
  type TestStore,
  versionOf,
} from '../../tests/testkit/stores';
import { hostNumber } from './history';

/** One cloud with the stores that are measured in it. */
export interface BenchCloud {
  cloud: LocalCloud;
  /** A streamer's published store with the history. */
  streamer: TestStore;
  /** An MCN's store with its most hosts. */
  mcn: TestStore;
}

/** A call that is ready to be measured. */
export interface PreparedCall {
  endpoint: EndpointName;
  input: unknown;
  /** Absent: nobody is identified. */
  person?: string;
  /** Absent for reads. */
  requestKey?: string;
}

/** One way to call an endpoint. */
export interface BenchCase {
  name: string;
  endpoint: EndpointName;
  /** Makes what the call needs; not measured. */
  prepare(bench: BenchCloud, round: number): Promise<PreparedCall>;
}

/** Who owns the stores. */
export const OWNER = 'owner';

function callOf(endpoint: EndpointName, input: unknown, person = OWNER): PreparedCall {
  return {
    endpoint,
    input,
    ...(functionOf(endpoint) === 'public' ? {} : { person }),
    ...(isWrite(endpoint) ? { requestKey: newKey() } : {}),
  };
}

/** The state a session must be in for its step. */
const FROM: Partial<Record<EndpointName, LiveSessionState>> = {
  'liveSession.reschedule': 'scheduled',
  'liveSession.goLive': 'scheduled',
  'liveSession.pause': 'live',
  'liveSession.resume': 'paused',
  'liveSession.end': 'live',
  'liveSession.cancel': 'scheduled',
  'sales.record': 'ended',
  'sales.replace': 'ended',
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

/** Endpoints that an invitation's code opens. */
const BY_CODE: readonly EndpointName[] = ['host.invitation', 'host.join'];

/** A fresh invitation to be the store's host; whoever joined before is unlinked. */
async function inviteIn({ owner, shopId, hostId }: TestStore): Promise<string> {
  await owner.ok('host.unlink', { hostId });
  const { invitation } = await owner.ok('host.invite', { shopId, hostId, isSharingSums: true });
  return invitation?.code ?? '';
}

/** An endpoint as it is called every day. */
function ordinary(endpoint: EndpointName): BenchCase {
  return {
    name: endpoint,
    endpoint,
    prepare: async ({ streamer }) => {
      const state = FROM[endpoint];
      const past = `${streamer.shopId}.lpast00003`;
      const sessionId = state === undefined ? past : (await sessionIn(streamer, state)).id;
      const isCorrection = endpoint === 'sales.replace' || endpoint === 'sales.undo';
      const entryId = isCorrection ? await recordIn(streamer, sessionId) : '';
      const declarationId = endpoint === 'applicant.withdraw' ? await declareIn(streamer) : '';
      const version = await versionOf(streamer);
      const code = BY_CODE.includes(endpoint) ? await inviteIn(streamer) : '';
      const ids = { sessionId, entryId, declarationId, version, code };
      const input = inputsAbout(streamer, ids)[endpoint];
      // A person may have twenty stores, so each registration is another person's.
      const isNewcomer = endpoint === 'shop.register' || endpoint === 'host.join';
      return callOf(endpoint, input, isNewcomer ? `new-${newKey()}` : OWNER);
    },
  };
}

type Prepare = BenchCase['prepare'];

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
  const { target: _place, shopId: _shop, ...figure } = buildPaid(shopId, '');
  const times = { startedAt: '2026-11-23T12:00:00.000Z', endedAt: '2026-11-23T16:00:00.000Z' };
  const when = { precision: 'instant', ...times };
  const input = { shopId, hostId, accountId, title: '补录', figure, when };
  return Promise.resolve(callOf('liveSession.backfill', input));
};

const progressOfMany: Prepare = ({ mcn: { shopId } }) =>
  Promise.resolve(
    callOf('incentive.progress', {
      shopId,
      hostId: null,
      year: 2026,
      asOf: null,
      knownRuleSets: [],
    }),
  );

const hostsOfMany: Prepare = ({ mcn: { shopId } }) =>
  Promise.resolve(callOf('incentive.hosts', { shopId, year: 2026, knownRuleSets: [] }));

const earlierDay: Prepare = ({ streamer: { shopId } }) =>
  Promise.resolve(
    callOf('incentive.progress', {
      shopId,
      hostId: null,
      year: 2026,
      asOf: '2026-11-24',
      knownRuleSets: [],
    }),
  );

const wholeLedger: Prepare = ({ streamer: { shopId } }) =>
  Promise.resolve(callOf('sales.ledger', { shopId, sessionId: null, month: null, cursor: null }));

/** The ways of an endpoint that do more than its ordinary one. */
const DEARER: BenchCase[] = [
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
  { name: 'sales.record, outside a session', endpoint: 'sales.record', prepare: recordOnDay },
  { name: 'sales.record, first of a year', endpoint: 'sales.record', prepare: firstOfYear },
  { name: 'sales.undo, of a correction', endpoint: 'sales.undo', prepare: undoCorrection },
  { name: 'sales.ledger, of the store', endpoint: 'sales.ledger', prepare: wholeLedger },
  {
    name: 'incentive.progress, of an earlier day',
    endpoint: 'incentive.progress',
    prepare: earlierDay,
  },
  { name: 'incentive.hosts, 500 hosts', endpoint: 'incentive.hosts', prepare: hostsOfMany },
  {
    name: 'incentive.progress, 500 hosts',
    endpoint: 'incentive.progress',
    prepare: progressOfMany,
  },
];

/** The same write sent again with its key, as after a lost answer. */
function sentAgain(one: BenchCase): BenchCase {
  return {
    ...one,
    name: `${one.name}, sent again`,
    prepare: async (bench, round) => {
      const call = await one.prepare(bench, round);
      await callNow(bench, call);
      return call;
    },
  };
}

/**
 * Makes a prepared call.
 * @returns what was sent and what came back.
 * @throws when it is refused: a bench of refusals would look cheap.
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

const plain = [...ENDPOINT_NAMES.map(ordinary), ...DEARER].sort(
  (a, b) => ENDPOINT_NAMES.indexOf(a.endpoint) - ENDPOINT_NAMES.indexOf(b.endpoint),
);

/** Every endpoint, its dearer ways, and every write sent again. */
export const CASES: readonly BenchCase[] = plain.flatMap((one) =>
  isWrite(one.endpoint) ? [one, sentAgain(one)] : [one],
);
