import type { FieldIssues } from '../field-issues';
import type { ChinaDay } from '../time';
import { REPORT_OUTCOMES } from './report-outcome';

/** What a verifier looks at: who a store is, words that others will see, a problem that was reported. */
export const REVIEW_KINDS = ['identity', 'words', 'report'] as const;
/** One of {@link REVIEW_KINDS}. */
export type ReviewKind = (typeof REVIEW_KINDS)[number];

/**
 * `withdrawn`: what was handed in or approved has changed since, so it no longer stands. Of reports:
 * `suspended` while a store is not shown because of it, else `closed` once it is decided.
 */
export const REVIEW_STATES = [
  'waiting',
  'approved',
  'returned',
  'withdrawn',
  'suspended',
  'closed',
] as const;
/** One of {@link REVIEW_STATES}. */
export type ReviewState = (typeof REVIEW_STATES)[number];

/**
 * The lists of a verifier: reviews that wait, oldest first; approved ones that are due again, longest
 * due first; returned ones, latest first; reports because of which a store is not shown, oldest first.
 */
export const REVIEW_LISTS = ['waiting', 'due', 'returned', 'suspended'] as const;
/** One of {@link REVIEW_LISTS}. */
export type ReviewList = (typeof REVIEW_LISTS)[number];

/** What a verifier decides: about what was handed in, or about a report. */
export const REVIEW_OUTCOMES = ['approved', 'returned', ...REPORT_OUTCOMES] as const;
/** One of {@link REVIEW_OUTCOMES}. */
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

/** What is looked at, by field; null where a field is empty. */
export type ReviewClaims = Readonly<Record<string, string | null>>;

/** Why a field is returned; `other` needs words. */
export const RETURN_REASONS = [
  'looks_official',
  'not_as_registered',
  'brand_of_others',
  'unclear',
  'other',
] as const;
/** One of {@link RETURN_REASONS}. */
export type ReturnReason = (typeof RETURN_REASONS)[number];

/** Why one field is returned. */
export interface ReviewReason {
  readonly field: string;
  readonly reason: ReturnReason;
  /** What the verifier adds; may be empty. */
  readonly words: string;
}

/** The fields whose value is not as it was approved the last time; all that are filled before that. */
export function changedFields(claims: ReviewClaims, checked: ReviewClaims | null): string[] {
  const before = checked ?? {};
  const fields = [...new Set([...Object.keys(claims), ...Object.keys(before)])];
  return fields.filter((field) => (claims[field] ?? null) !== (before[field] ?? null));
}

/** The problems of a decision: to return needs a reason for a field that was looked at, each once. */
export function decisionProblems(
  { outcome, reasons }: { outcome: 'approved' | 'returned'; reasons: readonly ReviewReason[] },
  claims: ReviewClaims,
): FieldIssues {
  if (outcome === 'approved') return reasons.length === 0 ? {} : { reasons: 'too_many' };
  const problems: FieldIssues = reasons.length === 0 ? { reasons: 'required' } : {};
  reasons.forEach(({ field, reason, words }, index) => {
    const path = `reasons.${String(index)}`;
    if (claims[field] === undefined) problems[`${path}.field`] = 'not_a_choice';
    const isTwice = reasons.findIndex((other) => other.field === field) < index;
    if (isTwice) problems[`${path}.field`] = 'repeated';
    if (reason === 'other' && words === '') problems[`${path}.words`] = 'required';
  });
  return problems;
}

/** Whether a review can be decided so: once it waits, again when it is due, and returned at any time. */
export function isOpenTo(
  outcome: 'approved' | 'returned',
  state: ReviewState,
  dueOn: ChinaDay | null,
  today: ChinaDay,
): boolean {
  if (state === 'waiting') return true;
  if (state !== 'approved') return false;
  return outcome === 'returned' || (dueOn !== null && dueOn <= today);
}
