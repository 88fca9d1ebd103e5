import type { LocalCloud, WireCall } from 'local-cloud';
import { setVerifier } from '../../demo/verifier-role';
import { isPublicKind } from '../../src/contract/endpoint';
import type { EndpointName, InputOf } from '../../src/contract/endpoints';
import type { Envelope } from '../../src/contract/envelope';
import type { ApiError } from '../../src/contract/errors';
import { STEP_ODDITIES } from '../../src/domain/live-session/oddities';
import type { LiveSessionState } from '../../src/domain/live-session/live-session';
import { can } from '../../src/domain/shop/capabilities';
import { type Role, ROLES } from '../../src/domain/shop/shop';
import { INVITED_ROLES } from '../../src/domain/shop/team';
import { addMinutes } from '../../src/domain/time';
import type { AccessRow } from './access-table';
import { buildPaid } from './builders';
import { callAs, newKey } from './cloud';
import { ENDPOINT_NAMES, functionOf } from './endpoints';
import {
  correctionIn,
  eveningIn,
  everythingIn,
  inputsAbout,
  joinOf,
  lastReview,
  NOW,
  openStore,
  piecesIn,
  publish,
  sessionIn,
  versionOf,
} from './stores';
import { joinAs } from './teams';

/** Everyone who can call an endpoint about a store; the roles are those of its people. */
export const PEOPLE = [
  'anonymous',
  'stranger',
  'other owner',
  ...ROLES,
  'removed member',
  'verifier',
  'removed verifier',
  'timer',
] as const;
/** One of {@link PEOPLE}. */
export type Person = (typeof PEOPLE)[number];

/** When everyone calls: a session that began at {@link NOW} can end. */
const CALLED_AT = addMinutes(NOW, 5);

/** What came of the call of one person. */
export interface Outcome {
  /** `yes` when it was answered, the error's code when it was refused, `denied` by the platform. */
  readonly answer: string;
  readonly error: ApiError | null;
  /** Calls of the database that the function made. */
  readonly wire: readonly WireCall[];
  /** Whether a document was added, changed or removed. */
  readonly isChanged: boolean;
}

/** By endpoint and person. */
export type AccessMatrix = ReadonlyMap<EndpointName, Readonly<Record<Person, Outcome>>>;

/** The state of the session that a step needs. */
const FROM: Partial<Record<EndpointName, LiveSessionState>> = {
  'duty.choose': 'scheduled',
  'duty.confirm': 'scheduled',
  'duty.tick': 'scheduled',
  'liveSession.cancel': 'scheduled',
  'liveSession.edit': 'scheduled',
  'liveSession.end': 'live',
  'liveSession.goLive': 'scheduled',
  'liveSession.pause': 'live',
  'liveSession.resume': 'paused',
  'liveSession.undo': 'live',
  'liveSession.undoSeries': 'scheduled',
};

/** People who have, had or never had a place in one published store; @returns valid inputs about it. */
async function openWorld(cloud: LocalCloud): Promise<Readonly<Record<EndpointName, object>>> {
  const store = await openStore(cloud, 'owner');
  await openStore(cloud, 'other owner');
  const { owner, shopId, hostId } = store;
  for (const role of INVITED_ROLES) await joinAs(cloud, store, role, role);
  const memberId = await joinAs(cloud, store, 'a colleague', 'operator');
  const removed = await joinAs(cloud, store, 'removed member', 'operator');
  await owner.ok('team.remove', { shopId, memberId: removed });
  const { hosts } = await owner.ok('host.list', { shopId });
  const linkedHostId = hosts.find(({ isLinked }) => isLinked)?.id ?? '';
  const added = { shopId, name: '另一位', account: null };
  const otherHostId = (await owner.ok('host.add', added)).host.id;
  const asked = { shopId, role: 'host', name: '另一位', hostId: otherHostId } as const;
  const { code, invitation } = await owner.ok('team.invite', asked);
  for (const person of ['verifier', 'removed verifier']) {
    await setVerifier(cloud, person, { name: '核对员', grantedAt: NOW });
  }
  await setVerifier(cloud, 'removed verifier', null);

  const pieces = await piecesIn(store, 4);
  const evening = await eveningIn(store, pieces.slice(2));
  const ended = await sessionIn(store, 'ended');
  const { entry } = await owner.ok('sales.record', buildPaid(shopId, ended.id));
  const local = { fact: 'local_streamer' as const, value: true, year: null };
  const { facts } = await owner.ok('applicant.declare', { shopId, hostId, ...local });
  const correctionId = await correctionIn(store, ended.id);
  const states = new Map([['ended', ended]]);
  for (const state of ['scheduled', 'live', 'paused'] as const) {
    states.set(state, await sessionIn(store, state));
  }
  await publish(store);
  await owner.ok('shop.submit', { shopId, version: await versionOf(store) });
  const reviewId = lastReview(cloud, shopId)._id;
  const report = { shopId, sessionId: null, reason: 'unlawful', words: '' } as const;
  await callAs(cloud, 'viewer').ok('report.send', report);
  const reportId = lastReview(cloud, shopId)._id;

  const ids = { entryId: entry.id, declarationId: facts[0]?.id ?? '' };
  const version = await versionOf(store);
  const inputOf = <N extends EndpointName>(name: N): InputOf<N> => {
    const sessionId = states.get(FROM[name] ?? 'ended')?.id ?? '';
    const team = { code, invitationId: invitation.id, memberId };
    const looked = { reviewId, reportId };
    const about = { ...ids, ...team, sessionId, version, correctionId, otherHostId, ...looked };
    return inputsAbout(store, about)[name];
  };
  const inputs = ENDPOINT_NAMES.map((name) => [name, inputOf(name)] as const);
  return {
    ...(Object.fromEntries(inputs) as Record<EndpointName, object>),
    'host.unlink': { hostId: linkedHostId },
    'liveSession.goLive': { ...inputOf('liveSession.goLive'), confirmed: STEP_ODDITIES },
    'liveSession.join': joinOf(store, pieces.slice(0, 2)),
    'liveSession.joinable': { sessionId: pieces[0]?.id ?? '' },
    'liveSession.undo': { ...inputOf('liveSession.undo'), version: states.get('live')?.version },
    'liveSession.split': { sessionId: evening.id, version: evening.version },
  };
}

/** Puts every document back as it was. */
async function restore({ database }: LocalCloud, before: Record<string, unknown>): Promise<void> {
  for (const [collection, documents] of Object.entries(before)) {
    await database.remove(collection, {});
    await database.insert(collection, documents as Parameters<typeof database.insert>[1]);
  }
}

/** Calls an endpoint as a person does; the timer sends the only event that it can send. */
async function callOf(
  cloud: LocalCloud,
  person: Person,
  { endpoint, input }: { endpoint: EndpointName; input: object },
): Promise<Pick<Outcome, 'answer' | 'error'>> {
  const name = functionOf(endpoint);
  const event = { endpoint, input, requestKey: newKey() };
  const answer =
    person === 'timer'
      ? await cloud.trigger(name)
      : await cloud.call(name, event, person === 'anonymous' ? {} : { person });
  if (answer.errCode !== undefined) return { answer: 'denied', error: null };
  const envelope = answer.result as Envelope<unknown>;
  return envelope.ok
    ? { answer: 'yes', error: null }
    : { answer: envelope.error.code, error: envelope.error };
}

/**
 * Calls every endpoint of the contract with a valid input as every person, each in the same store.
 * @param wire receives the calls of the cloud's functions.
 */
export async function accessMatrix(cloud: LocalCloud, wire: WireCall[]): Promise<AccessMatrix> {
  cloud.setNow(NOW);
  const inputs = await openWorld(cloud);
  const before = everythingIn(cloud);
  const stored = JSON.stringify(before);
  const matrix = new Map<EndpointName, Record<Person, Outcome>>();
  for (const endpoint of ENDPOINT_NAMES) {
    const row: Partial<Record<Person, Outcome>> = {};
    for (const person of PEOPLE) {
      cloud.setNow(CALLED_AT);
      wire.length = 0;
      const outcome = await callOf(cloud, person, { endpoint, input: inputs[endpoint] });
      const made = [...wire];
      const isChanged = JSON.stringify(everythingIn(cloud)) !== stored;
      if (isChanged) await restore(cloud, before);
      row[person] = { ...outcome, wire: made, isChanged };
    }
    matrix.set(endpoint, row as Record<Person, Outcome>);
  }
  return matrix;
}

/** Calls the function of the timer as every person; the timer sends its own event. */
export async function timerAccess(cloud: LocalCloud): Promise<Readonly<Record<Person, string>>> {
  const row: Partial<Record<Person, string>> = {};
  for (const person of PEOPLE) {
    const answer =
      person === 'timer'
        ? await cloud.trigger('timer')
        : await cloud.call('timer', {}, person === 'anonymous' ? {} : { person });
    const { ok = false } = (answer.result ?? {}) as { ok?: boolean };
    row[person] = ok ? 'yes' : 'denied';
  }
  return row as Record<Person, string>;
}

const IDENTIFIED = PEOPLE.filter((person) => person !== 'anonymous' && person !== 'timer');
const ROLE_NAMES: readonly string[] = ROLES;

/** Everyone who is identified is answered so, but these. */
function othersThan(answer: string, ...people: readonly Person[]) {
  const others = IDENTIFIED.filter((person) => !people.includes(person));
  return Object.fromEntries(others.map((person) => [person, answer] as const));
}

/** Answers that no capability decides; everyone else who is identified is answered `yes`. */
const ELSEWHERE: Partial<Record<EndpointName, Partial<Record<Person, string>>>> = {
  // Two hosts of one store would count the same person twice.
  'team.join': { host: 'limit_reached' },
  // The store may end a link, and so may the person who is linked.
  'host.unlink': othersThan('not_found', 'owner', 'host'),
  // A store always has an owner.
  'team.leave': {
    ...othersThan('not_found', ...ROLES),
    owner: 'not_allowed',
  },
};

/** What the table of capabilities says that a person is answered. */
export function answerByCapability({ name, kind, needs }: AccessRow, person: Person): string {
  // The event of a trigger names no endpoint.
  if (person === 'timer') return 'unknown_endpoint';
  if (isPublicKind(kind)) return 'yes';
  if (person === 'anonymous') return 'denied';
  if (needs === null) return ELSEWHERE[name as EndpointName]?.[person] ?? 'yes';
  if (needs === 'verifier') return person === 'verifier' ? 'yes' : 'not_allowed';
  if (!ROLE_NAMES.includes(person)) return 'not_found';
  return can(person as Role, needs) ? 'yes' : 'not_allowed';
}
