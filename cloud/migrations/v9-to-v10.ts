import { deflateRawSync } from 'node:zlib';

import type { Collections, Migration, StoredDoc } from './migration';

const DAY = 86_400_000;

/** Days for which an answer is kept for a repeat. */
const ANSWER_DAYS = 7;

interface Claim {
  readonly endpoint: string;
  readonly inputHash: string;
  readonly answer: { readonly data: { readonly entry: { readonly id: string } } };
}

interface Revision {
  readonly id: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly undoneAt: string | null;
}

/** An answer as it is kept from now on: for seven days more, whenever it was given. */
function keptAnswer(answer: unknown, now: string) {
  return {
    answer: deflateRawSync(JSON.stringify(answer)).toString('base64'),
    answerEndsAt: new Date(Date.parse(now) + ANSWER_DAYS * DAY).toISOString(),
  };
}

/** The last moment at which an entry was changed. */
function changedAt(revisions: readonly Revision[]): string {
  const times = revisions.flatMap(({ recordedAt, undoneAt }) => [recordedAt, undoneAt ?? '']);
  return times.sort().at(-1) ?? '';
}

/** Who corrected an entry and when, as far as it tells: a claim in it names neither. */
function authorOf({ endpoint, answer }: Claim, revisions: readonly Revision[]) {
  const named = revisions.find(({ id }) => id === answer.data.entry.id);
  if (endpoint === 'sales.replace' && named !== undefined) {
    return { personId: named.recordedBy, at: named.recordedAt };
  }
  return { personId: '', at: named?.undoneAt ?? changedAt(revisions) };
}

function movedClaims(entry: StoredDoc, now: string): StoredDoc[] {
  const revisions = entry['revisions'] as readonly Revision[];
  const claims = Object.entries(entry['claims'] as Readonly<Record<string, Claim>>);
  return claims.map(([_id, claim]) => ({
    _id,
    shopId: entry['shopId'],
    ...authorOf(claim, revisions),
    endpoint: claim.endpoint,
    inputHash: claim.inputHash,
    ...keptAnswer(claim.answer, now),
  }));
}

/**
 * Every record of a write, those that lay in entries included. Where one key was used for several
 * writes, the first record found keeps it; a repeat of another one is refused.
 */
function changes(before: Collections, now: string): StoredDoc[] {
  const kept = (before.get('changes') ?? []).map((doc) => ({
    ...doc,
    ...keptAnswer(doc['answer'], now),
  }));
  const moved = (before.get('sales_entries') ?? []).flatMap((entry) => movedClaims(entry, now));
  const byId = new Map<string, StoredDoc>();
  for (const doc of [...kept, ...moved]) if (!byId.has(doc._id)) byId.set(doc._id, doc);
  return [...byId.values()];
}

/** A request key belongs to one write, whatever it is for, and its answer is kept for a while. */
export const V9_TO_V10: Migration = {
  from: 9,
  to: 10,
  summary: 'every request key is recorded in one place, with its answer for seven days',
  documents: () => ({
    sales_entries: ({ claims: _claims, ...entry }) => entry,
    // Added again below, where the instant of the migration is known.
    changes: () => null,
  }),
  additions: (before, now) => ({ changes: changes(before, now) }),
  rebuildsTotals: false,
};
