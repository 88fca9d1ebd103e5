import type { Platform } from '../shop/platform';
import type { LineOfBusiness } from '../shop/shop';
import type { FactKey } from './facts';

/** Words in every language the interface speaks. */
export type LocalText = Readonly<Record<'zh-CN' | 'en-US', string>>;

/** Whose figures an award measures. */
export type AwardSubject = 'host' | 'shop';

/**
 * How sure a rule value is: the primary press report; several news pages; a single page; a part of
 * the official text; or our own reading, where no source says anything.
 */
export const CERTAINTIES = [
  'primary',
  'news',
  'news_single',
  'official_part',
  'own_reading',
] as const;
/** How sure a rule value is. */
export type Certainty = (typeof CERTAINTIES)[number];

/** Every rule value says where it comes from, how sure it is, and when that was last checked. */
export interface Evidence {
  readonly certainty: Certainty;
  /** Keys of the rule set's `sources`. */
  readonly sources: readonly string[];
  /** Day, `YYYY-MM-DD`. */
  readonly checkedOn: string;
}

/** What a threshold is held against. Money in fen. */
export const METRICS = ['net_sales', 'followers', 'paid_in_capital', 'operating_revenue'] as const;
/** What a threshold is held against. */
export type MetricId = (typeof METRICS)[number];
/** `more_than` and `over` in a text are strict; 以上 and "each full" include the number itself. */
export type Comparator = 'more_than' | 'at_least';
/** Unit of a threshold. */
export type Unit = 'fen' | 'followers';

/** How a fact is asked for. */
export interface FactRule {
  readonly fact: FactKey;
  readonly type: 'money' | 'boolean';
  /** Whether it is stated for one year, or holds until withdrawn. */
  readonly perYear: boolean;
  readonly subject: AwardSubject;
  readonly question: LocalText;
}

/** One comparison that figures can decide. */
export interface ConditionRule extends Evidence {
  readonly conditionId: string;
  readonly metric: MetricId;
  readonly comparator: Comparator;
  readonly threshold: number;
  readonly unit: Unit;
  readonly wording: LocalText;
  readonly note: LocalText | null;
}

/** One condition that only a person can confirm. */
export interface ConfirmRule extends Evidence {
  readonly confirmId: string;
  readonly fact: FactKey;
  readonly wording: LocalText;
  readonly note: LocalText | null;
}

interface AwardBase extends Evidence {
  readonly form: LocalText;
}
/** What a tier is worth as reported. Never a promise: a cap, or a formula with a cap. */
export type TierAwardRule =
  | (AwardBase & {
      readonly kind: 'up_to';
      readonly capFen: number;
      /** A share of something that figures here cannot give. */
      readonly share: (Evidence & { readonly percent: number; readonly of: LocalText }) | null;
      readonly noSumReason: LocalText | null;
    })
  | (AwardBase & {
      /** `floor(metric / stepFen) × perStepFen`, at most `capFen`. */
      readonly kind: 'formula';
      readonly metric: 'paid_in_capital' | 'operating_revenue';
      readonly stepFen: number;
      readonly perStepFen: number;
      readonly capFen: number;
      readonly formulaText: LocalText;
    })
  | (AwardBase & { readonly kind: 'none'; readonly reason: LocalText })
  | (AwardBase & { readonly kind: 'unknown'; readonly reason: LocalText });

/** 档位 */
export interface TierRule {
  readonly tierId: string;
  readonly name: LocalText;
  /** All must hold. */
  readonly conditions: readonly ConditionRule[];
  readonly toConfirm: readonly ConfirmRule[];
  readonly award: TierAwardRule;
}

/** Over which time a metric is summed. */
export interface PeriodRule extends Evidence {
  readonly kind: 'china_calendar_year' | 'none';
  readonly note: LocalText;
}

/** A ladder of tiers, lowest first. */
export interface AwardRule extends Evidence {
  readonly awardId: string;
  readonly name: LocalText;
  readonly subject: AwardSubject;
  readonly linesOfBusiness: readonly LineOfBusiness[];
  /** The metric along which the tiers rise; the one the road is drawn for. */
  readonly metric: MetricId;
  readonly period: PeriodRule;
  readonly stacking: 'not_established' | 'highest_only' | 'all';
  readonly tiers: readonly TierRule[];
  /** What the same people are also said to get, without a figure. */
  readonly otherBenefits: readonly (Evidence & { readonly text: LocalText })[];
  /** Looked for and not found. */
  readonly notEstablished: readonly LocalText[];
}

/** Which follower readings count, and how several accounts become one figure. */
export interface FollowersRule extends Evidence {
  readonly measure: 'largest_single_account';
  readonly reading: 'latest_in_year';
  readonly platforms: readonly Platform[];
  readonly note: LocalText;
}

/** An award that is named but not computed, and why. */
export interface NotComputedRule extends Evidence {
  readonly id: string;
  readonly subject: AwardSubject;
  readonly name: LocalText;
  readonly reported: LocalText;
  readonly reason: LocalText;
}

/** Two sources that say different things; both are shown. */
export interface ConflictRule {
  readonly conflictId: string;
  /** Ids of conditions or targets. */
  readonly concerns: readonly string[];
  readonly statements: readonly {
    readonly text: LocalText;
    readonly sources: readonly string[];
    readonly isUsed: boolean;
  }[];
  readonly why: LocalText;
  readonly checkedOn: string;
}

/** A source. null means that it was looked for and not established. */
export interface SourceRule {
  readonly title: string | null;
  readonly publisher: LocalText | null;
  readonly address: string | null;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as far as established. */
  readonly publishedOn: string | null;
  readonly note: LocalText | null;
}

/** A document of the programme. */
export interface DocumentRule extends Evidence {
  readonly documentId: string;
  readonly title: LocalText;
  readonly issuer: LocalText;
  readonly number: LocalText | null;
  readonly issuedOn: string | null;
  readonly note: LocalText;
}

/** Years that a programme covers. */
export interface EffectiveRule extends Evidence {
  readonly fromYear: number;
  readonly toYear: number;
  /** Exact days, null when not established. */
  readonly fromDay: string | null;
  readonly toDay: string | null;
  readonly note: LocalText;
}

/** A target of the district itself. */
export interface TargetRule extends Evidence {
  readonly targetId: string;
  readonly name: LocalText;
  readonly comparator: Comparator;
  readonly value: number;
  readonly unit: Unit | 'parks' | 'stores' | 'influencers';
  readonly byYear: number;
  readonly note: LocalText | null;
}

/** 激励政策 as data: immutable by id and version. */
export interface RuleSet {
  readonly ruleSetId: string;
  readonly version: number;
  readonly name: LocalText;
  /** Where several schemes are named beside each other. */
  readonly shortName: LocalText;
  readonly issuer: LocalText;
  readonly checkedOn: string;
  /** What was and was not read; shown with every answer. */
  readonly caveat: LocalText;
  readonly effective: EffectiveRule;
  readonly documents: readonly DocumentRule[];
  readonly followersRule: FollowersRule;
  readonly facts: readonly FactRule[];
  readonly awards: readonly AwardRule[];
  readonly notComputed: readonly NotComputedRule[];
  readonly targets: readonly TargetRule[];
  readonly conflicts: readonly ConflictRule[];
  readonly sources: Readonly<Record<string, SourceRule>>;
}

/** Id and version of a rule set as one key, `huadu-2020.v2`. */
export function ruleSetKeyOf({ ruleSetId, version }: RuleSet): string {
  return `${ruleSetId}.v${version}`;
}

/** The award of a rule set, by id. */
export function findAward(ruleSet: RuleSet, awardId: string): AwardRule | undefined {
  return ruleSet.awards.find((award) => award.awardId === awardId);
}

/** The tier of an award, by id. */
export function findTier(award: AwardRule, tierId: string): TierRule | undefined {
  return award.tiers.find((tier) => tier.tierId === tierId);
}
