import type { YearSums } from '../sales';
import { yearOf } from '../time';
import { explainMonths, type MonthExplanation } from './explain-months';
import type { DeclaredFact } from './facts';
import { statedFact } from './figures';
import { metricOf } from './metrics';
import type {
  Answer,
  ConditionAnswer,
  EvaluateInput,
  FollowerReading,
  TierAnswer,
} from './progress';
import type { RuleSet } from './rule-set';

export type { MonthExplanation };

/** The explanation of a tier's answer: its conditions, their figures, and the origin of these. */
export interface TierExplanation {
  readonly tierId: string;
  readonly answer: Answer;
  /** Joined as the tier says. */
  readonly conditions: readonly ConditionExplanation[];
}

/** A condition and the parts of its figure. */
export interface ConditionExplanation {
  readonly condition: ConditionAnswer;
  readonly figure: FigureExplanation;
}

/** The origin of a figure; its leaves are entries of a month, readings, or a declaration. */
export type FigureExplanation =
  | { readonly kind: 'sum_of_months'; readonly months: readonly MonthExplanation[] }
  | {
      readonly kind: 'largest_reading';
      readonly readings: readonly ReadingExplanation[];
    }
  | { readonly kind: 'statement'; readonly stated: DeclaredFact | null }
  /** A place among others cannot be known here. */
  | { readonly kind: 'rank' };

/** A reading, and whether it counts: the largest one within the year does. */
export interface ReadingExplanation extends FollowerReading {
  readonly use: 'used' | 'smaller' | 'not_read' | 'other_platform';
}

/** The input of an explanation besides the answer. */
export type ExplainInput = Pick<EvaluateInput, 'followers' | 'facts' | 'year' | 'asOf'> & {
  readonly ruleSet: RuleSet;
  readonly months: YearSums['byMonth'];
};

/**
 * Explains a tier's answer as a tree. Its size depends on months and accounts only, not on the
 * number of entries; the entries of a month are read when it is opened.
 */
export function explainTier(tier: TierAnswer, input: ExplainInput): TierExplanation {
  return {
    tierId: tier.tierId,
    answer: tier.byFigures,
    conditions: tier.conditions.map((condition) => ({
      condition,
      figure: explainFigure(condition, input),
    })),
  };
}

function explainFigure(condition: ConditionAnswer, input: ExplainInput): FigureExplanation {
  const { form, figure } = metricOf(condition.metric);
  if (form === 'rank') return { kind: 'rank' };
  if (figure === 'net_sales') {
    return { kind: 'sum_of_months', months: explainMonths(input.months) };
  }
  if (figure === 'followers') {
    return { kind: 'largest_reading', readings: explainReadings(condition, input) };
  }
  return { kind: 'statement', stated: statedFact(figure, input) };
}

function explainReadings(
  { low }: ConditionAnswer,
  { ruleSet, followers, year }: ExplainInput,
): ReadingExplanation[] {
  const { platforms } = ruleSet.followersRule;
  const isRead = ({ platform, count, readOn }: FollowerReading): boolean =>
    platforms.includes(platform) && count !== null && readOn !== null && yearOf(readOn) === year;
  const used = followers.find((reading) => isRead(reading) && reading.count === low);
  return followers.map((reading) => {
    if (!platforms.includes(reading.platform)) return { ...reading, use: 'other_platform' };
    if (!isRead(reading)) return { ...reading, use: 'not_read' };
    return { ...reading, use: reading === used ? 'used' : 'smaller' };
  });
}
