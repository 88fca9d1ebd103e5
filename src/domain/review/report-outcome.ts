/** What a verifier makes of a report: nothing to do, or the store is not shown, or shown again. */
export const REPORT_OUTCOMES = ['dismissed', 'suspended', 'restored'] as const;
/** One of {@link REPORT_OUTCOMES}. */
export type ReportOutcome = (typeof REPORT_OUTCOMES)[number];
