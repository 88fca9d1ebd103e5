import type { LocalCloud } from 'local-cloud';

import type { Role } from '../../src/domain/shop/shop';

/** Gives a person a role in a store, in the database, as one who joined long ago. */
export async function giveRole(
  cloud: LocalCloud,
  {
    shopId,
    person,
    role,
    hostId = null,
    joinedAt,
  }: Record<'shopId' | 'person' | 'joinedAt', string> & {
    role: Role;
    hostId?: string | null;
  },
): Promise<void> {
  const [known] = cloud.database.find('people', { _id: person });
  const seats = {
    ...(known?.['seats'] as object | undefined),
    [shopId]: { role, hostId, joinedAt },
  };
  await cloud.database.put('people', person, {
    verifier: null,
    hostIds: [],
    unchecked: [],
    reports: null,
    ...known,
    seats,
  });
}
