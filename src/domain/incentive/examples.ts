import { EMPTY_YEAR, type NetBounds, type YearFigures, yearSums } from '../sales';
import { evaluate } from './evaluate';
import type { DeclaredFact, FactKey } from './facts';
import { factOf, metricOf, type MetricId } from './metrics';
import type { Answer, EvaluateInput, FollowerReading, Progress } from './progress';
import type { AwardRule, ConditionRule, ExampleRule, RuleSet, TierRule } from './rule-set';

/** Bounds of made-up figures; null is unknown. Money in fen. */
interface Figures {
  readonly lowFen: number | null;
  readonly highFen: number | null;
  readonly followers: number | null;
  readonly facts: readonly {
    readonly fact: FactKey;
    readonly value: number | boolean;
    readonly isOfYearBefore?: true;
  }[];
  /** Net of the year before. */
  readonly lastYearFen?: number;
}

/** The engine's answer to a worked example, in the shape of the example. */
export function answerOf(ruleSet: RuleSet, example: ExampleRule): ExampleRule['expect'] {
  return example.expect.map(({ awardId }) => {
    const progress = progressOf(ruleSet, example, subjectOf(ruleSet, awardId));
    const award = progress.awards.find((candidate) => candidate.awardId === awardId);
    const top = award?.tiers[award.tiers.length - 1]?.award;
    return {
      awardId,
      tiers: Object.fromEntries((award?.tiers ?? []).map((tier) => [tier.tierId, tier.byFigures])),
      byFormulaFen: top?.kind === 'formula' ? top.byFormulaFen : null,
    };
  });
}

function subjectOf(ruleSet: RuleSet, awardId: string): AwardRule['subject'] {
  return ruleSet.awards.find((award) => award.awardId === awardId)?.subject ?? 'host';
}

/** One condition and its rule set. */
export interface PlacedCondition {
  readonly ruleSet: RuleSet;
  readonly award: AwardRule;
  readonly tier: TierRule;
  readonly condition: ConditionRule;
}

/** The year before, so large that one basis point of it is one unit. */
const YEAR_BEFORE = 10_000;

/**
 * The engine's answer for a figure of one condition; null: the figure is unknown.
 * @param figure in the unit of the threshold: of growth in basis points.
 */
export function answerAt(placed: PlacedCondition, figure: number | null): Answer {
  const { ruleSet, award, tier, condition } = placed;
  const [lineOfBusiness = 'streamer'] = award.whose.linesOfBusiness;
  const year = ruleSet.effective.fromYear ?? Number(ruleSet.checkedOn.slice(0, 4));
  const figures = figuresFor(condition.metric, figure);
  const progress = progressOf(ruleSet, { ...figures, lineOfBusiness, year }, award.subject);
  const answered = progress.awards
    .find((candidate) => candidate.awardId === award.awardId)
    ?.tiers.find((candidate) => candidate.tierId === tier.tierId)
    ?.conditions.find((candidate) => candidate.conditionId === condition.conditionId);
  if (!answered) throw new RangeError(`${condition.conditionId} is not answered`);
  return answered.answer;
}

function figuresFor(metric: MetricId, asked: number | null): Figures {
  const { form, figure } = metricOf(metric);
  const isGrowth = form === 'growth';
  const value = asked === null ? null : isGrowth ? YEAR_BEFORE + asked : asked;
  const isSales = figure === 'net_sales';
  const isFact = factOf(metric) !== null;
  const before = { fact: figure, value: YEAR_BEFORE, isOfYearBefore: true } as const;
  return {
    lowFen: isSales ? value : null,
    highFen: isSales ? value : null,
    followers: figure === 'followers' ? value : null,
    facts: [
      ...(isFact && value !== null ? [{ fact: figure, value }] : []),
      ...(isFact && isGrowth ? [before] : []),
    ],
    ...(isSales && isGrowth ? { lastYearFen: YEAR_BEFORE } : {}),
  };
}

function progressOf(
  ruleSet: RuleSet,
  figures: Figures & Pick<ExampleRule, 'lineOfBusiness' | 'year'>,
  kind: AwardRule['subject'],
): Progress {
  const { lineOfBusiness, year } = figures;
  const input: EvaluateInput = {
    ruleSet,
    lineOfBusiness,
    year,
    subject: { kind },
    sums: sumsOf(figures),
    lastYear: yearBeforeOf(figures),
    settledFen: null,
    followers: readingsOf(ruleSet, figures, year),
    facts: figures.facts.map(({ fact, value, isOfYearBefore }): DeclaredFact => ({
      fact,
      value,
      id: fact,
      year: isOfYearBefore ? year - 1 : year,
      declaredAt: `${year}-06-01T00:00:00.000Z`,
      withdrawnAt: null,
    })),
    asOf: `${year}-12-31T15:59:59.999Z`,
  };
  return evaluate(input);
}

/** Sums with these bounds: the lower one is paid, the rest only ordered. */
function sumsOf({ lowFen, highFen }: Figures): YearFigures | null {
  if (lowFen === null || highFen === null) return null;
  const range = { low: 0, high: highFen - lowFen };
  const empty = yearSums(EMPTY_YEAR);
  return { ...empty, paidFen: lowFen, exactNetFen: lowFen, range, entryCount: 1 };
}

function yearBeforeOf({ lastYearFen }: Figures): NetBounds | null {
  return lastYearFen === undefined ? null : { low: lastYearFen, high: lastYearFen };
}

function readingsOf(ruleSet: RuleSet, { followers }: Figures, year: number): FollowerReading[] {
  const [platform] = ruleSet.followersRule.platforms;
  if (platform === undefined) return [];
  return [{ accountId: 'one', platform, count: followers, readOn: `${year}-06-01` }];
}
