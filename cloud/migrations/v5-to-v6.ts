import type { Collections, Migration, StoredDoc } from './migration';

interface Account {
  readonly id: string;
  readonly hostId: string | null;
}

interface Reading {
  readonly accountId: string;
  readonly readOn: string;
}

type ByYear = Record<string, Record<string, Reading>>;

/** Whose readings those of an account are: its host's, or its store's for an account that is no host's. */
function ownersOf(before: Collections): (shopId: unknown, accountId: unknown) => string {
  const owners = new Map<unknown, string>();
  for (const shop of before.get('shops') ?? []) {
    for (const { id, hostId } of shop['accounts'] as readonly Account[]) {
      owners.set(id, hostId ?? shop._id);
    }
  }
  return (shopId, accountId) => owners.get(accountId) ?? String(shopId);
}

/** The latest reading of each account in each year, by whose account it is. */
function readingsByOwner(before: Collections): (ownerId: string) => ByYear {
  const ownerOf = ownersOf(before);
  const kept = new Map<string, ByYear>();
  for (const host of before.get('hosts') ?? []) {
    for (const [year, readings] of Object.entries(host['followersByYear'] as ByYear)) {
      for (const [key, reading] of Object.entries(readings)) {
        const owner = ownerOf(host['shopId'], reading.accountId);
        const byYear = kept.get(owner) ?? {};
        const ofYear = (byYear[year] ??= {});
        const known = ofYear[key];
        if (known === undefined || known.readOn <= reading.readOn) ofYear[key] = reading;
        kept.set(owner, byYear);
      }
    }
  }
  return (ownerId) => kept.get(ownerId) ?? {};
}

function hostCounts(before: Collections): (shopId: string) => number {
  const counts = new Map<unknown, number>();
  for (const { shopId } of before.get('hosts') ?? []) {
    counts.set(shopId, (counts.get(shopId) ?? 0) + 1);
  }
  return (shopId) => counts.get(shopId) ?? 0;
}

/** Former owners and business are not known: today’s count from the first day on. */
function withHistory(doc: StoredDoc): StoredDoc {
  const since = doc['registeredAt'];
  const accounts = doc['accounts'] as readonly Account[];
  return {
    ...doc,
    accounts: accounts.map((account) => {
      return { ...account, owners: [{ hostId: account.hostId, since }] };
    }),
    businesses: [{ lineOfBusiness: doc['lineOfBusiness'], since }],
  };
}

function withHosts({ hostId, hostName, scope: _scope, ...doc }: StoredDoc): StoredDoc {
  const hosts = hostId === null ? [] : [{ id: hostId, name: hostName, isPlanned: true }];
  // The rebuilding that follows makes the scopes out of the ledger.
  return { ...doc, hosts, scopes: [], recentAmounts: [] };
}

/**
 * A session has several hosts and one scope for each; a store knows how many hosts it has; a follower
 * reading belongs to the host whose account it is, or to the store.
 */
export const V5_TO_V6: Migration = {
  from: 5,
  to: 6,
  summary: 'sessions have several hosts, follower readings belong to the owner of the account',
  documents: (before) => {
    const readingsOf = readingsByOwner(before);
    const countOf = hostCounts(before);
    return {
      shops: (doc) => ({
        ...withHistory(doc),
        hostCount: countOf(doc._id),
        followersByYear: readingsOf(doc._id),
      }),
      hosts: (doc) => ({ ...doc, followersByYear: readingsOf(doc._id) }),
      follower_readings: ({ hostId: _hostId, ...doc }) => doc,
      live_sessions: withHosts,
      sales_days: (doc) => ({ ...doc, recentAmounts: [] }),
    };
  },
  rebuildsTotals: true,
};
