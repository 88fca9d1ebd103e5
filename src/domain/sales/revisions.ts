import { type ChinaDay, chinaDayOf, type Instant } from '../time';
import type { SalesEntry } from './entry';

/** What a correction can change of an entry; where it belongs stays. */
export type Statement = Pick<
  SalesEntry,
  'kind' | 'amountFen' | 'returnedOn' | 'basis' | 'source' | 'soldFor'
>;

/** One revision of an entry: the first recording, or a correction. Only `undoneAt` is set later. */
export interface Revision
  extends Statement, Pick<SalesEntry, 'id' | 'recordedAt' | 'replaces' | 'undoneAt'> {
  /** The person who recorded it. */
  readonly recordedBy: string;
}

/** The place of an entry: the session or day, the host and the account. */
export type Place = Pick<
  SalesEntry,
  'shopId' | 'sessionId' | 'hostId' | 'accountId' | 'platform' | 'bookedOn' | 'batchId'
>;

/** An entry with all its revisions, oldest first. */
export interface RevisedEntry extends Place {
  readonly revisions: readonly Revision[];
}

/** Corrections that are kept of one entry, undone ones included. */
export const MAX_REVISIONS = 50;

/** The revision that counts: the latest one that is not undone; null when there is none. */
export function currentRevision({ revisions }: Pick<RevisedEntry, 'revisions'>): Revision | null {
  const standing = revisions.filter(({ undoneAt }) => undoneAt === null);
  return standing[standing.length - 1] ?? null;
}

/** What follows from the revisions of an entry: whether it counts, and the day of its refund. */
export function countingOf(revisions: readonly Revision[]): {
  isCounted: boolean;
  returnedOn: ChinaDay | null;
} {
  const counted = currentRevision({ revisions });
  return { isCounted: counted !== null, returnedOn: counted?.returnedOn ?? null };
}

/** A revision that counts, or the id of the one that counts in its place; null when there is none. */
export type RevisionStanding =
  | { readonly counts: true; readonly revision: Revision }
  | { readonly counts: false; readonly currentId: string | null };

/**
 * What became of a revision.
 * @returns null when the entry has no such revision.
 */
export function standingOf(
  entry: Pick<RevisedEntry, 'revisions'>,
  id: string,
): RevisionStanding | null {
  const current = currentRevision(entry);
  if (current?.id === id) return { counts: true, revision: current };
  const asked = entry.revisions.find((revision) => revision.id === id);
  if (asked === undefined) return null;
  // A revision that was undone was not replaced: nothing stands in its place.
  return { counts: false, currentId: asked.undoneAt === null ? (current?.id ?? null) : null };
}

/**
 * The revisions as entries of the ledger, latest first. A revision before the current one is
 * replaced by the next one that is not undone.
 */
export function entriesOf<E extends RevisedEntry>(
  entry: E,
): (Omit<E, 'revisions'> & SalesEntry & Revision)[] {
  const { revisions, ...place } = entry;
  let successor: string | null = null;
  return [...revisions].reverse().map((revision) => {
    const replacedBy = revision.undoneAt === null ? successor : null;
    if (revision.undoneAt === null) successor = revision.id;
    return { ...place, ...revision, replacedBy };
  });
}

/** An entry as it was at the end of a China day, without later revisions and undos. */
export function entryAsOf<E extends Pick<RevisedEntry, 'revisions'>>(entry: E, day: ChinaDay): E {
  const isBy = (at: string): boolean => chinaDayOf(at) <= day;
  const revisions = entry.revisions
    .filter(({ recordedAt }) => isBy(recordedAt))
    .map((revision) => ({
      ...revision,
      undoneAt: revision.undoneAt && isBy(revision.undoneAt) ? revision.undoneAt : null,
    }));
  return { ...entry, revisions };
}

/**
 * The revisions after one is undone: the one before it counts again, unless the whole entry is
 * undone.
 */
export function withUndone(
  revisions: readonly Revision[],
  id: string,
  { isWhole, now }: { isWhole: boolean; now: Instant },
): Revision[] {
  return revisions.map((revision) =>
    revision.undoneAt === null && (isWhole || revision.id === id)
      ? { ...revision, undoneAt: now }
      : revision,
  );
}
