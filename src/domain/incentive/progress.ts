import type { Basis, NetBounds, YearFigures } from '../sales';
import type { Platform } from '../shop/platform';
import type { LineOfBusiness } from '../shop/shop';
import type { ChinaDay, Instant } from '../time';
import type {
  AwardSubject,
  Certainty,
  Comparator,
  Joined,
  MetricId,
  RuleSet,
  Unit,
} from './rule-set';
import type { DeclaredFact, FactKey } from './facts';

/** Latest follower reading of an account. `count` is null for an account without a reading. */
export interface FollowerReading {
  readonly accountId: string;
  readonly platform: Platform;
  readonly count: number | null;
  readonly readOn: ChinaDay | null;
}

/** The input of the evaluation. */
export interface EvaluateInput {
  readonly ruleSet: RuleSet;
  readonly lineOfBusiness: LineOfBusiness;
  readonly year: number;
  readonly subject: { readonly kind: AwardSubject };
  /** The subject's sums of the year; null when nothing is recorded. */
  readonly sums: YearFigures | null;
  /** Bounds of the net of the year before, fen; null or absent: nothing is recorded of it. */
  readonly lastYear?: NetBounds | null;
  /** The settled part of the net, fen; null when it is unknown. */
  readonly settledFen: number | null;
  readonly followers: readonly FollowerReading[];
  readonly facts: readonly DeclaredFact[];
  /** Facts and readings after this instant are ignored. */
  readonly asOf: Instant;
}

/** The answer by the figures. "Not met" means by these figures, never "not eligible". */
export type Answer = 'met' | 'not_met' | 'cannot_tell';

/** Reasons why a figure does not decide a condition. */
export const MISSING_REASONS = [
  'nothing_recorded',
  'no_paid_figure',
  'no_follower_reading',
  'fact_not_declared',
  'year_before_unknown',
  'rank_unknown',
] as const;
/** One of {@link MISSING_REASONS}. */
export type MissingReason = (typeof MISSING_REASONS)[number];

/** What growth is measured from. */
export interface GrowthBase {
  readonly basisPoints: number;
  /** Bounds of the figure in the year before, above 0. */
  readonly low: number;
  readonly high: number;
}

/** Answer to one comparison. Amounts in the condition's unit. */
export interface ConditionAnswer {
  readonly conditionId: string;
  readonly metric: MetricId;
  readonly answer: Answer;
  /** Known bounds of the figure; null is unknown, never 0. */
  readonly low: number | null;
  readonly high: number | null;
  /**
   * Of growth over a known year: the figure that is needed if the year before was as high as it can
   * have been; `unit` is then that of the figure.
   */
  readonly threshold: number;
  readonly unit: Unit;
  readonly comparator: Comparator;
  /** Only of growth over a known year. */
  readonly growth?: GrowthBase;
  /**
   * The gap from `low`, 0 when met, null when `low` is unknown. It reaches one unit beyond the
   * threshold if the comparison is strict.
   */
  readonly gap: number | null;
  readonly missing: MissingReason | null;
  /** The exact part of the figure by basis, fen; null where it is not a sum of sales. */
  readonly byBasis: Readonly<Partial<Record<Basis, number>>> | null;
  /** The part that is only known as a range: with `byBasis` it adds up to `low` and `high`. */
  readonly range: NetBounds | null;
  /** How much of `low` is settled; null where nothing can come back, or where it is not known. */
  readonly settled: number | null;
  readonly certainty: Certainty;
  readonly sources: readonly string[];
}

/** A condition that a person must confirm, and the declared answer. */
export interface ConfirmAnswer {
  readonly confirmId: string;
  readonly fact: FactKey;
  readonly state: 'yes' | 'no' | 'unanswered';
  readonly certainty: Certainty;
  readonly sources: readonly string[];
}

/**
 * The reported award of a tier. It has a sum only when a formula uses a figure that is known here;
 * an award that depends on an unknowable figure has no place for a sum. The evidence of its values
 * is in the rule set.
 */
export type TierAwardAnswer =
  | { readonly kind: 'fixed'; readonly amountFen: number }
  | { readonly kind: 'up_to'; readonly capFen: number }
  | {
      readonly kind: 'formula';
      readonly capFen: number | null;
      /** The result of the formula for the lower bound of the figure; null while it is unknown. */
      readonly byFormulaFen: number | null;
    }
  | { readonly kind: 'formula_unknown'; readonly capFen: number | null }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' };

/** Why a condition is the one most at risk. */
export type RiskReason = 'short' | 'unknown' | 'unsettled' | 'thin_margin';

/** The condition most at risk in a tier. */
export interface Risk {
  readonly conditionId: string;
  readonly reason: RiskReason;
}

/** Answer for one tier: by the figures, and the conditions to confirm. */
export interface TierAnswer {
  readonly tierId: string;
  readonly byFigures: Answer;
  /**
   * The answer by settled money alone. "Met" by the figures but not here depends on possible
   * returns.
   */
  readonly bySettled: Answer;
  /**
   * The condition that is furthest from met, or met by least; null when all are met with a margin.
   */
  readonly atRisk: Risk | null;
  readonly conditions: readonly ConditionAnswer[];
  /** How the conditions are joined; without it all must hold. */
  readonly joined?: Joined;
  readonly toConfirm: readonly ConfirmAnswer[];
  readonly award: TierAwardAnswer;
}

/** A missing figure that would help to decide. */
export interface MissingFigure {
  readonly metric: MetricId;
  readonly reason: MissingReason;
}

/** Answer for one award. Its words are in the rule set, by the ids. */
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

/** The years that the programme covers, for the line on coverage. */
export interface Coverage {
  readonly year: number;
  readonly covered: boolean;
  readonly state: 'before' | 'covered' | 'after' | 'not_established';
  /** null: not established. */
  readonly fromYear: number | null;
  readonly toYear: number | null;
  readonly fromDay: ChinaDay | null;
  readonly toDay: ChinaDay | null;
}

/** Progress of one subject in one year, and the rule set that it is computed with. */
export interface Progress {
  readonly ruleSetId: string;
  readonly ruleSetVersion: number;
  readonly awards: readonly AwardAnswer[];
  /** Ids of awards that are not computed; names and reasons are in the rule set. */
  readonly notComputed: readonly {
    readonly id: string;
    readonly certainty: Certainty;
    readonly sources: readonly string[];
  }[];
  readonly coverage: Coverage;
}
