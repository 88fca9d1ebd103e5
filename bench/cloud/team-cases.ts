import type { LocalCloud } from 'local-cloud';

import type { EndpointName } from '../../src/contract/endpoints';
import { callAs, newKey } from '../../tests/testkit/cloud';
import { inputsAbout, openStore } from '../../tests/testkit/stores';
import { inviteHost, joinAs } from '../../tests/testkit/teams';
import { callOf, NO_IDS, type PreparedCall } from './prepared-call';

/** Endpoints about a person of a team or an invitation to it, a linked host included. */
export const ABOUT_TEAM: readonly EndpointName[] = [
  'host.unlink',
  'team.changeRole',
  'team.leave',
  'team.offer',
  'team.remove',
  'team.withdraw',
];

/** A call in a store with two people and an open invitation; to unlink, the second one is its host. */
export async function prepareTeam(
  cloud: LocalCloud,
  endpoint: EndpointName,
): Promise<PreparedCall> {
  const person = `own-${newKey()}`;
  const helper = `help-${newKey()}`;
  const store = await openStore(cloud, person);
  const { owner, shopId } = store;
  if (endpoint === 'host.unlink') {
    await callAs(cloud, helper).ok('team.join', await inviteHost(store));
    return callOf(endpoint, { hostId: store.hostId }, person);
  }
  const memberId = await joinAs(cloud, store, helper, 'operator');
  const asked = { shopId, role: 'finance', name: '小账', hostId: null } as const;
  const { invitation } = await owner.ok('team.invite', asked);
  const ids = { ...NO_IDS, memberId, invitationId: invitation.id };
  const input = inputsAbout(store, ids)[endpoint];
  return callOf(endpoint, input, endpoint === 'team.leave' ? helper : person);
}
