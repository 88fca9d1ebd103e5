import type { LocalCloud } from 'local-cloud';

import type { InvitedRole } from '../../src/domain/shop/team';
import { callAs, type TestCaller } from './cloud';

/** A store and its owner. */
interface OwnedStore {
  readonly owner: TestCaller;
  readonly shopId: string;
}

/** What a person sends who uses an invitation. */
export interface TeamJoin {
  shopId: string;
  code: string;
}

/** Invites a person to a role. */
export async function inviteTo(
  { owner, shopId }: OwnedStore,
  role: InvitedRole,
  hostId: string | null = null,
): Promise<TeamJoin> {
  const { code } = await owner.ok('team.invite', { shopId, role, name: `新${role}`, hostId });
  return { shopId, code };
}

/** Invites a person to be a host, who sees what they sold over several stores, or not. */
export async function inviteHost(
  store: OwnedStore & { readonly hostId: string },
  isSharingSums = true,
): Promise<TeamJoin> {
  const { owner, hostId } = store;
  await owner.ok('host.share', { hostId, isSharingSums });
  return inviteTo(store, 'host', hostId);
}

/** Adds a person to a store by an invitation. @returns their id in the team */
export async function joinAs(
  cloud: LocalCloud,
  store: OwnedStore,
  person: string,
  role: InvitedRole,
): Promise<string> {
  const { owner, shopId } = store;
  const added = { shopId, name: person, account: null };
  const hostId = role === 'host' ? (await owner.ok('host.add', added)).host.id : null;
  await callAs(cloud, person).ok('team.join', await inviteTo(store, role, hostId));
  const { team } = await owner.ok('team.list', { shopId });
  return team.members.at(-1)?.id ?? '';
}
