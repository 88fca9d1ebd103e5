import type { HostDoc } from '../database/documents';

/** A host of whom nothing is on record yet, and whom nobody has joined as. */
export function newHost(made: Pick<HostDoc, '_id' | 'shopId' | 'name' | 'addedAt'>): HostDoc {
  return {
    ...made,
    facts: [],
    followersByYear: {},
    personId: null,
    isSharingSums: false,
    inviteCode: null,
    inviteEndsAt: null,
  };
}
