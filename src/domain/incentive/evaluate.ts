import { MAX_FEN } from '../money';
import { joinedAnswer, treeOf } from './answers';
import { type Figure, figureOf, statedFact, yearBefore } from './figures';
import { grownBy } from './growth';
import { metricOf, type MetricId } from './metrics';
import type {
  Answer,
  AwardAnswer,
  ConditionAnswer,
  ConfirmAnswer,
  Coverage,
  EvaluateInput,
  MissingFigure,
  Progress,
  TierAnswer,
  TierAwardAnswer,
} from './progress';
import { isUnsettled, mostAtRisk, neededFor } from './risk';
import type {
  AwardRule,
  ConditionRule,
  ConfirmRule,
  EffectiveRule,
  FormulaAward,
  FormulaStep,
  RuleSet,
  TierAwardRule,
  TierRule,
} from './rule-set';

/**
 * Evaluates a subject on every ladder for its line of business. The function is pure and total: the
 * same input gives the same answer in the cloud and on the client, and unknown figures stay
 * unknown.
 */
export function evaluate(input: EvaluateInput): Progress {
  const { ruleSet, lineOfBusiness, subject, year } = input;
  const awards = ruleSet.awards.filter(
    (award) =>
      award.subject === subject.kind && award.whose.linesOfBusiness.includes(lineOfBusiness),
  );
  return {
    ruleSetId: ruleSet.ruleSetId,
    ruleSetVersion: ruleSet.version,
    awards: awards.map((award) => answerAward(award, input)),
    notComputed: ruleSet.notComputed
      .filter((rule) => rule.subject === subject.kind)
      .map(({ id, certainty, sources }) => ({ id, certainty, sources })),
    coverage: coverageOf(ruleSet, year),
  };
}

/** Compares a year with the years of the programme. */
export function coverageOf(ruleSet: RuleSet, year: number): Coverage {
  const { fromYear, toYear, fromDay, toDay } = ruleSet.effective;
  const state = stateIn(ruleSet.effective, year);
  return { year, covered: state === 'covered', state, fromYear, toYear, fromDay, toDay };
}

function stateIn({ fromYear, toYear }: EffectiveRule, year: number): Coverage['state'] {
  if (fromYear !== null && year < fromYear) return 'before';
  if (toYear !== null && year > toYear) return 'after';
  return fromYear === null || toYear === null ? 'not_established' : 'covered';
}

function answerAward(award: AwardRule, input: EvaluateInput): AwardAnswer {
  const tiers = award.tiers.map((tier) => answerTier(tier, input));
  const answers = tiers.map((tier) => tier.byFigures);
  const reached = answers.lastIndexOf('met');
  const atMost = Math.max(reached, answers.lastIndexOf('cannot_tell'));
  return {
    awardId: award.awardId,
    subject: award.subject,
    metric: award.metric,
    tiers,
    reachedTierId: tiers[reached]?.tierId ?? null,
    atMostTierId: tiers[atMost]?.tierId ?? null,
    nextTierId: tiers[reached + 1]?.tierId ?? null,
    missing: missingOf(tiers),
  };
}

function answerTier(tier: TierRule, input: EvaluateInput): TierAnswer {
  const conditions = tier.conditions.map((rule) => answerCondition(rule, input));
  const { joined } = tier;
  const groups = joined === undefined ? { conditions } : { conditions, joined };
  const tree = treeOf(groups);
  return {
    tierId: tier.tierId,
    byFigures: joinedAnswer(tree, ({ answer }) => answer),
    bySettled: joinedAnswer(tree, (condition) =>
      isUnsettled(condition) ? 'cannot_tell' : condition.answer,
    ),
    atRisk: mostAtRisk(tree),
    ...groups,
    toConfirm: tier.toConfirm.map((rule) => answerConfirm(rule, input)),
    award: answerTierAward(tier.award, input),
  };
}

function answerCondition(rule: ConditionRule, input: EvaluateInput): ConditionAnswer {
  const { conditionId, metric, comparator, certainty, sources } = rule;
  const figure = figureOf(metric, input);
  const held = holdAgainst(rule, figure, input);
  return {
    conditionId,
    metric,
    answer: held.answer,
    low: held.isKnown ? figure.low : null,
    high: held.isKnown ? figure.high : null,
    threshold: held.threshold,
    unit: held.unit,
    comparator,
    ...(held.growth ? { growth: held.growth } : {}),
    gap: held.gap,
    missing: held.answer === 'cannot_tell' ? held.missing : null,
    byBasis: figure.byBasis,
    range: figure.range,
    settled: held.isKnown ? figure.settled : null,
    certainty,
    sources,
  };
}

type Held = Pick<
  ConditionAnswer,
  'answer' | 'gap' | 'threshold' | 'unit' | 'missing' | 'growth'
> & {
  /** Whether the figure can be held against the threshold at all. */
  isKnown: boolean;
};

function holdAgainst(rule: ConditionRule, figure: Figure, input: EvaluateInput): Held {
  const { threshold, unit } = rule;
  if (metricOf(rule.metric).form === 'growth') return holdGrowth(rule, figure, input);
  return { ...compare(rule, figure), threshold, unit, missing: figure.missing, isKnown: true };
}

/**
 * Growth is decided as an amount: it is met from the figure that is needed if the year before was as
 * high as it can have been, and not met below the one needed if it was as low as it can have been.
 */
function holdGrowth(rule: ConditionRule, figure: Figure, input: EvaluateInput): Held {
  const { metric, comparator, threshold: basisPoints } = rule;
  const base = yearBefore(metric, input);
  if (base === null) {
    const unknown = { answer: 'cannot_tell', gap: null, missing: 'year_before_unknown' } as const;
    return { ...unknown, threshold: basisPoints, unit: 'basis_points', isKnown: false };
  }
  const threshold = grownBy(base.high, basisPoints, comparator);
  const least = neededFor({ comparator, threshold: grownBy(base.low, basisPoints, comparator) });
  const { answer, gap } = compare({ comparator, threshold }, figure);
  const isBelow = figure.high !== null && figure.high < least;
  return {
    answer: answer === 'met' ? 'met' : isBelow ? 'not_met' : 'cannot_tell',
    gap,
    threshold: Math.min(threshold, MAX_FEN),
    unit: unitOf(metric, input),
    missing: figure.missing ?? 'year_before_unknown',
    growth: { basisPoints, ...base },
    isKnown: true,
  };
}

function unitOf(metric: MetricId, { ruleSet }: EvaluateInput): 'fen' | 'count' {
  const { figure } = metricOf(metric);
  return ruleSet.facts.find(({ fact }) => fact === figure)?.type === 'number' ? 'count' : 'fen';
}

/** Holds the bounds of a figure against a threshold. */
export function compare(
  rule: Pick<ConditionRule, 'comparator' | 'threshold'>,
  bounds: Pick<Figure, 'low' | 'high'>,
): Pick<ConditionAnswer, 'answer' | 'gap'> {
  const needed = neededFor(rule);
  const { low } = bounds;
  // Of a net close to −2^53 the gap would not be exact: it is cut at the largest amount.
  const gap = low === null ? null : Math.min(MAX_FEN, Math.max(0, needed - low));
  return { answer: decide(needed, bounds), gap };
}

/** Figures are whole numbers, so "more than T" is "at least T + 1". */
function decide(needed: number, { low, high }: Pick<Figure, 'low' | 'high'>): Answer {
  if (low !== null && low >= needed) return 'met';
  return high !== null && high < needed ? 'not_met' : 'cannot_tell';
}

function answerConfirm(rule: ConfirmRule, input: EvaluateInput): ConfirmAnswer {
  const value = statedFact(rule.fact, input)?.value;
  const state = value === undefined ? 'unanswered' : value === true ? 'yes' : 'no';
  const { confirmId, fact, certainty, sources } = rule;
  return { confirmId, fact, state, certainty, sources };
}

function answerTierAward(rule: TierAwardRule, input: EvaluateInput): TierAwardAnswer {
  switch (rule.kind) {
    case 'fixed':
      return { kind: rule.kind, amountFen: rule.amount.fen };
    case 'up_to':
      return { kind: rule.kind, capFen: rule.cap.fen };
    case 'formula_unknown':
      return { kind: rule.kind, capFen: rule.cap?.fen ?? null };
    case 'formula': {
      const byFormulaFen = formulaFen(rule, (metric) => figureOf(metric, input).low);
      return { kind: rule.kind, capFen: rule.cap?.fen ?? null, byFormulaFen };
    }
    case 'none':
    case 'unknown':
      return { kind: rule.kind };
  }
}

/**
 * The result of a formula for the lower bounds of its figures, at most its cap; null while they are
 * unknown. Of heads, the classes that are declared count.
 */
export function formulaFen(
  { metric, step, cap }: Pick<FormulaAward, 'metric' | 'step' | 'cap'>,
  lowOf: (metric: MetricId) => number | null,
): number | null {
  const fen = step.kind === 'per_head' ? perHead(step, lowOf) : perFigure(step, lowOf(metric));
  return fen === null ? null : Math.min(cap?.fen ?? MAX_FEN, fen);
}

function perHead(
  { classes }: Extract<FormulaStep, { kind: 'per_head' }>,
  lowOf: (metric: MetricId) => number | null,
): number | null {
  const parts = classes.flatMap(({ metric, perHeadFen }) => {
    const heads = lowOf(metric);
    return heads === null ? [] : [heads * perHeadFen];
  });
  return parts.length === 0 ? null : parts.reduce((sum, part) => sum + part, 0);
}

function perFigure(
  step: Exclude<FormulaStep, { kind: 'per_head' }>,
  low: number | null,
): number | null {
  if (low === null) return null;
  if (step.kind === 'per_full') {
    return Math.floor(Math.max(0, low) / step.stepFen) * step.perStepFen;
  }
  return basisPointsOf(Math.max(0, low - (step.aboveFen ?? 0)), step.basisPoints);
}

/** `floor(fen × basisPoints / 10,000)`, exact even when the product is beyond 2^53. */
function basisPointsOf(fen: number, basisPoints: number): number {
  const rest = fen % 10_000;
  return ((fen - rest) / 10_000) * basisPoints + Math.floor((rest * basisPoints) / 10_000);
}

function missingOf(tiers: readonly TierAnswer[]): MissingFigure[] {
  const found = new Map<string, MissingFigure>();
  for (const { metric, missing } of tiers.flatMap((tier) => tier.conditions)) {
    if (missing) found.set(`${metric} ${missing}`, { metric, reason: missing });
  }
  return [...found.values()];
}
