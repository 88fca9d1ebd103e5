import type { Basis, YearFigures } from '../sales';
import type { Platform } from '../shop/platform';
import type { LineOfBusiness } from '../shop/shop';
import type { ChinaDay, Instant } from '../time';
import type { AwardSubject, Certainty, Comparator, MetricId, RuleSet, Unit } from './rule-set';
import type { DeclaredFact, FactKey } from './facts';

/** Latest follower reading of an account. `count` is null for an account nobody has read yet. */
export interface FollowerReading {
  readonly accountId: string;
  readonly platform: Platform;
  readonly count: number | null;
  readonly readOn: ChinaDay | null;
}

/** All that progress depends on. */
export interface EvaluateInput {
  readonly ruleSet: RuleSet;
  readonly lineOfBusiness: LineOfBusiness;
  readonly year: number;
  readonly subject: { readonly kind: AwardSubject };
  /** The subject's sums of that year; null when nothing is recorded. */
  readonly sums: YearFigures | null;
  /** How much of the net is too old to come back, fen; null when that is not known. */
  readonly settledFen: number | null;
  readonly followers: readonly FollowerReading[];
  readonly facts: readonly DeclaredFact[];
  /** Facts and readings later than this moment are not looked at. */
  readonly asOf: Instant;
}

/** What the figures say. "Not met" means by these figures, never "not eligible". */
export type Answer = 'met' | 'not_met' | 'cannot_tell';

/** Why a figure is not known well enough to decide. */
export const MISSING_REASONS = [
  'nothing_recorded',
  'no_paid_figure',
  'no_follower_reading',
  'fact_not_declared',
] as const;
/** One of {@link MISSING_REASONS}. */
export type MissingReason = (typeof MISSING_REASONS)[number];

/** Answer to one comparison. Amounts in the condition's unit. */
export interface ConditionAnswer {
  readonly conditionId: string;
  readonly metric: MetricId;
  readonly answer: Answer;
  /** Known bounds of the figure; null is unknown, never 0. */
  readonly low: number | null;
  readonly high: number | null;
  readonly threshold: number;
  readonly unit: Unit;
  readonly comparator: Comparator;
  /**
   * How much more than `low` is needed, 0 when met, null when `low` is unknown. One unit beyond
   * the threshold where the comparison is strict.
   */
  readonly gap: number | null;
  readonly missing: MissingReason | null;
  /** What `low` consists of, by where the figures come from; null where it is not a sum of sales. */
  readonly byBasis: Readonly<Partial<Record<Basis, number>>> | null;
  /** How much of `low` is settled; null where nothing can come back, or where it is not known. */
  readonly settled: number | null;
  readonly certainty: Certainty;
  readonly sources: readonly string[];
}

/** A condition only a person can confirm, and what was stated. */
export interface ConfirmAnswer {
  readonly confirmId: string;
  readonly fact: FactKey;
  readonly state: 'yes' | 'no' | 'unanswered';
  readonly certainty: Certainty;
  readonly sources: readonly string[];
}

interface AwardAnswerBase {
  readonly certainty: Certainty;
  readonly sources: readonly string[];
}
/**
 * What a tier is worth as reported. A sum exists only where a formula stands on a figure that is
 * known here; what depends on something nobody can know has no place for one.
 */
export type TierAwardAnswer = AwardAnswerBase &
  (
    | { readonly kind: 'fixed'; readonly amountFen: number }
    | { readonly kind: 'up_to'; readonly capFen: number }
    | {
        readonly kind: 'formula';
        readonly capFen: number | null;
        /** By the formula from the figure at least known; null while that is unknown. */
        readonly byFormulaFen: number | null;
      }
    | { readonly kind: 'formula_unknown'; readonly capFen: number | null }
    | { readonly kind: 'none' }
    | { readonly kind: 'unknown' }
  );

/** Why a condition is the one to look after. */
export type RiskReason = 'short' | 'unknown' | 'unsettled' | 'thin_margin';

/** The condition most at risk in a tier. */
export interface Risk {
  readonly conditionId: string;
  readonly reason: RiskReason;
}

/** Answer for one tier: by the figures, and what is left to confirm. */
export interface TierAnswer {
  readonly tierId: string;
  readonly byFigures: Answer;
  /** The same on settled money alone; "met" that is not met here rests on what may still come back. */
  readonly bySettled: Answer;
  /** What stands most in the way, or is nearest to falling; null when all is met and far from it. */
  readonly atRisk: Risk | null;
  readonly conditions: readonly ConditionAnswer[];
  readonly toConfirm: readonly ConfirmAnswer[];
  readonly award: TierAwardAnswer;
}

/** A figure that would help to decide. */
export interface MissingFigure {
  readonly metric: MetricId;
  readonly reason: MissingReason;
}

/** Answer for one award. Words are found in the rule set by the ids. */
export interface AwardAnswer {
  readonly awardId: string;
  readonly subject: AwardSubject;
  readonly metric: MetricId;
  /** Lowest first. */
  readonly tiers: readonly TierAnswer[];
  /** Highest tier met by the figures. */
  readonly reachedTierId: string | null;
  /** Highest tier that the figures do not rule out. */
  readonly atMostTierId: string | null;
  /** Lowest tier above the reached one; null at the top. */
  readonly nextTierId: string | null;
  readonly missing: readonly MissingFigure[];
}

/** Which years the programme covers, for the one calm line. */
export interface Coverage {
  readonly year: number;
  readonly covered: boolean;
  readonly state: 'before' | 'covered' | 'after';
  readonly fromYear: number;
  readonly toYear: number;
  readonly fromDay: ChinaDay | null;
  readonly toDay: ChinaDay | null;
}

/** Progress of one subject in one year, with the rule set it was worked out by. */
export interface Progress {
  readonly ruleSetId: string;
  readonly ruleSetVersion: number;
  readonly awards: readonly AwardAnswer[];
  /** Ids of awards that are named but not computed; name and reason are in the rule set. */
  readonly notComputed: readonly {
    readonly id: string;
    readonly certainty: Certainty;
    readonly sources: readonly string[];
  }[];
  readonly coverage: Coverage;
}
