type Doc = Readonly<Record<string, unknown>>;

/** The ledger that an earlier version wrote, as today's version has it: the days of refunds unknown. */
export function ledgerOfToday(written: readonly Doc[] | undefined): Doc[] | undefined {
  return written?.map((doc) => ({
    ...doc,
    revisions: (doc['revisions'] as object[]).map((revision) => ({
      returnedOn: null,
      ...revision,
    })),
  }));
}
