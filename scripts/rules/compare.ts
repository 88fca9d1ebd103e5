import { evaluate } from '../../src/domain/incentive/evaluate';
import type { AwardAnswer, TierAnswer } from '../../src/domain/incentive/progress';
import { type RuleSet, ruleSetKeyOf } from '../../src/domain/incentive/rule-set';
import type { SubjectInput } from './subjects';

/** Groups of fewer subjects are not shown: a figure of a few people is a figure of each of them. */
const MIN_GROUP = 5;

/** A subject's place on a ladder: a tier, below the first, undecided, or not looked at. */
type Place = string;
const BELOW: Place = 'below the first tier';
const CANNOT_TELL: Place = 'cannot tell';
const NOT_ASKED: Place = 'not looked at';

/** Reported amounts of the tiers that are reached, fen. */
interface Amounts {
  readonly lowFen: number;
  readonly highFen: number;
}

/** Subjects that move from one place to another, or stay. */
export interface Move {
  readonly from: Place;
  readonly to: Place;
  readonly count: number;
}

/** What a change of rules does to one award. Counts that would show few subjects are null. */
export interface AwardComparison {
  readonly awardId: string;
  readonly subjects: number | null;
  /** The largest first. */
  readonly moves: readonly Move[];
  /** Subjects in groups too small to be named, 0 where every group is under `moves`. */
  readonly others: number | null;
  /** Decided before and undecided after. */
  readonly becomeUndecided: number | null;
  /** What the reported amounts come to before and after: no promise, and no budget. */
  readonly amounts: { readonly before: Amounts; readonly after: Amounts } | null;
}

/** Two rule sets over the same subjects. */
export interface Comparison {
  readonly before: string;
  readonly after: string;
  readonly year: number;
  readonly awards: readonly AwardComparison[];
}

interface Answered {
  readonly before: AwardAnswer | null;
  readonly after: AwardAnswer | null;
}

/** Answers every subject by both rule sets and counts what becomes of them. */
export function compareRuleSets(
  before: RuleSet,
  after: RuleSet,
  { year, subjects }: { year: number; subjects: readonly SubjectInput[] },
): Comparison {
  const answers = subjects.map((subject) => ({
    before: evaluate({ ...subject, ruleSet: before }).awards,
    after: evaluate({ ...subject, ruleSet: after }).awards,
  }));
  const ids = [...before.awards, ...after.awards].map(({ awardId }) => awardId);
  return {
    before: ruleSetKeyOf(before),
    after: ruleSetKeyOf(after),
    year,
    awards: [...new Set(ids)].map((awardId) => {
      const find = (awards: readonly AwardAnswer[]) =>
        awards.find((award) => award.awardId === awardId) ?? null;
      const asked = answers.map((answer) => ({
        before: find(answer.before),
        after: find(answer.after),
      }));
      return compareAward(
        awardId,
        asked.filter((answer) => answer.before !== null || answer.after !== null),
      );
    }),
  };
}

function compareAward(awardId: string, answers: readonly Answered[]): AwardComparison {
  const counts = new Map<string, Move>();
  for (const { before, after } of answers) {
    const [from, to] = [placeOf(before), placeOf(after)];
    const key = `${from} → ${to}`;
    counts.set(key, { from, to, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const groups = [...counts.values()].sort((a, b) => b.count - a.count);
  const undecided = groups.filter(({ from, to }) => to === CANNOT_TELL && from !== CANNOT_TELL);
  const moves = largeEnough(groups);
  const isShown = moves.length === groups.length;
  return {
    awardId,
    subjects: shown(answers.length),
    moves,
    others: shown(answers.length - sum(moves.map(({ count }) => count))),
    becomeUndecided: isShown ? shown(sum(undecided.map(({ count }) => count))) : null,
    amounts: isShown && reaching(answers) >= MIN_GROUP ? amountsOf(answers) : null,
  };
}

function placeOf(award: AwardAnswer | null): Place {
  if (award === null) return NOT_ASKED;
  const { reachedTierId, atMostTierId } = award;
  return reachedTierId === atMostTierId ? (reachedTierId ?? BELOW) : CANNOT_TELL;
}

/**
 * The groups without the small ones, and without as many more, smallest first, that the rest and the
 * total do not give the small ones away.
 * @param groups the largest first.
 */
function largeEnough(groups: readonly Move[]): Move[] {
  let hidden = groups.filter(({ count }) => count < MIN_GROUP).length;
  const total = (): number => sum(groups.slice(groups.length - hidden).map(({ count }) => count));
  while (hidden > 0 && hidden < groups.length && (hidden < 2 || total() < MIN_GROUP)) hidden += 1;
  return groups.slice(0, groups.length - hidden);
}

function shown(count: number): number | null {
  return count > 0 && count < MIN_GROUP ? null : count;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function reaching(answers: readonly Answered[]): number {
  return answers.filter(({ before, after }) => before?.atMostTierId ?? after?.atMostTierId).length;
}

function amountsOf(answers: readonly Answered[]): AwardComparison['amounts'] {
  const total = (side: keyof Answered): Amounts => {
    const each = answers.map((answer) => rangeOf(answer[side]));
    return {
      lowFen: sum(each.map(({ lowFen }) => lowFen)),
      highFen: sum(each.map(({ highFen }) => highFen)),
    };
  };
  return { before: total('before'), after: total('after') };
}

/** From the tier that is surely reached to the highest that is not ruled out. */
function rangeOf(award: AwardAnswer | null): Amounts {
  const tierWith = (id: string | null): TierAnswer | undefined =>
    award?.tiers.find(({ tierId }) => tierId === id);
  return {
    lowFen: amountOf(tierWith(award?.reachedTierId ?? null)).lowFen,
    highFen: amountOf(tierWith(award?.atMostTierId ?? null)).highFen,
  };
}

/** The reported amount of a tier: of a cap, anything from nothing to the cap. */
function amountOf(tier: TierAnswer | undefined): Amounts {
  const award = tier?.award;
  switch (award?.kind) {
    case 'fixed':
      return { lowFen: award.amountFen, highFen: award.amountFen };
    case 'up_to':
    case 'formula_unknown':
      return { lowFen: 0, highFen: award.capFen ?? 0 };
    case 'formula': {
      const { byFormulaFen, capFen } = award;
      return { lowFen: byFormulaFen ?? 0, highFen: byFormulaFen ?? capFen ?? 0 };
    }
    default:
      return { lowFen: 0, highFen: 0 };
  }
}

const yuan = (fen: number): string => `${(fen / 100).toLocaleString('en-US')} yuan`;
const counted = (count: number | null): string => (count === null ? 'too few' : String(count));
const ranged = ({ lowFen, highFen }: Amounts): string => `${yuan(lowFen)} to ${yuan(highFen)}`;

/** A comparison in words, for a terminal. */
export function comparisonText({ before, after, year, awards }: Comparison): string {
  return [
    `${before} → ${after}, ${String(year)}. Groups of fewer than ${String(MIN_GROUP)} are not shown.`,
    ...awards.flatMap(({ awardId, subjects, moves, others, becomeUndecided, amounts }) => [
      '',
      `${awardId}: ${counted(subjects)} looked at`,
      ...moves.map(({ from, to, count }) => `  ${from} → ${to}: ${String(count)}`),
      `  in smaller groups: ${counted(others)}`,
      `  become “cannot tell”: ${counted(becomeUndecided)}`,
      amounts === null
        ? '  reported amounts: too few'
        : `  reported amounts: ${ranged(amounts.before)} → ${ranged(amounts.after)}`,
    ]),
  ].join('\n');
}
