import { EMPTY_YEAR, yearSums, type YearSums } from '../sales';
import type { LineOfBusiness } from '../shop/shop';
import { evaluate } from './evaluate';
import type { DeclaredFact, FactKey } from './facts';
import type { EvaluateInput, Progress } from './progress';
import { type AwardSubject, type RuleSet, ruleSetKeyOf } from './rule-set';
import type { SchemeAnswer } from './schemes';

/** Answers of a person who has recorded nothing yet; null means "don't know". Money in fen. */
export interface PrecheckAnswers {
  readonly lineOfBusiness: LineOfBusiness;
  /** The year of the pre-check. */
  readonly year: number;
  /** Net sales of the year; of one host if the award is per host. */
  readonly netFen: number | null;
  /** Followers of the largest account on a known platform. */
  readonly followers: number | null;
  readonly paidInCapitalFen: number | null;
  readonly operatingRevenueFen: number | null;
}

/**
 * The pre-check without login: it evaluates typed figures with the same engine and stores nothing.
 */
export function precheckSchemes(
  ruleSets: readonly RuleSet[],
  answers: PrecheckAnswers,
): SchemeAnswer[] {
  return ruleSets
    .map((ruleSet) => ({
      ruleSetKey: ruleSetKeyOf(ruleSet),
      progress: precheck(ruleSet, answers),
    }))
    .filter(({ progress }) => progress.awards.length > 0);
}

/** The pre-check by one rule set. */
function precheck(ruleSet: RuleSet, answers: PrecheckAnswers): Progress {
  const asHost = evaluate(inputFor('host', ruleSet, answers));
  const asShop = evaluate(inputFor('shop', ruleSet, answers));
  const hasHostAward = asHost.awards.length > 0;
  return {
    ...asShop,
    awards: [...asHost.awards, ...asShop.awards],
    notComputed: [...(hasHostAward ? asHost.notComputed : []), ...asShop.notComputed],
  };
}

function inputFor(kind: AwardSubject, ruleSet: RuleSet, answers: PrecheckAnswers): EvaluateInput {
  const { lineOfBusiness, year, netFen, followers } = answers;
  const platform = ruleSet.followersRule.platforms[0] ?? 'other';
  return {
    ruleSet,
    lineOfBusiness,
    year,
    subject: { kind },
    sums: netFen === null ? null : sumsOfNet(netFen),
    lastYear: null,
    settledFen: null,
    followers: [{ accountId: 'largest', platform, count: followers, readOn: `${year}-01-01` }],
    facts: [
      ...money('paid_in_capital', answers.paidInCapitalFen, year),
      ...money('operating_revenue', answers.operatingRevenueFen, year),
    ],
    asOf: `${year}-12-31T15:59:59.999Z`,
  };
}

function sumsOfNet(netFen: number): YearSums {
  const paidFen = Math.max(0, netFen);
  const refundedFen = Math.max(0, -netFen);
  return { ...yearSums(EMPTY_YEAR), paidFen, refundedFen, exactNetFen: netFen, entryCount: 1 };
}

function money(fact: FactKey, value: number | null, year: number): DeclaredFact[] {
  if (value === null) return [];
  const declaredAt = `${year}-01-01T00:00:00.000Z`;
  return [{ id: fact, fact, value, year, declaredAt, withdrawnAt: null }];
}
