type Doc = Readonly<Record<string, unknown>>;

interface WrittenRevision {
  readonly undoneAt: string | null;
  readonly returnedOn?: string | null;
}

/**
 * The ledger that an earlier version wrote, as today's version has it: the days of refunds are unknown
 * where none was asked for, and an entry has the day of the revision that counts.
 */
export function ledgerOfToday(written: readonly Doc[] | undefined): Doc[] | undefined {
  // Claims were kept in entries until version 10.
  return written?.map(({ claims: _claims, ...entry }) => {
    const doc = entry as Doc;
    const revisions = doc['revisions'] as readonly WrittenRevision[];
    const counting = revisions.filter(({ undoneAt }) => undoneAt === null).at(-1);
    return {
      ...doc,
      returnedOn: counting?.returnedOn ?? null,
      revisions: revisions.map((revision) => ({ returnedOn: null, ...revision })),
    };
  });
}
