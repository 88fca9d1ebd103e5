import type { LocalCloud } from 'local-cloud';
import type { EndpointName } from '../../src/contract/endpoints';
import type { LiveSessionState } from '../../src/domain/live-session/live-session';
import { buildPaid } from './builders';
import { callAs } from './cloud';
import { ENDPOINT_NAMES, isWrite } from './endpoints';
import {
  correctionIn,
  eveningIn,
  inputsAbout,
  joinOf,
  lastReview,
  openStore,
  piecesIn,
  publish,
  sessionIn,
  type TestStore,
  verifierIn,
  versionOf,
} from './stores';
import { joinAs } from './teams';

/** Every endpoint that changes something. */
export const WRITES: readonly EndpointName[] = ENDPOINT_NAMES.filter(isWrite);

/** Those of a verifier, who has no place in the store. */
export const DECISIONS: readonly EndpointName[] = ['report.decide', 'review.decide', 'review.hold'];

/** The state from which each step is possible. */
const FROM: Partial<Record<EndpointName, LiveSessionState>> = {
  'duty.tick': 'scheduled',
  'duty.choose': 'scheduled',
  'liveSession.edit': 'unconfirmed',
  'liveSession.goLive': 'scheduled',
  'liveSession.pause': 'live',
  'liveSession.resume': 'paused',
  'liveSession.end': 'paused',
  'liveSession.cancel': 'scheduled',
  'liveSession.undo': 'scheduled',
  'liveSession.undoSeries': 'scheduled',
};

/** What is possible only with a complete disclosure, or on a public page. */
const NEEDS_PAGE: readonly EndpointName[] = [
  'follow.set',
  'report.send',
  'shop.publish',
  'shop.submit',
];

/** A store in which a write is possible, and an input for it. */
export interface PreparedWrite {
  store: TestStore;
  input: unknown;
}

/** A store about which `person`, a verifier, can decide. */
async function prepareDecision(
  cloud: LocalCloud,
  endpoint: EndpointName,
  person: string,
): Promise<PreparedWrite> {
  const store = await openStore(cloud, `owner of ${person}`);
  const { owner, shopId } = store;
  await publish(store);
  const report = { shopId, sessionId: null, reason: 'unlawful', words: '' } as const;
  if (endpoint === 'report.decide') await owner.ok('report.send', report);
  else await owner.ok('shop.submit', { shopId, version: await versionOf(store) });
  const reviewId = lastReview(cloud, shopId)._id;
  const ids = { sessionId: '', entryId: '', declarationId: '', version: 1, reviewId };
  const verifier = await verifierIn(cloud, person);
  return { store: { ...store, owner: verifier }, input: inputsAbout(store, ids)[endpoint] };
}

/** Registers a store of `person` in which `endpoint` is possible. */
export async function prepareWrite(
  cloud: LocalCloud,
  endpoint: EndpointName,
  person: string,
): Promise<PreparedWrite> {
  if (endpoint === 'team.leave') {
    // The owner of a store cannot leave it.
    const other = await openStore(cloud, `boss of ${person}`);
    await joinAs(cloud, other, person, 'operator');
    return { store: { ...other, owner: callAs(cloud, person) }, input: { shopId: other.shopId } };
  }
  if (DECISIONS.includes(endpoint)) return prepareDecision(cloud, endpoint, person);
  const store = await openStore(cloud, person);
  const { owner, shopId, hostId } = store;
  if (endpoint === 'liveSession.join') {
    return { store, input: joinOf(store, await piecesIn(store, 2)) };
  }
  if (endpoint === 'liveSession.split') {
    const { id, version } = await eveningIn(store, await piecesIn(store, 2));
    return { store, input: { sessionId: id, version } };
  }
  const ended = await sessionIn(store, 'ended');
  const from = FROM[endpoint];
  const session = from === undefined ? ended : await sessionIn(store, from);
  const { entry } = await owner.ok('sales.record', buildPaid(shopId, ended.id));
  const local = { fact: 'local_streamer' as const, value: true, year: null };
  const { facts } = await owner.ok('applicant.declare', { shopId, hostId, ...local });
  if (NEEDS_PAGE.includes(endpoint)) await publish(store);
  const ids = { sessionId: session.id, entryId: entry.id, declarationId: facts[0]?.id ?? '' };
  const memberId = await joinAs(cloud, store, `helper of ${person}`, 'operator');
  const asked = { shopId, role: 'host', name: '主播', hostId } as const;
  const { code, invitation } = await owner.ok('team.invite', asked);
  const added = { shopId, name: '另一位', account: null };
  const otherHostId = (await owner.ok('host.add', added)).host.id;
  const version = await versionOf(store);
  const isWithdrawal = endpoint === 'duty.withdraw';
  const correctionId = isWithdrawal ? await correctionIn(store, ended.id) : '';
  const team = { code, invitationId: invitation.id, memberId };
  const inputs = inputsAbout(store, { ...ids, ...team, version, correctionId, otherHostId });
  return { store, input: inputs[endpoint] };
}
