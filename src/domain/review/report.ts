import type { FieldIssues } from '../field-issues';
import type { ChinaDay } from '../time';
import type { ReportOutcome } from './report-outcome';
import type { ReviewState } from './review';

/** Why a person reports a public page; `other` needs words. */
export const REPORT_REASONS = [
  'impersonation',
  'goods_or_price',
  'unlawful',
  'my_rights',
  'other',
] as const;
/** One of {@link REPORT_REASONS}. */
export type ReportReason = (typeof REPORT_REASONS)[number];

/** What a report that the store itself sends is about: it asks to be shown again. */
export const APPEAL = 'appeal';

/** Characters of what a person adds to a report, of an appeal, and of a verifier's words. */
export const MAX_REPORT_LENGTH = 200;

/** Stores that one person may report in a China day: reports cost others their time. */
export const MAX_REPORTS_A_DAY = 3;

/** The stores that a person reported on their latest day of reporting. */
export interface ReportsOfDay {
  readonly on: ChinaDay;
  readonly shopIds: readonly string[];
}

/** The problems of a report beyond its single fields. */
export function reportProblems(report: {
  readonly reason: ReportReason | null;
  readonly words: string;
}): FieldIssues {
  return report.reason === 'other' && report.words.trim() === '' ? { words: 'required' } : {};
}

/**
 * A person's reports with one more.
 * @param shopId the store; one that was reported on that day counts once.
 * @returns null where it would be too many.
 */
export function withReport(
  before: ReportsOfDay | null,
  shopId: string,
  today: ChinaDay,
): ReportsOfDay | null {
  const known = before?.on === today ? before.shopIds : [];
  if (known.includes(shopId)) return { on: today, shopIds: known };
  return known.length >= MAX_REPORTS_A_DAY ? null : { on: today, shopIds: [...known, shopId] };
}

/** The problems of a decision: the store reads why it is not shown. */
export function reportDecisionProblems(decision: {
  readonly outcome: ReportOutcome;
  readonly words: string;
}): FieldIssues {
  return decision.outcome === 'suspended' && decision.words === '' ? { words: 'required' } : {};
}

/**
 * Whether a report can be decided so: any way while it waits, but a store is shown again only where it
 * is not shown; one on which a suspension rests ends with it.
 */
export function canDecideReport(
  outcome: ReportOutcome,
  state: ReviewState,
  isSuspended: boolean,
): boolean {
  if (outcome === 'restored') return isSuspended && (state === 'waiting' || state === 'suspended');
  return state === 'waiting';
}
