import type { Collections, Migration, StoredDoc } from './migration';

interface Reading {
  readonly accountId: string;
  readonly readOn: string;
  readonly count: number;
}

type ByYear = Readonly<Record<string, Readonly<Record<string, Reading>>>>;

/** Of each account and day the reading that was recorded last. */
function lastReadings(before: Collections): (reading: Reading) => StoredDoc | undefined {
  const keyOf = (accountId: unknown, readOn: unknown) => `${String(accountId)} ${String(readOn)}`;
  const last = new Map<string, StoredDoc>();
  for (const doc of before.get('follower_readings') ?? []) {
    const key = keyOf(doc['accountId'], doc['readOn']);
    const known = last.get(key);
    if (known === undefined || String(known['recordedAt']) <= String(doc['recordedAt'])) {
      last.set(key, doc);
    }
  }
  return ({ accountId, readOn }) => last.get(keyOf(accountId, readOn));
}

function mapValues<T, U>(
  values: Readonly<Record<string, T>>,
  change: (value: T) => U,
): Record<string, U> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}

/**
 * A kept reading states when it was recorded. Where two of one day were sent at once, the one that
 * answers for earlier days is kept from now on.
 */
export const V12_TO_V13: Migration = {
  from: 12,
  to: 13,
  summary: 'a kept follower reading states when it was recorded',
  documents: (before) => {
    const lastOf = lastReadings(before);
    const dated = (reading: Reading) => {
      const last = lastOf(reading);
      const recordedAt = last?.['recordedAt'] ?? `${reading.readOn}T00:00:00.000Z`;
      return { ...reading, count: last?.['count'] ?? reading.count, recordedAt };
    };
    const withMoments = (doc: StoredDoc): StoredDoc => ({
      ...doc,
      followersByYear: mapValues(doc['followersByYear'] as ByYear, (ofYear) =>
        mapValues(ofYear, dated),
      ),
    });
    return { shops: withMoments, hosts: withMoments };
  },
  rebuildsTotals: false,
};
