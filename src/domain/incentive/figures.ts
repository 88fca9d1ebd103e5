import { BASES, type Basis, netBounds, type NetBounds, type YearFigures } from '../sales';
import { chinaDayOf, yearOf } from '../time';
import type { DeclaredFact, FactKey } from './facts';
import type { ConditionAnswer, EvaluateInput, MissingReason } from './progress';
import { metricOf, type MetricId } from './metrics';
import type { FactRule, FollowersRule } from './rule-set';

/** The bounds of a metric, and the reason when they are missing or wide. */
export interface Figure {
  readonly low: number | null;
  readonly high: number | null;
  readonly missing: MissingReason | null;
  readonly byBasis: ConditionAnswer['byBasis'];
  readonly range: ConditionAnswer['range'];
  readonly settled: number | null;
}

/** A figure that is not a sum of sales: it has no parts and cannot be returned. */
function plain(low: number | null, high: number | null, missing: MissingReason | null): Figure {
  return {
    low,
    high,
    missing,
    byBasis: null,
    range: null,
    settled: null,
  };
}

/** The figure of a metric for the subject and the year of the input; of growth, the figure that grows. */
export function figureOf(metric: MetricId, input: EvaluateInput): Figure {
  const { form, figure } = metricOf(metric);
  if (form === 'rank') return plain(null, null, 'rank_unknown');
  switch (figure) {
    case 'net_sales':
      return netSales(input);
    case 'followers':
      return followers(input);
    default:
      return declaredNumber(figure, input);
  }
}

/**
 * The bounds of a figure in the year before.
 * @returns null where it is unknown, or may have been 0 or less: growth over that says nothing.
 */
export function yearBefore(metric: MetricId, input: EvaluateInput): NetBounds | null {
  const { figure } = metricOf(metric);
  const bounds = figure === 'net_sales' ? (input.lastYear ?? null) : statedBefore(figure, input);
  return bounds !== null && bounds.low > 0 ? bounds : null;
}

function statedBefore(fact: FactKey, input: EvaluateInput): NetBounds | null {
  const isYearly = input.ruleSet.facts.some((rule) => rule.fact === fact && rule.perYear);
  if (!isYearly) return null;
  const value = statedFact(fact, { ...input, year: input.year - 1 })?.value;
  return typeof value === 'number' ? { low: value, high: value } : null;
}

function netSales({ sums, settledFen }: EvaluateInput): Figure {
  const bounds = sums && netBounds(sums);
  if (!bounds) return plain(null, null, 'nothing_recorded');
  const isExact = bounds.low === bounds.high;
  return {
    ...bounds,
    missing: isExact ? null : 'no_paid_figure',
    byBasis: netByBasis(sums),
    range: isExact ? null : sums.range,
    settled: settledFen,
  };
}

/** The exact net of each basis that something is recorded with. */
function netByBasis({ byBasis }: YearFigures): Partial<Record<Basis, number>> {
  const parts = BASES.filter((basis) => {
    const { paidFen, exactNetFen } = byBasis[basis];
    return paidFen > 0 || exactNetFen !== 0;
  });
  return Object.fromEntries(parts.map((basis) => [basis, byBasis[basis].exactNetFen]));
}

/** Combines the readings of several accounts by the rule of the rule set. */
const TAKEN: Readonly<Record<FollowersRule['measure'], (counts: readonly number[]) => number>> = {
  largest_single_account: (counts) => Math.max(...counts),
  sum_of_accounts: (counts) => counts.reduce((sum, count) => sum + count, 0),
};

/**
 * Followers on known platforms by the rule of the rule set. An account without a reading may be
 * larger than all others; then there is no upper bound.
 */
function followers({ ruleSet, followers: readings, year, asOf }: EvaluateInput): Figure {
  const today = chinaDayOf(asOf);
  const known = readings.filter(({ platform }) =>
    ruleSet.followersRule.platforms.includes(platform),
  );
  const counts = known.map(({ count, readOn }) => {
    const isOfYear = readOn !== null && yearOf(readOn) === year && readOn <= today;
    return isOfYear ? count : null;
  });
  const read = counts.filter((count) => count !== null);
  const taken = TAKEN[ruleSet.followersRule.measure];
  const low = read.length > 0 ? taken(read) : null;
  const isAllRead = read.length > 0 && read.length === counts.length;
  return plain(low, isAllRead ? low : null, isAllRead ? null : 'no_follower_reading');
}

function declaredNumber(fact: FactKey, input: EvaluateInput): Figure {
  const value = statedFact(fact, input)?.value;
  if (typeof value !== 'number') return plain(null, null, 'fact_not_declared');
  return plain(value, value, null);
}

/**
 * The declaration of a fact that holds: of the right type, for the year if the fact is yearly, made
 * by `asOf` and not withdrawn by then; the latest of several.
 */
export function statedFact(
  fact: FactKey,
  input: Pick<EvaluateInput, 'ruleSet' | 'facts' | 'year' | 'asOf'>,
): DeclaredFact | null {
  const rule = input.ruleSet.facts.find((candidate) => candidate.fact === fact);
  if (!rule) return null;
  const valueType = valueTypeOf(rule);
  const holding = input.facts.filter(
    (stated) =>
      stated.fact === fact &&
      typeof stated.value === valueType &&
      (!rule.perYear || stated.year === input.year) &&
      stated.declaredAt <= input.asOf &&
      (stated.withdrawnAt === null || stated.withdrawnAt > input.asOf),
  );
  return holding.reduce<DeclaredFact | null>(
    (latest, stated) => (latest && !isLater(stated, latest) ? latest : stated),
    null,
  );
}

/** The type of a fact's value. */
export function valueTypeOf({ type }: Pick<FactRule, 'type'>): 'number' | 'boolean' {
  return type === 'boolean' ? 'boolean' : 'number';
}

/**
 * Declarations of the same instant are ordered by id, so that their order in the input never
 * matters.
 */
function isLater(a: DeclaredFact, b: DeclaredFact): boolean {
  return a.declaredAt === b.declaredAt ? a.id > b.id : a.declaredAt > b.declaredAt;
}
