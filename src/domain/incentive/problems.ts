import type { FieldIssues } from '../field-issues';
import { type Instant, isFutureDay, isYearTooFarAhead } from '../time';
import type { FactKey } from './facts';
import { valueTypeOf } from './figures';
import type { FactRule } from './rule-set';

/** A fact to declare, of a host or, if `hostId` is null, of the store. */
interface Declaration {
  hostId: string | null;
  fact: FactKey;
  value: number | boolean;
  year: number | null;
}

/**
 * The problems of a declared fact: it must be asked of this kind of applicant, with this type, and
 * for one year or without a year.
 * @param asked the facts that the rule sets in force ask for.
 */
export function declarationProblems(
  { hostId, fact, value, year }: Declaration,
  asked: readonly FactRule[],
  now: Instant,
): FieldIssues {
  const subject = hostId === null ? 'shop' : 'host';
  const rule = asked.find((candidate) => candidate.fact === fact && candidate.subject === subject);
  if (rule === undefined) return { fact: 'not_a_choice' };
  const problems: FieldIssues = {};
  if (typeof value !== valueTypeOf(rule)) problems['value'] = 'wrong_type';
  if (rule.perYear && year === null) problems['year'] = 'required';
  if (year !== null && isYearTooFarAhead(year, now)) problems['year'] = 'too_far_ahead';
  if (!rule.perYear && year !== null) problems['year'] = 'unknown_field';
  return problems;
}

/** The problems of a follower reading beyond its single fields. */
export function readingProblems({ readOn }: { readOn: string }, now: string): FieldIssues {
  return isFutureDay(readOn, now) ? { readOn: 'in_the_future' } : {};
}

/** The problems of the day at whose end progress is computed; null is now. */
export function progressProblems({ asOf }: { asOf: string | null }, now: string): FieldIssues {
  return asOf !== null && isFutureDay(asOf, now) ? { asOf: 'in_the_future' } : {};
}
