// The tiers of each award by the figures, from the words of the rule sets.
import type {
  AwardRule,
  ConditionRule,
  RuleSet,
  TierRule,
} from '../../src/domain/incentive/rule-set';
import type { Book } from './book';
import { chinaDay, dayAfter, yearIn } from './calendar';
import { type Label, MAX_AMOUNT } from './steps';

/** The bounds of a figure; null is unknown. */
interface Bounds {
  readonly low: bigint | null;
  readonly high: bigint | null;
}

/** What is known of a host or (null) a store in a year, at an instant. */
export interface Known {
  readonly book: Book;
  readonly host: Label | null;
  readonly year: number;
  readonly at: string;
  readonly net: { readonly low: bigint; readonly high: bigint } | null;
  /** null where it is not known. */
  readonly settlement: {
    readonly settledFen: bigint;
    /** By day from one on, what settles on it. */
    readonly settling: { readonly from: string; readonly keptFen: readonly number[] } | null;
  } | null;
}

const UNKNOWN: Bounds = { low: null, high: null };

/**
 * The latest reading within the year of each account that counts for a host or (null) the store, as
 * it was on record at the instant, of the accounts that the store had then; of two readings of a day
 * the later one. An account counts for the
 * host it belongs to; one that is no host's counts for every host and for the store.
 */
export function followersOf({ book, host, year, at }: Omit<Known, 'net' | 'settlement'>) {
  const own = book.accounts.filter(
    ({ owner, since }) => since <= at && (owner === null || owner === host),
  );
  return own.map(({ label, platform }) => {
    const read = book.readings.filter(
      (reading) =>
        reading.account === label && reading.recordedAt <= at && yearIn(reading.readOn) === year,
    );
    const days = read.map(({ readOn }) => readOn).sort();
    const latest = read.filter(({ readOn }) => readOn === days.at(-1)).at(-1);
    const { count = null, readOn = null } = latest ?? {};
    return { account: label, platform, count, readOn };
  });
}

function followerBounds({ followersRule }: RuleSet, known: Known): Bounds {
  const today = chinaDay(known.at);
  const accounts = followersOf(known).filter(({ platform }) =>
    (followersRule.platforms as readonly string[]).includes(platform),
  );
  const counts = accounts.flatMap(({ count, readOn }) =>
    count === null || readOn === null || readOn > today ? [] : [count],
  );
  if (counts.length === 0) return UNKNOWN;
  const isSum = followersRule.measure === 'sum_of_accounts';
  const low = isSum ? counts.reduce((sum, count) => sum + count) : Math.max(...counts);
  // An account that was not read may have any number.
  const isComplete = counts.length === accounts.length;
  return { low: BigInt(low), high: isComplete ? BigInt(low) : null };
}

/** The declaration of a fact that holds: the latest that was not withdrawn. */
function declared({ facts }: RuleSet, fact: string, { book, host, year, at }: Known) {
  const rule = facts.find((each) => each.fact === fact);
  const holding = book.declarations.filter(
    (each) =>
      each.fact === fact &&
      each.host === host &&
      each.declaredAt <= at &&
      (each.withdrawnAt === null || each.withdrawnAt > at) &&
      (rule?.perYear !== true || each.year === year),
  );
  return rule === undefined ? undefined : holding.at(-1)?.value;
}

function boundsOf({ metric }: Pick<ConditionRule, 'metric'>, ruleSet: RuleSet, known: Known) {
  if (metric === 'net_sales') return known.net ?? UNKNOWN;
  if (metric === 'followers') return followerBounds(ruleSet, known);
  const value = declared(ruleSet, metric, known);
  return typeof value === 'number' ? { low: BigInt(value), high: BigInt(value) } : UNKNOWN;
}

/** The least figure that passes: more than T is T + 1, at least T is T. */
function neededFor({ comparator, threshold }: ConditionRule): bigint {
  return BigInt(threshold) + (comparator === 'more_than' ? 1n : 0n);
}

type Verdict = 'met' | 'not_met' | 'cannot_tell';

function verdictOf(needed: bigint, { low, high }: Bounds): Verdict {
  if (low !== null && low >= needed) return 'met';
  return high !== null && high < needed ? 'not_met' : 'cannot_tell';
}

/** All must hold: "not met" dominates, then "cannot tell". */
function all(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('not_met')) return 'not_met';
  return verdicts.includes('cannot_tell') ? 'cannot_tell' : 'met';
}

/** The gap of a net close to −2^53 is stated as the largest exact amount. */
function gapOf(needed: bigint, low: bigint | null): bigint | null {
  if (low === null) return null;
  const gap = needed > low ? needed - low : 0n;
  return gap > BigInt(MAX_AMOUNT) ? BigInt(MAX_AMOUNT) : gap;
}

function whyUndecided(metric: ConditionRule['metric'], { net }: Known): string {
  if (metric === 'followers') return 'no_follower_reading';
  if (metric !== 'net_sales') return 'fact_not_declared';
  return net === null ? 'nothing_recorded' : 'no_paid_figure';
}

/** The first day on which settled money alone reaches a net that is reached today. */
function safeFrom(needed: bigint, { low, high }: Bounds, { settlement }: Known): string | null {
  if (settlement === null || low === null || low < needed) return null;
  const { settledFen, settling } = settlement;
  if (settledFen >= needed) return null;
  if (low !== high) return 'cannot_tell';
  let fen = settledFen;
  const index = (settling?.keptFen ?? []).findIndex((kept) => {
    fen += BigInt(kept);
    return fen >= needed;
  });
  return settling === null || index < 0 ? 'may_fall' : dayAfter(settling.from, index);
}

function conditionOf(rule: ConditionRule, ruleSet: RuleSet, known: Known) {
  const needed = neededFor(rule);
  const bounds = boundsOf(rule, ruleSet, known);
  const answer = verdictOf(needed, bounds);
  const isNet = rule.metric === 'net_sales' && known.net !== null;
  const settled = isNet ? (known.settlement?.settledFen ?? null) : null;
  return {
    conditionId: rule.conditionId,
    metric: rule.metric,
    answer,
    low: bounds.low,
    high: bounds.high,
    threshold: rule.threshold,
    gap: gapOf(needed, bounds.low),
    missing: answer === 'cannot_tell' ? whyUndecided(rule.metric, known) : null,
    settled,
    safe: isNet ? safeFrom(needed, bounds, known) : null,
    bySettled:
      answer === 'met' && settled !== null && settled < needed ? ('cannot_tell' as const) : answer,
  };
}

function formulaOf({ award }: TierRule, ruleSet: RuleSet, known: Known): bigint | null {
  if (award.kind !== 'formula') return null;
  const { low } = boundsOf(award, ruleSet, known);
  if (low === null) return null;
  const figure = low > 0n ? low : 0n;
  const { step, cap } = award;
  if (step.kind === 'per_head') throw new Error('no rule set of the histories counts heads');
  const fen =
    step.kind === 'per_full'
      ? (figure / BigInt(step.stepFen)) * BigInt(step.perStepFen)
      : (figure * BigInt(step.basisPoints)) / 10_000n;
  return cap !== null && fen > BigInt(cap.fen) ? BigInt(cap.fen) : fen;
}

function tierOf(rule: TierRule, ruleSet: RuleSet, known: Known) {
  const conditions = rule.conditions.map((each) => conditionOf(each, ruleSet, known));
  const stateOf = (fact: string): string => {
    const value = declared(ruleSet, fact, known);
    return value === undefined ? 'unanswered' : value === true ? 'yes' : 'no';
  };
  return {
    tierId: rule.tierId,
    byFigures: all(conditions.map(({ answer }) => answer)),
    bySettled: all(conditions.map(({ bySettled }) => bySettled)),
    conditions: conditions.map(({ bySettled: _bySettled, ...condition }) => condition),
    toConfirm: rule.toConfirm.map(({ confirmId, fact }) => ({ confirmId, state: stateOf(fact) })),
    byFormulaFen: formulaOf(rule, ruleSet, known),
  };
}

function awardOf(rule: AwardRule, ruleSet: RuleSet, known: Known) {
  const tiers = rule.tiers.map((tier) => tierOf(tier, ruleSet, known));
  const verdicts = tiers.map(({ byFigures }) => byFigures);
  const reached = verdicts.lastIndexOf('met');
  const idAt = (index: number): string | null => tiers[index]?.tierId ?? null;
  return {
    awardId: rule.awardId,
    metric: rule.metric,
    reachedTierId: idAt(reached),
    atMostTierId: idAt(Math.max(reached, verdicts.lastIndexOf('cannot_tell'))),
    nextTierId: idAt(reached + 1),
    tiers,
  };
}

function coverageOf({ effective: { fromYear, toYear } }: RuleSet, year: number): string {
  if (fromYear !== null && year < fromYear) return 'before';
  if (toYear !== null && year > toYear) return 'after';
  return fromYear === null || toYear === null ? 'not_established' : 'covered';
}

/** The answers of the schemes that have something for the subject, by key. */
export function schemesOf(ruleSets: readonly RuleSet[], known: Known) {
  const subject = known.host === null ? 'shop' : 'host';
  const answers = ruleSets.map((ruleSet) => {
    const awards = ruleSet.awards.filter(
      (award) => award.subject === subject && award.whose.linesOfBusiness.includes(known.book.line),
    );
    return {
      key: `${ruleSet.ruleSetId}.v${String(ruleSet.version)}`,
      isNamed:
        awards.length + ruleSet.notComputed.filter((each) => each.subject === subject).length,
      answer: {
        coverage: coverageOf(ruleSet, known.year),
        awards: awards.map((award) => awardOf(award, ruleSet, known)),
      },
    };
  });
  const named = answers.filter(({ isNamed }) => isNamed > 0);
  return Object.fromEntries(named.map(({ key, answer }) => [key, answer]));
}

/** The ladder of hosts: the scheme with one that covers the year, or that ended last. */
export function ladderOf(ruleSets: readonly RuleSet[], line: Book['line'], year: number) {
  const ladders = ruleSets.flatMap((ruleSet) => {
    const award = ruleSet.awards.find(
      ({ subject, metric, whose }) =>
        subject === 'host' && metric === 'net_sales' && whose.linesOfBusiness.includes(line),
    );
    return award === undefined ? [] : [{ ruleSet, award }];
  });
  const covering = ladders.filter(({ ruleSet }) => coverageOf(ruleSet, year) === 'covered');
  const ordered = [...(covering.length > 0 ? covering : ladders)].sort(
    (a, b) => (b.ruleSet.effective.toYear ?? 0) - (a.ruleSet.effective.toYear ?? 0),
  );
  return ordered[0] ?? null;
}
