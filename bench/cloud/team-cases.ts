import type { LocalCloud } from 'local-cloud';

import type { EndpointName } from '../../src/contract/endpoints';
import { newKey } from '../../tests/testkit/cloud';
import { inputsAbout, openStore } from '../../tests/testkit/stores';
import { joinAs } from '../../tests/testkit/teams';
import { callOf, NO_IDS, type PreparedCall } from './prepared-call';

/** Endpoints about a person of a team or an invitation to it. */
export const ABOUT_TEAM: readonly EndpointName[] = [
  'team.changeRole',
  'team.leave',
  'team.offer',
  'team.remove',
  'team.withdraw',
];

/** A call in a store with two people and an open invitation. */
export async function prepareTeam(
  cloud: LocalCloud,
  endpoint: EndpointName,
): Promise<PreparedCall> {
  const person = `own-${newKey()}`;
  const helper = `help-${newKey()}`;
  const store = await openStore(cloud, person);
  const { owner, shopId } = store;
  const memberId = await joinAs(cloud, store, helper, 'operator');
  const asked = { shopId, role: 'finance', name: '小账', hostId: null } as const;
  const { invitation } = await owner.ok('team.invite', asked);
  const ids = { ...NO_IDS, memberId, invitationId: invitation.id };
  const input = inputsAbout(store, ids)[endpoint];
  return callOf(endpoint, input, endpoint === 'team.leave' ? helper : person);
}
