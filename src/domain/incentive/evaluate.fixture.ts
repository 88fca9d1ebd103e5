import data from '../../incentives/huadu-2020.v3.json';
import { type EntryKind, recountYear, yearSums, type YearSums } from '../sales';
import { buildRevised } from '../sales/entries.fixture';
import { evaluate } from './evaluate';
import type { DeclaredFact, FactKey } from './facts';
import type { AwardAnswer, ConditionAnswer, EvaluateInput, FollowerReading } from './progress';
import type { RuleSet } from './rule-set';

/** The real rule set. JSON has no unions; `rule-set.test.ts` checks that it fits the type. */
export const HUADU = data as unknown as RuleSet;

/** Yuan to fen. */
export const YUAN = 100;
/** A million yuan in fen. */
export const MILLION = 1_000_000 * YUAN;

/** Sums of a year with one entry for each amount, all in one session unless `apart`. */
export function sumsOf(amounts: Partial<Record<EntryKind, number>>, apart = false): YearSums {
  const entries = Object.entries(amounts).map(([kind, amountFen]) =>
    buildRevised({
      id: kind,
      kind: kind as EntryKind,
      amountFen,
      sessionId: apart ? null : 'session-1',
      accountId: apart ? kind : null,
    }),
  );
  return yearSums(recountYear(entries));
}

/** One reading within the year of the tests. */
export function reading(overrides: Partial<FollowerReading> = {}): FollowerReading {
  return {
    accountId: 'account-1',
    platform: 'douyin',
    count: 500_001,
    readOn: '2026-11-01',
    ...overrides,
  };
}

/** A fact declared for the year of the tests. */
export function stated(
  fact: FactKey,
  value: number | boolean,
  overrides: Partial<DeclaredFact> = {},
): DeclaredFact {
  return {
    id: `fact-${fact}`,
    fact,
    value,
    year: 2026,
    declaredAt: '2026-11-01T00:00:00.000Z',
    withdrawnAt: null,
    ...overrides,
  };
}

/** Input for a streamer with enough followers and no sales. */
export function buildInput(overrides: Partial<EvaluateInput> = {}): EvaluateInput {
  return {
    ruleSet: HUADU,
    lineOfBusiness: 'streamer',
    year: 2026,
    subject: { kind: 'host' },
    sums: null,
    settledFen: null,
    followers: [reading()],
    facts: [],
    asOf: '2026-11-23T12:00:00.000Z',
    ...overrides,
  };
}

/** The answer for one award, which must exist. */
export function award(awardId: string, overrides: Partial<EvaluateInput>): AwardAnswer {
  const found = evaluate(buildInput(overrides)).awards.find((item) => item.awardId === awardId);
  if (!found) throw new Error(`${awardId} is not among the awards`);
  return found;
}

/** The answer by figures for each tier, e.g. `met not_met not_met`. */
export function ladder(answer: AwardAnswer): string {
  return answer.tiers.map((tier) => tier.byFigures).join(' ');
}

/** The answer to one condition, which must exist. */
export function condition(answer: AwardAnswer, conditionId: string): ConditionAnswer {
  const all = answer.tiers.flatMap((tier) => tier.conditions);
  const found = all.find((item) => item.conditionId === conditionId);
  if (!found) throw new Error(`${conditionId} is not among the conditions`);
  return found;
}
