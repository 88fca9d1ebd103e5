import type { Lang } from '../lang';
import type { Platform } from '../shop/platform';
import type { LineOfBusiness } from '../shop/shop';
import type { FactKey } from './facts';
import type { MetricId } from './metrics';

export type { MetricId } from './metrics';

/** A text in every language of the interface. */
export type LocalText = Readonly<Record<Lang, string>>;

/** The subject whose figures an award measures. */
export type AwardSubject = 'host' | 'shop';

/**
 * Certainty of a rule value: the official text; a part of it; the primary press report; several
 * news pages; a single page; our own reading when no source is precise; or not established.
 */
export const CERTAINTIES = [
  'official',
  'official_part',
  'primary',
  'news',
  'news_single',
  'own_reading',
  'not_established',
] as const;
/** Certainty of a rule value. */
export type Certainty = (typeof CERTAINTIES)[number];

/** The evidence of a rule value: its sources, its certainty, and the day of the last check. */
export interface Evidence {
  readonly certainty: Certainty;
  /** Keys of the rule set's `sources`. */
  readonly sources: readonly string[];
  /** Day, `YYYY-MM-DD`. */
  readonly checkedOn: string;
}

/**
 * "More than" and "over" in a text are strict; 以上 and "each full" include the number. "At most" is
 * for ranks only: of every other figure more is never worse.
 */
export const COMPARATORS = ['more_than', 'at_least', 'at_most'] as const;
/** The comparison of a figure with a threshold. */
export type Comparator = (typeof COMPARATORS)[number];
/**
 * Unit of a threshold. A `count` is in the unit of the declared fact; growth is in basis points of
 * the year before, a rank in places.
 */
export const UNITS = ['fen', 'followers', 'count', 'basis_points', 'places'] as const;
/** One of {@link UNITS}. */
export type Unit = (typeof UNITS)[number];

/** How a fact is declared. */
export interface FactRule {
  readonly fact: FactKey;
  readonly type: 'money' | 'number' | 'boolean';
  /** Its name as a figure; facts whose key is shared have one in the interface. */
  readonly label?: LocalText;
  /** What a number counts: "signed streamers", "hours". */
  readonly unit?: LocalText;
  /** Whether it is declared for one year, or holds until withdrawn. */
  readonly perYear: boolean;
  readonly subject: AwardSubject;
  readonly question: LocalText;
}

/** A comparison that figures decide. */
export interface ConditionRule extends Evidence {
  readonly conditionId: string;
  readonly metric: MetricId;
  readonly comparator: Comparator;
  /** The comparator in the words of the sources. */
  readonly worded: LocalText;
  /** Of growth in basis points: 2,000 is 20 % over the year before. */
  readonly threshold: number;
  readonly unit: Unit;
  readonly wording: LocalText;
  readonly note: LocalText | null;
}

/**
 * Groups of a tier's conditions, by their ids: all or any of a group must hold. A group may contain
 * groups.
 */
export type Joined =
  string | { readonly all: readonly Joined[] } | { readonly any: readonly Joined[] };

/**
 * Terms of an award beside its conditions: it is given once; for the first time only; the applicant
 * is the person themself, their company, or either.
 */
export const TERMS = [
  'once_only',
  'first_time_only',
  'applicant_oneself',
  'applicant_company',
  'applicant_either',
] as const;
/** One of {@link TERMS}. */
export type Term = (typeof TERMS)[number];

/** A condition that a person must confirm. */
export interface ConfirmRule extends Evidence {
  readonly confirmId: string;
  readonly fact: FactKey;
  /** The kind of term that is confirmed. */
  readonly term?: Term;
  readonly wording: LocalText;
  readonly note: LocalText | null;
}

/** A text with its own evidence. */
export interface EvidencedText extends Evidence {
  readonly text: LocalText;
}
/** An amount with its own evidence, fen. */
export interface EvidencedAmount extends Evidence {
  readonly fen: number;
}
/** A share with its own evidence, in hundredths of a percent. */
export interface EvidencedShare extends Evidence {
  readonly basisPoints: number;
}

/** Evidence belongs to each value of an award, because sources often state only some of them. */
interface AwardBase {
  /** What is given: cash, an allowance, a discount. */
  readonly form: EvidencedText;
}
/** The result of a formula for its figure. */
export type FormulaStep =
  | {
      /** `floor(figure / stepFen) × perStepFen`. */
      readonly kind: 'per_full';
      readonly stepFen: number;
      readonly perStepFen: number;
    }
  | {
      /** `floor(figure × basisPoints / 10,000)`; 1 ‰ is 10 basis points. */
      readonly kind: 'percent';
      readonly basisPoints: number;
      /** Only the part of the figure above this amount counts. */
      readonly aboveFen?: number;
    }
  | {
      /** The sum over classes of `count × perHeadFen`. */
      readonly kind: 'per_head';
      readonly classes: readonly HeadClass[];
    };

/** Heads of one class, such as signed streamers who sell more than an amount. */
export interface HeadClass extends Evidence {
  /** The declared count of the class. */
  readonly metric: MetricId;
  readonly perHeadFen: number;
}

/** A reported amount. It is the figure of a source, not a claim. */
export type FixedAward = AwardBase & {
  readonly kind: 'fixed';
  readonly amount: EvidencedAmount;
};
/** A reported cap; the amount below it is unknown. */
export type UpToAward = AwardBase & { readonly kind: 'up_to'; readonly cap: EvidencedAmount };
/** A formula of a figure that is known here, at most its cap if there is one. */
export type FormulaAward = AwardBase & {
  readonly kind: 'formula';
  readonly metric: MetricId;
  readonly step: Evidence & FormulaStep;
  readonly cap: EvidencedAmount | null;
  readonly formulaText: LocalText;
};
/** A share of a figure that cannot be known here, so only the cap can be shown. */
export type UnknownBaseAward = AwardBase & {
  readonly kind: 'formula_unknown';
  /** The figure of which it is a share. */
  readonly unknown: LocalText;
  readonly share: EvidencedShare;
  readonly cap: EvidencedAmount | null;
  readonly formulaText: LocalText;
  readonly noSumReason: LocalText;
};
/** No amount: the award is not money, or no source has a figure. */
export type NoAmountAward = AwardBase & {
  readonly kind: 'none' | 'unknown';
  readonly reason: LocalText;
};
/** The reported award of a tier. Never a promise. */
export type TierAwardRule =
  FixedAward | UpToAward | FormulaAward | UnknownBaseAward | NoAmountAward;

/** 档位. Its own evidence is that it exists. */
export interface TierRule extends Evidence {
  readonly tierId: string;
  readonly name: LocalText;
  readonly conditions: readonly ConditionRule[];
  /** How the conditions are joined; without it all must hold. */
  readonly joined?: Joined;
  readonly toConfirm: readonly ConfirmRule[];
  readonly award: TierAwardRule;
}

/** The period over which a metric is summed. */
export interface PeriodRule extends Evidence {
  readonly kind: 'china_calendar_year' | 'none';
  readonly note: LocalText;
}

/** The sales that an award measures. */
export interface SalesScopeRule extends Evidence {
  /** `all_recorded`: everything recorded for the subject, sold for any company. */
  readonly kind: 'all_recorded';
  readonly note: LocalText;
}

/** The lines of business whose hosts or stores an award looks at. */
export interface WhoseRule extends Evidence {
  readonly linesOfBusiness: readonly LineOfBusiness[];
  readonly note: LocalText | null;
}

/** Whether the tiers of an award add up. */
export interface StackingRule extends Evidence {
  readonly kind: 'not_established' | 'highest_only' | 'all';
}

/** A ladder of tiers, lowest first. Its own evidence is that it exists, for its subject. */
export interface AwardRule extends Evidence {
  readonly awardId: string;
  readonly name: LocalText;
  readonly subject: AwardSubject;
  readonly whose: WhoseRule;
  /** The metric of the ladder, for which the road is drawn. */
  readonly metric: MetricId;
  readonly period: PeriodRule;
  /** null: the award does not measure sales. */
  readonly salesScope: SalesScopeRule | null;
  readonly stacking: StackingRule;
  /** What else a reader must know before taking the award for granted. */
  readonly caveat: EvidencedText | null;
  readonly tiers: readonly TierRule[];
  /** Further benefits that sources name for the same people, without a figure. */
  readonly otherBenefits: readonly EvidencedText[];
  /** Values that were looked for and not found. */
  readonly notEstablished: readonly LocalText[];
}

/** The follower readings that count, and how several accounts become one figure. */
export interface FollowersRule extends Evidence {
  readonly measure: 'largest_single_account' | 'sum_of_accounts';
  readonly reading: 'latest_in_year';
  readonly platforms: readonly Platform[];
  readonly note: LocalText;
}

/** An award that is not computed, and why. */
export interface NotComputedRule extends Evidence {
  readonly id: string;
  readonly subject: AwardSubject;
  readonly name: LocalText;
  readonly reported: LocalText;
  readonly reason: LocalText;
  /** Its reported amounts; empty when there are none. */
  readonly tiers: readonly {
    readonly tierId: string;
    readonly name: LocalText;
    readonly wording: LocalText;
    readonly award: TierAwardRule;
  }[];
}

/** Two sources that differ; both are shown. */
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

/** A source. null means looked for and not established. */
export interface SourceRule {
  readonly title: string | null;
  readonly publisher: LocalText | null;
  readonly address: string | null;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as far as established. */
  readonly publishedOn: string | null;
  readonly note: LocalText | null;
}

/** A document of the programme. Its own evidence is that it exists, under this title. */
export interface DocumentRule extends Evidence {
  readonly documentId: string;
  readonly title: LocalText;
  readonly issuer: LocalText;
  readonly number: LocalText | null;
  /** The day it was issued; null when not established. */
  readonly issued: (Evidence & { readonly on: string }) | null;
  readonly note: LocalText;
}

/** Years that a programme covers; null when not established. */
export interface EffectiveRule extends Evidence {
  readonly fromYear: number | null;
  readonly toYear: number | null;
  /** Exact days, null when not established. */
  readonly fromDay: string | null;
  readonly toDay: string | null;
  readonly note: LocalText;
}

/** The figure that a target counts. Money in fen. */
export const TARGET_UNITS = [
  'fen',
  'parks',
  'stores',
  'influencers',
  'streamers',
  'bases',
  'enterprises',
  'brands',
  'markets',
  'training_bodies',
] as const;

/** A target of the district or city itself. Its own evidence is that of its value. */
export interface TargetRule extends Evidence {
  readonly targetId: string;
  readonly name: LocalText;
  readonly comparator: Comparator;
  readonly value: number;
  readonly unit: (typeof TARGET_UNITS)[number];
  /** The year by which it is to be reached; null when not established. */
  readonly by: (Evidence & { readonly year: number }) | null;
  readonly note: LocalText | null;
}

/**
 * A worked example: figures and the answers that the engine must give. Money in fen, null is
 * unknown.
 */
export interface ExampleRule {
  readonly name: LocalText;
  readonly lineOfBusiness: LineOfBusiness;
  readonly year: number;
  /** Bounds of the year's net; both null: nothing is recorded. */
  readonly lowFen: number | null;
  readonly highFen: number | null;
  readonly followers: number | null;
  readonly facts: readonly {
    readonly fact: FactKey;
    readonly value: number | boolean;
    readonly isOfYearBefore?: true;
  }[];
  /** Net of the year before, fen; without it the year before is unknown. */
  readonly lastYearFen?: number;
  readonly expect: readonly {
    readonly awardId: string;
    readonly tiers: Readonly<Record<string, 'met' | 'not_met' | 'cannot_tell'>>;
    /** Sum of the reached tier; null when no formula gives one. */
    readonly byFormulaFen: number | null;
  }[];
}

/** 激励政策 as data: immutable by id and version. */
export interface RuleSet {
  readonly ruleSetId: string;
  readonly version: number;
  /** The publisher. */
  readonly scope: 'district' | 'city';
  /** Another place's scheme: answered only when it is asked for, and never as this district's. */
  readonly forComparison?: true;
  readonly name: LocalText;
  /** Name beside other schemes. */
  readonly shortName: LocalText;
  readonly issuer: LocalText;
  readonly checkedOn: string;
  /** A note on the sources that were and were not read; shown with every answer. */
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
  readonly examples: readonly ExampleRule[];
}

/** Rule sets that a client may name as held; an answer leaves these out. */
export const MAX_KNOWN_RULE_SETS = 20;

/** Id and version of a rule set as one key, `huadu-2020.v3`. */
export function ruleSetKeyOf({ ruleSetId, version }: RuleSet): string {
  return `${ruleSetId}.v${version}`;
}
