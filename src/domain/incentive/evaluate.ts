import { MAX_FEN } from '../money';
import { allOf } from './answers';
import { type Figure, figureOf, statedFact } from './figures';
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

/**
 * Compares a year with the years of the programme.
 * @internal exported for its tests
 */
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
  const conditions = tier.conditions.map((rule) =>
    answerCondition(rule, figureOf(rule.metric, input)),
  );
  const bySettled = conditions.map((condition) =>
    isUnsettled(condition) ? 'cannot_tell' : condition.answer,
  );
  return {
    tierId: tier.tierId,
    byFigures: allOf(conditions.map((condition) => condition.answer)),
    bySettled: allOf(bySettled),
    atRisk: mostAtRisk(conditions),
    conditions,
    toConfirm: tier.toConfirm.map((rule) => answerConfirm(rule, input)),
    award: answerTierAward(tier.award, input),
  };
}

function answerCondition(rule: ConditionRule, figure: Figure): ConditionAnswer {
  const { conditionId, metric, comparator, threshold, unit, certainty, sources } = rule;
  const { low, high } = figure;
  const { answer, gap } = compare(rule, figure);
  return {
    conditionId,
    metric,
    answer,
    low,
    high,
    threshold,
    unit,
    comparator,
    gap,
    missing: answer === 'cannot_tell' ? figure.missing : null,
    byBasis: figure.byBasis,
    range: figure.range,
    settled: figure.settled,
    certainty,
    sources,
  };
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
      const byFormulaFen = formulaFen(rule, figureOf(rule.metric, input).low);
      return { kind: rule.kind, capFen: rule.cap?.fen ?? null, byFormulaFen };
    }
    case 'none':
    case 'unknown':
      return { kind: rule.kind };
  }
}

/**
 * The result of a formula for a figure in fen, at most its cap; null while the figure is unknown.
 * @internal exported for its tests
 */
export function formulaFen({ step, cap }: FormulaAward, low: number | null): number | null {
  if (low === null) return null;
  const figure = Math.max(0, low);
  const fen =
    step.kind === 'per_full'
      ? Math.floor(figure / step.stepFen) * step.perStepFen
      : basisPointsOf(figure, step.basisPoints);
  return cap === null ? fen : Math.min(cap.fen, fen);
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
